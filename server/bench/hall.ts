import { chmod, mkdtemp, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { CommandInput, CommandName } from '@nghisu/shared/commands.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { insertAccount } from '../src/organisation/accounts.store.ts';
import { savePerson } from '../src/organisation/organisation.store.ts';
import { createSessions } from '../src/organisation/sessions.ts';
import { type Db, openDatabase } from '../src/platform/database/db.ts';
import { createLog } from '../src/platform/log.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/platform/postgres/embeddedPostgres.ts';
import { ServerProcess } from '../test/programs/serverProcess.ts';

/** The product as it is run, on a PostgreSQL of its own that syncs every commit, in a folder that goes with it. */
export class RunningProduct {
  readonly origin: string;
  readonly connectionString: string;
  readonly #server: ServerProcess;
  readonly #postgres: EmbeddedPostgres;
  readonly #folder: string;

  static async start(): Promise<RunningProduct> {
    const folder = await mkdtemp('/tmp/nghisu-bench-');
    // PostgreSQL's own account passes through.
    await chmod(folder, 0o755);
    const log = createLog('error');
    const outside = join(folder, 'outside');
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), outside, log });
    try {
      const dataDir = join(folder, 'files');
      const env = { NGHISU_DEMO: '0', DATA_DIR: dataDir, DATABASE_URL: postgres.connectionString };
      return new RunningProduct(await ServerProcess.start(env), postgres, folder);
    } catch (error) {
      await postgres.stop();
      throw error;
    }
  }

  private constructor(server: ServerProcess, postgres: EmbeddedPostgres, folder: string) {
    this.origin = server.origin;
    this.connectionString = postgres.connectionString;
    this.#server = server;
    this.#postgres = postgres;
    this.#folder = folder;
  }

  /** CPU time of the server process so far, in microseconds, as it says itself. */
  async cpu(): Promise<number> {
    const text = await (await fetch(`${this.origin}/metrics`)).text();
    return Number(/^nghisu_process_cpu_seconds_total ([\d.e+-]+)/m.exec(text)?.[1]) * 1e6;
  }

  async command<Name extends CommandName>(
    cookie: string,
    stream: string,
    name: Name,
    input: CommandInput<Name>,
  ): Promise<void> {
    const answer = await fetch(`${this.origin}/api/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ id: newId(), stream, name, input }),
    });
    if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    await this.#postgres.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** A meeting under way: everybody's cookie, first of those who may change its agenda, and the items of that. */
export type Meeting = {
  readonly stream: string;
  readonly cookies: string[];
  readonly itemIds: string[];
  readonly organisers: number;
};

/** As many as a meeting may have. */
const mostSecretaries = 10;

/** Makes a meeting with so many people, its secretaries first, and an agenda of twenty items. */
export async function openMeeting(product: RunningProduct, participants: number): Promise<Meeting> {
  const database = openDatabase(product.connectionString, createLog('error'), 4);
  const people = Array.from({ length: Math.max(2, participants) }, () => newId());
  const cookies: string[] = [];
  for (const person of people) cookies.push(await accountWithCookie(database.db, person));
  await database.close();
  const [chair = '', ...others] = people;
  const secretaries = others.slice(0, mostSecretaries);
  const members = others.slice(mostSecretaries);
  const stream = `meeting:${newId()}`;
  const run = <Name extends CommandName>(name: Name, input: CommandInput<Name>) =>
    product.command(cookies[0]!, stream, name, input);
  await run('meetings.create', {
    type: 'regularSession',
    title: 'Phiên họp thường kỳ',
    startsAt: new Date().toISOString(),
    minutesPlanned: 240,
    roomId: null,
    chairId: chair,
    secretaryIds: secretaries,
  });
  for (let at = 0; at < members.length; at += 500)
    await run('meetings.invitePeople', { personIds: members.slice(at, at + 500), role: 'member' });
  const itemIds = Array.from({ length: 20 }, () => newId());
  for (const [index, itemId] of itemIds.entries()) await run('agenda.addItem', agendaItem(itemId, index));
  await run('meetings.publish', {});
  await run('meetings.open', {});
  const organisers = Math.min(participants, secretaries.length + 1);
  return { stream, cookies: cookies.slice(0, participants), itemIds, organisers };
}

const agendaItem = (itemId: string, index: number): CommandInput<'agenda.addItem'> => ({
  itemId,
  parentId: null,
  beforeId: null,
  title: `Báo cáo tình hình kinh tế - xã hội, lĩnh vực số ${index + 1}`,
  unitId: null,
  presenterId: null,
  minutesPlanned: 15,
  note: '',
});

async function accountWithCookie(db: Db, personId: string): Promise<string> {
  const sessions = createSessions({ db, secure: false, hours: 1, onEnded: () => {} });
  const accountId = newId();
  await db.transaction(async tx => {
    await savePerson(tx, { id: personId, fullName: 'Nguyễn Văn An', protocolOrder: 1 });
    await insertAccount(tx, {
      id: accountId,
      username: personId,
      personId,
      passwordHash: '',
      systemRoles: ['officeStaff'],
    });
  });
  let cookie = '';
  const setHeader = (_: string, value: string) => {
    cookie = value.split(';')[0]!;
  };
  await sessions.start({ id: accountId, passwordHash: '' }, { setHeader } as unknown as ServerResponse);
  return cookie;
}
