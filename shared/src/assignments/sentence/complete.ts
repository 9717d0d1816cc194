import type { UnitType } from '../../organisation/organisation.records.ts';
import type { LocalDate } from '../../platform/dates.ts';
import { normaliseVietnamese } from '../../platform/text.ts';
import { isThin, saysNothing, writeContent, writeTopic } from './content.ts';
import { findDeadline, type TokenRange, tellsWhen } from './deadlines/deadline.ts';
import type { Recurrence } from './deadlines/recurrence.ts';
import type { Party } from './parties/parties.ts';
import { readInnerCoordination, readOpening } from './tasks.ts';
import type { Token } from './tokens.ts';
import type { Reading, Trigger } from './triggers.ts';

/** A part of an assignment that a person should look at before confirming it. */
type UncertainField = 'lead' | 'coordinators' | 'content' | 'dueDate' | 'recurrence';

/** An assignment as a sentence states it: a proposal to confirm, never a record by itself. */
export interface RecognisedAssignment {
  /** What is to be done, without the words that name units and the deadline; starts with a capital letter. */
  readonly content: string;
  readonly leadUnitId: string | null;
  /** All units of these kinds lead, each for itself ("các sở, ban, ngành"): one assignment for each. */
  readonly leadUnitTypes: readonly UnitType[];
  readonly leadText: string;
  readonly coordinatingUnitIds: readonly string[];
  readonly coordinatingUnitTypes: readonly UnitType[];
  /** Names that no unit given goes by, and words such as "các đơn vị liên quan". */
  readonly coordinatingTexts: readonly string[];
  readonly dueDate: LocalDate | null;
  readonly dueText: string;
  readonly recurrence: Recurrence | null;
  /** Where it stands in the text, in UTF-16 units; ranges of one text do not overlap. */
  readonly source: { readonly from: number; readonly to: number };
  readonly uncertain: readonly UncertainField[];
}

/** An assignment whose place in the text is known and whose words are not yet read. */
export interface Draft {
  readonly trigger: Trigger;
  /** What stands before the first trigger of its segment. */
  readonly preface: TokenRange;
  readonly ranges: TokenRange[];
}

/** Reads the words of a draft into the assignment they state. */
export function completeDraft(text: string, reading: Reading, draft: Draft): RecognisedAssignment {
  const { tokens, calendar } = reading;
  const { trigger, preface, ranges } = draft;
  const [first = { from: trigger.end, end: trigger.end }, ...more] = ranges;
  const opening = readOpening(reading, first.from, first.end);
  const task = [{ from: opening.end, end: first.end }, ...more];
  const inner = readInnerCoordination(reading, task);
  const tells = tellsWhen(tokens, preface, calendar);
  const deadline = findDeadline(tokens, tells ? [preface, ...ranges] : ranges, calendar);
  const removed = { deadline: deadline.resolved, labels: inner.labels };
  const written = readContent(text, tokens, preface, task, removed);
  const lead = readLead(text, tokens, trigger);
  const helpers = [...lead.others, ...opening.coordinators, ...inner.coordinators];
  const coordination = readCoordination(text, tokens, lead.leadUnitId, helpers);
  return {
    content: written.content,
    leadUnitId: lead.leadUnitId,
    leadUnitTypes: lead.leadUnitTypes,
    leadText: lead.leadText,
    coordinatingUnitIds: coordination.ids,
    coordinatingUnitTypes: coordination.types,
    coordinatingTexts: coordination.texts,
    dueDate: deadline.dueDate,
    dueText: deadline.said.map(range => quote(text, tokens, range)).join(' '),
    recurrence: deadline.recurrence,
    source: readSource(tokens, draft, tells || written.fromPreface),
    uncertain: [
      ...(lead.doubtful ? (['lead'] as const) : []),
      ...(coordination.doubtful ? (['coordinators'] as const) : []),
      ...(written.doubtful ? (['content'] as const) : []),
      ...deadline.uncertain,
    ],
  };
}

function readContent(
  text: string,
  tokens: readonly Token[],
  preface: TokenRange,
  task: readonly TokenRange[],
  removed: { readonly deadline: readonly TokenRange[]; readonly labels: readonly TokenRange[] },
): { content: string; doubtful: boolean; fromPreface: boolean } {
  const content = writeContent(text, tokens, task, removed, false);
  if (!saysNothing(content)) return { content, doubtful: isThin(content, 2), fromPreface: false };
  const topic = writeTopic(text, tokens, preface);
  if (topic !== '') return { content: topic, doubtful: true, fromPreface: true };
  const bare = writeContent(text, tokens, task, removed, true);
  return { content: bare, doubtful: isThin(bare, 3), fromPreface: false };
}

function readLead(text: string, tokens: readonly Token[], { leads }: Trigger) {
  const [first, ...rest] = leads;
  const leadUnitTypes = [...new Set(leads.flatMap(({ types }) => types))];
  const leadUnitId = first?.unit?.id ?? null;
  const last = leadUnitTypes.length > 0 && leadUnitId === null ? leads.at(-1) : first;
  const leadText = first && last ? quote(text, tokens, { from: first.from, end: last.end }) : '';
  // Kinds of units lead each for itself; named units beside one lead can only help it (one task, one lead).
  const others = leadUnitId === null ? rest.filter(({ types }) => types.length === 0) : rest;
  return {
    leadUnitId,
    leadUnitTypes: leadUnitId === null ? leadUnitTypes : [],
    leadText,
    others,
    doubtful: leadUnitId === null || rest.length > 0,
  };
}

function readCoordination(
  text: string,
  tokens: readonly Token[],
  leadUnitId: string | null,
  parties: readonly Party[],
) {
  const named = parties.filter(({ unit, types }) => unit === null && types.length === 0);
  const ids = new Set(parties.flatMap(({ unit }) => unit?.id ?? []));
  if (leadUnitId !== null) ids.delete(leadUnitId);
  return {
    ids: [...ids],
    types: [...new Set(parties.flatMap(({ types }) => types))],
    texts: [...new Set(named.map(party => quote(text, tokens, party)))],
    doubtful: named.some(party => party.named),
  };
}

function quote(text: string, tokens: readonly Token[], { from, end }: TokenRange): string {
  return normaliseVietnamese(text.slice(tokens[from]?.from, tokens[end - 1]?.to)).replace(/\s+/g, ' ');
}

function readSource(
  tokens: readonly Token[],
  draft: Draft,
  withPreface: boolean,
): { from: number; to: number } {
  const first = withPreface ? draft.preface.from : draft.trigger.at;
  let last = draft.ranges.reduce((end, range) => Math.max(end, range.end), draft.trigger.end) - 1;
  while (last > first && closing.has(tokens[last]?.key ?? '')) last -= 1;
  return { from: tokens[first]?.from ?? 0, to: tokens[last]?.to ?? 0 };
}

const closing = new Set([',', ';', ':', '.', '/', '-', 'va']);
