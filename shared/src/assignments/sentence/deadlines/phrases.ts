import { addDays, daysBetween, type LocalDate } from '../../../platform/dates.ts';
import { keyAt, type Matcher, phrases, type Token } from '../tokens.ts';
import { type Moment, readMoment, skipTimeOfDay } from './calendar.ts';
import { describesMatter, mayDescribeMatter } from './nounPhrases.ts';
import { readTerm, type TermCalendar } from './terms.ts';

/** How surely words before a date make it a deadline: "chậm nhất" says so, "vào" may only tell when. */
type Strength = 1 | 2 | 3;

/** A phrase that may be a due date, at the tokens `from` up to `end`. */
export interface DatePhrase {
  readonly from: number;
  readonly end: number;
  /** Null for a day that does not exist. */
  readonly date: LocalDate | null;
  readonly strength: Strength;
  /** True where a reader must look: "đầu tháng 12", a term from an unknown day, a day that does not exist. */
  readonly vague: boolean;
  readonly moment: Moment | null;
}

const limit = phrases([
  'truoc',
  'cham nhat',
  'cham nhat la',
  'cham nhat den',
  'muon nhat',
  'muon nhat la',
  'khong muon hon',
  'khong cham qua',
  'khong cham hon',
  'khong qua',
  'khong de qua',
  'toi da',
  'xong',
  'han',
  'han cuoi',
  'han cuoi la',
  'han chot',
  'han hoan thanh',
  'thoi han',
  'thoi han hoan thanh',
  'thoi gian hoan thanh',
  'thoi gian thuc hien',
  'thoi gian',
]);
const within = phrases([
  'trong',
  'ngay trong',
  'trong vong',
  'trong thoi han',
  'trong thoi gian',
  'het',
  'den het',
  'tu nay den',
  'tu nay den het',
]);
const towards = phrases(['vao', 'den', 'sau']);
const completed = phrases(['hoan thanh', 'xong', 'hoan tat']);
const partOfPeriod = phrases(['dau', 'giua', 'cuoi', 'het', 'nua dau']);
// "dịp cuối năm" tells when things happen, not until when.
const tellsOccasion = new Set(['dip', 'diem', 'ky', 'vu', 'hop']);
const clauseEnd = new Set(['', ',', ';', '.', ')', 'va']);
const MOST_INTRODUCERS = 5;

interface Introduction {
  readonly end: number;
  readonly strength: Strength | 0;
  readonly before: boolean;
  readonly towards: boolean;
}

/** All due-date phrases between two places, from left to right, without overlap. */
export function findDatePhrases(
  tokens: readonly Token[],
  from: number,
  to: number,
  calendar: TermCalendar,
): DatePhrase[] {
  const found: DatePhrase[] = [];
  for (let at = from; at < to; ) {
    const phrase = readDatePhrase(tokens, at, calendar);
    if (phrase !== null && phrase.end <= to) {
      if (mayDescribeMatter(tokens, phrase)) found.push({ ...phrase, date: null, vague: true });
      else if (!describesMatter(tokens, phrase, calendar.base)) found.push(phrase);
      at = phrase.end;
    } else at += 1;
  }
  return found;
}

function readDatePhrase(tokens: readonly Token[], at: number, calendar: TermCalendar): DatePhrase | null {
  const introduction = readIntroduction(tokens, at);
  const place = introduction.end;
  if (introduction.strength === 0) return readBarePhrase(tokens, at, calendar.base);
  const part = readPart(tokens, place, calendar.base);
  if (part !== null) return { ...part, from: at, strength: introduction.strength };

  // "trước 15 giờ" is a time of day and no term.
  const afterTime = skipTimeOfDay(tokens, place);
  const term = introduction.before && afterTime > place ? null : readTerm(tokens, place, calendar);
  if (term !== null) {
    // "trước 10 ngày" counts back from something that has no date here.
    const date = introduction.before ? null : term.date;
    const vague = term.vague || date === null || introduction.strength === 1;
    return { from: at, end: term.end, date, strength: introduction.strength, vague, moment: null };
  }

  const moment = readMoment(tokens, afterTime, calendar.base);
  if (moment !== null) return fromMoment(tokens, at, moment, introduction);
  return readRunning(tokens, at, introduction, calendar.base);
}

function fromMoment(
  tokens: readonly Token[],
  from: number,
  moment: Moment,
  introduction: Introduction,
): DatePhrase | null {
  // "quy hoạch đến năm 2040" and "sau ngày 1/1" tell of the matter, not of a deadline.
  const wholeYear = moment.first?.endsWith('-01-01') && moment.date?.endsWith('-12-31');
  const onlyTowards = introduction.towards && introduction.strength === 1;
  if (onlyTowards && (wholeYear || keyAt(tokens, from) === 'sau')) return null;
  const date = introduction.before && moment.first !== null ? addDays(moment.first, -1) : moment.date;
  const { strength } = introduction;
  if (strength === 0) return null;
  return { from, end: moment.end, date, strength, vague: date === null || onlyTowards, moment };
}

// "xử lý ngay trong ngày", "hoàn thành trong tháng"
function readRunning(
  tokens: readonly Token[],
  from: number,
  introduction: Introduction,
  base: LocalDate,
): DatePhrase | null {
  const { end, strength } = introduction;
  if (strength !== 2 || !clauseEnd.has(keyAt(tokens, end + 1))) return null;
  const date = keyAt(tokens, end) === 'ngay' ? base : (readPeriod(tokens, end, base)?.date ?? null);
  if (date === null) return null;
  return { from, end: end + 1, date, strength, vague: false, moment: null };
}

// "hoàn thành ngày 30/12", "cuối năm": no introducing word, but the word before or the phrase itself sets a limit.
function readBarePhrase(tokens: readonly Token[], at: number, base: LocalDate): DatePhrase | null {
  const part =
    keyAt(tokens, at) === 'het' || tellsOccasion.has(keyAt(tokens, at - 1))
      ? null
      : readPart(tokens, at, base);
  if (part !== null) return { ...part, from: at, strength: 1 };
  const afterCompleted = [1, 2].some(back => at >= back && completed(tokens, at - back) === at);
  const moment = afterCompleted ? readMoment(tokens, at, base) : null;
  if (moment === null) return null;
  return { from: at, end: moment.end, date: moment.date, strength: 3, vague: moment.date === null, moment };
}

type Part = Pick<DatePhrase, 'end' | 'date' | 'vague' | 'moment'>;

function readPart(tokens: readonly Token[], at: number, base: LocalDate): Part | null {
  const end = partOfPeriod(tokens, at);
  if (end === at) return null;
  const moment = readPeriod(tokens, end, base);
  if (moment?.first == null || moment.date === null) return null;
  const part = keyAt(tokens, at);
  if (part === 'cuoi' || part === 'het') return { end: moment.end, date: moment.date, vague: false, moment };
  return {
    end: moment.end,
    date: earlyDay(moment.first, moment.date, end - at > 1 ? 'giua' : part),
    vague: true,
    moment,
  };
}

// "cuối năm", "cuối tháng", "cuối tuần" mean the running one.
function readPeriod(tokens: readonly Token[], at: number, base: LocalDate): Moment | null {
  const named = readMoment(tokens, at, base);
  if (named !== null) return named;
  const bare = keyAt(tokens, at);
  if (!['tuan', 'thang', 'quy', 'nam'].includes(bare)) return null;
  const running: readonly Token[] = [tokens[at]!, { ...tokens[at]!, key: 'nay' }];
  const moment = readMoment(running, 0, base);
  return moment && { ...moment, end: at + 1 };
}

// Nobody can say when "early" ends; a third and a half are what offices take it for, and the reader is asked.
function earlyDay(first: LocalDate, last: LocalDate, part: string): LocalDate {
  const days = daysBetween(first, last) + 1;
  if (days <= 7) return part === 'dau' ? first : addDays(first, 2);
  return addDays(first, Math.floor(part === 'dau' ? days / 3 : days / 2) - 1);
}

function readIntroduction(tokens: readonly Token[], at: number): Introduction {
  const introducers: readonly (readonly [Matcher, Strength])[] = [
    [limit, 3],
    [within, 2],
    [towards, 1],
  ];
  let [end, strength, before]: [number, Strength | 0, boolean] = [at, 0, false];
  for (let count = 0; count < MOST_INTRODUCERS; count += 1) {
    const candidates = introducers.map(([matcher, of]) => ({ next: matcher(tokens, end), of }));
    const longest = candidates.toSorted((a, b) => b.next - a.next)[0];
    if (longest === undefined || longest.next === end) break;
    const word = keyAt(tokens, end);
    // "hết tháng 12" after "trước" ends the period instead of coming before it.
    before = word === 'truoc' || (before && word !== 'het' && word !== 'trong');
    if (longest.of > strength) strength = longest.of;
    end = keyAt(tokens, longest.next) === ':' ? longest.next + 1 : longest.next;
  }
  return { end, strength, before, towards: strength === 1 };
}
