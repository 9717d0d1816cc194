import type { AsidePart, AsideText } from '@nghisu/shared/minutes/minutes.records.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type AppWorld, createAppWorld } from '../../../test/worlds/appWorld.ts';
import { documentOf } from '../document/sections.ts';
import { setMinutesState } from '../minutes.store.ts';
import { readMinutes } from '../minutesText.ts';
import { minutesLimits } from '../storing/limits.ts';
import { Raw, typedIn, until } from '../tests/clients.ts';
import { partsOf } from './aside.store.ts';

/** Stands in every text that only secretaries and the chair may read. */
const canary = 'CHIM-SON-CA';

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

const whole = (text: string): Uint8Array => documentOf([{ itemId: 'opening', text }]);

async function hand(
  cookie: string,
  meetingId: string,
  body: Uint8Array | string,
  { generation = '7', type = 'application/octet-stream' } = {},
): Promise<{ status: number; answer: unknown }> {
  const response = await fetch(`${world.origin}/api/minutes/${meetingId}/aside?generation=${generation}`, {
    method: 'POST',
    headers: { cookie, 'content-type': type },
    body: body as BodyInit,
  });
  return { status: response.status, answer: await response.json() };
}

async function read(cookie: string, meetingId: string, partId: string) {
  const response = await fetch(`${world.origin}/api/minutes/${meetingId}/aside/${partId}`, {
    headers: { cookie },
  });
  return { status: response.status, text: (await response.json()) as AsideText };
}

/** A running meeting with minutes, and the cookie of its secretary. */
async function meetingWithMinutes(given: Parameters<AppWorld['meeting']>[0] = {}) {
  const meeting = await world.meeting({ ...given, state: 'running' });
  await world.run(meeting.secretary, meeting.stream, 'minutes.start', {});
  await world.agendaItem(meeting);
  await world.app.minutes.sectionsChanged(meeting.id);
  return { ...meeting, cookie: await world.cookieOf(meeting.secretary) };
}

async function enter(meetingId: string, cookie: string): Promise<Raw> {
  const headers = { origin: world.origin, cookie };
  const raw = new Raw(`${world.origin.replace('http', 'ws')}/minutes/${meetingId}`, { headers });
  await raw.opened;
  return raw;
}

/** The stored lines of the minutes. */
const linesOf = async (meetingId: string): Promise<string[]> =>
  (await readMinutes(world.db, meetingId)).sections.flatMap(section => section.text.split('\n'));

const rowsIn = async (meetingId: string): Promise<number> => {
  const { rows } = await world.db.execute<{ count: number }>(
    sql`select count(*)::int as count from minutes_quarantine where meeting_id = ${meetingId}`,
  );
  return rows[0]!.count;
};

describe('F17: a text that a restored backup has replaced', () => {
  it('is kept once, read by secretary and chair, known to nobody else, and never in a record', async () => {
    const [member, invitee, observer, stranger] = await Promise.all(
      Array.from({ length: 4 }, () => world.person()),
    );
    const administrator = await world.person({ roles: ['administrator'] });
    const meeting = await meetingWithMinutes({
      members: [member!],
      invitees: [invitee!],
      observers: [observer!],
    });
    const { id, stream, chair, secretary, cookie } = meeting;
    const chairs = await world.client(chair);
    const members = await world.client(member!);
    await chairs.subscribe(stream);
    await members.subscribe(stream);
    const before = await world.app.feed.read(secretary, stream, -1);

    expect(await hand(cookie, id, whole(canary))).toEqual({ status: 200, answer: { kept: true } });
    expect(await hand(cookie, id, whole(canary))).toEqual({ status: 200, answer: { kept: true } });
    expect(await rowsIn(id)).toBe(1);
    const [part] = await partsOf(world.db, id);
    expect(part).toMatchObject({ authorId: secretary, reason: 'generation', state: 'waiting' });
    await chairs.until('the chair sees the part live', () =>
      JSON.stringify(chairs.records(stream)).includes(part!.id),
    );
    const after = await world.app.feed.read(secretary, stream, -1);
    expect(after.reply.seq).toBe(before.reply.seq + 1);

    for (const reader of [cookie, await world.cookieOf(chair)]) {
      const { status, text } = await read(reader, id, part!.id);
      expect(status).toBe(200);
      expect(text).toEqual({ readable: true, sections: [{ itemId: 'opening', lines: [canary] }] });
    }
    for (const person of [member, invitee, observer, stranger, administrator]) {
      const theirs = await world.cookieOf(person!);
      const answer = await read(theirs, id, part!.id);
      expect(answer.status).toBe(404);
      expect(JSON.stringify(answer)).not.toContain(canary);
      expect((await hand(theirs, id, whole('chen vào'))).status).toBe(404);
      const client = await world.client(person!);
      await client.subscribe(stream);
      expect(client.records(stream).some(record => (record as AsidePart).kind === 'asidePart')).toBe(false);
    }
    // An event without a record: that something happened, not what, nor whose it is.
    expect(members.events.flatMap(({ event }) => event.changes)).toEqual([
      { op: 'drop', kind: 'asidePart', id: part!.id },
    ]);
    const { rows } = await world.db.execute(sql`select changes from events where stream = ${stream}`);
    expect(JSON.stringify(rows)).not.toContain(canary);
    expect(await rowsIn(id)).toBe(1);
  });

  it('is not kept where the minutes hold every line of it, and never comes into them', async () => {
    const { id, cookie } = await meetingWithMinutes();
    const raw = await enter(id, cookie);
    const doc = await raw.document();
    raw.update(typedIn(doc, 'đã có trong biên bản'));
    await until(async () => (await linesOf(id)).includes('đã có trong biên bản'));
    raw.socket.terminate();
    expect(await hand(cookie, id, Y.encodeStateAsUpdate(doc))).toEqual({
      status: 200,
      answer: { kept: false },
    });
    expect(await rowsIn(id)).toBe(0);
    const { rows } = await world.db.execute(sql`select seq from minutes_updates where meeting_id = ${id}`);
    await hand(cookie, id, whole('của quá khứ khác'));
    const again = await world.db.execute(sql`select seq from minutes_updates where meeting_id = ${id}`);
    expect(again.rows).toEqual(rows);
  });

  it('is taken from whoever wrote here once, though the right is gone, and not read to them', async () => {
    const second = await world.person();
    const { id, stream, secretary } = await meetingWithMinutes();
    await world.run(secretary, stream, 'meetings.invitePeople', { personIds: [second], role: 'secretary' });
    const theirs = await world.cookieOf(second);
    const raw = await enter(id, theirs);
    raw.update(typedIn(await raw.document(), 'lúc còn là thư ký'));
    await until(async () => {
      const { rows } = await world.db.execute(sql`select 1 from minutes_clients where person_id = ${second}`);
      return rows.length > 0;
    });
    raw.socket.terminate();
    await world.run(secretary, stream, 'meetings.withdrawInvitation', { personId: second });
    await world.run(secretary, stream, 'meetings.invitePeople', { personIds: [second], role: 'observer' });
    expect(await hand(theirs, id, whole('chưa kịp gửi'))).toEqual({ status: 200, answer: { kept: true } });
    const [part] = await partsOf(world.db, id);
    expect((await read(theirs, id, part!.id)).status).toBe(404);
    const client = await world.client(second);
    await client.subscribe(stream);
    // Told that it is there, and why.
    expect(client.records(stream)).toContainEqual(part);
  });
});

describe('A1: hostile bodies', () => {
  it('are refused without harm, and whoever goes on is held off', async () => {
    const { id, cookie } = await meetingWithMinutes();
    const sound = whole('x');
    const bodies: [Uint8Array | string, object, number][] = [
      [new Uint8Array(500).fill(255), {}, 400],
      [sound.slice(0, -2), {}, 400],
      [sound, { generation: '0' }, 400],
      [sound, { generation: '1e99' }, 400],
      ['{}', { type: 'application/json' }, 400],
      [new Uint8Array(minutesLimits.largestDocument + 1), {}, 413],
    ];
    for (const [body, given, status] of bodies)
      expect((await hand(cookie, id, body, given)).status).toBe(status);
    for (let more = 0; more < 3; more += 1) await hand(cookie, id, new Uint8Array(9).fill(255));
    expect((await hand(cookie, id, whole('sau khi bị giữ lại'))).status).toBe(429);
    expect(await rowsIn(id)).toBe(0);
    const other = await meetingWithMinutes();
    expect((await hand(other.cookie, other.id, sound)).status).toBe(200);
  });

  it('nested without end are shown as text or not at all, and the server goes on', async () => {
    const { id, cookie } = await meetingWithMinutes();
    const doc = new Y.Doc();
    let place: Y.XmlFragment = doc.getXmlFragment('minutes');
    doc.transact(() => {
      for (let depth = 0; depth < 3000; depth += 1) {
        const inner = new Y.XmlElement('blockquote');
        place.insert(0, [inner]);
        place = inner;
      }
    });
    place.insert(0, [new Y.XmlText('đáy')]);
    expect([200, 400]).toContain((await hand(cookie, id, Y.encodeStateAsUpdate(doc))).status);
    for (const part of await partsOf(world.db, id))
      expect((await read(cookie, id, part.id)).status).toBe(200);
    expect((await hand(cookie, id, whole('vẫn nhận'))).status).toBe(200);
  });

  it('from a foreign page are refused before anything else', async () => {
    const { id, cookie } = await meetingWithMinutes();
    const response = await fetch(`${world.origin}/api/minutes/${id}/aside?generation=1`, {
      method: 'POST',
      headers: { cookie, origin: 'http://khac.example', 'content-type': 'application/octet-stream' },
      body: whole('x') as BodyInit,
    });
    expect(response.status).toBe(404);
    expect(await rowsIn(id)).toBe(0);
  });
});

describe('what becomes of a part', () => {
  it('is decided once, known to both secretaries, and the text is there in either case', async () => {
    const { id, stream, chair, secretary, cookie } = await meetingWithMinutes();
    await hand(cookie, id, whole('phần một'));
    await hand(cookie, id, documentOf([{ itemId: 'closing', text: 'phần hai khác hẳn' }]));
    const [one, two] = await partsOf(world.db, id);
    await world.run(secretary, stream, 'minutes.insertPart', { partId: one!.id });
    await world.run(chair, stream, 'minutes.dismissPart', { partId: two!.id });
    const decided = await partsOf(world.db, id);
    expect(decided).toMatchObject([
      { state: 'inserted', decidedById: secretary },
      { state: 'dismissed', decidedById: chair },
    ]);
    for (const [name, partId] of [
      ['minutes.insertPart', one!.id],
      ['minutes.dismissPart', one!.id],
      ['minutes.dismissPart', two!.id],
    ] as const) {
      const again = world.run(chair, stream, name, { partId });
      await expect(again).rejects.toMatchObject({ code: 'conflict', reason: 'minutes.partDecided' });
    }
    expect((await read(cookie, id, two!.id)).text.sections).toEqual([
      { itemId: 'closing', lines: ['phần hai khác hẳn'] },
    ]);
    // Dismissed by mistake: it can still be taken in.
    await world.run(secretary, stream, 'minutes.insertPart', { partId: two!.id });
  });

  it('is for the meeting it belongs to, and nothing goes into closed minutes', async () => {
    const [here, elsewhere] = [await meetingWithMinutes(), await meetingWithMinutes()];
    await hand(here.cookie, here.id, whole('ở đây'));
    const [part] = await partsOf(world.db, here.id);
    const insert = (meeting: typeof here, partId: string) =>
      world.run(meeting.secretary, meeting.stream, 'minutes.insertPart', { partId });
    await expect(insert(elsewhere, part!.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(insert(here, newId())).rejects.toMatchObject({ code: 'not_found' });
    expect((await read(elsewhere.cookie, elsewhere.id, part!.id)).status).toBe(404);
    await world.db.transaction(tx => setMinutesState(tx, here.id, 'closed'));
    await expect(insert(here, part!.id)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'minutes.closed',
    });
  });
});

describe('F15: what comes after the closing', () => {
  it('is one part with the very text, however often and in whatever pieces it comes', async () => {
    const { id, cookie } = await meetingWithMinutes();
    const raw = await enter(id, cookie);
    const doc = await raw.document();
    raw.update(typedIn(doc, 'kịp'));
    await until(async () => (await linesOf(id)).includes('kịp'));
    raw.socket.terminate();
    await world.db.transaction(tx => setMinutesState(tx, id, 'closed'));
    const start = Y.encodeStateVector(doc);
    for (const words of ['đến ', 'muộn']) {
      typedIn(doc, words);
      const late = await enter(id, cookie);
      await late.document();
      late.step2(Y.encodeStateAsUpdate(doc, start));
      await until(async () => (await rowsIn(id)) > 0);
      late.socket.terminate();
    }
    await until(async () => (await rowsIn(id)) === 2);
    const parts = await partsOf(world.db, id);
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatchObject({ reason: 'closed' });
    const { text } = await read(cookie, id, parts[0]!.id);
    expect(text.sections.map(section => section.lines.join(''))).toEqual(['muộnđến ']);
    // The device hands over what it kept: it is no news.
    expect(await hand(cookie, id, Y.encodeStateAsUpdate(doc), { generation: '1' })).toEqual({
      status: 200,
      answer: { kept: false },
    });
  });
});
