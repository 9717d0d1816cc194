import { addDays, addWorkingDays, daysBetween, type LocalDate } from '@nghisu/shared/platform/dates.ts';
import type { Random } from '../setting/random.ts';
import type { Deadline } from './deadlines.ts';

/** How the work ends, seen from today; `returned` is work that was sent back once and then completed. */
type Kind = 'notStarted' | 'declined' | 'working' | 'rework' | 'awaiting' | 'done' | 'returned';

export type Outcome = {
  kind: Kind;
  /** The due date that holds in the end. */
  dueDate: LocalDate | null;
  /** The day on which the unit accepted or declined. */
  accepted: LocalDate;
  /** The last day on which anything can have happened. */
  until: LocalDate;
  /** The day on which the unit declared the work done for the last time. */
  submitted: LocalDate | null;
  extension: { before: LocalDate; after: LocalDate } | null;
};

type OutcomeSetting = Pick<Deadline, 'dueDate' | 'recurrence'> & {
  given: LocalDate;
  today: LocalDate;
  random: Random;
  refused: boolean;
};

type Weights = readonly (readonly [Kind, number])[];

// Shares after national and provincial figures: of what was due, 60-70 % on time, 12-20 % late, 5-20 % open; about one
// in twenty sent back.
const settled: Weights = [
  ['done', 80],
  ['returned', 6],
  ['awaiting', 3],
  ['working', 9],
  ['rework', 2],
  ['notStarted', 2],
];
const underWay: Weights = [
  ['working', 50],
  ['done', 14],
  ['notStarted', 20],
  ['awaiting', 8],
  ['rework', 5],
  ['declined', 6],
];
const undated: Weights = [
  ['working', 54],
  ['done', 26],
  ['notStarted', 8],
  ['awaiting', 6],
  ['rework', 3],
  ['declined', 5],
];
const standing: Weights = [
  ['working', 88],
  ['notStarted', 8],
  ['awaiting', 4],
];
const forgotten: Weights = [
  ['working', 60],
  ['rework', 20],
  ['notStarted', 20],
];

/** Decides how the work went. */
export function fateFor(setting: OutcomeSetting): Outcome {
  const { given, today, random, recurrence } = setting;
  const until = addDays(today, -1);
  const accepted = earlier(addWorkingDays(given, random.int(0, 3)), until);
  const extension = extensionFor(setting);
  const dueDate = extension?.after ?? setting.dueDate;
  const left = dueDate === null ? null : daysBetween(today, dueDate);
  // Some of what was due long ago has simply been left.
  const old = daysBetween(given, today) > 150 && left !== null && left < -110 && random.chance(0.1);
  const weights =
    recurrence !== null
      ? standing
      : left === null
        ? undated
        : old
          ? forgotten
          : left < 0
            ? settled
            : underWay;
  const kind = setting.refused ? 'declined' : random.weighted(weights);
  // Nobody asks for more time for work that he has not taken on.
  const moved = kind === 'notStarted' || kind === 'declined' ? null : extension;
  const ends = kind === 'done' || kind === 'returned' || kind === 'awaiting';
  const submitted = ends ? submittedOn({ ...setting, dueDate }, accepted, until) : null;
  return { kind, dueDate: moved?.after ?? setting.dueDate, accepted, until, submitted, extension: moved };
}

function submittedOn({ dueDate, random }: OutcomeSetting, accepted: LocalDate, until: LocalDate): LocalDate {
  if (dueDate === null) return earlier(addDays(accepted, random.int(4, 40)), until);
  const late = random.chance(0.18);
  // Lateness: median six days, with a long tail.
  const delay = late ? Math.ceil(-8.7 * Math.log(1 - random.next())) : -Math.floor(random.next() ** 2 * 9);
  const wanted = addDays(dueDate, delay);
  const possible = wanted > accepted ? wanted : addDays(accepted, late ? 3 : 0);
  return earlier(possible, until);
}

// One in ten deadlines was moved in the end, by one to four weeks; standing tasks have none that could be.
function extensionFor({ dueDate, recurrence, given, today, random }: OutcomeSetting): Outcome['extension'] {
  if (dueDate === null || recurrence !== null || !random.chance(0.28)) return null;
  if (dueDate >= today || daysBetween(given, dueDate) < 8) return null;
  return { before: dueDate, after: addWorkingDays(dueDate, random.int(5, 20)) };
}

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
