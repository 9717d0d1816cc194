import { isSectionId } from '@nghisu/shared/minutes/document/schema.ts';
import { describe, expect, test } from 'vitest';
import { buildAssignments } from './assignments.ts';
import { buildMeetings } from './meetings.ts';
import { buildMinutes } from './minutes.ts';
import { buildOrganisation } from './organisation.ts';

const today = '2026-11-24';
const organisation = buildOrganisation('vinh-phuc', today);
const meetings = buildMeetings('vinh-phuc', organisation, today);
const assignments = buildAssignments('vinh-phuc', organisation, meetings, today);
const minutes = buildMinutes('vinh-phuc', organisation, meetings, assignments);

describe('the demo minutes', () => {
  test('exist for closed meetings only, with one section for each agenda item between opening and closing', () => {
    const closed = meetings.filter(meeting => meeting.state === 'closed');
    expect([...minutes.keys()]).toEqual(closed.map(meeting => meeting.id));
    for (const meeting of closed) {
      const ids = minutes.get(meeting.id)?.map(section => section.itemId);
      expect(ids).toEqual(['opening', ...meeting.items.map(item => item.id), 'closing']);
      expect(ids?.every(isSectionId)).toBe(true);
    }
  });

  test('are composed Unicode without slots left open', () => {
    const paragraphs = [...minutes.values()].flat().flatMap(section => section.paragraphs);
    expect(paragraphs.length).toBeGreaterThan(200);
    for (const { text } of paragraphs) {
      expect(text).toBe(text.normalize('NFC'));
      expect(text).not.toMatch(/[{}]|undefined|NaN|Invalid/);
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
    }
  });

  test('hold the sentence of every assignment in the section of its item', () => {
    for (const { id, meetingId, agendaItemId, quote } of assignments) {
      const section = minutes.get(meetingId)?.find(({ itemId }) => itemId === agendaItemId);
      const marked = section?.paragraphs.flatMap(({ text, ranges }) =>
        ranges.filter(range => range.assignmentId === id).map(({ from, to }) => text.slice(from, to)),
      );
      expect(marked).toEqual([quote]);
    }
  });

  test('tell the result of every vote', () => {
    for (const meeting of meetings.filter(({ state }) => state === 'closed')) {
      for (const item of meeting.items) {
        const text = minutes
          .get(meeting.id)
          ?.find(({ itemId }) => itemId === item.id)
          ?.paragraphs.map(paragraph => paragraph.text)
          .join('\n');
        if (item.vote) expect(text).toContain(`${item.vote.for}/28 thành viên tán thành`);
        else expect(text).not.toContain('tán thành');
      }
    }
  });
});
