import type { LocalDate } from '../../platform/dates.ts';
import { completeDraft, type Draft, type RecognisedAssignment } from './complete.ts';
import { skipDeadline } from './deadlines/deadline.ts';
import { readParties } from './parties/parties.ts';
import type { SentenceUnit } from './parties/units.ts';
import { cutSegments, type Segment } from './segments.ts';
import { keyAt, phrases, type Token, tokenise } from './tokens.ts';
import { findTriggers, type Reading } from './triggers.ts';

/** What a sentence cannot say itself. */
interface SentenceContext {
  readonly today: LocalDate;
  /** Never changed in place: the same array is taken for the same directory. */
  readonly units: readonly SentenceUnit[];
  /** The day from which terms and dates without a year are counted; today if not given. */
  readonly meetingDate?: LocalDate;
  /** Public holidays, which working days leave out. */
  readonly holidays?: readonly LocalDate[];
}

/**
 * Recognises the assignments in a passage of conclusions or minutes, in the order of the text. Knows the grammar of
 * Vietnamese conclusion notices; what it is not sure of is listed in `uncertain`. Never throws, in linear time.
 */
export function recogniseAssignments(text: string, context: SentenceContext): RecognisedAssignment[] {
  const tokens = tokenise(text);
  const calendar = { base: context.meetingDate ?? context.today, holidays: context.holidays ?? [] };
  const reading: Reading = { tokens, parties: readParties(tokens, context.units), calendar };
  return draftAssignments(reading, cutSegments(tokens)).map(draft => completeDraft(text, reading, draft));
}

function draftAssignments(reading: Reading, segments: readonly Segment[]): Draft[] {
  const drafts: Draft[] = [];
  let open: Draft | null = null;
  for (const segment of segments) {
    const triggers = findTriggers(reading, segment, segment.goesOn && open !== null);
    const next = triggers.map((trigger, index): Draft => {
      const end = triggers[index + 1]?.at ?? segment.end;
      const preface = { from: index === 0 ? segment.from : trigger.at, end: trigger.at };
      return { trigger, preface, ranges: [{ from: trigger.end, end }] };
    });
    if (next.length > 0) {
      drafts.push(...next);
      open = next.at(-1) ?? null;
    } else if (open !== null && continues(reading, open, segment)) open.ranges.push(segment);
    else open = null;
  }
  return drafts.filter((draft, index) => !onlyIntroduces(reading.tokens, draft, drafts[index + 1]));
}

const finishing = phrases(['hoan thanh', 'xong', 'bao cao', 'bao cao ket qua', 'bao cao ubnd tinh']);

function continues({ tokens, calendar }: Reading, open: Draft, segment: Segment): boolean {
  if (segment.goesOn) return true;
  const first = open.ranges[0];
  const introduces = first !== undefined && keyAt(tokens, first.end - 1) === ':';
  if (introduces && segment.bullet) return true;
  const start = finishing(tokens, segment.from);
  return skipDeadline(tokens, start, calendar) > start;
}

// "Giao các đơn vị:" before a list in which every unit gets its own task.
function onlyIntroduces(tokens: readonly Token[], draft: Draft, next: Draft | undefined): boolean {
  const [range, ...more] = draft.ranges;
  if (next === undefined || more.length > 0 || range === undefined) return false;
  if (draft.trigger.leads.some(({ unit }) => unit !== null)) return false;
  return tokens.slice(range.from, range.end).every(token => token.kind === 'mark');
}
