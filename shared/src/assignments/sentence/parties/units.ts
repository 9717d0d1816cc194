import type { Unit } from '../../../organisation/organisation.records.ts';
import { isNameEnd } from '../lexicon.ts';
import { keyAt, phrases, type Token, tokenise } from '../tokens.ts';

/** A unit that sentences may name: officially, by its short name, or by any other name in use. */
export interface SentenceUnit extends Pick<Unit, 'id' | 'name' | 'shortName' | 'type'> {
  readonly aliases?: readonly string[];
}

/** A unit found in a text; `end` is the index of the token after its name. */
interface UnitMatch {
  readonly unit: SentenceUnit;
  /** The kind word of its name ('so', 'huyen'), which a list need not repeat: "Sở Tài chính, Xây dựng". */
  readonly head: string;
  readonly end: number;
}

/** All names of the units of one organisation, made once for each text. */
export interface UnitIndex {
  readonly names: NameNode;
  readonly bareNames: NameNode;
  readonly province: readonly string[];
}

interface NameEntry {
  readonly unit: SentenceUnit;
  readonly head: string;
  /** A name cut short ("Công an") holds only where no more of a name follows ("Công an huyện"). */
  readonly cut: boolean;
}

interface NameNode {
  readonly next: Map<string, NameNode>;
  readonly entries: NameEntry[];
}

// Long and short forms that mean the same are compared in their short form, on both sides.
const ABBREVIATIONS: readonly (readonly [long: string, short: string])[] = [
  ['uy ban nhan dan', 'ubnd'],
  ['hoi dong nhan dan', 'hdnd'],
  ['van phong', 'vp'],
  ['thanh pho', 'tp'],
  ['thi xa', 'tx'],
  ['thi tran', 'tt'],
  ['trung tam', 'tt'],
  ['ban quan ly', 'bql'],
  ['ban ql', 'bql'],
  ['khu cong nghiep', 'kcn'],
  ['cong an', 'ca'],
  ['phuc vu hanh chinh cong', 'pvhcc'],
  ['bo chi huy quan su', 'bochqs'],
  ['bch quan su', 'bochqs'],
  ['bchqs', 'bochqs'],
];
const longForm = phrases(ABBREVIATIONS.map(([long]) => long));
const shortForms = new Map(ABBREVIATIONS.map(([long, short]) => [long.replaceAll(' ', ''), short]));

// People write them or not: "Lao động - Thương binh và Xã hội", "LĐTB&XH", "Ban QL KCN".
const CONNECTORS = new Set([',', '-', '&', '/', 'va', 'cac']);
const MOST_CONNECTORS = 2;
const PLACES = new Set(['huyen', 'tp', 'tx', 'xa', 'phuong', 'tt']);
const TYPE_RANK = ['peoplesCommittee', 'committeeOffice', 'department', 'district', 'commune', 'subUnit'];

interface Atom {
  readonly key: string;
  readonly next: number;
}

function atomAt(tokens: readonly Token[], at: number): Atom {
  const next = longForm(tokens, at);
  if (next === at) return { key: keyAt(tokens, at), next: at + 1 };
  const long = tokens.slice(at, next).map(token => token.key);
  return { key: shortForms.get(long.join('')) ?? '', next };
}

function atomsOf(name: string): string[] {
  const tokens = tokenise(name);
  const keys: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { key, next } = atomAt(tokens, at);
    if (!CONNECTORS.has(key) && key !== '.') keys.push(key);
    at = next;
  }
  return keys;
}

/** Makes the index that finds units by every name they go by. */
export function indexUnits(units: readonly SentenceUnit[]): UnitIndex {
  const index = { names: emptyNode(), bareNames: emptyNode(), province: provinceName(units) };
  for (const unit of units) addUnit(index, unit);
  return index;
}

function provinceName(units: readonly SentenceUnit[]): string[] {
  const atoms = atomsOf(units.find(unit => unit.type === 'peoplesCommittee')?.name ?? '');
  return atoms.slice(atoms.lastIndexOf('tinh') + 1);
}

function addUnit(index: UnitIndex, unit: SentenceUnit): void {
  for (const name of new Set([unit.name, unit.shortName, ...(unit.aliases ?? [])])) {
    const atoms = atomsOf(name);
    const head = headOf(atoms);
    const add = (keys: readonly string[], cut = false) => addName(index.names, keys, { unit, head, cut });
    add(atoms);
    if (atoms[0] === 'ubnd' && PLACES.has(head)) {
      add(atoms.slice(1));
      add(['ubnd', ...atoms.slice(2)], true);
      addName(index.bareNames, atoms.slice(2), { unit, head, cut: false });
      continue;
    }
    const ofProvince = atoms.lastIndexOf('tinh');
    if (ofProvince > 0) {
      if (ofProvince < atoms.length - 1) add(atoms.slice(0, ofProvince + 1));
      if (unit.type !== 'peoplesCommittee') add(atoms.slice(0, ofProvince), true);
    }
    if (unit.type === 'committeeOffice') add(['vp'], true);
    if (head === 'so') addDepartment(index, unit, atoms.slice(1));
  }
}

function addDepartment(index: UnitIndex, unit: SentenceUnit, field: readonly string[]): void {
  const initials = field.map(word => word[0] ?? '').join('');
  const entry = { unit, head: 'so', cut: false };
  addName(index.names, ['so', initials], entry);
  addName(index.names, [`s${initials}`], entry);
  addName(index.bareNames, field, entry);
  addName(index.bareNames, [initials], entry);
}

function headOf(atoms: readonly string[]): string {
  const [first = '', second = ''] = atoms;
  if (first === 'ubnd' && PLACES.has(second)) return second;
  return first;
}

function emptyNode(): NameNode {
  return { next: new Map(), entries: [] };
}

// Spaces are no part of the key: damaged text loses and gains them ("SởTài chính", "KH ĐT").
function addName(root: NameNode, keys: readonly string[], entry: NameEntry): void {
  const name = keys.join('');
  if (name === '') return;
  let node = root;
  for (const letter of name) {
    const next = node.next.get(letter) ?? emptyNode();
    node.next.set(letter, next);
    node = next;
  }
  if (!node.entries.some(known => known.unit.id === entry.unit.id)) node.entries.push(entry);
}

/** The unit with the longest name at a place. */
export function matchUnit(index: UnitIndex, tokens: readonly Token[], at: number): UnitMatch | null {
  return walk(index.names, tokens, at, (entries, end) => {
    const after = skipProvince(index, tokens, end);
    if (after === null) return null;
    const entry = best(entries.filter(known => !known.cut || isNameEnd(tokens, after)));
    return entry && { unit: entry.unit, head: entry.head, end: after };
  });
}

/** The unit whose name without its kind word stands at a place, among units of the given kinds. */
export function matchBareName(
  index: UnitIndex,
  tokens: readonly Token[],
  at: number,
  heads: ReadonlySet<string>,
): UnitMatch | null {
  return walk(index.bareNames, tokens, at, (entries, end) => {
    const entry = best(entries.filter(known => heads.has(known.head)));
    return entry && { unit: entry.unit, head: entry.head, end };
  });
}

function walk(
  root: NameNode,
  tokens: readonly Token[],
  at: number,
  accept: (entries: readonly NameEntry[], end: number) => UnitMatch | null,
): UnitMatch | null {
  let node = root;
  let found: UnitMatch | null = null;
  let connectors = 0;
  for (let place = at; place < tokens.length; ) {
    const { key, next } = atomAt(tokens, place);
    if (place > at && (CONNECTORS.has(key) || key === '.') && connectors < MOST_CONNECTORS) {
      if (key === '.' && tokens[place]?.spaceBefore) break;
      connectors += 1;
      place = next;
      continue;
    }
    const reached = descend(node, key);
    if (reached === null) break;
    [node, place, connectors] = [reached, next, 0];
    if (node.entries.length > 0) found = accept(node.entries, place) ?? found;
  }
  return found;
}

function descend(from: NameNode, key: string): NameNode | null {
  let node = from;
  for (const letter of key) {
    const next = node.next.get(letter);
    if (next === undefined) return null;
    node = next;
  }
  return node;
}

// Two communes of one name cannot be told apart; a district and a town of one name can.
function best(entries: readonly NameEntry[]): NameEntry | null {
  const rank = (entry: NameEntry) => TYPE_RANK.indexOf(entry.unit.type);
  const [first, second] = entries.toSorted((a, b) => rank(a) - rank(b));
  if (first === undefined || (second !== undefined && rank(first) === rank(second))) return null;
  return first;
}

// "Sở Tài chính tỉnh Vĩnh Phúc" is ours, "Sở Tài chính tỉnh Phú Thọ" is not: null refuses the match.
function skipProvince(index: UnitIndex, tokens: readonly Token[], end: number): number | null {
  const ofProvince = keyAt(tokens, end) === 'tinh' ? end + 1 : end;
  if (ofProvince === end && keyAt(tokens, end - 1) !== 'tinh') return end;
  if (!tokens[ofProvince]?.capital || isNameEnd(tokens, ofProvince)) return ofProvince;
  const own = index.province.every((key, offset) => keyAt(tokens, ofProvince + offset) === key);
  if (own) return ofProvince + index.province.length;
  return null;
}
