import { localDate } from '@nghisu/shared/platform/dates.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { foldText } from '@nghisu/shared/platform/text.ts';
import { agendaItems } from '../agenda/agenda.tables.ts';
import { assignmentHistory, assignments } from '../assignments/assignments.tables.ts';
import { positions } from '../decisions/decisions.tables.ts';
import { attendees } from '../meetings/attendees.tables.ts';
import { meetings } from '../meetings/meetings.tables.ts';
import { accounts, people, posts, rooms, units } from '../organisation/organisation.tables.ts';
import { hashPassword } from '../organisation/password.ts';
import { papers } from '../papers/papers.tables.ts';
import type { Database, Tx } from '../platform/database/db.ts';
import type { FileStore } from '../platform/files/fileStore.ts';
import type { Log } from '../platform/log.ts';
import { importDemoMinutes } from './demoMinutes.ts';
import { writeDemoPapers } from './demoPapers.ts';
import { buildAssignments, type DemoAssignment } from './province/assignments.ts';
import { buildMeetings, type DemoMeeting } from './province/meetings.ts';
import { buildMinutes } from './province/minutes.ts';
import { buildOrganisation, type DemoOrganisation } from './province/organisation.ts';
import { buildPositions } from './province/positions.ts';

/** The logins that a person trying the product is told of. */
export const demoLogins: readonly { username: string; description: string }[] = [
  { username: 'chutich', description: 'Chủ tịch UBND tỉnh, chủ trì / chair' },
  { username: 'thuky, thuky2', description: 'Thư ký / secretaries' },
  { username: 'gd.taichinh', description: 'Giám đốc Sở Tài chính / head of department' },
  { username: 'thanhvien1..20', description: 'Thành viên UBND tỉnh / members' },
  { username: 'chanhvp', description: 'Chánh Văn phòng, theo dõi nhiệm vụ / follow-up' },
  { username: 'quantri', description: 'Quản trị hệ thống / administrator' },
];

export type SeedParts = {
  readonly database: Database;
  readonly files: FileStore;
  readonly log: Log;
  readonly password: string;
  readonly now: Date;
};

/** The same province at every installation; only the dates follow the day. */
const seed = 'vinh-phuc';

/**
 * Fills an empty database with one province, its meetings of the week and of the past, and its assignments. The papers
 * are kept before the one transaction that names them, so that a kill in the middle leaves an empty database.
 */
export async function seedDemo({ database, files, password, now }: SeedParts): Promise<void> {
  const today = localDate(now.toISOString());
  const organisation = buildOrganisation(seed, today);
  const demoMeetings = buildMeetings(seed, organisation, today);
  const demoAssignments = buildAssignments(seed, organisation, demoMeetings, today);
  const minutes = buildMinutes(seed, organisation, demoMeetings, demoAssignments);
  // One hash for all demo accounts: hashing thirty times would take longer than all the rest.
  const passwordHash = await hashPassword(password);
  const written = await writeDemoPapers(files, organisation, demoMeetings, today);
  await database.db.transaction(async tx => {
    await writeOrganisation(tx, organisation, passwordHash);
    await writeMeetings(tx, demoMeetings);
    await tx.insert(positions).values(buildPositions(seed, demoMeetings, now.toISOString()));
    await tx.insert(papers).values(written);
    await writeAssignments(tx, demoAssignments);
    for (const [meetingId, sections] of minutes) await importDemoMinutes(tx, meetingId, sections);
  });
}

async function writeOrganisation(
  tx: Tx,
  organisation: DemoOrganisation,
  passwordHash: string,
): Promise<void> {
  await tx.insert(units).values(organisation.units);
  await tx.insert(people).values(organisation.people);
  await tx.insert(posts).values(organisation.posts);
  await tx.insert(rooms).values(organisation.rooms);
  await tx
    .insert(accounts)
    .values(organisation.accounts.map(account => ({ id: newId(), ...withFollowUp(account), passwordHash })));
}

/** The Chairman and the secretaries follow every assignment up, as the Office does. */
function withFollowUp(account: DemoOrganisation['accounts'][number]): DemoOrganisation['accounts'][number] {
  const follows = ['chutich', 'thuky', 'thuky2', 'chanhvp'].includes(account.username);
  return follows
    ? { ...account, systemRoles: [...new Set([...account.systemRoles, 'monitor' as const])] }
    : account;
}

async function writeMeetings(tx: Tx, list: readonly DemoMeeting[]): Promise<void> {
  await tx.insert(meetings).values(
    list.map(({ day: _, attendees: __, items: ___, ...meeting }) => ({
      ...meeting,
      pausedAt: null,
      pausedSeconds: 0,
    })),
  );
  await tx
    .insert(attendees)
    .values(
      list.flatMap(meeting => meeting.attendees.map(attendee => ({ meetingId: meeting.id, ...attendee }))),
    );
  await tx.insert(agendaItems).values(
    list.flatMap(meeting =>
      meeting.items.map(item => ({
        id: item.id,
        meetingId: meeting.id,
        parentId: item.parentId,
        position: item.position,
        title: item.title,
        unitId: item.unitId,
        presenterId: item.presenterId,
        minutesPlanned: item.minutesPlanned,
        note: item.note,
        state: item.state,
        secondsUsed: item.secondsUsed,
        startedAt: null,
        pausedBefore: 0,
        carriedToMeetingId: null,
      })),
    ),
  );
}

async function writeAssignments(tx: Tx, list: readonly DemoAssignment[]): Promise<void> {
  await tx.insert(assignments).values(
    list.map(({ sentence: _, history: __, ...assignment }) => ({
      ...assignment,
      folded: foldText(`${assignment.content} ${assignment.quote}`),
    })),
  );
  await tx
    .insert(assignmentHistory)
    .values(list.flatMap(({ id, history }) => history.map(entry => ({ assignmentId: id, ...entry }))));
}
