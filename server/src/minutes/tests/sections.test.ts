import { newId } from '@nghisu/shared/platform/ids.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '../../../test/programs/postgres.ts';
import { contentOf, partsOf } from '../aside/aside.store.ts';
import { createMinutes, setMinutesState } from '../minutes.store.ts';
import { importMinutes, readMinutes } from '../minutesText.ts';
import { type Bed, createBed, rowsOf } from './bed.ts';
import { until } from './clients.ts';

let bed: Bed;
beforeAll(async () => {
  bed = await createBed(await createTestDatabase());
});
afterAll(() => bed.close());

const sectionsOf = async (meeting: string): Promise<string[]> =>
  (await readMinutes(bed.db, meeting)).sections.map(section => section.itemId);

/** What was set aside, as text. */
async function asideTextsOf(meeting: string): Promise<string> {
  const texts: string[] = [];
  for (const { id } of await partsOf(bed.db, meeting)) {
    const content = await contentOf(bed.db, meeting, id);
    if (content) texts.push(Buffer.from(content.update).toString());
  }
  return texts.join(' ');
}

/** Minutes that were just started, without any section yet. */
async function started(items: number): Promise<string> {
  const meeting = newId();
  bed.office.agendas.set(
    meeting,
    Array.from({ length: items }, () => newId()),
  );
  await bed.db.transaction(tx => createMinutes(tx, meeting));
  return meeting;
}

const framed = (meeting: string): string[] => ['opening', ...bed.office.agendas.get(meeting)!, 'closing'];

describe('sections follow the agenda', () => {
  test('ten calls at once, in two processes, make every section exactly once', async () => {
    const other = await bed.process();
    const meeting = await started(12);
    const servers = [bed.first.server, other.server];
    await Promise.all(Array.from({ length: 10 }, (_, index) => servers[index % 2]!.sectionsChanged(meeting)));
    expect(await sectionsOf(meeting)).toEqual(framed(meeting));
    expect(await rowsOf(bed.db, 'minutes_updates', meeting)).toBe(1);
  });

  test('two secretaries who open fresh minutes at the same instant, in two processes, find every section once', async () => {
    const other = await bed.process({ limits: { pollMs: 50 } });
    const meeting = await started(12);
    const [one, two] = await Promise.all([
      bed.client(meeting, bed.office.person(meeting, 'Thư ký')),
      bed.client(meeting, bed.office.person(meeting, 'Thư ký 2'), other),
    ]);
    await until(() => [one, two].every(client => client.doc.getXmlFragment('minutes').length === 14));
    one.type('một;');
    two.type('hai;', 2);
    await Promise.all([one.barrier(), two.barrier()]);
    await until(() => one.text(2) === 'hai;' && two.text(1) === 'một;');
    expect(await sectionsOf(meeting)).toEqual(framed(meeting));
    expect(one.doc.getXmlFragment('minutes').length).toBe(14);
  });

  test('I10: text typed into a section that another process removes in the same moment is never called stored and gone', async () => {
    // No bus, and no look at the database for a minute: this process does not know of the removal.
    const unaware = await bed.process({ limits: { pollMs: 60_000 } });
    const meeting = await bed.meeting(3);
    const [a, , c] = bed.office.agendas.get(meeting) as [string, string, string];
    const author = await bed.client(meeting, bed.office.person(meeting, 'A'), unaware);
    await until(() => author.doc.getXmlFragment('minutes').length === 5);
    author.type('đã ghi;', 1);
    await author.barrier();
    bed.office.agendas.set(meeting, [a, c]);
    await bed.first.server.sectionsChanged(meeting);
    expect(await sectionsOf(meeting)).toEqual(['opening', a, c, 'closing']);
    author.type('vào mục bị bỏ;', 2);
    await author.barrier();
    const text = (await readMinutes(bed.db, meeting)).sections.map(section => section.text).join('');
    const aside = await asideTextsOf(meeting);
    expect(`${text} ${aside}`).toContain('vào mục bị bỏ;');
  });

  test('a new item, a removed one and a new order reach everybody who has the minutes open; text stays', async () => {
    const meeting = await bed.meeting(3);
    const [a, b, c] = bed.office.agendas.get(meeting) as [string, string, string];
    const author = await bed.client(meeting, bed.office.person(meeting, 'A'));
    author.type('đã ghi', 1);
    author.type('cũng ghi', 3);
    await author.barrier();
    const d = newId();
    bed.office.agendas.set(meeting, [a, d, c]);
    await bed.first.server.sectionsChanged(meeting);
    expect(await sectionsOf(meeting)).toEqual(['opening', a, d, c, 'closing']);
    await until(() => author.section(2)?.getAttribute('itemId') === d);
    author.type('mục mới', 2);
    expect((await author.barrier()).refused).toBeNull();

    bed.office.agendas.set(meeting, [b]);
    await bed.first.server.sectionsChanged(meeting);
    expect((await readMinutes(bed.db, meeting)).sections).toEqual([
      { itemId: 'opening', text: '' },
      { itemId: a, text: 'đã ghi' },
      { itemId: d, text: 'mục mới' },
      { itemId: c, text: 'cũng ghi' },
      { itemId: b, text: '' },
      { itemId: 'closing', text: '' },
    ]);
  });

  test('text typed into a section that is being dropped is kept aside for its author', async () => {
    const meeting = await bed.meeting(2);
    const author = await bed.client(meeting, bed.office.person(meeting, 'A'));
    author.offline();
    author.type('viết khi mục còn', 1);
    const [, kept] = bed.office.agendas.get(meeting)!;
    bed.office.agendas.set(meeting, [kept!]);
    await bed.first.server.sectionsChanged(meeting);
    author.provider.connect();
    await author.synced();
    expect((await author.barrier()).refused).toBeNull();
    expect(await rowsOf(bed.db, 'minutes_quarantine', meeting)).toBe(1);
  });

  test('closed minutes and meetings without minutes are left alone', async () => {
    const meeting = await bed.meeting(1);
    await bed.db.transaction(tx => setMinutesState(tx, meeting, 'closed'));
    bed.office.agendas.set(meeting, []);
    await bed.first.server.sectionsChanged(meeting);
    expect(await sectionsOf(meeting)).toHaveLength(3);
    await bed.first.server.sectionsChanged(newId());
  });
});

describe('the text outside the editor', () => {
  const item = newId();

  test('imported minutes are read back, frame sections added, and can be opened and read by a stock client', async () => {
    const meeting = newId();
    const text = 'Giao Sở Tài chính chủ trì.\nBáo cáo trước ngày 30/12.';
    await bed.db.transaction(tx => importMinutes(tx, meeting, [{ itemId: item, text }]));
    expect((await readMinutes(bed.db, meeting)).sections).toEqual([
      { itemId: 'opening', text: '' },
      { itemId: item, text },
      { itemId: 'closing', text: '' },
    ]);
    const reader = await bed.client(meeting, bed.office.person(meeting, 'A'));
    expect(reader.text(1)).toBe(text);
  });

  test('an imported draft can be written on, and importing twice is refused', async () => {
    const meeting = newId();
    bed.office.agendas.set(meeting, [item]);
    await bed.db.transaction(tx => importMinutes(tx, meeting, [{ itemId: item, text: 'một' }], 'draft'));
    const author = await bed.client(meeting, bed.office.person(meeting, 'A'));
    author.type(' hai');
    expect((await author.barrier()).refused).toBeNull();
    expect((await bed.stored(meeting))[1]).toBe('một hai');
    await expect(bed.db.transaction(tx => importMinutes(tx, meeting, []))).rejects.toThrow('conflict');
    await expect(readMinutes(bed.db, newId())).rejects.toThrow('no minutes');
  });
});
