import type { UnitType } from '../../../organisation/organisation.records.ts';
import { directiveVerb, isNameEnd } from '../lexicon.ts';
import { keyAt, type Matcher, phrases, type Token } from '../tokens.ts';

/** Many units named at once: every unit of some kinds ("các sở, ban, ngành"), or only those concerned. */
export interface GeneralName {
  readonly end: number;
  /** Empty where the name says too little to list units: "các đơn vị liên quan". */
  readonly types: readonly UnitType[];
  /** Kind words that a list of names may follow: "các Sở: Tài chính, Xây dựng". */
  readonly heads: ReadonlySet<string>;
  /** True if the noun alone would be a name too, so that names behind it win: "các huyện Yên Lạc, Tam Đảo". */
  readonly mayIntroduce: boolean;
}

interface Noun {
  readonly type: UnitType | null;
  readonly head: string;
}

const NOUNS = new Map<string, Noun>([
  ['so', { type: 'department', head: 'so' }],
  ['ban', { type: 'department', head: 'ban' }],
  ['nganh', { type: 'department', head: '' }],
  ['huyen', { type: 'district', head: 'huyen' }],
  ['thanh pho', { type: 'district', head: 'tp' }],
  ['tp', { type: 'district', head: 'tp' }],
  ['thi xa', { type: 'district', head: 'tx' }],
  ['dia phuong', { type: 'district', head: '' }],
  ['xa', { type: 'commune', head: 'xa' }],
  ['phuong', { type: 'commune', head: 'phuong' }],
  ['thi tran', { type: 'commune', head: 'tt' }],
  ['co quan', { type: null, head: '' }],
  ['don vi', { type: null, head: '' }],
  ['to chuc', { type: null, head: '' }],
  ['to chuc chinh tri - xa hoi', { type: null, head: '' }],
  ['doan the', { type: null, head: '' }],
  ['doanh nghiep', { type: null, head: '' }],
  ['ben', { type: null, head: '' }],
  ['cap', { type: null, head: '' }],
  ['phong', { type: null, head: 'phong' }],
  ['phong ban', { type: null, head: '' }],
  ['hoi', { type: null, head: '' }],
  ['chu dau tu', { type: null, head: '' }],
  ['nha thau', { type: null, head: '' }],
]);
const noun = phrases([...NOUNS.keys()]);
// Folded, these begin a task as well ("tổ chức hội nghị", "cấp phép", "phòng, chống"), unless set apart as a noun.
const alsoVerb = phrases(['to chuc', 'cap', 'phong', 'hoi', 'ben']);

const plural = phrases(['cac', 'tat ca cac', 'toan bo cac', 'toan the cac', 'mot so', 'nhung']);
const committees = phrases(['ubnd', 'uy ban nhan dan']);
const ofLevel = phrases(['cap huyen', 'cap xa', 'cap huyen , cap xa', 'cap huyen va cap xa']);
const concerned = beforeTask([
  'lien quan',
  'co lien quan',
  'khac',
  'khac co lien quan',
  'chuc nang',
  'truc thuoc',
  'neu tren',
  'duoc giao',
]);
const everywhere = beforeTask([
  'tinh',
  'cua tinh',
  'thuoc tinh',
  'cap tinh',
  'thuoc ubnd tinh',
  'tren dia ban',
  'tren dia ban tinh',
  'trong tinh',
]);

// "các đơn vị khắc phục", "các sở tính toán" fold like "các đơn vị khác" and "các sở tỉnh".
function beforeTask(words: readonly string[]): Matcher {
  const matcher = phrases(words);
  return (tokens, at) => {
    const end = matcher(tokens, at);
    return directiveVerb(tokens, at) > end ? at : end;
  };
}

/**
 * Reads a general name such as "các sở, ban, ngành", "UBND cấp huyện" or "các đơn vị liên quan"; `isName` tells where
 * a unit's own name starts, which ends the nouns.
 */
export function matchGeneralName(
  tokens: readonly Token[],
  at: number,
  isName: (at: number) => boolean,
): GeneralName | null {
  const afterCommittees = committees(tokens, at);
  const level = ofLevel(tokens, afterCommittees);
  if (level > afterCommittees) return levelName(tokens, afterCommittees, level);
  const afterPlural = plural(tokens, afterCommittees);
  const { nouns, end } = readNouns(tokens, afterPlural, isName, afterCommittees > at);
  if (nouns.length === 0) return null;

  const afterConcerned = concerned(tokens, end);
  // Without "các" only "đơn vị liên quan" is general: "sở" alone starts the name of one unit.
  if (afterPlural === afterCommittees && afterConcerned === end) return null;
  const vague = afterConcerned > end || nouns.some(({ type }) => type === null);
  return {
    end: afterConcerned > end ? everywhere(tokens, afterConcerned) : everywhere(tokens, end),
    types: vague ? [] : [...new Set(nouns.flatMap(({ type }) => type ?? []))],
    heads: new Set(nouns.map(({ head }) => head).filter(Boolean)),
    mayIntroduce: afterConcerned === end,
  };
}

function levelName(tokens: readonly Token[], from: number, end: number): GeneralName {
  const keys = tokens.slice(from, end).map(token => token.key);
  const types: UnitType[] = [];
  if (keys.includes('huyen')) types.push('district');
  if (keys.includes('xa')) types.push('commune');
  return { end, types, heads: new Set(), mayIntroduce: false };
}

function readNouns(
  tokens: readonly Token[],
  start: number,
  isName: (at: number) => boolean,
  ofCommittees: boolean,
): { nouns: Noun[]; end: number } {
  const nouns: Noun[] = [];
  let end = start;
  for (let at = start; ; ) {
    const after = noun(tokens, at);
    if (after === at || (nouns.length > 0 && isName(at))) break;
    if (nouns.length > 0 && beginsTask(tokens, { from: at, end: after }, at > end, ofCommittees)) break;
    const found = NOUNS.get(
      tokens
        .slice(at, after)
        .map(token => token.key)
        .join(' '),
    );
    if (found !== undefined) nouns.push(found);
    end = after;
    at = skipSeparators(tokens, after);
  }
  return { nouns, end };
}

function beginsTask(
  tokens: readonly Token[],
  { from, end }: { readonly from: number; readonly end: number },
  separated: boolean,
  ofCommittees: boolean,
): boolean {
  const verbEnd = directiveVerb(tokens, from);
  if (verbEnd > end) return true;
  if (alsoVerb(tokens, from) !== end || concerned(tokens, end) > end) return false;
  if (!separated) return true;
  if (verbEnd < end || keyAt(tokens, from - 1) === 'cac') return false;
  return !isNameEnd(tokens, end) || (ofCommittees && directiveVerb(tokens, end) > end);
}

function skipSeparators(tokens: readonly Token[], at: number): number {
  const comma = keyAt(tokens, at) === ',' || keyAt(tokens, at) === '-' ? at + 1 : at;
  const and = keyAt(tokens, comma) === 'va' ? comma + 1 : comma;
  return keyAt(tokens, and) === 'cac' && noun(tokens, and + 1) > and + 1 ? and + 1 : and;
}
