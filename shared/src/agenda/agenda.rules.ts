import type { Meeting } from '../meetings/meetings.records.ts';
import type { AgendaItem } from './agenda.records.ts';

type Placed = Pick<AgendaItem, 'id' | 'parentId' | 'position'>;
type Sibling = Pick<AgendaItem, 'id' | 'position'>;

const bySibling = (a: Sibling, b: Sibling): number => a.position - b.position || (a.id < b.id ? -1 : 1);

/** An item whose parent the viewer may not see stands at the top. */
function parentsOf(items: readonly Placed[]): (item: Placed) => string | null {
  const present = new Set(items.map(item => item.id));
  return ({ parentId }) => (parentId !== null && present.has(parentId) ? parentId : null);
}

/** The items in the order of the agenda, each parent followed by its children. */
export function agendaOrder<Item extends Placed>(items: readonly Item[]): Item[] {
  const childrenOf = Map.groupBy(items, parentsOf(items));
  const tops = (childrenOf.get(null) ?? []).toSorted(bySibling);
  return tops.flatMap(top => [top, ...(childrenOf.get(top.id) ?? []).toSorted(bySibling)]);
}

/** The numbers that people say aloud: `4` for a top item, `4.2` for a nested one, by id. */
export function agendaNumbers(items: readonly Placed[]): Map<string, string> {
  const numbers = new Map<string, string>();
  const parentOf = parentsOf(items);
  let top = 0;
  let nested = 0;
  for (const item of agendaOrder(items)) {
    const isTop = parentOf(item) === null;
    if (isTop) {
      top += 1;
      nested = 0;
    } else nested += 1;
    numbers.set(item.id, isTop ? `${top}` : `${top}.${nested}`);
  }
  return numbers;
}

/** Siblings further apart than this can always take another item between them. */
const smallestGap = 1e-6;

/**
 * The position that puts an item before `beforeId` (last when null) among its siblings, or null where the siblings
 * stand too close and have to be spread first. `siblings` excludes the item itself.
 */
export function positionBefore(siblings: readonly Sibling[], beforeId: string | null): number | null {
  const ordered = siblings.toSorted(bySibling);
  const index = beforeId === null ? ordered.length : ordered.findIndex(item => item.id === beforeId);
  const after = ordered[index];
  const before = ordered[index - 1];
  if (!after) return before ? Math.floor(before.position) + 1 : 1;
  const low = before ? before.position : after.position - 2;
  return after.position - low < smallestGap ? null : (low + after.position) / 2;
}

type Clock = Pick<AgendaItem, 'secondsUsed' | 'startedAt' | 'pausedBefore'>;
type MeetingClock = Pick<Meeting, 'pausedAt' | 'pausedSeconds' | 'closedAt'>;

/** Whole seconds of discussion until `now` (milliseconds since 1970), without the meeting's pauses. */
export function secondsUsed(item: Clock, meeting: MeetingClock, now: number): number {
  if (item.startedAt === null) return item.secondsUsed;
  const stopped = meeting.pausedAt ?? meeting.closedAt;
  const until = stopped === null ? now : Math.min(now, Date.parse(stopped));
  const paused = meeting.pausedSeconds - item.pausedBefore;
  const running = Math.floor((until - Date.parse(item.startedAt)) / 1000) - paused;
  return item.secondsUsed + Math.max(0, running);
}

/** Seconds left of the planned time; negative once it is exceeded. */
export const secondsLeft = (
  item: Clock & Pick<AgendaItem, 'minutesPlanned'>,
  meeting: MeetingClock,
  now: number,
): number => item.minutesPlanned * 60 - secondsUsed(item, meeting, now);

/** The item that comes after `currentId` in the agenda and is still to be discussed. */
export function nextItem<Item extends Placed & Pick<AgendaItem, 'state'>>(
  items: readonly Item[],
  currentId: string | null,
): Item | null {
  const ordered = agendaOrder(items);
  const from = ordered.findIndex(item => item.id === currentId) + 1;
  const planned = (item: Item): boolean => item.state === 'planned';
  return ordered.slice(from).find(planned) ?? ordered.slice(0, from).find(planned) ?? null;
}
