import type { MeetingType } from '@nghisu/shared/meetings/meetings.records.ts';
import {
  addDays,
  addMonths,
  addWorkingDays,
  type LocalDate,
  startOfWeek,
} from '@nghisu/shared/platform/dates.ts';
import type { MeetingRole } from '@nghisu/shared/platform/viewer.ts';
import type { PaperSpec } from '../pdf/paper.ts';
import { buildAgenda } from './agenda.ts';
import { type ItemFact, regularSession, weeklyBriefing } from './facts/agenda.ts';
import {
  earlyWorkingMeeting,
  lastRegularSession,
  recentWorkingMeeting,
  thematicSession,
} from './facts/pastAgenda.ts';
import type { DemoOrganisation } from './organisation.ts';
import { createDirectory, type Directory } from './setting/directory.ts';
import { addMinutes, momentOf, nearestWorkingDay } from './setting/moments.ts';
import { type Random, seededId, seededRandom } from './setting/random.ts';

/** A paper, ready to be written, and the name of its file. */
export type DemoPaper = PaperSpec & { fileName: string };

/** The result of a vote among the 28 members; the three numbers add up to all of them. */
export type DemoVote = { question: string; for: number; against: number; notVoting: number };

export type DemoItem = {
  id: string;
  parentId: string | null;
  position: number;
  title: string;
  /** What it is about, as it reads in the middle of a sentence. */
  subject: string;
  unitId: string;
  presenterId: string;
  minutesPlanned: number;
  note: string;
  state: 'planned' | 'done';
  secondsUsed: number;
  /** When its discussion began and ended; null where it has not been held. */
  heldFrom: string | null;
  heldUntil: string | null;
  papers: DemoPaper[];
  vote: DemoVote | null;
};

type DemoAttendee = { personId: string; role: MeetingRole; unitId: string | null };

export type DemoMeeting = {
  id: string;
  type: MeetingType;
  title: string;
  day: LocalDate;
  startsAt: string;
  minutesPlanned: number;
  roomId: string;
  chairId: string;
  state: 'published' | 'closed';
  openedAt: string | null;
  closedAt: string | null;
  createdById: string;
  attendees: DemoAttendee[];
  items: DemoItem[];
};

/** What distinguishes one meeting from another before its agenda is made. */
type Plan = Pick<DemoMeeting, 'type' | 'title' | 'day' | 'state' | 'chairId' | 'attendees'> & {
  time: string;
  room: string;
  facts: readonly ItemFact[];
};

/**
 * The regular session of `today`, the next weekly briefing, and four meetings of the past half-year, in this order; the
 * past ones from the newest to the oldest.
 */
export function buildMeetings(seed: string, organisation: DemoOrganisation, today: LocalDate): DemoMeeting[] {
  const directory = createDirectory(organisation);
  const random = seededRandom(seed).fork('meetings');
  return plans(directory, today).map(plan => buildMeeting(plan, today, directory, random.fork(plan.title)));
}

function plans(directory: Directory, today: LocalDate): Plan[] {
  const chairId = directory.login('chutich');
  return [
    sessionPlan(directory, today, 'published', regularSession),
    briefingPlan(directory, addDays(startOfWeek(today), 7)),
    {
      type: 'workingMeeting',
      title: 'Làm việc về chuẩn bị nội dung trình kỳ họp Hội đồng nhân dân tỉnh',
      day: addWorkingDays(today, -6),
      ...workingPlan(directory, directory.login('thanhvien1'), recentWorkingMeeting),
      time: '14:00',
      room: 'Phòng họp số 3',
    },
    sessionPlan(directory, aMonthBefore(today), 'closed', lastRegularSession),
    {
      ...sessionPlan(directory, nearestWorkingDay(addDays(today, -68), -1), 'closed', thematicSession),
      type: 'thematicSession',
      title: 'Phiên họp chuyên đề về giải ngân vốn đầu tư công và các dự án trọng điểm',
    },
    {
      type: 'workingMeeting',
      title: 'Làm việc về chuyển đổi số, cải cách hành chính và giải quyết đơn thư',
      day: nearestWorkingDay(addDays(today, -196), -1),
      ...workingPlan(directory, chairId, earlyWorkingMeeting),
      time: '08:00',
      room: 'Phòng họp trực tuyến',
    },
  ];
}

// A working day of the month before, so that every month has its own regular session.
function aMonthBefore(today: LocalDate): LocalDate {
  const day = addMonths(today, -1);
  const working = nearestWorkingDay(day, -1);
  return working.slice(0, 7) === day.slice(0, 7) ? working : nearestWorkingDay(day, 1);
}

function sessionPlan(directory: Directory, day: LocalDate, state: Plan['state'], facts: Plan['facts']): Plan {
  const chairId = directory.login('chutich');
  const attendees = sessionAttendees(directory, chairId);
  const title = `Phiên họp thường kỳ UBND tỉnh tháng ${monthOf(day)}`;
  return {
    type: 'regularSession',
    title,
    day,
    state,
    chairId,
    attendees,
    time: '08:00',
    room: 'Phòng họp số 1',
    facts,
  };
}

function briefingPlan(directory: Directory, day: LocalDate): Plan {
  const chairId = directory.login('chutich');
  return {
    type: 'briefingMeeting',
    title: `Giao ban tuần của UBND tỉnh ngày ${day.slice(8)}/${day.slice(5, 7)}`,
    day,
    time: '07:30',
    room: 'Phòng họp số 2',
    state: 'published',
    chairId,
    attendees: briefingAttendees(directory, chairId),
    facts: weeklyBriefing,
  };
}

const workingPlan = (directory: Directory, chairId: string, facts: Plan['facts']) => ({
  state: 'closed' as const,
  chairId,
  attendees: workingAttendees(directory, chairId, facts),
  facts,
});

const monthOf = (day: LocalDate): string => `${Number(day.slice(5, 7))}/${day.slice(0, 4)}`;

function buildMeeting(plan: Plan, today: LocalDate, directory: Directory, random: Random): DemoMeeting {
  const { time, room, facts, ...rest } = plan;
  const startsAt = momentOf(plan.day, time);
  const openedAt = plan.state === 'closed' ? addMinutes(startsAt, random.int(0, 6)) : null;
  const { items, end } = buildAgenda({ ...plan, today, openedAt }, directory, random);
  const minutesPlanned = facts
    .flatMap(fact => [fact, ...(fact.children ?? [])])
    .reduce((sum, fact) => sum + fact.minutes, 0);
  return {
    id: seededId(random),
    ...rest,
    startsAt,
    minutesPlanned: Math.ceil(minutesPlanned / 15) * 15,
    roomId: directory.roomNamed(room),
    openedAt,
    closedAt: openedAt === null ? null : end,
    createdById: directory.login('thuky'),
    items,
  };
}

function attendeesOf(directory: Directory, chairId: string, others: readonly DemoAttendee[]): DemoAttendee[] {
  const seats: DemoAttendee[] = [
    { personId: chairId, role: 'chair', unitId: null },
    { personId: directory.login('thuky'), role: 'secretary', unitId: null },
    { personId: directory.login('thuky2'), role: 'secretary', unitId: null },
    ...others,
  ];
  // One seat a person: whoever is named first keeps the first role.
  return [...new Map(seats.toReversed().map(seat => [seat.personId, seat])).values()].toReversed();
}

function sessionAttendees(directory: Directory, chairId: string): DemoAttendee[] {
  const members = directory.members.map(
    (personId): DemoAttendee => ({ personId, role: 'member', unitId: null }),
  );
  const invited = directory
    .unitsOfType('district')
    .map((unit): DemoAttendee => ({ personId: directory.headOf(unit.id), role: 'invitee', unitId: unit.id }));
  const deputies = officeLeaders(directory).map(
    (personId): DemoAttendee => ({ personId, role: 'invitee', unitId: null }),
  );
  return attendeesOf(directory, chairId, [...members, ...invited, ...deputies]);
}

function briefingAttendees(directory: Directory, chairId: string): DemoAttendee[] {
  const leaders = [...directory.members.slice(0, 5), ...officeLeaders(directory)];
  return attendeesOf(
    directory,
    chairId,
    leaders.map(personId => ({ personId, role: 'member', unitId: null })),
  );
}

function workingAttendees(directory: Directory, chairId: string, facts: readonly ItemFact[]): DemoAttendee[] {
  const invited = [...facts.map(fact => fact.unit), 'Sở Tài chính', 'Sở Tư pháp', 'UBND thành phố Phúc Yên'];
  const heads = invited.map((name): DemoAttendee => {
    const unit = directory.unitNamed(name);
    return { personId: directory.headOf(unit.id), role: 'member', unitId: unit.id };
  });
  return attendeesOf(directory, chairId, heads);
}

const officeLeaders = (directory: Directory): string[] =>
  directory.staffOf(directory.unitNamed('Văn phòng UBND tỉnh').id);
