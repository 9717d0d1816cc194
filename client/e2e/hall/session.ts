import type { AgendaItem } from '@nghisu/shared/agenda/agenda.records.ts';
import { agendaNumbers, agendaOrder, nextItem } from '@nghisu/shared/agenda/agenda.rules.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Actor } from './actors.ts';

/** The session of today, running at its first item with papers, its minutes begun. */
export type Session = {
  readonly meetingId: string;
  readonly items: readonly AgendaItem[];
  /** What comes after the item it is at, as people say it. */
  readonly next: string;
};

/** Opens the session of today and its minutes, as chair and secretary would. */
export async function openSession({
  chair,
  secretary,
}: Record<'chair' | 'secretary', Actor>): Promise<Session> {
  const { id } = await chair.person();
  const meetings = await chair.records(`user:${id}`, 'myMeeting');
  const today = meetings.find(({ state, type }) => state === 'published' && type === 'regularSession');
  if (!today) throw new Error('the demo has no session today');
  const stream = `meeting:${today.id}`;
  const items = agendaOrder(await chair.records(stream, 'agendaItem'));
  const papers = await chair.records(stream, 'paper');
  const first =
    items.find(item => papers.filter(paper => paper.agendaItemId === item.id).length > 1) ?? items[0];
  await chair.command(stream, 'meetings.open', {});
  await chair.command(stream, 'agenda.advance', { itemId: first?.id });
  await secretary.command(stream, 'minutes.start', {});
  const next = nextItem(
    items.map(item => (item.id === first?.id ? { ...item, state: 'current' as const } : item)),
    first?.id ?? null,
  );
  return { meetingId: today.id, items, next: `${agendaNumbers(items).get(next?.id ?? '')}: ${next?.title}` };
}

type Voters = Record<'chair' | 'secretary' | 'member' | 'departmentHead', Actor>;

/**
 * A published meeting of a chair and two members with six items: nobody objects to the first four, one of them objects to
 * the fifth, and nobody has said anything about the sixth.
 */
export async function prepareConsent(
  { chair, secretary, member, departmentHead }: Voters,
  title: string,
): Promise<{ meetingId: string; itemIds: string[] }> {
  const meetingId = newId();
  const stream = `meeting:${meetingId}`;
  await secretary.command(stream, 'meetings.create', {
    type: 'thematicSession',
    title,
    startsAt: new Date(Date.now() + 2 * 86_400_000).toISOString(),
    minutesPlanned: 90,
    roomId: null,
    chairId: (await chair.person()).id,
    secretaryIds: [(await secretary.person()).id],
  });
  const personIds = [(await member.person()).id, (await departmentHead.person()).id];
  await secretary.command(stream, 'meetings.invitePeople', { personIds, role: 'member' });
  const itemIds: string[] = [];
  for (let number = 1; number <= 6; number += 1) {
    const itemId = newId();
    itemIds.push(itemId);
    const words = number === 2 ? title : `Nội dung thứ ${number} trình Ủy ban nhân dân tỉnh`;
    const details = { title: words, unitId: null, presenterId: null, minutesPlanned: 10, note: '' };
    await secretary.command(stream, 'agenda.addItem', { itemId, parentId: null, beforeId: null, ...details });
  }
  await secretary.command(stream, 'meetings.publish', {});
  const take = (actor: Actor, at: number, stance: string, remark = '') =>
    actor.command(stream, 'decisions.takePosition', { agendaItemId: itemIds[at], stance, remark });
  for (const actor of [chair, member, departmentHead])
    for (const at of [0, 1, 2, 3]) await take(actor, at, 'noObjection');
  await take(departmentHead, 4, 'objection', 'Nguồn vốn chưa rõ, đề nghị Sở Tài chính giải trình thêm.');
  return { meetingId, itemIds };
}

/** Everybody asks to speak to the item under discussion; the head of the department has the floor. */
export async function callSpeakers(
  { chair, secretary, member, departmentHead }: Voters,
  meetingId: string,
): Promise<void> {
  const stream = `meeting:${meetingId}`;
  const items = await chair.records(stream, 'agendaItem');
  const agendaItemId = items.find(item => item.state === 'current')?.id;
  const ask = async (actor: Actor, type: string): Promise<string> => {
    const requestId = newId();
    await actor.command(stream, 'speakers.request', { requestId, agendaItemId, type });
    return requestId;
  };
  const first = await ask(departmentHead, 'contribution');
  await ask(member, 'contribution');
  await ask(departmentHead, 'interpellation');
  const attendees = await chair.records(stream, 'attendee');
  const known = await Promise.all([chair, secretary, member, departmentHead].map(actor => actor.person()));
  const others = attendees.filter(one => one.role === 'member' && !known.some(({ id }) => id === one.id));
  for (const { id } of others.slice(0, 2))
    await secretary.command(stream, 'speakers.requestFor', {
      requestId: newId(),
      agendaItemId,
      personId: id,
      type: id === others[1]?.id ? 'pointOfOrder' : 'contribution',
    });
  const text = 'Đề nghị làm rõ tiến độ giải phóng mặt bằng và nguồn vốn đối ứng của từng huyện.';
  await member.command(stream, 'speakers.write', { requestId: newId(), agendaItemId, text });
  await chair.command(stream, 'speakers.giveFloor', { requestId: first, secondsAllowed: 600 });
}
