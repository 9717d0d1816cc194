import { keyAt, phrases, type Token } from '../tokens.ts';

/** Words that bind a deadline to something without a known date, at the tokens `from` up to `end`. */
interface EventPhrase {
  readonly from: number;
  readonly end: number;
}

const gatherings = [
  'phien hop',
  'phien thuong ky',
  'ky hop',
  'cuoc hop',
  'buoi hop',
  'buoi lam viec',
  'hoi nghi',
  'giao ban',
  'hop giao ban',
];
const gathering = phrases(
  ['tai', 'truoc', 'trinh', 'trinh tai', 'trong', 'vao'].flatMap(word => gatherings.map(g => `${word} ${g}`)),
);
const season = phrases(
  ['tet', 'mua', 'ky nghi', 'dip', 'nam hoc', 'khai giang', 'ngay khai', 'dai hoi', 'ngay bau cu'].map(
    word => `truoc ${word}`,
  ),
  ['hoc ky', 'nhiem ky', 'nam hoc', 'vu dong xuan', 'vu mua', 'vu chiem'].map(word => `trong ${word}`),
);
const limit = phrases(['truoc ngay', 'cham nhat', 'hoan thanh', 'xong', 'trong thang', 'trong quy']);
const clauseMarks = new Set([',', ';', '.', ':', '(', ')']);
const LONGEST_EVENT = 14;

/** The events between two places that a deadline may hang on: "tại phiên họp tháng sau", "trước Tết". */
export function findEvents(tokens: readonly Token[], from: number, to: number): EventPhrase[] {
  const events: EventPhrase[] = [];
  for (let at = from; at < to; at += 1) {
    const start = Math.max(gathering(tokens, at), season(tokens, at));
    if (start === at) continue;
    let end = start;
    while (end < to && end < at + LONGEST_EVENT && !endsEvent(tokens, end)) end += 1;
    events.push({ from: at, end });
    at = end - 1;
  }
  return events;
}

function endsEvent(tokens: readonly Token[], at: number): boolean {
  return clauseMarks.has(keyAt(tokens, at)) || limit(tokens, at) > at;
}
