import type { Assignment, AssignmentEntry } from '@nghisu/shared/assignments/assignments.records.ts';
import type { LocalDate } from '@nghisu/shared/platform/dates.ts';
import { fields } from './facts/fields.ts';
import { districtTasks, itemTasks, standingTasks } from './facts/reports.ts';
import { type DeadlineKind, deadlineFor, deadlineKinds } from './followUp/deadlines.ts';
import { tellHistory } from './followUp/history.ts';
import { type Coordination, coordinations, coordinatorsFor, leadFor } from './followUp/parties.ts';
import type { DemoItem, DemoMeeting } from './meetings.ts';
import type { DemoOrganisation, DemoUnit } from './organisation.ts';
import { createDirectory, type Directory } from './setting/directory.ts';
import { type Random, seededId, seededRandom } from './setting/random.ts';
import { capitalise, communesOf, createWording, type Wording } from './setting/wording.ts';

/** An assignment as it stands on the eve of `today`, the sentence that gave it, and all that happened to it since. */
export type DemoAssignment = Omit<Assignment, 'kind'> & {
  /** The sentence of the minutes in full; `quote` is the same without its full stop. */
  sentence: string;
  confirmedAt: string | null;
  history: (AssignmentEntry & { revision: number })[];
};

/** How many assignments each past meeting gave, from the newest meeting to the oldest. */
const counts = [34, 66, 52, 48];

/** About 200 assignments from the closed meetings, in every progress state and every time status. */
export function buildAssignments(
  seed: string,
  organisation: DemoOrganisation,
  meetings: readonly DemoMeeting[],
  today: LocalDate,
): DemoAssignment[] {
  const directory = createDirectory(organisation);
  const random = seededRandom(seed).fork('assignments');
  const shared = {
    directory,
    today,
    known: new Set<string>(),
    coordination: random.fork('coordination').dealer(coordinations),
    kind: random.fork('deadlines').dealer(deadlineKinds()),
  };
  return meetings
    .filter(meeting => meeting.state === 'closed')
    .flatMap((meeting, index) => {
      const wording = createWording(random.fork(`wording ${index}`), meeting.day);
      const making = { ...shared, meeting, wording, random: random.fork(`meeting ${index}`) };
      return Array.from({ length: counts[index] ?? 0 }, (_, place) => buildAssignment(making, index, place));
    })
    .toSorted((a, b) => (a.assignedAt < b.assignedAt ? -1 : a.assignedAt > b.assignedAt ? 1 : 0));
}

type Making = {
  directory: Directory;
  meeting: DemoMeeting;
  random: Random;
  wording: Wording;
  today: LocalDate;
  known: Set<string>;
  coordination: () => Coordination;
  kind: () => DeadlineKind;
};

function buildAssignment(making: Making, meetingIndex: number, place: number): DemoAssignment {
  const { directory, meeting, random, today } = making;
  // Opening and closing of a meeting give no work.
  const items = meeting.items.filter(
    item => item.minutesPlanned >= 15 || !item.subject.startsWith('chương trình'),
  );
  const item = random.pick(items.filter(candidate => !candidate.subject.startsWith('kết luận')));
  const lead = leadFor(directory, item.unitId, random);
  const coordinators = coordinatorsFor(directory, lead.id, random, making.coordination());
  const deadline = deadlineFor({
    meetingDay: meeting.day,
    meetingIndex,
    place,
    today,
    random,
    kind: making.kind(),
  });
  const task = taskFor(making, item, lead, deadline.standing);
  // The product shows every state; this one is too rare to be left to chance.
  const refused = meetingIndex === 0 && place === 9;
  const content = `${capitalise(task)}${deadline.kept}`;
  const sentence = `Giao ${lead.name} ${coordinators.phrase}${task}${deadline.phrase}.`;
  const outline: Outline = {
    id: seededId(random),
    content,
    leadUnitId: lead.id,
    coordinatingUnitIds: coordinators.units.map(unit => unit.id),
    recurrence: deadline.recurrence,
    assignedAt: item.heldUntil ?? meeting.startsAt,
    assignedById: random.weighted([
      [directory.login('thuky'), 60],
      [directory.login('thuky2'), 25],
      [meeting.chairId, 15],
    ]),
    meetingId: meeting.id,
    agendaItemId: item.id,
    quote: sentence.slice(0, -1),
  };
  return { ...outline, sentence, ...tellHistory(outline, deadline, { ...making, lead, refused }) };
}

/** What is known of an assignment when it is given. */
export type Outline = Pick<
  DemoAssignment,
  | 'id'
  | 'content'
  | 'leadUnitId'
  | 'coordinatingUnitIds'
  | 'recurrence'
  | 'assignedAt'
  | 'assignedById'
  | 'meetingId'
  | 'agendaItemId'
  | 'quote'
>;

/** What is known of it only once its history is told. */
export type Fate = Omit<DemoAssignment, keyof Outline | 'sentence'>;

// Half of the work follows from the item, half from the field of the unit; no task is given twice.
function taskFor(
  { random, wording, known }: Making,
  item: DemoItem,
  lead: DemoUnit,
  standing: boolean,
): string {
  const decks = decksFor(lead, standing);
  const place = lead.type === 'district' ? lead.name.replace('UBND ', '') : null;
  for (let tries = 0; ; tries++) {
    const own = place === null ? {} : { d: place, c: random.pick(communesOf(place)) };
    const task = wording.deal(random.pick(decks), { s: item.subject, ...own });
    const key = `${lead.id} ${task}`;
    if (known.has(key) && tries < 50) continue;
    known.add(key);
    return task;
  }
}

// A field's tasks suit the department that it names first; the others share its figures only.
function decksFor(lead: DemoUnit, standing: boolean): (readonly string[])[] {
  if (lead.type === 'district') return [districtTasks];
  if (standing) return [standingTasks];
  const own = fields.find(field => field.units[0] === lead.name);
  return own ? [own.tasks, itemTasks] : [itemTasks];
}
