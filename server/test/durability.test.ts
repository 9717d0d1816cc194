import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { asc, eq } from 'drizzle-orm';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../src/platform/database/db.ts';
import { createLog } from '../src/platform/log.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/platform/postgres/embeddedPostgres.ts';
import { events, streams } from '../src/platform/streams/streams.tables.ts';
import { verifyChain } from '../src/platform/streams/streams.verify.ts';
import { ServerProcess } from './programs/serverProcess.ts';

const kills = 10;
const clerks = 4;
/** Answers that every life of the server gets to give before it is killed, in the middle of what else is asked. */
const answersPerLife = 25;

const password = 'mat-khau-rat-dai';

type Sent = { id: string; name: string; input: { itemId: string } };
type Answered = Sent & { seq: number };

let folder: string;
let server: ServerProcess;
let postgres: EmbeddedPostgres;
let database: Database;

const settings = () => ({ NGHISU_DEMO: '0', DATA_DIR: join(folder, 'data') });

beforeAll(async () => {
  folder = await mkdtemp('/tmp/nghisu-kills-');
  // PostgreSQL's own account passes through.
  await chmod(folder, 0o755);
  server = await ServerProcess.start(settings());
});
afterAll(async () => {
  await server.stop();
  await database?.close();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function post(path: string, body: object, cookie = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', cookie };
  const answer = await fetch(server.origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer;
}

const cookieIn = (answer: Response): string => answer.headers.get('set-cookie')!.split(';')[0]!;

/** A meeting with so many secretaries, made through the front door; answers its stream and their cookies. */
async function openMeeting(): Promise<{ stream: string; cookies: string[] }> {
  const setup = await post('/api/setup', { username: 'quantri', fullName: 'Quản trị', password });
  const admin = cookieIn(setup);
  const run = (stream: string, name: string, input: object, cookie = admin) =>
    post('/api/commands', { id: newId(), stream, name, input }, cookie);
  const people = Array.from({ length: clerks }, () => newId());
  const cookies: string[] = [];
  for (const [index, id] of people.entries()) {
    const username = `thuky${index}`;
    await run('org', 'organisation.savePerson', { id, fullName: `Thư ký ${index}`, protocolOrder: index });
    await post('/api/accounts', { username, password, personId: id, systemRoles: ['officeStaff'] }, admin);
    cookies.push(cookieIn(await post('/api/session', { username, password })));
  }
  const stream = `meeting:${newId()}`;
  const details = {
    type: 'regularSession',
    title: 'Phiên họp',
    startsAt: new Date().toISOString(),
    minutesPlanned: 60,
    roomId: null,
    chairId: people[0]!,
    secretaryIds: people.slice(1),
  };
  await run(stream, 'meetings.create', details, cookies[0]);
  return { stream, cookies };
}

/** Somebody who sends commands and, as long as there is no answer, sends them again with the same id. */
class Clerk {
  readonly answered: Answered[] = [];
  readonly #socket: Socket;
  readonly #stream: string;
  readonly #onAnswer: () => void;

  constructor(cookie: string, stream: string, onAnswer: () => void) {
    this.#stream = stream;
    this.#onAnswer = onAnswer;
    this.#socket = io(server.origin, {
      transports: ['websocket'],
      extraHeaders: { cookie, origin: server.origin },
      forceNew: true,
      reconnectionDelay: 20,
      reconnectionDelayMax: 100,
    });
  }

  /** Adds items until told to stop, takes every second one away again, and repeats what was answered already. */
  async work(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const added = await Promise.all([newId(), newId()].map(itemId => this.#send('agenda.addItem', itemId)));
      await this.#send('agenda.removeItem', added[0]!.input.itemId);
      await this.#repeat(added[1]!);
    }
    this.#socket.disconnect();
  }

  async #send(name: string, itemId: string): Promise<Answered> {
    const more = { parentId: null, beforeId: null, title: itemId, unitId: null, presenterId: null };
    const input = name === 'agenda.addItem' ? { itemId, ...more, minutesPlanned: 5, note: '' } : { itemId };
    const sent = { id: newId(), name, input };
    const answered = { ...sent, seq: await this.#untilAnswered(sent) };
    this.answered.push(answered);
    this.#onAnswer();
    return answered;
  }

  async #repeat({ seq, ...sent }: Answered): Promise<void> {
    if ((await this.#untilAnswered(sent)) !== seq) throw new Error('S7: a repeat got another answer');
  }

  async #untilAnswered(sent: Sent): Promise<number> {
    for (;;) {
      const lost = Promise.withResolvers<null>();
      const lose = () => lost.resolve(null);
      this.#socket.once('disconnect', lose);
      const asked = this.#socket.emitWithAck('command', { ...sent, stream: this.#stream });
      const answer = await Promise.race([asked, lost.promise]);
      this.#socket.off('disconnect', lose);
      if (answer?.ok) return answer.seq;
      // "Try again" and "too fast" are no answers either; anything else is a mistake of this test.
      const code = answer?.problem.code;
      if (code !== undefined && code !== 'unavailable' && code !== 'too_many')
        throw new Error(JSON.stringify(answer));
    }
  }
}

/** Lets the clerks work while the server is killed and started again; answers everything that was acknowledged. */
async function workThroughKills(stream: string, cookies: readonly string[]): Promise<Answered[]> {
  let answers = 0;
  let wake = () => {};
  let isOver = false;
  const workers = cookies.map(
    cookie =>
      new Clerk(cookie, stream, () => {
        answers += 1;
        wake();
      }),
  );
  const work = Promise.all(workers.map(worker => worker.work(() => isOver)));
  for (let life = 1; life <= kills + 1; life += 1) {
    const enough = new Promise<void>(resolve => {
      wake = () => void (answers >= life * answersPerLife && resolve());
    });
    await Promise.race([enough, work]);
    if (life > kills) break;
    await server.kill();
    server = await ServerProcess.start({ ...settings(), PORT: server.port });
  }
  isOver = true;
  await work;
  return workers.flatMap(worker => worker.answered);
}

async function itemsShown(cookie: string, stream: string): Promise<string[]> {
  const headers = { cookie };
  const answer = await fetch(`${server.origin}/api/streams/${stream}`, { headers });
  const { changes } = (await answer.json()) as { changes: { record: { kind: string; id: string } }[] };
  return changes
    .map(({ record }) => record)
    .filter(({ kind }) => kind === 'agendaItem')
    .map(({ id }) => id)
    .sort();
}

describe('a server that is killed', () => {
  it('S9 S7 S1: has every acknowledged command exactly once, in a dense and unbroken log', async () => {
    const { stream, cookies } = await openMeeting();
    const answered = await workThroughKills(stream, cookies);
    expect(answered.length).toBeGreaterThanOrEqual((kills + 1) * answersPerLife);

    const standing = new Set(
      answered.filter(one => one.name === 'agenda.addItem').map(one => one.input.itemId),
    );
    for (const one of answered) if (one.name === 'agenda.removeItem') standing.delete(one.input.itemId);
    expect(await itemsShown(cookies[0]!, stream)).toEqual([...standing].sort());

    await server.stop();
    postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: createLog('error') });
    database = openDatabase(postgres.connectionString, createLog('error'), 2);
    const { db } = database;
    const log = await db.select().from(events).where(eq(events.stream, stream)).orderBy(asc(events.seq));
    expect(log.map(event => event.seq)).toEqual(log.map((_, index) => index + 1));
    const seqs = Map.groupBy(log, event => event.commandId);
    for (const { id, seq } of answered) expect(seqs.get(id)?.map(event => event.seq)).toEqual([seq]);
    for (const { id } of await db.select().from(streams))
      expect([id, (await verifyChain(db, id)).brokenAt]).toEqual([id, null]);
  }, 240_000);
});
