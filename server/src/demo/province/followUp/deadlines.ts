import type { Assignment } from '@nghisu/shared/assignments/assignments.records.ts';
import {
  addDays,
  addMonths,
  addWorkingDays,
  daysBetween,
  endOfMonth,
  endOfQuarter,
  formatDate,
  type LocalDate,
} from '@nghisu/shared/platform/dates.ts';
import type { Random } from '../setting/random.ts';

export type Deadline = {
  dueDate: LocalDate | null;
  recurrence: Assignment['recurrence'];
  /** The words at the end of the sentence that say it. */
  phrase: string;
  /** True where the work has no end, and with it no day on which it is done. */
  standing: boolean;
  /** The part of those words that belongs to the content, such as ', báo cáo UBND tỉnh'. */
  kept: string;
};

type DeadlineSetting = {
  meetingDay: LocalDate;
  /** 0 is the newest past meeting, 3 the oldest. */
  meetingIndex: number;
  /** The number of the assignment within its meeting. */
  place: number;
  today: LocalDate;
  random: Random;
  kind: DeadlineKind;
};

export type DeadlineKind = (setting: DeadlineSetting) => Deadline;

const soon = [0, 1, 2, 3, 1, 3, 2, 0];

/** A deadline as conclusions set them, in their observed shares. The first of the newest meeting fall due these days. */
export function deadlineFor(setting: DeadlineSetting): Deadline {
  const { meetingIndex, place, today, random } = setting;
  const days = meetingIndex === 0 ? soon[place] : undefined;
  if (days !== undefined) return onDay(addDays(today, days), random);
  // The oldest meeting has work that nobody has done for months.
  if (meetingIndex === 3 && place < 6) return onDay(addDays(setting.meetingDay, 20 + place * 8), random);
  return setting.kind(setting);
}

/** Forty assignments have deadlines of these kinds in any order. */
export const deadlineKinds = (): readonly DeadlineKind[] => [
  ...Array.from({ length: 16 }, () => fixed),
  ...Array.from({ length: 7 }, () => endOfPeriod),
  ...Array.from({ length: 3 }, () => workingDays),
  ...Array.from({ length: 5 }, () => recurring),
  ...Array.from({ length: 3 }, () => nextSession),
  ...Array.from({ length: 6 }, () => standing),
];

function onDay(day: LocalDate, random: Random): Deadline {
  const kept = random.pick([', báo cáo UBND tỉnh', ', báo cáo Chủ tịch UBND tỉnh', ', trình UBND tỉnh', '']);
  const phrase =
    kept === '' ? `, hoàn thành trước ngày ${formatDate(day)}` : `${kept} trước ngày ${formatDate(day)}`;
  return { dueDate: day, recurrence: null, standing: false, phrase, kept };
}

function fixed({ meetingDay, random }: DeadlineSetting): Deadline {
  return onDay(clustered(addDays(meetingDay, span(random)), meetingDay, random), random);
}

// Median 18 days, nine in ten below 75: a log-normal spread.
function span(random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return Math.min(210, Math.max(4, Math.round(18 * Math.exp(1.11 * normal))));
}

// Two in three deadlines stand on the 15th, 20th, 25th or the last day of a month.
function clustered(day: LocalDate, meetingDay: LocalDate, random: Random): LocalDate {
  if (!random.chance(0.67)) return day;
  const month = day.slice(0, 8);
  const favourites = [
    `${month}15`,
    `${month}20`,
    `${month}25`,
    endOfMonth(day),
    `${addMonths(day, 1).slice(0, 8)}15`,
  ];
  const later = favourites.filter(favourite => daysBetween(meetingDay, favourite) >= 4);
  return later.toSorted((a, b) => Math.abs(daysBetween(day, a)) - Math.abs(daysBetween(day, b)))[0] ?? day;
}

function endOfPeriod({ meetingDay, random }: DeadlineSetting): Deadline {
  const month = addMonths(meetingDay, random.pick([0, 1, 1]));
  const inMonth = random.chance(0.7);
  const dueDate = inMonth ? endOfMonth(month) : endOfQuarter(meetingDay);
  const [year = '', number = ''] = dueDate.split('-');
  const quarter = ['I', 'II', 'III', 'IV'][Math.ceil(Number(number) / 3) - 1];
  const period = inMonth ? `tháng ${Number(number)}/${year}` : `quý ${quarter}/${year}`;
  return { dueDate, recurrence: null, standing: false, phrase: `; hoàn thành trong ${period}`, kept: '' };
}

function workingDays({ meetingDay, random }: DeadlineSetting): Deadline {
  const count = random.pick([5, 7, 10, 15]);
  return {
    dueDate: addWorkingDays(meetingDay, count),
    recurrence: null,
    standing: false,
    phrase: `; hoàn thành trong ${String(count).padStart(2, '0')} ngày làm việc`,
    kept: '',
  };
}

function recurring({ today, random }: DeadlineSetting): Deadline {
  const day = random.pick([15, 20, 25]);
  // Only the next report is due; half of the units have already handed this month's in.
  const from = random.chance(0.5) ? today : addMonths(today, 1);
  const thisMonth = `${from.slice(0, 8)}${day}`;
  return {
    dueDate: thisMonth >= from ? thisMonth : `${addMonths(from, 1).slice(0, 8)}${day}`,
    recurrence: { every: 'month', day },
    standing: true,
    phrase: `; định kỳ hằng tháng, trước ngày ${day}, báo cáo UBND tỉnh`,
    kept: '; báo cáo UBND tỉnh',
  };
}

function nextSession({ meetingDay }: DeadlineSetting): Deadline {
  const phrase = ', báo cáo tại phiên họp thường kỳ tháng sau';
  return { dueDate: addDays(meetingDay, 28), recurrence: null, standing: false, phrase, kept: phrase };
}

function standing({ random }: DeadlineSetting): Deadline {
  const phrase = random.pick([
    ', kịp thời báo cáo những vấn đề phát sinh',
    '',
    ', tham mưu UBND tỉnh chỉ đạo',
  ]);
  return { dueDate: null, recurrence: null, standing: true, phrase, kept: phrase };
}
