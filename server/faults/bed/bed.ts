import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@nghisu/shared/platform/ids.ts';
import * as Y from 'yjs';
import { TextClient, textOf } from '../../bench/load/textClient.ts';
import { Cluster } from '../../cluster/cluster.ts';
import { seeded } from '../random.ts';
import { Door } from './door.ts';
import { type BedMeeting, makeMeeting } from './meetings.ts';
import { Directory, type Person, type Unit } from './people.ts';
import { type Secret, Secrets } from './secrets.ts';

export type BedOptions = {
  readonly nodes?: number;
  readonly seed: number;
  /** Further settings of every server, as of a planted bug. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** An installation with people at work in it, and secrets that some of them may not read. */
export type Bed = {
  readonly cluster: Cluster;
  readonly seed: number;
  /** For histories and captures; gone after `close`. */
  readonly folder: string;
  readonly admin: Person;
  readonly units: readonly Unit[];
  /** Under way, with minutes; the load works in these. */
  readonly meetings: readonly BedMeeting[];
  /** A draft, and a meeting of other people: nobody of the load may learn anything of them. */
  readonly closed: readonly BedMeeting[];
  /** A meeting that nobody else touches, in which servers show that they serve again. */
  readonly probed: BedMeeting;
  /** Meetings of the hostile people, under way and with minutes, where they may write. */
  readonly arenas: readonly BedMeeting[];
  readonly hostile: readonly Person[];
  readonly secrets: readonly Secret[];
  /** Members who may be taken out of a meeting and invited again, as often as wanted. */
  readonly revocable: readonly { readonly person: Person; readonly meeting: BedMeeting }[];
  close(): Promise<void>;
};

/** Starts the cluster with a fault proxy on every link and fills it through the real doors. */
export async function openBed(options: BedOptions): Promise<Bed> {
  const { nodes = 3, seed, settings = {} } = options;
  const cluster = await Cluster.start({ nodes, faultLinks: true, settings });
  const folder = mkdtempSync(join(tmpdir(), 'nghisu-faults-'));
  const close = async (): Promise<void> => {
    await cluster.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { cluster, seed, folder, ...(await fill(cluster, seed)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function fill(
  cluster: Cluster,
  seed: number,
): Promise<Omit<Bed, 'cluster' | 'seed' | 'folder' | 'close'>> {
  const origins = cluster.nodes.map(node => node.origin);
  const secrets = new Secrets(seeded(seed, 'canaries'));
  const directory = await Directory.setUp(origins);
  const roomId = await directory.room('Phòng họp 201');
  const at = (server: number): string => origins[server % origins.length]!;
  const [finance, construction, first, second, draft, others, hostile, probers] = await Promise.all([
    directory.unit('Sở Tài chính'),
    directory.unit('Sở Xây dựng'),
    busyMeeting(at(0), directory, secrets, roomId),
    busyMeeting(at(1), directory, secrets, roomId),
    closedMeeting(at(2), directory, secrets, 'draft'),
    closedMeeting(at(0), directory, secrets, 'running'),
    directory.people('Kẻ phá', 5, ['officeStaff']),
    directory.people('Người dò', 2, ['officeStaff']),
  ]);
  await assignSecretly(at(0), others, finance, secrets);
  const arena = { organisers: hostile, items: 2, papers: 1, state: 'running', hasMinutes: true } as const;
  const plan = { organisers: probers, items: 3, papers: 1, state: 'running', hasMinutes: false } as const;
  const probed = await makeMeeting(at(0), plan);
  const arenas = await Promise.all([makeMeeting(at(1), arena), makeMeeting(at(2), arena)]);
  const [units, meetings, closed] = [
    [finance, construction],
    [first, second],
    [draft, others],
  ];
  const revocable = meetings.flatMap(meeting =>
    meeting.members.slice(0, 2).map(person => ({ person, meeting })),
  );
  const { admin } = directory;
  return { admin, units, meetings, closed, probed, arenas, hostile, secrets: secrets.all, revocable };
}

/** A meeting in which the load works; its minutes and one contribution are for some of its people only. */
async function busyMeeting(
  origin: string,
  directory: Directory,
  secrets: Secrets,
  roomId: string,
): Promise<BedMeeting> {
  const organisers = await directory.people('Thư ký', 4, ['officeStaff']);
  const members = await directory.people('Uỷ viên', 4);
  const invitees = await directory.people('Khách mời', 1);
  const observers = await directory.people('Quan sát viên', 1);
  const meeting = await makeMeeting(origin, {
    ...{ organisers, members, invitees, observers, roomId },
    ...{ items: 10, papers: 3, state: 'running', hasMinutes: true },
  });
  const author = members[3]!;
  await new Door(origin, author.cookie).command(meeting.stream, 'speakers.write', {
    requestId: newId(),
    agendaItemId: meeting.itemIds[0]!,
    text: `Ý kiến kín ${secrets.mark('a written contribution', [...organisers, ...members])}`,
  });
  await writeMinutes(origin, meeting, secrets.mark('a line of minutes', [...organisers, ...members]));
  return meeting;
}

/** One line in the heading of the minutes, stored. */
async function writeMinutes(origin: string, meeting: BedMeeting, mark: string): Promise<void> {
  const address = `${origin.replace('http', 'ws')}/minutes/${meeting.id}`;
  const client = await TextClient.open(address, meeting.organisers[0]!.cookie, new Y.Doc());
  textOf(client.doc!, 0).insert(0, `Nội dung kín ${mark}`);
  await client.stored();
  client.terminate();
}

async function closedMeeting(
  origin: string,
  directory: Directory,
  secrets: Secrets,
  state: 'draft' | 'running',
): Promise<BedMeeting> {
  const organisers = await directory.people('Người khác', 2, ['officeStaff']);
  const members = state === 'running' ? await directory.people('Uỷ viên khác', 1) : [];
  const mark = secrets.mark(state === 'draft' ? 'a draft' : 'a meeting of others', [
    ...organisers,
    ...members,
  ]);
  const hasMinutes = state === 'running';
  return await makeMeeting(origin, { organisers, members, items: 2, papers: 1, state, hasMinutes, mark });
}

/** An assignment for the people of its unit, who are not of the meeting that it comes from. */
async function assignSecretly(
  origin: string,
  meeting: BedMeeting,
  unit: Unit,
  secrets: Secrets,
): Promise<void> {
  const readers = [...meeting.organisers, ...meeting.members, unit.head, unit.clerk];
  await new Door(origin, meeting.organisers[0]!.cookie).command(meeting.stream, 'assignments.assign', {
    assignmentId: newId(),
    agendaItemId: meeting.itemIds[0]!,
    leadUnitId: unit.id,
    quote: '',
    content: `Việc kín ${secrets.mark('an assignment', readers)}`,
    coordinatingUnitIds: [],
    dueDate: null,
    recurrence: null,
  });
}
