import type { Meeting } from '@nghisu/shared/meetings/meetings.records.ts';
import { meetingsWords } from '../../meetings/meetings.messages.ts';
import { formatMoment, formatTime } from '../../platform/i18n/dates.ts';
import { roomWords } from './room.messages.ts';

/** What a meeting is at, with the time that a person who comes in asks for. */
export function stateWords({ state, startsAt, pausedAt, closedAt }: Meeting): string {
  const word = meetingsWords.states[state];
  if (state === 'published') return roomWords.notOpened(formatMoment(startsAt));
  if (state === 'paused' && pausedAt) return roomWords.since(word, formatTime(pausedAt));
  if (state === 'closed' && closedAt) return roomWords.at(word, formatMoment(closedAt));
  return word;
}
