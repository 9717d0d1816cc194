import type { LocalDate } from '../../../platform/dates.ts';
import { keyAt, phrases, type Token } from '../tokens.ts';
import type { DatePhrase } from './phrases.ts';

const plural = new Set(['cac', 'nhung', 'so']);
const clauseMarks = new Set(['', ',', ';', '.', ':', '(', ')', 'va']);
const participle = new Set(['da', 'duoc']);
const assigned = phrases(['duoc giao', 'da giao']);
// Nobody is told to let these happen by a day, so that they only tell which matters are meant.
const state = phrases([
  'ton dong',
  'phat sinh',
  'nghi huu',
  'nghi viec',
  'co hieu luc',
  'het hieu luc',
  'het han',
]);
// Behind "đã" or "được" the same holds for these; "được giao" or "được phê duyệt" may well be done by a day.
const act = phrases([
  'ban hanh',
  'cap giay phep',
  'cap phep',
  'cong nhan',
  'khoi cong',
  'thanh lap',
  'tuyen dung',
]);
// What a matter of the past may be told by, even without "đã".
const pastAct = phrases(['ban hanh', 'dau tu', 'khoi cong', 'thanh lap', 'tuyen dung', 'xay dung']);
const completing = phrases(['hoan thanh', 'hoan tat']);
// Lists have many members too: "danh mục dự án hoàn thành trước năm 2027".
const lists = phrases(['danh muc', 'danh sach']);
const LONGEST_ACT = 3;
const LONGEST_NOUN_PHRASE = 14;

/**
 * True for a date that belongs to the matter and sets no limit: "các tháng cuối năm", "hồ sơ tồn đọng trước năm 2026".
 * A future date that may be meant either way stays a deadline, as a lost deadline does more harm.
 */
export function describesMatter(tokens: readonly Token[], phrase: DatePhrase, base: LocalDate): boolean {
  const past = phrase.date !== null && phrase.date < base;
  return (
    (past && isInYear(phrase)) ||
    endsMonths(tokens, phrase.from) ||
    (keyAt(tokens, phrase.from) === 'truoc' && isAttribute(tokens, phrase.from, past))
  );
}

/**
 * True for a year that rather tells which of many matters are meant than when all is to be done: "các dự án hoàn thành
 * trước năm 2027", without a comma before "hoàn thành". A reader has to say which of the two it is.
 */
export function mayDescribeMatter(tokens: readonly Token[], phrase: DatePhrase): boolean {
  const { from } = phrase;
  if (keyAt(tokens, from) !== 'truoc' || !isInYear(phrase) || completing(tokens, from - 2) !== from)
    return false;
  return isInNounPhrase(tokens, from - 2);
}

// No chair sets a year gone by as a deadline; a day gone by may be a slip of the pen, which a reader corrects.
function isInYear({ moment }: DatePhrase): boolean {
  return moment?.first?.endsWith('-01-01') === true && moment.date?.endsWith('-12-31') === true;
}

// "các tháng cuối năm", "quý cuối năm"; folded, "ngày" and "tuần" mean too many things to stand alone.
function endsMonths(tokens: readonly Token[], at: number): boolean {
  if (!['cuoi', 'dau', 'giua'].includes(keyAt(tokens, at))) return false;
  const period = keyAt(tokens, at - 1);
  if (period === 'thang' || period === 'quy') return true;
  const counted = plural.has(keyAt(tokens, at - 2)) || tokens[at - 2]?.kind === 'number';
  return counted && (period === 'ngay' || period === 'tuan');
}

function isAttribute(tokens: readonly Token[], at: number, past: boolean): boolean {
  const start = startOfAttribute(tokens, at, past);
  return start !== null && isInNounPhrase(tokens, start);
}

/** True where the words before a place name many of something, up to that place in one breath. */
function isInNounPhrase(tokens: readonly Token[], start: number): boolean {
  for (let place = start - 1; place >= start - LONGEST_NOUN_PHRASE; place -= 1) {
    const key = keyAt(tokens, place);
    // "rà soát các quy định và ban hành": behind "và" stands a second task, and the date is its deadline.
    if (clauseMarks.has(key)) return false;
    // "số cán bộ" folds like "Sở", which has a capital.
    if (plural.has(key) && tokens[place]?.capital === false) return true;
    if (lists(tokens, place) > place) return true;
  }
  return false;
}

function startOfAttribute(tokens: readonly Token[], at: number, past: boolean): number | null {
  for (let start = at - 1; start >= Math.max(0, at - LONGEST_ACT); start -= 1) {
    const behind = participle.has(keyAt(tokens, start - 1));
    if (state(tokens, start) === at || (past && pastAct(tokens, start) === at)) return start;
    if (behind && act(tokens, start) === at) return start;
    if (past && participle.has(keyAt(tokens, start)) && assigned(tokens, start) !== at) return start;
  }
  return null;
}
