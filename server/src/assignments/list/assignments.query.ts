import { searchWords } from '@nghisu/shared/assignments/assignments.filter.ts';
import {
  type AssignmentCounts,
  type AssignmentPage,
  type AssignmentQuery,
  writeCursor,
} from '@nghisu/shared/assignments/assignments.query.ts';
import { type ProgressState, progressStates } from '@nghisu/shared/assignments/assignments.records.ts';
import {
  nearlyOverdueDays,
  type TimeStatus,
  timeStatuses,
} from '@nghisu/shared/assignments/assignments.rules.ts';
import { hasRole, type MeetingRole, type Viewer } from '@nghisu/shared/platform/viewer.ts';
import {
  and,
  arrayOverlaps,
  asc,
  count,
  eq,
  gte,
  inArray,
  isNull,
  lte,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { itemsRecusedFrom } from '../../attendance/admission/admission.store.ts';
import { meetingsOf } from '../../meetings/attendees.store.ts';
import { today } from '../../organisation/organisation.store.ts';
import type { Reader } from '../../platform/database/db.ts';
import { toAssignment } from '../assignments.store.ts';
import { assignments } from '../assignments.tables.ts';

/** In these roles a person sees every assignment of the meeting. */
const seeingRoles: readonly MeetingRole[] = ['chair', 'secretary', 'member'];

const due = sql`coalesce(${assignments.dueDate}, 'infinity'::date)`;

const unitIdsOf = (viewer: Viewer): string[] => viewer.units.map(unit => unit.unitId);

/** Of the meetings in which the viewer has one of the roles, but for items with a conflict of interest. */
async function ofMeetings(
  db: Reader,
  viewer: Viewer,
  roles: readonly MeetingRole[],
): Promise<SQL | undefined> {
  const seats = (await meetingsOf(db, viewer.personId)).filter(seat => roles.includes(seat.role));
  const recused = await itemsRecusedFrom(db, viewer.personId);
  return and(
    inArray(
      assignments.meetingId,
      seats.map(seat => seat.meetingId),
    ),
    or(isNull(assignments.agendaItemId), notInArray(assignments.agendaItemId, recused)),
  );
}

/** The policy `canSeeAssignment` in SQL, over all meetings of the viewer at once; undefined sees everything. */
async function sight(db: Reader, viewer: Viewer): Promise<SQL | undefined> {
  if (hasRole(viewer, 'monitor')) return undefined;
  return or(
    eq(assignments.assignedById, viewer.personId),
    eq(assignments.responsibleId, viewer.personId),
    ofUnits(viewer),
    await ofMeetings(db, viewer, seeingRoles),
  );
}

/** Led or helped by a unit of the viewer. */
const ofUnits = (viewer: Viewer): SQL | undefined => {
  const unitIds = unitIdsOf(viewer);
  if (unitIds.length === 0) return sql`false`;
  return or(
    inArray(assignments.leadUnitId, unitIds),
    arrayOverlaps(assignments.coordinatingUnitIds, unitIds),
  );
};

/** The viewer is responsible, or heads the lead unit while nobody is named. */
const mine = (viewer: Viewer): SQL | undefined => {
  const headed = viewer.units.filter(unit => unit.head).map(unit => unit.unitId);
  return or(
    eq(assignments.responsibleId, viewer.personId),
    and(isNull(assignments.responsibleId), inArray(assignments.leadUnitId, headed)),
  );
};

/** The viewer gave it, or organises its meeting. */
const given = async (db: Reader, viewer: Viewer): Promise<SQL | undefined> =>
  or(eq(assignments.assignedById, viewer.personId), await ofMeetings(db, viewer, ['chair', 'secretary']));

/** `timeStatus` in SQL; a test holds the two together. */
const timeOf = (day: string): SQL<TimeStatus> => sql<TimeStatus>`case
  when ${assignments.dueDate} is null then case when ${assignments.completedOn} is null then 'noDeadline' else 'onTime' end
  when ${assignments.completedOn} <= ${assignments.dueDate} then 'onTime'
  when ${assignments.completedOn} is not null then 'late'
  when ${assignments.dueDate} < ${day}::date then 'overdue'
  when ${assignments.dueDate} <= ${day}::date + ${nearlyOverdueDays}::int then 'nearlyOverdue'
  else 'inTerm' end`;

/** Every word occurs, the last one at least by its beginning, as it is while somebody types. */
function textMatches(text: string): SQL | undefined {
  const words = searchWords(text);
  if (words.length === 0) return undefined;
  const wanted = `${words.map(word => `'${word}'`).join(' & ')}:*`;
  return sql`to_tsvector('simple', ${assignments.folded}) @@ to_tsquery('simple', ${wanted})`;
}

/** All filters but the two statuses, which are counted too. */
async function base(db: Reader, viewer: Viewer, query: AssignmentQuery): Promise<SQL | undefined> {
  const scopes = {
    mine: () => mine(viewer),
    unit: () => ofUnits(viewer),
    given: () => given(db, viewer),
    all: () => undefined,
  };
  return and(
    await sight(db, viewer),
    await scopes[query.scope](),
    query.unit === undefined ? undefined : eq(assignments.leadUnitId, query.unit),
    query.meeting === undefined ? undefined : eq(assignments.meetingId, query.meeting),
    query.dueFrom === undefined ? undefined : gte(assignments.dueDate, query.dueFrom),
    query.dueTo === undefined ? undefined : lte(assignments.dueDate, query.dueTo),
    textMatches(query.text),
  );
}

/**
 * One page of what the viewer may see, by due date, with what each status would hold. `day` is the date in Viet Nam
 * against which the time status is judged.
 */
export async function findAssignments(
  db: Reader,
  viewer: Viewer,
  query: AssignmentQuery,
  day: string,
): Promise<AssignmentPage> {
  const filter = await base(db, viewer, query);
  const time = timeOf(day);
  const { after, limit } = query;
  const rows = await db
    .select()
    .from(assignments)
    .where(
      and(
        filter,
        query.state.length > 0 ? inArray(assignments.progress, query.state) : undefined,
        query.time.length > 0 ? inArray(time, query.time) : undefined,
        after && sql`(${due}, ${assignments.id}) > (${after.dueDate ?? 'infinity'}::date, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(due), asc(assignments.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit).map(toAssignment);
  const last = items.at(-1);
  const next = rows.length > limit && last ? writeCursor(last) : null;
  return { items, next, ...(await countsOf(db, filter, time, query)) };
}

/** The date in Viet Nam by the database's clock. */
export async function databaseToday(db: Reader): Promise<string> {
  const { rows } = await db.execute<{ today: string }>(sql`select ${today}::text as today`);
  return rows[0]!.today;
}

type Tally = { readonly progress: ProgressState; readonly time: TimeStatus; readonly count: number };

const sum = (tallies: readonly Tally[]): number => tallies.reduce((total, tally) => total + tally.count, 0);

/** Each status is counted under all filters but its own. */
async function countsOf(
  db: Reader,
  filter: SQL | undefined,
  time: SQL<TimeStatus>,
  query: AssignmentQuery,
): Promise<{ total: number; counts: AssignmentCounts }> {
  const judged = db
    .select({ progress: assignments.progress, time: time.as('time') })
    .from(assignments)
    .where(filter)
    .as('judged');
  const tallies: Tally[] = await db
    .select({ progress: judged.progress, time: judged.time, count: count() })
    .from(judged)
    .groupBy(judged.progress, judged.time);
  const hasState = (tally: Tally) => query.state.length === 0 || query.state.includes(tally.progress);
  const hasTime = (tally: Tally) => query.time.length === 0 || query.time.includes(tally.time);
  const byTime = timeStatuses.map(status => [
    status,
    sum(tallies.filter(tally => tally.time === status && hasState(tally))),
  ]);
  const byProgress = progressStates.map(state => [
    state,
    sum(tallies.filter(tally => tally.progress === state && hasTime(tally))),
  ]);
  return {
    total: sum(tallies.filter(tally => hasState(tally) && hasTime(tally))),
    counts: { byTime: Object.fromEntries(byTime), byProgress: Object.fromEntries(byProgress) },
  };
}
