import type { CommandInput, CommandName } from '@nghisu/shared/commands.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { BedMeeting } from '../../bed/meetings.ts';
import type { Person, Unit } from '../../bed/people.ts';
import type { Random } from '../../random.ts';

/** A command that somebody wants to give, and what is known once it is accepted. */
export type Intent = {
  readonly stream: string;
  readonly name: CommandName;
  readonly input: unknown;
  readonly done?: () => void;
};

/** What the commanders of a meeting know of it: enough to ask for what mostly is possible. */
export type Known = {
  readonly meeting: BedMeeting;
  readonly units: readonly Unit[];
  readonly items: string[];
  /** Those that were added, and may be removed. */
  readonly spare: string[];
  readonly papers: string[];
  readonly requests: string[];
  readonly assignments: { id: string; unit: Unit }[];
};

export const knowledgeOf = (meeting: BedMeeting, units: readonly Unit[]): Known => ({
  meeting,
  units,
  items: [...meeting.itemIds],
  spare: [],
  papers: [...meeting.paperIds],
  requests: [],
  assignments: [],
});

/** So that a meeting does not grow over the hours of a run. */
const most = { spare: 15, papers: 10, requests: 60, assignments: 20 };

export function intent<Name extends CommandName>(
  stream: string,
  name: Name,
  input: CommandInput<Name>,
  done?: () => void,
): Intent {
  return { stream, name, input, ...(done && { done }) };
}

type Choice = (known: Known, random: Random) => Intent | null;

const words = ['kinh tế', 'xây dựng', 'giáo dục', 'y tế', 'đầu tư công', 'chuyển đổi số'];
const text = (random: Random): string => `Báo cáo ${random.pick(words)} lần ${random.below(1_000_000)}`;

const details = (random: Random) => ({
  title: text(random),
  unitId: null,
  presenterId: null,
  minutesPlanned: random.below(60),
  note: random.chance(0.3) ? text(random) : '',
});

const anyItem = (known: Known, random: Random): string => random.pick([...known.items, ...known.spare]);

const agenda: Record<string, Choice> = {
  edit: (known, random) =>
    intent(known.meeting.stream, 'agenda.editItem', { itemId: anyItem(known, random), ...details(random) }),
  move: (known, random) =>
    intent(known.meeting.stream, 'agenda.moveItem', {
      itemId: anyItem(known, random),
      parentId: null,
      beforeId: random.chance(0.3) ? null : anyItem(known, random),
    }),
  add: (known, random) => {
    if (known.spare.length >= most.spare) return null;
    const itemId = newId();
    const beforeId = random.chance(0.5) ? null : random.pick(known.items);
    const input = { itemId, parentId: null, beforeId, ...details(random) };
    return intent(known.meeting.stream, 'agenda.addItem', input, () => known.spare.push(itemId));
  },
  remove: (known, random) => {
    if (known.spare.length === 0) return null;
    const [itemId] = known.spare.splice(random.below(known.spare.length), 1);
    return intent(known.meeting.stream, 'agenda.removeItem', { itemId: itemId! });
  },
  advance: (known, random) =>
    intent(known.meeting.stream, 'agenda.advance', {
      itemId: random.chance(0.1) ? null : random.pick(known.items),
    }),
};

const papers: Record<string, Choice> = {
  rename: (known, random) =>
    intent(known.meeting.stream, 'papers.rename', {
      paperId: random.pick(known.papers),
      title: text(random),
    }),
  attach: ({ meeting, items, papers }, random) => {
    if (papers.length >= most.papers) return null;
    const paperId = newId();
    const input = { paperId, agendaItemId: random.pick(items), sha256: meeting.sha256, title: text(random) };
    return intent(meeting.stream, 'papers.attach', { ...input, fileName: 'to-trinh.pdf' }, () =>
      papers.push(paperId),
    );
  },
  remove: ({ meeting, papers }, random) => {
    const index = meeting.paperIds.length + random.below(papers.length);
    const [paperId] = papers.splice(index, 1);
    return paperId === undefined ? null : intent(meeting.stream, 'papers.remove', { paperId });
  },
  show: (known, random) =>
    intent(known.meeting.stream, 'presentation.start', { paperId: random.pick(known.papers) }),
  hide: known => intent(known.meeting.stream, 'presentation.stop', {}),
};

const life: Record<string, Choice> = {
  pause: known => intent(known.meeting.stream, 'meetings.pause', {}),
  resume: known => intent(known.meeting.stream, 'meetings.resume', {}),
  details: ({ meeting }, random) =>
    intent(meeting.stream, 'meetings.changeDetails', {
      type: 'regularSession',
      title: `Phiên họp, ${text(random)}`,
      startsAt: new Date(1_800_000_000_000 + random.below(1_000_000_000)).toISOString(),
      minutesPlanned: 240,
      roomId: null,
      chairId: meeting.organisers[0]!.id,
    }),
};

const floor: Record<string, Choice> = {
  requestFor: ({ meeting, items, requests }, random) => {
    if (requests.length >= most.requests) requests.shift();
    const requestId = newId();
    const person = random.pick([...meeting.organisers, ...meeting.members]);
    const input = { requestId, agendaItemId: random.pick(items), personId: person.id } as const;
    return intent(meeting.stream, 'speakers.requestFor', { ...input, type: 'contribution' }, () =>
      requests.push(requestId),
    );
  },
  give: ({ meeting, requests }, random) =>
    requests.length === 0
      ? null
      : intent(meeting.stream, 'speakers.giveFloor', { requestId: random.pick(requests) }),
  take: ({ meeting, requests }, random) =>
    requests.length === 0
      ? null
      : intent(meeting.stream, 'speakers.takeFloor', { requestId: random.pick(requests) }),
  withdraw: ({ meeting, requests }, random) => {
    const [requestId] = requests.splice(random.below(requests.length), 1);
    return requestId === undefined ? null : intent(meeting.stream, 'speakers.withdraw', { requestId });
  },
};

const work: Record<string, Choice> = {
  assign: ({ meeting, units, items, assignments }, random) => {
    if (assignments.length >= most.assignments) return null;
    const [unit, other] = random.chance(0.5) ? units : [...units].reverse();
    const given = { id: newId(), unit: unit! };
    const input = {
      ...{ assignmentId: given.id, agendaItemId: random.pick(items), leadUnitId: unit!.id },
      ...{ quote: '', content: text(random), coordinatingUnitIds: random.chance(0.5) ? [other!.id] : [] },
      ...{ dueDate: null, recurrence: null },
    };
    return intent(meeting.stream, 'assignments.assign', input, () => assignments.push(given));
  },
  return: ({ assignments }, random) => {
    if (assignments.length === 0) return null;
    const { id, unit } = random.pick(assignments);
    return intent(`unit:${unit.id}`, 'assignments.return', { assignmentId: id, reason: text(random) });
  },
  correct: ({ assignments }, random) => {
    if (assignments.length === 0) return null;
    const { id, unit } = random.pick(assignments);
    return intent(`unit:${unit.id}`, 'assignments.correct', {
      ...{ assignmentId: id, reason: text(random), content: text(random) },
      ...{ coordinatingUnitIds: [], dueDate: null, recurrence: null },
    });
  },
};

/** How often an organiser wants what. */
const organising: readonly (readonly [number, Choice])[] = [
  [34, agenda.edit!],
  [14, agenda.move!],
  [5, agenda.add!],
  [4, agenda.remove!],
  [6, agenda.advance!],
  [10, papers.rename!],
  [2, papers.attach!],
  [2, papers.remove!],
  [3, papers.show!],
  [1, papers.hide!],
  [1, life.pause!],
  [3, life.resume!],
  [2, life.details!],
  [3, floor.requestFor!],
  [4, floor.give!],
  [2, floor.take!],
  [2, floor.withdraw!],
  [3, work.assign!],
  [3, work.return!],
  [3, work.correct!],
];

/** What a chair or secretary does next. */
export function organiserIntent(known: Known, random: Random): Intent {
  const total = organising.reduce((sum, [weight]) => sum + weight, 0);
  for (;;) {
    let at = random.below(total);
    const [, choice] = organising.find(([weight]) => {
      at -= weight;
      return at < 0;
    })!;
    const wanted = choice(known, random);
    if (wanted) return wanted;
  }
}

/** What a member does next: reads, and asks to speak. */
export function memberIntent(
  { meeting, papers, items, requests }: Known,
  person: Person,
  random: Random,
): Intent {
  if (random.chance(0.7)) {
    const input = { paperId: random.pick(papers), lastPage: 1 + random.below(20) };
    return intent(`user:${person.id}`, 'papers.markRead', input);
  }
  const requestId = newId();
  const input = { requestId, agendaItemId: random.pick(items), type: 'interpellation' } as const;
  return intent(meeting.stream, 'speakers.request', input, () => requests.push(requestId));
}

/** What a person of a unit does next with what the meetings gave it. */
export function unitIntent(all: readonly Known[], unit: Unit, random: Random): Intent | null {
  const own = all.flatMap(({ assignments }) => assignments.filter(one => one.unit.id === unit.id));
  if (own.length === 0) return null;
  const { id: assignmentId } = random.pick(own);
  const stream = `unit:${unit.id}`;
  const chance = random.next();
  if (chance < 0.2) return intent(stream, 'assignments.accept', { assignmentId, responsibleId: null });
  if (chance < 0.85) {
    const input = { assignmentId, report: text(random), percent: random.below(100) };
    return intent(stream, 'assignments.reportProgress', input);
  }
  if (chance < 0.9) return intent(stream, 'assignments.submit', { assignmentId, report: text(random) });
  const responsibleId = random.pick([unit.head, unit.clerk]).id;
  return intent(stream, 'assignments.nameResponsible', { assignmentId, responsibleId });
}
