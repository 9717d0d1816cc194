import type { AgendaItem } from '@nghisu/shared/agenda/agenda.records.ts';
import { agendaNumbers, agendaOrder, nextItem } from '@nghisu/shared/agenda/agenda.rules.ts';
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
