import type { Assignment } from '@nghisu/shared/assignments/assignments.records.ts';
import type { RecognisedAssignment } from '@nghisu/shared/assignments/sentence/complete.ts';
import { recogniseAssignments } from '@nghisu/shared/assignments/sentence/recognise.ts';
import type { Unit } from '@nghisu/shared/organisation/organisation.records.ts';
import { isValidOn } from '@nghisu/shared/organisation/organisation.rules.ts';
import { normaliseVietnamese } from '@nghisu/shared/platform/text.ts';

export type Every = NonNullable<Assignment['recurrence']>['every'];

/** What an assignment asks for, as fields hold it: `''` stands for nothing. */
export type AssignmentTerms = {
  content: string;
  coordinatingUnitIds: string[];
  dueDate: string;
  every: Every | '';
  /** Day of the month, or of the week (1 is Monday). */
  day: string;
};

export type AssignmentDraft = AssignmentTerms & { leadUnitId: string };

/** A field that a person should look at before confirming, and the words of the sentence it was read from. */
export type Doubts = { readonly [Field in RecognisedAssignment['uncertain'][number]]?: string };

export type Proposal = {
  readonly draft: AssignmentDraft;
  readonly doubts: Doubts;
  readonly leadIsMany: boolean;
};

/** The longest content, quote or note. */
export const longestText = 2000;
export const mostCoordinators = 200;

/** The units that exist on a day, in protocol order. */
export const unitsOn = (units: readonly Unit[], day: string): Unit[] =>
  units.filter(unit => isValidOn(unit, day));

/**
 * The assignments that a sentence of the minutes states, ready to be corrected; where it states none, one that holds
 * the sentence itself and doubts everything.
 */
export function proposalsOf(sentence: string, units: readonly Unit[], meetingDate: string): Proposal[] {
  const found = recogniseAssignments(sentence, { today: meetingDate, meetingDate, units });
  if (found.length > 0) return found.map(one => proposalOf(one, units));
  const content = normaliseVietnamese(sentence).slice(0, longestText);
  const draft = {
    content,
    leadUnitId: '',
    coordinatingUnitIds: [],
    dueDate: '',
    every: '',
    day: '',
  } as const;
  return [
    { draft: { ...draft, coordinatingUnitIds: [] }, doubts: { content: '', lead: '' }, leadIsMany: false },
  ];
}

function proposalOf(found: RecognisedAssignment, units: readonly Unit[]): Proposal {
  const { leadUnitId, coordinatingUnitIds, coordinatingUnitTypes, coordinatingTexts, recurrence } = found;
  const ofTypes = units.filter(unit => coordinatingUnitTypes.includes(unit.type)).map(unit => unit.id);
  const helping = [...new Set([...coordinatingUnitIds, ...ofTypes])].filter(id => id !== leadUnitId);
  const words: Required<Doubts> = {
    lead: found.leadText,
    coordinators: coordinatingTexts.join(', '),
    content: '',
    dueDate: found.dueText,
    recurrence: '',
  };
  // Nobody was found under that name: there is a lead to choose, however sure the grammar is.
  const uncertain =
    leadUnitId === null ? new Set([...found.uncertain, 'lead'] as const) : new Set(found.uncertain);
  return {
    draft: {
      content: found.content.slice(0, longestText),
      leadUnitId: leadUnitId ?? '',
      coordinatingUnitIds: helping.slice(0, mostCoordinators),
      dueDate: found.dueDate ?? '',
      every: recurrence?.every ?? '',
      day: recurrence?.day == null ? '' : String(recurrence.day),
    },
    doubts: Object.fromEntries([...uncertain].map(field => [field, words[field]])),
    leadIsMany: found.leadUnitTypes.length > 0,
  };
}

/** The present terms of an assignment, to be corrected. */
export const termsOf = (assignment: Assignment): AssignmentTerms => ({
  content: assignment.content,
  coordinatingUnitIds: [...assignment.coordinatingUnitIds],
  dueDate: assignment.dueDate ?? '',
  every: assignment.recurrence?.every ?? '',
  day: assignment.recurrence?.day == null ? '' : String(assignment.recurrence.day),
});

/** The terms as commands take them. */
export const termsInput = (terms: AssignmentTerms) => ({
  content: terms.content,
  coordinatingUnitIds: terms.coordinatingUnitIds,
  dueDate: terms.dueDate === '' ? null : terms.dueDate,
  recurrence:
    terms.every === '' ? null : { every: terms.every, day: terms.day === '' ? null : Number(terms.day) },
});

export type Mistake = 'needContent' | 'longContent' | 'needLead' | 'manyCoordinators';

/** What keeps the terms from being sent, by field. */
export function mistakesIn(terms: AssignmentTerms & { readonly leadUnitId?: string }): {
  content?: Mistake;
  lead?: Mistake;
  coordinators?: Mistake;
} {
  const length = [...terms.content.trim()].length;
  return {
    ...(length === 0 && { content: 'needContent' }),
    ...(length > longestText && { content: 'longContent' }),
    ...(terms.leadUnitId === '' && { lead: 'needLead' }),
    ...(terms.coordinatingUnitIds.length > mostCoordinators && { coordinators: 'manyCoordinators' }),
  };
}
