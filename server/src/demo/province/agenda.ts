import { addWorkingDays, type LocalDate } from '@nghisu/shared/platform/dates.ts';
import type { ItemFact, PaperFact } from './facts/agenda.ts';
import type { DemoItem, DemoPaper, DemoVote } from './meetings.ts';
import { committeeSize } from './organisation.ts';
import type { Directory } from './setting/directory.ts';
import { addMinutes } from './setting/moments.ts';
import { type Random, seededId } from './setting/random.ts';
import { createWording, type Wording } from './setting/wording.ts';

/** What the agenda needs to know of its meeting. */
type AgendaSetting = {
  day: LocalDate;
  today: LocalDate;
  chairId: string;
  facts: readonly ItemFact[];
  /** When the meeting was opened; null where it is still to be held. */
  openedAt: string | null;
};

type Place = { parentId: string | null; position: number };

/** Makes the items of a meeting, parents before their children, and tells when the last one ended. */
export function buildAgenda(setting: AgendaSetting, directory: Directory, random: Random) {
  const wording = createWording(random.fork('wording'), setting.day);
  const items: DemoItem[] = [];
  let clock = setting.openedAt;
  const add = (fact: ItemFact, place: Place): void => {
    const item = buildItem(fact, place, { setting, directory, random, wording, clock });
    items.push(item);
    clock = item.heldUntil;
    for (const [index, child] of (fact.children ?? []).entries())
      add(child, { parentId: item.id, position: index + 1 });
  };
  for (const [index, fact] of setting.facts.entries()) add(fact, { parentId: null, position: index + 1 });
  return { items, end: clock };
}

type Making = {
  setting: AgendaSetting;
  directory: Directory;
  random: Random;
  wording: Wording;
  clock: string | null;
};

function buildItem(fact: ItemFact, place: Place, making: Making): DemoItem {
  const { setting, directory, random, clock } = making;
  const unit = directory.unitNamed(fact.unit);
  const fill = filler(making);
  // Discussion takes between two thirds and a third more than planned.
  const minutes = Math.max(3, Math.round(fact.minutes * (0.66 + random.next() * 0.67)));
  const concluding = fact.subject.startsWith('kết luận');
  return {
    id: seededId(random),
    ...place,
    title: fill(fact.title),
    subject: fill(fact.subject),
    unitId: unit.id,
    presenterId: concluding ? setting.chairId : presenterOf(directory, unit.id, random),
    minutesPlanned: fact.minutes,
    note: fact.note ?? '',
    state: clock === null ? 'planned' : 'done',
    secondsUsed: clock === null ? 0 : minutes * 60,
    heldFrom: clock,
    heldUntil: clock === null ? null : addMinutes(clock, minutes),
    papers: (fact.papers ?? []).map(paper => buildPaper(paper, unit.id, making)),
    vote: fact.question && clock !== null ? castVote(fill(fact.question), random) : null,
  };
}

function buildPaper(fact: PaperFact, unitId: string, making: Making): DemoPaper {
  const { setting, directory, random } = making;
  const [template, kind, pages, style = 'text'] = fact;
  const title = filler(making)(template);
  return {
    id: seededId(random),
    title,
    fileName: `${title
      .replace(/[/\\:*?"<>|]/g, '-')
      .slice(0, 120)
      .trim()}.pdf`,
    kind,
    pages,
    style,
    unitId,
    issuedOn: issuedBefore(setting, random),
    signerName: kind === 'draft' ? null : directory.person(directory.headOf(unitId)).fullName,
  };
}

// Papers go out three working days before the meeting (Decision 45/2018/QĐ-TTg), most of them a little earlier.
function issuedBefore({ day, today }: AgendaSetting, random: Random): LocalDate {
  const issued = addWorkingDays(day, -random.int(3, 6));
  return issued < today ? issued : addWorkingDays(today, -1);
}

function filler({ setting, wording }: Making): (template: string) => string {
  const month = `${Number(setting.day.slice(5, 7))}/${setting.day.slice(0, 4)}`;
  return template => wording.fill(template, { month });
}

function presenterOf(directory: Directory, unitId: string, random: Random): string {
  const [head = '', ...others] = directory.staffOf(unitId);
  return random.chance(0.75) || others.length === 0 ? head : random.pick(others.slice(0, 2));
}

// Most questions find nearly all members on one side.
function castVote(question: string, random: Random): DemoVote {
  const against = random.weighted([
    [0, 60],
    [1, 30],
    [2, 10],
  ]);
  const notVoting = random.int(0, 3);
  return { question, for: committeeSize - against - notVoting, against, notVoting };
}
