import type { CommandInput, CommandName } from '@nghisu/shared/commands.ts';
import type { MinutesText } from '@nghisu/shared/minutes/minutes.records.ts';
import type { AnyRecord, SyncReply } from '@nghisu/shared/platform/feed.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, createAppWorld } from '../../../../test/worlds/appWorld.ts';
import type { MadeMeeting } from '../../../../test/worlds/world.ts';
import { documentOf, plainSections } from '../../../minutes/document/sections.ts';
import { appendUpdates, lockHead } from '../../../minutes/minutes.store.ts';
import { Raw } from '../../../minutes/tests/clients.ts';
import { soundPdf } from '../../../papers/inspection/pdfSamples.ts';

/** Stands in everything that belongs to the item with the conflict of interest. */
const canary = 'CHIM-DAI-BANG';

let world: AppWorld;
let pdf: Buffer;
beforeAll(async () => {
  world = await createAppWorld();
  pdf = await soundPdf(6, 60_000);
});
afterAll(() => world.close());

type Hall = {
  meeting: MadeMeeting;
  member: string;
  guest: string;
  /** The item of the canary, and another. */
  item: string;
  other: string;
  paper: string;
  otherPaper: string;
  assignment: string;
};

/** Writes what a test begins with, without the checks that every command under test gets. */
const write = <Name extends CommandName>(
  personId: string,
  stream: string,
  name: Name,
  input: CommandInput<Name>,
) => world.runner.run({ id: newId(), stream, name, input }, personId);

async function upload(meeting: MadeMeeting, agendaItemId: string, title: string): Promise<string> {
  const query = new URLSearchParams({ meetingId: meeting.id, fileName: 'to-trinh.pdf' });
  const answer = await fetch(`${world.origin}/api/uploads?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/pdf', cookie: await world.cookieOf(meeting.secretary) },
    body: pdf as BodyInit,
  });
  const { sha256 } = (await answer.json()) as { sha256: string };
  const paperId = newId();
  const input = { paperId, agendaItemId, sha256, title, fileName: 'to-trinh.pdf' };
  await write(meeting.secretary, meeting.stream, 'papers.attach', input);
  return paperId;
}

async function writeMinutes(meeting: MadeMeeting, sections: { itemId: string; text: string }[]) {
  await write(meeting.secretary, meeting.stream, 'minutes.start', {});
  await world.db.transaction(async tx => {
    const head = (await lockHead(tx, meeting.id))!;
    const framed = [
      { itemId: 'opening', text: 'Khai mạc' },
      ...sections,
      { itemId: 'closing', text: 'Bế mạc' },
    ];
    await appendUpdates(tx, meeting.id, head.generation, [{ update: documentOf(framed), personId: null }], {
      sections: true,
    });
  });
}

/** A running meeting, in which everything there is belongs to one of two items. */
async function openHall(): Promise<Hall> {
  const [member, guest, clerk] = [await world.person(), await world.person(), await world.person()];
  const meeting = await world.meeting({ members: [member], invitees: [guest], state: 'running' });
  await write(meeting.secretary, meeting.stream, 'meetings.invitePeople', {
    personIds: [clerk],
    role: 'secretary',
  });
  const [item, other] = [await world.agendaItem(meeting, 'Giao đất'), await world.agendaItem(meeting)];
  const paper = await upload(meeting, item, canary);
  const otherPaper = await upload(meeting, other, 'Báo cáo');
  const unit = await world.unit();
  await write(meeting.chair, meeting.stream, 'decisions.takePosition', {
    agendaItemId: item,
    stance: 'objection',
    remark: canary,
  });
  await write(guest, meeting.stream, 'speakers.write', {
    requestId: newId(),
    agendaItemId: item,
    text: canary,
  });
  const assignment = newId();
  // Not by one of those who will be recused: whoever gave an assignment keeps it by that.
  await write(clerk, meeting.stream, 'assignments.assign', {
    assignmentId: assignment,
    agendaItemId: item,
    leadUnitId: unit,
    coordinatingUnitIds: [],
    content: canary,
    quote: canary,
    dueDate: null,
    recurrence: null,
  });
  await writeMinutes(meeting, [
    { itemId: item, text: canary },
    { itemId: other, text: 'Thống nhất' },
  ]);
  return { meeting, member, guest, item, other, paper, otherPaper, assignment };
}

const recuse = ({ meeting, item }: Hall, personId: string, by = personId) =>
  world.run(by, meeting.stream, 'attendance.declareRecusal', {
    recusalId: newId(),
    agendaItemId: item,
    personId,
    reason: 'Người nhà là bên nhận đất',
  });

async function get(personId: string, path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(world.origin + path, {
    headers: { cookie: await world.cookieOf(personId), ...headers },
  });
  return { status: answer.status, text: await answer.text() };
}

async function enterMinutes(hall: Hall, personId: string): Promise<Raw> {
  const headers = { origin: world.origin, cookie: await world.cookieOf(personId) };
  const raw = new Raw(`${world.origin.replace('http', 'ws')}/minutes/${hall.meeting.id}`, { headers });
  await raw.opened;
  return raw;
}

describe('a conflict of interest', () => {
  it('S6: takes paper, position, speech and assignment off the open connection, and nobody else notices', async () => {
    const hall = await openHall();
    const { meeting, member } = hall;
    const [theirs, chairs] = [await world.client(member), await world.client(meeting.chair)];
    for (const client of [theirs, chairs]) await client.subscribe(meeting.stream);
    expect(JSON.stringify(theirs.records(meeting.stream))).toContain(canary);
    await recuse(hall, member);
    await theirs.until('the reset', () => theirs.resets.length > 0);
    expect(await theirs.subscribe(meeting.stream)).toMatchObject({ ok: true, wipe: true });
    expect(JSON.stringify(theirs.records(meeting.stream))).not.toContain(canary);
    // That it is on the agenda, and that the person stays away from it, is no secret.
    const kinds = (theirs.records(meeting.stream) as AnyRecord[]).map(one => one.kind);
    expect(kinds.filter(kind => kind === 'agendaItem')).toHaveLength(2);
    expect(kinds.filter(kind => kind === 'recusal' || kind === 'paper')).toEqual(['recusal', 'paper']);
    const told = theirs.events.length;
    await world.run(meeting.secretary, meeting.stream, 'papers.rename', {
      paperId: hall.paper,
      title: `${canary} lần hai`,
    });
    await theirs.until('the next event', () => theirs.events.length > told);
    expect(JSON.stringify(theirs.events.slice(told))).not.toContain(canary);
    expect(chairs.resets).toEqual([]);
    expect(JSON.stringify(chairs.records(meeting.stream))).toContain(`${canary} lần hai`);
  });

  it('S6: shuts snapshot, catch-up, files, ranges, lists and the minutes of everybody, the chair included', async () => {
    const hall = await openHall();
    const { meeting, member, paper, otherPaper, assignment } = hall;
    for (const person of [member, meeting.secretary, meeting.chair]) {
      const file = `/api/papers/${paper}/file/a.pdf`;
      expect((await get(person, file)).status).toBe(200);
      await recuse(hall, person);
      for (const headers of [{}, { range: 'bytes=0-99' }, { 'if-none-match': '*' }])
        expect(await get(person, file, headers)).toMatchObject({ status: 404 });
      expect((await get(person, `/api/papers/${otherPaper}/file/a.pdf`)).status).toBe(200);
      for (const since of [-1, 0, 3]) {
        const reply = await get(person, `/api/streams/${meeting.stream}?since=${since}`);
        expect(reply.status).toBe(200);
        expect((JSON.parse(reply.text) as SyncReply).changes.length).toBeGreaterThan(0);
        expect(reply.text).not.toContain(canary);
      }
      const text = await get(person, `/api/minutes/${meeting.id}/text`);
      expect(text.text).not.toContain(canary);
      const sections = (JSON.parse(text.text) as MinutesText).sections.map(one => one.itemId);
      expect(sections).toEqual(['opening', hall.other, 'closing']);
      expect((await get(person, '/api/assignments')).text).not.toContain(canary);
      expect((await get(person, `/api/assignments/${assignment}`)).status).toBe(404);
      expect((await get(person, `/api/assignments/${assignment}/history`)).status).toBe(404);
    }
  });

  it('S6: closes the live minutes and opens them no more, until an organiser ends it', async () => {
    const hall = await openHall();
    const { meeting, member } = hall;
    const inside = await enterMinutes(hall, member);
    await inside.document();
    const recusalId = newId();
    await world.run(member, meeting.stream, 'attendance.declareRecusal', {
      recusalId,
      agendaItemId: hall.item,
      personId: member,
      reason: 'Có cổ phần ở nhà thầu',
    });
    // The world's own runner has no bus: the process learns of it as it would from another one.
    world.app.minutes.rightsChanged(meeting.id, member);
    expect((await inside.closed()).code).toBe(4403);
    const again = await enterMinutes(hall, member);
    expect((await again.closed()).code).toBe(4403);
    expect(again.received).toEqual([]);
    await expect(
      world.run(member, meeting.stream, 'attendance.endRecusal', { recusalId }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await world.run(meeting.chair, meeting.stream, 'attendance.endRecusal', { recusalId });
    const back = await enterMinutes(hall, member);
    expect(JSON.stringify(plainSections(await back.document()))).toContain(canary);
    expect((await get(member, `/api/papers/${hall.paper}/file/a.pdf`)).status).toBe(200);
  });

  it('takes position, speech, paper and carrying over from commands too', async () => {
    const hall = await openHall();
    const { meeting, member, item } = hall;
    await recuse(hall, member);
    await recuse(hall, meeting.secretary);
    const notFound = { code: 'not_found' };
    const stance = { agendaItemId: item, stance: 'noObjection', remark: '' } as const;
    const wish = { requestId: newId(), agendaItemId: item, type: 'contribution' } as const;
    const { stream, secretary } = meeting;
    await expect(world.run(member, stream, 'decisions.takePosition', stance)).rejects.toMatchObject(notFound);
    await expect(world.run(member, stream, 'speakers.request', wish)).rejects.toMatchObject(notFound);
    await expect(
      world.run(secretary, stream, 'papers.remove', { paperId: hall.paper }),
    ).rejects.toMatchObject(notFound);
    await expect(
      world.run(meeting.chair, stream, 'speakers.requestFor', { ...wish, personId: member }),
    ).rejects.toMatchObject({ code: 'conflict' });
    const later = await world.meeting();
    await world.run(later.secretary, later.stream, 'meetings.invitePeople', {
      personIds: [secretary],
      role: 'secretary',
    });
    await expect(
      world.run(secretary, stream, 'agenda.carryOver', { itemId: item, toMeetingId: later.id }),
    ).rejects.toMatchObject({ code: 'conflict', reason: 'attendance.recused' });
  });

  it('ends a speech and a wish to speak, and counts no more among those who decide', async () => {
    const member = await world.person();
    const meeting = await world.meeting({ members: [member] });
    const item = await world.agendaItem(meeting);
    const wish = { requestId: newId(), agendaItemId: item, type: 'contribution' } as const;
    await world.run(member, meeting.stream, 'speakers.request', wish);
    await world.run(meeting.chair, meeting.stream, 'decisions.takePosition', {
      agendaItemId: item,
      stance: 'noObjection',
      remark: '',
    });
    await world.run(meeting.secretary, meeting.stream, 'attendance.declareRecusal', {
      recusalId: newId(),
      agendaItemId: item,
      personId: member,
      reason: 'Nêu tại hội trường',
    });
    await world.run(meeting.chair, meeting.stream, 'meetings.open', {});
    const client = await world.client(meeting.chair);
    await client.subscribe(meeting.stream);
    const records = client.records(meeting.stream) as (AnyRecord & { state?: string; id: string })[];
    expect(records.find(one => one.id === wish.requestId)).toMatchObject({ state: 'withdrawn' });
    // The chair alone decides on it now, and agrees.
    expect(records.filter(one => one.kind === 'consentItem').map(one => one.id)).toEqual([item]);
  });

  it('goes with an item to the meeting that takes it over', async () => {
    const hall = await openHall();
    const { meeting, member, item } = hall;
    await recuse(hall, member);
    const later = await world.meeting({ members: [member] });
    await world.run(later.secretary, later.stream, 'meetings.invitePeople', {
      personIds: [meeting.chair],
      role: 'secretary',
    });
    await world.run(meeting.chair, meeting.stream, 'agenda.carryOver', {
      itemId: item,
      toMeetingId: later.id,
    });
    const reply = await get(member, `/api/streams/${later.stream}`);
    expect(reply.text).toContain('Giao đất');
    expect(reply.text).not.toContain(canary);
  });

  it('is declared for oneself or by an organiser, for people of the meeting and its items', async () => {
    const hall = await openHall();
    const { meeting, member, guest, item } = hall;
    const declare = (by: string, given: { personId?: string; agendaItemId?: string }) =>
      world.run(by, meeting.stream, 'attendance.declareRecusal', {
        recusalId: newId(),
        agendaItemId: item,
        personId: by,
        reason: 'x',
        ...given,
      });
    const stranger = await world.person();
    for (const [by, given] of [
      [guest, { personId: member }],
      [stranger, {}],
      [meeting.chair, { personId: stranger }],
      [member, { agendaItemId: newId() }],
    ] as const)
      await expect(declare(by, given)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('an admission to some items', () => {
  it('S6: shows a guest these items and no other, through every door', async () => {
    const hall = await openHall();
    const { meeting, guest, item, other, paper, otherPaper } = hall;
    const { stream, secretary } = meeting;
    const admit = (agendaItemIds: string[], personId = guest, by = secretary) =>
      world.run(by, stream, 'attendance.admit', { personId, agendaItemIds });
    const theirs = await world.client(guest);
    await theirs.subscribe(stream);
    await admit([other]);
    await theirs.until('the reset', () => theirs.resets.length > 0);
    await theirs.subscribe(stream);
    const items = (theirs.records(stream) as AnyRecord[]).filter(one => one.kind === 'agendaItem');
    expect(items.map(one => one.id)).toEqual([other]);
    expect(JSON.stringify(theirs.records(stream))).not.toMatch(new RegExp(`${canary}|Giao đất`));
    expect((await get(guest, `/api/papers/${paper}/file/a.pdf`)).status).toBe(404);
    expect((await get(guest, `/api/papers/${otherPaper}/file/a.pdf`)).status).toBe(200);
    await admit([]);
    expect((await get(guest, `/api/papers/${otherPaper}/file/a.pdf`)).status).toBe(404);
    await world.run(secretary, stream, 'attendance.admitToAll', { personId: guest });
    expect((await get(guest, `/api/papers/${paper}/file/a.pdf`)).status).toBe(200);
    await expect(admit([item], guest, guest)).rejects.toMatchObject({ code: 'not_found' });
    await expect(admit([newId()])).rejects.toMatchObject({ code: 'not_found' });
    await expect(admit([item], hall.member)).rejects.toMatchObject({ reason: 'attendance.belongsToAll' });
  });

  it('does not widen when its last item leaves the agenda, and ends with the invitation', async () => {
    const hall = await openHall();
    const { meeting, guest, paper } = hall;
    const gone = await world.agendaItem(meeting);
    await world.run(meeting.secretary, meeting.stream, 'attendance.admit', {
      personId: guest,
      agendaItemIds: [gone],
    });
    await world.run(meeting.secretary, meeting.stream, 'agenda.removeItem', { itemId: gone });
    expect((await get(guest, `/api/papers/${paper}/file/a.pdf`)).status).toBe(404);
    await world.run(meeting.secretary, meeting.stream, 'meetings.withdrawInvitation', { personId: guest });
    await world.run(meeting.secretary, meeting.stream, 'meetings.invitePeople', {
      personIds: [guest],
      role: 'invitee',
    });
    expect((await get(guest, `/api/papers/${paper}/file/a.pdf`)).status).toBe(200);
  });
});
