import { describe, expect, it } from 'vitest';
import type { SpeakerRequest, SpeechType } from './speakers.records.ts';
import {
  floorHolder,
  speakerQueue,
  speechLeft,
  speechWarning,
  timeByPerson,
  turnBefore,
} from './speakers.rules.ts';

const waiting = (id: string, position: number, type: SpeechType = 'contribution') => ({
  id,
  position,
  type,
  state: 'waiting' as SpeakerRequest['state'],
  agendaItemId: 'item',
});

describe('the queue of an item', () => {
  it('has points of order first, then everybody by turn, and nobody who does not wait', () => {
    const requests = [
      waiting('b', 2),
      waiting('order2', 9, 'pointOfOrder'),
      waiting('a', 1, 'interpellation'),
      waiting('order1', 8, 'pointOfOrder'),
      { ...waiting('spoke', 0), state: 'done' as const },
      { ...waiting('elsewhere', 0), agendaItemId: 'other' },
    ];
    expect(speakerQueue(requests, 'item').map(one => one.id)).toEqual(['order1', 'order2', 'a', 'b']);
  });

  it('breaks a tie the same way on every screen', () => {
    const requests = [waiting('b', 1), waiting('a', 1)];
    expect(speakerQueue(requests, 'item').map(one => one.id)).toEqual(['a', 'b']);
    expect(speakerQueue(requests.toReversed(), 'item').map(one => one.id)).toEqual(['a', 'b']);
  });

  it('finds a turn before any other, and last', () => {
    const queue = [waiting('a', 1), waiting('b', 2), waiting('c', 3)];
    expect(turnBefore(queue, queue[2]!, 'a')).toBeLessThan(1);
    expect(turnBefore(queue, queue[2]!, 'b')).toBe(1.5);
    expect(turnBefore(queue, queue[0]!, null)).toBe(4);
    expect(turnBefore([], waiting('new', 0), null)).toBe(1);
    expect(turnBefore([waiting('a', 1), waiting('b', 1.0000001)], waiting('c', 2), 'b')).toBeNull();
  });

  it('lets nobody pass a point of order, nor a point of order stand behind others', () => {
    const queue = [waiting('order', 7, 'pointOfOrder'), waiting('a', 1), waiting('b', 2)];
    expect(turnBefore(queue, queue[2]!, 'order')).toBeLessThan(1);
    expect(turnBefore(queue, waiting('late', 0, 'pointOfOrder'), 'b')).toBe(8);
  });

  it('knows who has the floor', () => {
    const requests = [waiting('a', 1), { ...waiting('b', 2), state: 'speaking' as const }];
    expect(floorHolder(requests)?.id).toBe('b');
    expect(floorHolder(requests.slice(0, 1))).toBeNull();
  });
});

describe('the clock of a speech', () => {
  const start = Date.parse('2026-11-24T01:00:00Z');
  const meeting = { pausedAt: null, pausedSeconds: 0, closedAt: null };
  const speech = (secondsAllowed: number, secondsUsed = 0) => ({
    secondsAllowed,
    secondsUsed,
    startedAt: new Date(start).toISOString(),
    pausedBefore: 0,
  });
  const warnedAt = (allowed: number, seconds: number) =>
    speechWarning(speech(allowed), meeting, start + seconds * 1000);

  it('warns three minutes before the end and at the limit', () => {
    expect(warnedAt(600, 419)).toBe('none');
    expect(warnedAt(600, 420)).toBe('nearEnd');
    expect(warnedAt(600, 599)).toBe('nearEnd');
    expect(warnedAt(600, 600)).toBe('over');
    expect(speechLeft(speech(600), meeting, start + 660_000)).toBe(-60);
  });

  it('does not begin a short speech with the warning of its end', () => {
    expect(warnedAt(180, 0)).toBe('none');
    expect(warnedAt(180, 119)).toBe('none');
    expect(warnedAt(180, 120)).toBe('nearEnd');
  });

  it('stands still while the meeting is paused, and goes on where it stopped', () => {
    const paused = { ...meeting, pausedAt: new Date(start + 60_000).toISOString() };
    expect(speechLeft(speech(300), paused, start + 500_000)).toBe(240);
    expect(speechLeft(speech(300), { ...meeting, pausedSeconds: 440 }, start + 500_000)).toBe(240);
    expect(speechLeft(speech(300, 100), meeting, start)).toBe(200);
  });

  it('adds up what each person has spoken, over all items', () => {
    const spoke = { ...speech(300, 40), startedAt: null, spokeAt: new Date(start).toISOString() };
    const requests = [
      { ...spoke, personId: 'an' },
      { ...spoke, personId: 'an', startedAt: new Date(start).toISOString() },
      { ...spoke, personId: 'binh', secondsUsed: 0, spokeAt: null },
    ];
    expect([...timeByPerson(requests, meeting, start + 20_000)]).toEqual([['an', 100]]);
  });
});
