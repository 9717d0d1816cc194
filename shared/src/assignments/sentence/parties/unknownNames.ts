import { isNameEnd } from '../lexicon.ts';
import { keyAt, type Matcher, phrases, type Token } from '../tokens.ts';

// How the names of organisations outside the directory begin. They count only with a capital letter.
const kindWord = phrases([
  'ban',
  'bao',
  'bao hiem',
  'benh vien',
  'bo',
  'buu dien',
  'ca',
  'chi cuc',
  'chi nhanh',
  'cong an',
  'cong ty',
  'cuc',
  'dai',
  'dai hoc',
  'dien luc',
  'doan',
  'hat kiem lam',
  'hoi',
  'hoi dong',
  'hop tac xa',
  'kho bac',
  'lien doan',
  'lien minh',
  'mat tran',
  'ngan hang',
  'phong',
  'quy',
  'so',
  'tap doan',
  'thuong truc',
  'ban thuong vu',
  'thanh tra',
  'tinh doan',
  'tinh uy',
  'to',
  'to cong tac',
  'toa an',
  'tong cong ty',
  'truong',
  'trung tam',
  'ubmttq',
  'ubnd',
  'uy ban',
  'van phong',
  'vien',
  'vp',
  'vnpt',
  'viettel',
]);

// Written without a capital, and still somebody who can be told to help.
const commonNoun = phrases([
  'chu dau tu',
  'nha dau tu',
  'don vi tu van',
  'don vi thi cong',
  'nha thau',
  'nha thau thi cong',
  'don vi truc thuoc',
]);

// Names that need no more words.
const complete = phrases(['tinh doan', 'tinh uy', 'thanh uy', 'huyen uy', 'vnpt', 'viettel']);
const wholeName: Matcher = (tokens, at) => (tokens[at]?.capital ? complete(tokens, at) : at);

const nameWord = phrases([
  'tinh',
  'huyen',
  'xa',
  'phuong',
  'thi tran',
  'thanh pho',
  'chi nhanh',
  'khu vuc',
  'du an',
  'dau tu xay dung',
  'du an dau tu xay dung',
  'cong trinh',
  'giao thong',
  'thi truong',
  'nhan dan',
]);
const LONGEST_NAME = 14;
// Names capitalise the first syllable of a word ("Phát thanh", "Hợp tác xã") or less ("Quản lý thị trường"). Up to a
// verb or a comma they may be long; where neither comes, more small words in a row are taken for the task.
const MOST_SMALL_WORDS = 4;
const SURE_SMALL_WORDS = 2;

/** The place after the name of an organisation that the directory does not know, or `at` if there is none. */
export function matchUnknownName(tokens: readonly Token[], at: number): number {
  const common = commonNoun(tokens, at);
  if (common > at) return common;
  const afterKind = kindWord(tokens, at);
  // "Giao ban" is a briefing, "Bộ phận" and "Báo cáo" are common words.
  if (afterKind === at || !tokens[at]?.capital || isNameEnd(tokens, at)) return wholeName(tokens, at);
  return extendName(tokens, at, afterKind);
}

function extendName(tokens: readonly Token[], at: number, afterKind: number): number {
  let end = afterKind;
  let sure = afterKind;
  let small = 0;
  for (let place = afterKind; place < tokens.length && place < at + LONGEST_NAME; ) {
    const word = Math.max(nameWord(tokens, place), joinsName(tokens, place) ? place + 1 : place);
    if (word === place && isNameEnd(tokens, place) && !isCapitalised(tokens, place)) break;
    const next = Math.max(word, place + 1);
    const counts = word === place && !tokens[place]?.capital;
    small = counts ? small + 1 : 0;
    if (small > MOST_SMALL_WORDS) return sure > afterKind ? sure : at;
    place = next;
    end = place;
    if (small <= SURE_SMALL_WORDS) sure = end;
  }
  return end > afterKind ? end : wholeName(tokens, at);
}

// "Hợp tác xã" folds like "họp", but a verb inside a sentence has no capital.
function isCapitalised(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.capital === true && !token.acronym;
}

// "Phát thanh và Truyền hình": inside a name both sides of "và" are words of the name, not a new organisation.
function joinsName(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  return keyAt(tokens, at) === 'va' && after?.capital === true && kindWord(tokens, at + 1) === at + 1;
}

const honorific = phrases(['dong chi', 'd / c', 'ong', 'ba', 'dong chi dong chi']);
const LONGEST_PERSON_NAME = 6;

/** The place after "đồng chí Nguyễn Văn A", and where the name itself begins; `at` if no person is named. */
export function matchPerson(tokens: readonly Token[], at: number): number {
  const afterHonorific = honorific(tokens, at);
  if (afterHonorific === at) return at;
  let end = afterHonorific;
  while (end < afterHonorific + LONGEST_PERSON_NAME && tokens[end]?.kind === 'word' && tokens[end]?.capital)
    end += 1;
  return end - afterHonorific >= 2 ? end : at;
}

/** The place after "đồng chí" or "đ/c", which may stand before a title as well as before a name. */
export const skipHonorific = honorific;
