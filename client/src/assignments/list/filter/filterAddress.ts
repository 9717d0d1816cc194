import {
  type AssignmentParameters,
  type AssignmentScope,
  assignmentScopes,
  openStates,
} from '@nghisu/shared/assignments/assignments.query.ts';
import { type ProgressState, progressStates } from '@nghisu/shared/assignments/assignments.records.ts';
import { type TimeStatus, timeStatuses } from '@nghisu/shared/assignments/assignments.rules.ts';
import { isLocalDate } from '@nghisu/shared/platform/dates.ts';
import { isId } from '@nghisu/shared/platform/ids.ts';

/** What the list shows, as a person chose it: one choice in each part of the sentence. */
export type ListFilter = {
  readonly scope: AssignmentScope;
  /** `open` is everything that is not completed. */
  readonly state: ProgressState | 'open' | 'any';
  readonly time: TimeStatus | null;
  readonly dueFrom: string | null;
  readonly dueTo: string | null;
  readonly unitId: string | null;
  readonly meetingId: string | null;
  readonly text: string;
};

/** The list before anybody chose anything: what is not done, of a scope. */
export const plainFilter = (scope: AssignmentScope): ListFilter => ({
  scope,
  state: 'open',
  time: null,
  dueFrom: null,
  dueTo: null,
  unitId: null,
  meetingId: null,
  text: '',
});

/** True where something beside the scope was chosen. */
export const isNarrowed = (filter: ListFilter): boolean =>
  writeAddress(filter) !== writeAddress(plainFilter(filter.scope));

// The words of the address are Vietnamese, like the address itself.
const scopeWords: Record<AssignmentScope, string> = {
  mine: 'cua-toi',
  unit: 'don-vi-toi',
  given: 'toi-giao',
  all: 'tat-ca',
};
const stateWords: Record<ListFilter['state'], string> = {
  open: 'chua-xong',
  any: 'moi-trang-thai',
  notStarted: 'chua-nhan',
  inProgress: 'dang-thuc-hien',
  awaitingConfirmation: 'cho-xac-nhan',
  completed: 'hoan-thanh',
  rework: 'thuc-hien-lai',
  declined: 'tu-choi',
};
const timeWords: Record<TimeStatus, string> = {
  inTerm: 'trong-han',
  nearlyOverdue: 'sap-den-han',
  overdue: 'qua-han',
  noDeadline: 'khong-thoi-han',
  onTime: 'dung-han',
  late: 'cham',
};

const meant = <Key extends string>(keys: readonly Key[], words: Record<Key, string>, word: string | null) =>
  keys.find(key => words[key] === word);
const known = (text: string | null, isRight: (text: string) => boolean): string | null =>
  text !== null && isRight(text) ? text : null;

/** Reads the filter from the query of an address; whatever makes no sense there is passed over. */
export function readAddress(search: string, usual: AssignmentScope): ListFilter {
  const query = new URLSearchParams(search);
  const states = ['open', 'any', ...progressStates] as const;
  return {
    scope: meant(assignmentScopes, scopeWords, query.get('pham-vi')) ?? usual,
    state: meant(states, stateWords, query.get('trang-thai')) ?? 'open',
    time: meant(timeStatuses, timeWords, query.get('thoi-han')) ?? null,
    dueFrom: known(query.get('tu-ngay'), isLocalDate),
    dueTo: known(query.get('den-ngay'), isLocalDate),
    unitId: known(query.get('don-vi'), isId),
    meetingId: known(query.get('cuoc-hop'), isId),
    text: (query.get('tim') ?? '').slice(0, 200),
  };
}

/** The filter as the query of an address, without `?`. */
export function writeAddress(filter: ListFilter): string {
  const { scope, state, time, dueFrom, dueTo, unitId, meetingId, text } = filter;
  const query = new URLSearchParams({ 'pham-vi': scopeWords[scope] });
  if (state !== 'open') query.set('trang-thai', stateWords[state]);
  if (time !== null) query.set('thoi-han', timeWords[time]);
  if (dueFrom !== null) query.set('tu-ngay', dueFrom);
  if (dueTo !== null) query.set('den-ngay', dueTo);
  if (unitId !== null) query.set('don-vi', unitId);
  if (meetingId !== null) query.set('cuoc-hop', meetingId);
  if (text.trim() !== '') query.set('tim', text.trim());
  return query.toString();
}

/** The filter as the server's list takes it. */
export function parametersOf(filter: ListFilter): AssignmentParameters {
  const { scope, state, time, dueFrom, dueTo, unitId, meetingId, text } = filter;
  return {
    scope,
    ...(state !== 'any' && { state: state === 'open' ? openStates.join() : state }),
    ...(time !== null && { time }),
    ...(dueFrom !== null && { dueFrom }),
    ...(dueTo !== null && { dueTo }),
    ...(unitId !== null && { unit: unitId }),
    ...(meetingId !== null && { meeting: meetingId }),
    ...(text.trim() !== '' && { text: text.trim() }),
  };
}
