import { agendaItemSchema } from '@nghisu/shared/agenda/agenda.records.ts';
import { attendeeSchema } from '@nghisu/shared/meetings/attendees.records.ts';
import { meetingSchema } from '@nghisu/shared/meetings/meetings.records.ts';
import { localDate, weekday } from '@nghisu/shared/platform/dates.ts';
import { describe, expect, test } from 'vitest';
import { buildMeetings } from './meetings.ts';
import { buildOrganisation } from './organisation.ts';

const today = '2026-11-24';
const province = buildOrganisation('vinh-phuc', today);
const meetings = buildMeetings('vinh-phuc', province, today);
const [session, briefing, ...past] = meetings;
const papersOf = (meeting: (typeof meetings)[number] | undefined) =>
  meeting?.items.flatMap(item => item.papers) ?? [];

describe('the demo meetings', () => {
  test('are a regular session today, a briefing next Monday and four of the past', () => {
    expect(session).toMatchObject({ type: 'regularSession', day: today, state: 'published' });
    expect(session?.startsAt).toBe('2026-11-24T01:00:00.000Z');
    expect(session?.title).toBe('Phiên họp thường kỳ UBND tỉnh tháng 11/2026');
    expect(session?.items.length).toBeGreaterThanOrEqual(12);
    expect(briefing).toMatchObject({ type: 'briefingMeeting', state: 'published' });
    expect(briefing && weekday(briefing.day)).toBe(1);
    expect(past.map(meeting => meeting.type)).toEqual(
      expect.arrayContaining(['regularSession', 'thematicSession', 'workingMeeting']),
    );
    expect(past).toHaveLength(4);
    for (const meeting of past) {
      expect(meeting.state).toBe('closed');
      expect(meeting.day < today).toBe(true);
      expect(localDate(meeting.closedAt ?? '')).toBe(meeting.day);
    }
  });

  test('consist of records that the product accepts', () => {
    for (const { attendees, items, day: _, ...meeting } of meetings) {
      meetingSchema.parse({
        kind: 'meeting',
        pausedAt: null,
        pausedSeconds: 0,
        ...meeting,
      });
      for (const { personId, ...seat } of attendees) {
        attendeeSchema.parse({ kind: 'attendee', id: personId, meetingId: meeting.id, ...seat });
      }
      for (const {
        papers: _papers,
        vote: _vote,
        subject: _subject,
        heldFrom: _from,
        heldUntil: _until,
        ...item
      } of items) {
        agendaItemSchema.parse({
          kind: 'agendaItem',
          meetingId: meeting.id,
          startedAt: null,
          pausedBefore: 0,
          carriedToMeetingId: null,
          ...item,
        });
      }
    }
  });

  test('attach papers that differ, one of a hundred pages and one scanned among those of today', () => {
    const papers = papersOf(session);
    expect(papers.filter(paper => paper.style === 'long' && paper.pages >= 100)).toHaveLength(1);
    expect(papers.filter(paper => paper.style === 'scan')).toHaveLength(1);
    for (const item of session?.items ?? []) expect(item.papers.length).toBeLessThanOrEqual(4);
    const all = meetings.flatMap(papersOf);
    expect(new Set(all.map(paper => paper.id)).size).toBe(all.length);
    for (const paper of all) {
      expect(paper.fileName).toMatch(/^[^/\\:*?"<>|]+\.pdf$/);
      expect(paper.issuedOn <= today).toBe(true);
      expect(paper.title).not.toMatch(/[{}]/);
    }
  });

  test('seat every person once, with one chair and two secretaries', () => {
    for (const meeting of meetings) {
      const people = meeting.attendees.map(seat => seat.personId);
      expect(new Set(people).size).toBe(people.length);
      expect(meeting.attendees.filter(seat => seat.role === 'chair')).toEqual([
        { personId: meeting.chairId, role: 'chair', unitId: null },
      ]);
      expect(meeting.attendees.filter(seat => seat.role === 'secretary')).toHaveLength(2);
    }
    expect(session?.attendees.filter(seat => seat.role === 'member')).toHaveLength(27);
  });

  test('held their items one after the other, and count every vote of the 28 members', () => {
    const votes = past.flatMap(meeting => meeting.items.flatMap(item => item.vote ?? []));
    expect(votes.length).toBeGreaterThanOrEqual(4);
    for (const vote of votes) expect(vote.for + vote.against + vote.notVoting).toBe(28);
    for (const meeting of past) {
      let clock = meeting.openedAt;
      for (const item of meeting.items) {
        expect(item.heldFrom).toBe(clock);
        expect(Date.parse(item.heldUntil ?? '') - Date.parse(item.heldFrom ?? '')).toBe(
          item.secondsUsed * 1000,
        );
        clock = item.heldUntil;
      }
      expect(clock).toBe(meeting.closedAt);
    }
    for (const meeting of [session, briefing]) {
      expect(meeting?.items.every(item => item.heldFrom === null && item.vote === null)).toBe(true);
    }
  });

  test('follow the day, and repeat themselves for the same seed', () => {
    expect(buildMeetings('vinh-phuc', province, today)).toEqual(meetings);
    for (const day of ['2027-01-02', '2028-02-29', '2026-03-31', '2026-07-30']) {
      const other = buildMeetings('vinh-phuc', buildOrganisation('vinh-phuc', day), day);
      expect(other[0]?.day).toBe(day);
      expect(new Set(other.map(meeting => meeting.title)).size).toBe(other.length);
      expect(other.slice(2).every(meeting => meeting.day < day && weekday(meeting.day) < 6)).toBe(true);
    }
  });
});
