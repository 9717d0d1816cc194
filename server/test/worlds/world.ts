import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandInput, type CommandName, commands } from '@nghisu/shared/commands.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { MeetingRole, SystemRole } from '@nghisu/shared/platform/viewer.ts';
import { policies } from '@nghisu/shared/policies.ts';
import { handlers } from '../../src/commands.ts';
import { insertAccount } from '../../src/organisation/accounts.store.ts';
import { savePerson, savePost, saveRoom, saveUnit } from '../../src/organisation/organisation.store.ts';
import { type CommandRunner, createCommandRunner } from '../../src/platform/commands/runCommand.ts';
import { type Database, type Db, openDatabase } from '../../src/platform/database/db.ts';
import { createLog, type Log } from '../../src/platform/log.ts';
import type { StoredEvent } from '../../src/platform/streams/streams.ts';
import { viewerOf } from '../../src/viewers.ts';
import { createTestDatabase } from '../programs/postgres.ts';
import { StateCheck } from './stateCheck.ts';

export type World = {
  readonly database: Database;
  readonly db: Db;
  readonly log: Log;
  readonly connectionString: string;
  readonly runner: CommandRunner;
  /** Everything that was published after a commit, in order. */
  readonly published: StoredEvent[];
  /** A folder of this world's own. */
  readonly folder: string;
  /** Runs a command, then checks that its repeat changes nothing (S7) and that all it changed was announced (S8). */
  run<Name extends CommandName>(
    personId: string,
    stream: string,
    name: Name,
    input: CommandInput<Name>,
  ): Promise<{ seq: number }>;
  unit(given?: {
    name?: string;
    type?: 'department' | 'subUnit' | 'committeeOffice';
    parentId?: string | null;
    validTo?: string;
  }): Promise<string>;
  /** A person with an account, and posts in the units given. */
  person(given?: {
    name?: string;
    roles?: SystemRole[];
    heads?: string[];
    worksIn?: string[];
  }): Promise<string>;
  room(): Promise<string>;
  /** A meeting made by commands: chair, one secretary, and members; published unless said otherwise. */
  meeting(given?: {
    members?: string[];
    invitees?: string[];
    observers?: string[];
    state?: 'draft' | 'published' | 'running';
  }): Promise<MadeMeeting>;
  agendaItem(meeting: MadeMeeting, title?: string, parentId?: string | null): Promise<string>;
  close(): Promise<void>;
};

export type MadeMeeting = { id: string; stream: string; chair: string; secretary: string };

let counter = 0;
function next(word: string): string {
  counter += 1;
  return `${word} ${counter}`;
}

/** A migrated database of its own with the real command runner, and the smallest things to try it on. */
export async function createWorld(): Promise<World> {
  const testDatabase = await createTestDatabase();
  const log = createLog('silent');
  const database = openDatabase(testDatabase.connectionString, log);
  const { db } = database;
  const published: StoredEvent[] = [];
  const runner = createCommandRunner({
    commands,
    policies,
    handlers,
    viewerOf,
    db,
    log,
    publish: events => void published.push(...events),
  });
  const folder = await mkdtemp(join(tmpdir(), 'nghisu-world-'));
  const check = new StateCheck(db);
  const world: World = {
    database,
    db,
    log,
    connectionString: testDatabase.connectionString,
    runner,
    published,
    folder,
    async run(personId, stream, name, input) {
      await check.remember([stream]);
      const envelope = { id: newId(), stream, name, input };
      const answer = await runner.run(envelope, personId);
      const before = published.length;
      const again = await runner.run(envelope, personId);
      if (again.seq !== answer.seq || published.length !== before)
        throw new Error(`S7: a repeat of ${name} had an effect`);
      await check.verify(name);
      return answer;
    },
    async unit(given = {}) {
      const id = newId();
      const name = given.name ?? next('Sở');
      const type = given.type ?? 'department';
      const row = {
        id,
        name,
        shortName: name,
        type,
        parentId: given.parentId ?? null,
        order: counter,
        validFrom: '2020-01-01',
        validTo: given.validTo ?? null,
      };
      await db.transaction(tx => saveUnit(tx, row));
      check.forget();
      return id;
    },
    async person(given = {}) {
      const id = newId();
      await db.transaction(async tx => {
        await savePerson(tx, { id, fullName: given.name ?? next('Nguyễn Văn'), protocolOrder: counter });
        await insertAccount(tx, {
          id: newId(),
          username: `p${id}`,
          personId: id,
          passwordHash: '',
          systemRoles: given.roles ?? [],
        });
        const post = { personId: id, title: 'Chuyên viên', validFrom: '2020-01-01', validTo: null };
        for (const unitId of given.heads ?? [])
          await savePost(tx, { id: newId(), unitId, head: true, ...post });
        for (const unitId of given.worksIn ?? [])
          await savePost(tx, { id: newId(), unitId, head: false, ...post });
      });
      check.forget();
      return id;
    },
    async room() {
      const id = newId();
      await db.transaction(tx =>
        saveRoom(tx, { id, name: next('Phòng'), location: '', capacity: 50, equipment: [] }),
      );
      check.forget();
      return id;
    },
    meeting: given => makeMeeting(world, given ?? {}),
    async agendaItem(meeting, title = next('Nội dung'), parentId = null) {
      const itemId = newId();
      const input = {
        itemId,
        parentId,
        beforeId: null,
        title,
        unitId: null,
        presenterId: null,
        minutesPlanned: 15,
        note: '',
      };
      await world.run(meeting.secretary, meeting.stream, 'agenda.addItem', input);
      return itemId;
    },
    async close() {
      await database.close();
      await testDatabase.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return world;
}

type Guests = Parameters<World['meeting']>[0] & object;

async function makeMeeting(world: World, given: Guests): Promise<MadeMeeting> {
  const secretary = await world.person({ name: next('Thư ký'), roles: ['officeStaff'] });
  const chair = await world.person({ name: next('Chủ trì') });
  const id = newId();
  const stream = `meeting:${id}`;
  await world.run(secretary, stream, 'meetings.create', {
    type: 'regularSession',
    title: next('Phiên họp'),
    startsAt: new Date(Date.now() + 3_600_000).toISOString(),
    minutesPlanned: 180,
    roomId: null,
    chairId: chair,
    secretaryIds: [secretary],
  });
  const seats: [MeetingRole, string[]][] = [
    ['member', given.members ?? []],
    ['invitee', given.invitees ?? []],
    ['observer', given.observers ?? []],
  ];
  for (const [role, personIds] of seats) {
    if (personIds.length === 0) continue;
    await world.run(secretary, stream, 'meetings.invitePeople', { personIds, role: role as 'member' });
  }
  const state = given.state ?? 'published';
  if (state !== 'draft') await world.run(secretary, stream, 'meetings.publish', {});
  if (state === 'running') await world.run(chair, stream, 'meetings.open', {});
  return { id, stream, chair, secretary };
}
