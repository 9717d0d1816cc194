import { tellsWhen } from './deadlines/deadline.ts';
import { findEvents } from './deadlines/events.ts';
import { findDatePhrases } from './deadlines/phrases.ts';
import type { TermCalendar } from './deadlines/terms.ts';
import {
  assigningVerb,
  coordinationMarker,
  directiveVerb,
  dutyMarker,
  leadMarker,
  requestingVerb,
  urgingWord,
} from './lexicon.ts';
import type { Party, PartyReader } from './parties/parties.ts';
import type { Segment } from './segments.ts';
import { keyAt, phrases, type Token } from './tokens.ts';

/** Where an assignment begins: "Giao Sở Tài chính", or a unit that stands as the subject of a duty. */
export interface Trigger {
  readonly at: number;
  readonly end: number;
  readonly leads: readonly Party[];
}

/** What the triggers of a text are looked for with. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly parties: PartyReader;
  readonly calendar: TermCalendar;
}

// "đã giao", "được giao", "bàn giao", "chuyển giao" tell of something else than a new assignment.
const reporting = new Set(['da', 'duoc', 'ban', 'chuyen', 'vua', 'tung']);
const proposing = phrases(['tham muu', 'trinh', 'bao cao', 'de xuat', 'kien nghi', 'de nghi', 'xin']);
const assigner = phrases([
  'chu tich',
  'ubnd tinh',
  'uy ban nhan dan tinh',
  'thuong truc',
  'chu tri',
  'lanh dao',
]);
const chairing = phrases(['cuoc hop', 'phien hop', 'hoi nghi', 'buoi hop', 'buoi lam viec', 'ky hop']);
const LONGEST_ASSIGNER = 14;
const LONGEST_ADVERB = 6;
const LONGEST_OPENING = 16;
// How far behind a unit its deadline is looked for, in the same sentence.
const LONGEST_SENTENCE = 200;
const LONGEST_DATE = 16;

/** The triggers of one segment; `inherits` is true where an assignment just before goes on with this segment. */
export function findTriggers(reading: Reading, segment: Segment, inherits: boolean): Trigger[] {
  const triggers: Trigger[] = [];
  const subject = findSubject(reading, segment, inherits);
  if (subject !== null) triggers.push(subject);
  for (let at = subject?.end ?? segment.from; at < segment.end; ) {
    const trigger =
      readAssigning(reading, segment, at) ??
      readRequesting(reading, segment, at, triggers.length === 0) ??
      readNextSubject(reading, triggers.at(-1), at);
    if (trigger !== null && trigger.end <= segment.end) triggers.push(trigger);
    at = Math.max(at + 1, trigger?.end ?? 0);
  }
  return triggers;
}

function readAssigning({ tokens, parties }: Reading, segment: Segment, at: number): Trigger | null {
  const verbEnd = assigningVerb(tokens, at);
  if (verbEnd === at || (at > segment.from && reporting.has(keyAt(tokens, at - 1)))) return null;
  if (isProposed(tokens, at)) return null;
  const { parties: leads, end } = parties.list(keyAt(tokens, verbEnd) === ':' ? verbEnd + 1 : verbEnd);
  return leads.length > 0 ? { at, end, leads } : null;
}

// "tham mưu UBND tỉnh giao Sở Xây dựng làm chủ đầu tư" is a task of whoever drafts.
function isProposed(tokens: readonly Token[], at: number): boolean {
  const toCommittee = keyAt(tokens, at - 1) === 'tinh' && keyAt(tokens, at - 2) === 'ubnd';
  return toCommittee && [3, 4].some(back => at >= back && proposing(tokens, at - back) === at - 2);
}

function readRequesting(
  { tokens, parties }: Reading,
  segment: Segment,
  at: number,
  first: boolean,
): Trigger | null {
  const verbEnd = requestingVerb(tokens, at);
  if (verbEnd === at) return null;
  const before = keyAt(tokens, at - 1);
  // "Thời gian tới, yêu cầu các cấp ..."
  const isAfterAdverb = first && before === ',' && at - segment.from <= LONGEST_ADVERB;
  const opens = at === segment.from || isAfterAdverb || isAfterAssigner(tokens, segment.from, at);
  if (!opens && before !== ',' && before !== ':' && before !== 'va') return null;
  const { parties: leads, end } = parties.list(verbEnd);
  const [lead] = leads;
  // Asking upwards ("đề nghị UBND tỉnh bổ sung kinh phí") assigns nothing; nor does asking strangers inside a task.
  if (lead === undefined || lead.unit?.type === 'peoplesCommittee') return null;
  return opens || lead.unit !== null || lead.types.length > 0 ? { at, end, leads } : null;
}

function isAfterAssigner(tokens: readonly Token[], from: number, at: number): boolean {
  if (at - from > LONGEST_ASSIGNER) return false;
  for (let place = from; place < at; place += 1) {
    if (assigner(tokens, place) > place) return true;
    if (tokens[place]?.kind === 'mark') return false;
  }
  return false;
}

// "Sở Nội vụ chủ trì ...", "- Sở Y tế: kiểm tra ...", "Định kỳ hằng tháng, Sở Xây dựng chủ trì ..."
function findSubject(reading: Reading, segment: Segment, inherits: boolean): Trigger | null {
  const { tokens } = reading;
  const first = readSubject(reading, segment, segment.from, inherits);
  if (first !== null) return first;
  for (let at = segment.from; at < Math.min(segment.end, segment.from + LONGEST_OPENING); at += 1) {
    if (keyAt(tokens, at) !== ',') continue;
    return tellsWhen(tokens, { from: segment.from, end: at }, reading.calendar)
      ? readSubject(reading, segment, at + 1, true)
      : null;
  }
  return null;
}

function readSubject(reading: Reading, segment: Segment, at: number, inherits: boolean): Trigger | null {
  const { tokens, parties } = reading;
  const { parties: leads, end } = parties.list(at);
  const [first] = leads;
  if (first === undefined || first.unit?.type === 'peoplesCommittee') return null;
  if (first.unit === null && first.types.length === 0) return null;
  const place = keyAt(tokens, end) === '(' ? end + 1 : end;
  const marker = Math.max(leadMarker(tokens, place), dutyMarker(tokens, place), urgingWord(tokens, place));
  if (marker > place) return chairing(tokens, marker) > marker ? null : { at, end, leads };
  const told = directiveVerb(tokens, end) > end || coordinationMarker(tokens, end) > end;
  const labelled = keyAt(tokens, end) === ':' && directiveVerb(tokens, end + 1) > end + 1;
  if (labelled || (told && inherits)) return { at, end, leads };
  return told && hasDeadline(reading, end, segment.sentenceEnd) ? { at, end, leads } : null;
}

function hasDeadline({ tokens, calendar }: Reading, from: number, sentenceEnd: number): boolean {
  const to = Math.min(sentenceEnd, from + LONGEST_SENTENCE);
  if (findDatePhrases(tokens, from, to, calendar).some(date => date.strength >= 2)) return true;
  return findEvents(tokens, from, to).length > 0;
}

// "... trong tháng 01/2027, Sở Xây dựng thẩm định ...": behind a deadline a new unit has a duty of its own.
function readNextSubject(reading: Reading, last: Trigger | undefined, at: number): Trigger | null {
  const { tokens, parties, calendar } = reading;
  if (last === undefined || keyAt(tokens, at - 1) !== ',') return null;
  const from = Math.max(last.end, at - LONGEST_DATE);
  if (findDatePhrases(tokens, from, at - 1, calendar).at(-1)?.end !== at - 1) return null;
  const party = parties.one(at);
  if (party?.unit == null || party.unit.type === 'peoplesCommittee') return null;
  return directiveVerb(tokens, party.end) > party.end ? { at, end: party.end, leads: [party] } : null;
}
