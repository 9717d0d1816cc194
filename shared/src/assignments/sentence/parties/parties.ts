import type { UnitType } from '../../../organisation/organisation.records.ts';
import { directiveVerb } from '../lexicon.ts';
import { keyAt, phrases, type Token } from '../tokens.ts';
import { type GeneralName, matchGeneralName } from './generalNames.ts';
import { indexUnits, matchBareName, matchUnit, type SentenceUnit, type UnitIndex } from './units.ts';
import { matchPerson, matchUnknownName, skipHonorific } from './unknownNames.ts';

/** Whoever is named to do something: one unit, all units of some kinds, or a name left as text. */
export interface Party {
  readonly unit: SentenceUnit | null;
  readonly types: readonly UnitType[];
  /** False for words that name nobody in particular ("các đơn vị liên quan"): there is nothing to look up. */
  readonly named: boolean;
  readonly from: number;
  readonly end: number;
}

/** Some parties in a row; `end` is the place after the last. */
interface PartyList {
  readonly parties: readonly Party[];
  readonly end: number;
}

const title = phrases([
  'giam doc',
  'pho giam doc',
  'tong giam doc',
  'chu tich',
  'pho chu tich',
  'chanh',
  'pho chanh',
  'truong',
  'pho truong',
  'pho',
  'thu truong',
  'cuc truong',
  'chi cuc truong',
  'chi huy truong',
  'vien truong',
  'hieu truong',
  'lanh dao',
  'nguoi dung dau',
]);

/** Reads who is named at places of one text. */
export interface PartyReader {
  /** One party, or null. */
  one(at: number): Party | null;
  /** A list with commas, "và" and "cùng"; no parties if none is named at the place. */
  list(at: number): PartyList;
}

// A directory of 200 units takes some milliseconds to index, and screens read sentence by sentence.
const indexes = new WeakMap<readonly SentenceUnit[], UnitIndex>();

/** Makes the reader of a text for the units that may be named in it; a changed directory is a new array. */
export function readParties(tokens: readonly Token[], units: readonly SentenceUnit[]): PartyReader {
  const index = indexes.get(units) ?? indexUnits(units);
  indexes.set(units, index);
  return {
    one: at => readOne(index, tokens, at),
    list: at => readList(index, tokens, at),
  };
}

function readOne(index: UnitIndex, tokens: readonly Token[], at: number): Party | null {
  const named = skipHonorific(tokens, at);
  const start = title(tokens, named);
  const titled = start > named ? readName(index, tokens, start, at) : null;
  if (titled !== null) return titled;
  const person = matchPerson(tokens, at);
  if (person > at) return readPerson(index, tokens, at, person);
  return readName(index, tokens, start, at) ?? (start > at ? readName(index, tokens, at, at) : null);
}

function readName(index: UnitIndex, tokens: readonly Token[], start: number, from: number): Party | null {
  const known = matchUnit(index, tokens, start);
  if (known !== null) return { unit: known.unit, types: [], named: true, from, end: known.end };
  const general = readGeneral(index, tokens, start);
  if (general !== null) return { unit: null, types: general.types, named: false, from, end: general.end };
  const unknown = matchUnknownName(tokens, start);
  return unknown > start ? { unit: null, types: [], named: true, from, end: unknown } : null;
}

function readGeneral(index: UnitIndex, tokens: readonly Token[], at: number): GeneralName | null {
  return matchGeneralName(tokens, at, place => matchUnit(index, tokens, place) !== null);
}

// "đồng chí Trần Văn Hùng, Giám đốc Sở Công Thương" is the unit; a leader of the province is nobody's unit.
function readPerson(index: UnitIndex, tokens: readonly Token[], from: number, nameEnd: number): Party {
  const nobody: Party = { unit: null, types: [], named: true, from, end: nameEnd };
  const mark = keyAt(tokens, nameEnd);
  const titleStart = mark === ',' || mark === '-' || mark === '(' ? nameEnd + 1 : nameEnd;
  const afterTitle = title(tokens, titleStart);
  if (afterTitle === titleStart) return nobody;
  const party = readName(index, tokens, afterTitle, from) ?? readName(index, tokens, titleStart, from);
  if (party === null) return { ...nobody, end: afterTitle };
  const end = mark === '(' && keyAt(tokens, party.end) === ')' ? party.end + 1 : party.end;
  return party.unit?.type === 'peoplesCommittee' ? { ...nobody, end } : { ...party, end };
}

const separator = phrases([',', ', va', 'va', ', cung', 'cung', 'cung voi', ', cung voi', '&']);

function readList(index: UnitIndex, tokens: readonly Token[], start: number): PartyList {
  const parties: Party[] = [];
  let heads: ReadonlySet<string> = new Set();
  let [at, end] = [start, start];
  for (;;) {
    const introduced = readIntroduction(index, tokens, at);
    if (introduced !== null) [heads, at] = [introduced.heads, introduced.end];
    const next = readItem(index, tokens, at, heads);
    if (next === null) break;
    parties.push(next.party);
    heads = next.heads;
    end = next.party.end;
    at = separator(tokens, end);
    if (at === end) break;
  }
  return { parties, end };
}

// "các Sở: Tài chính, Xây dựng", "UBND các huyện Yên Lạc, Tam Đảo": the general name only says the kind.
function readIntroduction(
  index: UnitIndex,
  tokens: readonly Token[],
  at: number,
): { heads: ReadonlySet<string>; end: number } | null {
  const general = readGeneral(index, tokens, title(tokens, at));
  if (!general?.mayIntroduce) return null;
  const end = keyAt(tokens, general.end) === ':' ? general.end + 1 : general.end;
  // "các sở, ban, ngành xây dựng ..." goes on with a task, although a department is called so too.
  if (tokens[end]?.capital === false && directiveVerb(tokens, end) > end) return null;
  const named =
    matchBareName(index, tokens, end, general.heads) ??
    (end > general.end ? matchUnit(index, tokens, end) : null);
  return named === null ? null : { heads: general.heads, end };
}

function readItem(
  index: UnitIndex,
  tokens: readonly Token[],
  at: number,
  heads: ReadonlySet<string>,
): { party: Party; heads: ReadonlySet<string> } | null {
  const known = matchUnit(index, tokens, at);
  if (known === null && tokens[at]?.capital !== false && heads.size > 0) {
    const bare = matchBareName(index, tokens, at, heads);
    if (bare !== null)
      return { party: { unit: bare.unit, types: [], named: true, from: at, end: bare.end }, heads };
  }
  const party = readOne(index, tokens, at);
  if (party === null) return null;
  const head = known?.head;
  return { party, heads: head === undefined ? heads : new Set([...heads, head]) };
}
