import type { Position, Stance } from '@nghisu/shared/decisions/decisions.records.ts';
import { mayDecide } from '@nghisu/shared/meetings/meetings.policy.ts';
import type { DemoItem, DemoMeeting } from './meetings.ts';
import { type Random, seededId, seededRandom } from './setting/random.ts';

type DemoPosition = Omit<Position, 'kind'>;

/** So many items, the last of the agenda before the conclusion, meet with no objection at all. */
const unopposedItems = 5;

/** What a few members say of the items before those. */
const reservations: readonly { stance: Stance; remark: string }[] = [
  { stance: 'objection', remark: 'Nguồn vốn đối ứng chưa rõ, đề nghị Sở Tài chính giải trình thêm.' },
  { stance: 'wishesToSpeak', remark: 'Xin trao đổi về tiến độ giải phóng mặt bằng.' },
  { stance: 'wishesToSpeak', remark: '' },
];

/** Where the members stand on the items of the session to come, taken in the hour before `at` (ISO instant). */
export function buildPositions(seed: string, meetings: readonly DemoMeeting[], at: string): DemoPosition[] {
  const random = seededRandom(seed).fork('positions');
  const session = meetings.find(({ type, state }) => type === 'regularSession' && state === 'published');
  if (!session) return [];
  const parents = new Set(session.items.map(item => item.parentId));
  // Nobody objects to the opening, nor to the conclusion: there is nothing to adopt.
  const items = session.items.filter(item => !parents.has(item.id)).slice(1, -1);
  const unopposed = items.slice(-unopposedItems);
  const reserved = items.slice(-unopposedItems - 2, -unopposedItems);
  const voters = session.attendees.filter(({ role }) => mayDecide(role)).map(({ personId }) => personId);
  const take = (
    item: DemoItem,
    personId: string,
    given: Pick<Position, 'stance' | 'remark'>,
  ): DemoPosition => ({
    id: seededId(random),
    meetingId: session.id,
    agendaItemId: item.id,
    personId,
    ...given,
    takenAt: someMinutesBefore(at, random),
  });
  const agreed = { stance: 'noObjection', remark: '' } as const;
  const silent = voters.slice(0, 3);
  return [
    ...unopposed.flatMap(item => voters.map(personId => take(item, personId, agreed))),
    ...reserved.flatMap(item => {
      const others = random.shuffle(voters.filter(personId => !silent.includes(personId)));
      return others.map((personId, index) => take(item, personId, reservations[index] ?? agreed));
    }),
  ];
}

const someMinutesBefore = (at: string, random: Random): string =>
  new Date(Date.parse(at) - random.int(1, 60) * 60_000).toISOString();
