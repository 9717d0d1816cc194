import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { command, type Meeting, openMeeting } from '../bench/product/meeting.ts';
import { TestClient } from '../test/worlds/appWorld.ts';
import { Cluster } from './cluster.ts';

let cluster: Cluster;
let meeting: Meeting;
/** One person at each server. */
let clients: TestClient[];

beforeAll(async () => {
  cluster = await Cluster.start({ faultLinks: true });
  const place = { origin: cluster.origin, connectionString: cluster.postgres.connectionString };
  meeting = await openMeeting(place, 3);
  clients = await Promise.all(
    cluster.nodes.map((node, at) => TestClient.connect(node.origin, meeting.cookies[at]!)),
  );
  for (const client of clients) {
    expect(await client.subscribe(meeting.stream)).toMatchObject({ ok: true });
  }
});
afterAll(async () => {
  for (const client of clients ?? []) client.socket.disconnect();
  await cluster?.close();
});

/** Changes the meeting at one server; answers how long each of the servers took to tell it, in milliseconds. */
async function change(at: number): Promise<number[]> {
  const title = `Nội dung ${newId()}`;
  const started = performance.now();
  const details = { title, unitId: null, presenterId: null, minutesPlanned: 5, note: '' };
  const answer = await clients[at]!.command(meeting.stream, 'agenda.editItem', {
    itemId: meeting.itemIds[at]!,
    ...details,
  });
  expect(answer).toMatchObject({ ok: true });
  return await Promise.all(
    clients.map(async client => {
      await client.until(`${title} is told`, () =>
        client.records(meeting.stream).some(record => (record as { title?: string }).title === title),
      );
      return performance.now() - started;
    }),
  );
}

/** The numbers that a client was told after the first, as they came. */
const told = (client: TestClient): number[] => client.events.map(({ event }) => event.seq);

function expectNothingLostOrDoubled(): void {
  for (const client of clients) {
    const numbers = told(client);
    expect(numbers).toEqual(numbers.map((_, at) => numbers[0]! + at));
  }
}

describe('a meeting at three servers', () => {
  it('is the same through the balancer and at each of them', async () => {
    const through = await TestClient.connect(cluster.origin, meeting.cookies[0]!);
    clients.push(through);
    await through.subscribe(meeting.stream);
    for (const at of [0, 1, 2]) await change(at);
    clients.pop();
    through.socket.disconnect();
    const [first, ...others] = clients.map(client => new Set(client.records(meeting.stream)));
    for (const other of others) expect(other).toEqual(first);
    expectNothingLostOrDoubled();
  });

  it('S10, R25: goes on at all of them without Redis, current within 10 s, and at once 5 s after it is back', async () => {
    const well = await change(0);
    await cluster.redis.kill();
    const without: number[] = [];
    for (const at of [0, 1, 2]) without.push(...(await change(at)));
    await cluster.redis.restart();
    const back = performance.now();
    const again = await change(1);
    expect(performance.now() - back).toBeLessThan(5000);
    report('a change is told at every server', { well, without, again });
    expect(Math.max(...without)).toBeLessThan(10_000);
    expectNothingLostOrDoubled();
  });

  it('R26: shows nothing older than 10 s at a server that is cut off from Redis, and is current 5 s after', async () => {
    cluster.redis.link(2).blackhole();
    const during = [...(await change(0)), ...(await change(2))];
    cluster.redis.link(2).mend();
    const healed = performance.now();
    const after = await change(0);
    expect(performance.now() - healed).toBeLessThan(5000);
    report('one server cut off from Redis', { during, after });
    expect(Math.max(...during)).toBeLessThan(10_000);
    expectNothingLostOrDoubled();
  });
});

/** The figures of a run, for whoever reads its output. */
function report(what: string, figures: Record<string, number[]>): void {
  const words = Object.entries(figures).map(
    ([name, list]) => `${name} ${list.map(each => Math.round(each)).join(' ')}`,
  );
  process.stdout.write(`${what}, ms: ${words.join('; ')}\n`);
}

describe('minutes at three servers', () => {
  it('are equal at all of them, no text lost or doubled, with Redis and without', async () => {
    await command(cluster, meeting.cookies[0]!, meeting.stream, 'minutes.start', {});
    const desks = [0, 1, 2].map(openDesk);
    await Promise.all(desks.map(desk => desk.until('its sections', () => desk.sections() > 20)));
    await writeTogether(desks, 'a');
    await cluster.redis.kill();
    await writeTogether(desks, 'b');
    await cluster.redis.restart();
    await writeTogether(desks, 'c');
    const late = openDesk(1);
    await late.until('everything', () => late.text() === desks[0]!.text());
    for (const desk of [...desks, late]) desk.close();
  });
});

/** Everybody writes words of their own in the same paragraph; done when all have all, each word once. */
async function writeTogether(desks: readonly Desk[], round: string): Promise<void> {
  const words = desks.flatMap((_, at) => Array.from({ length: 40 }, (_, n) => `${round}${at}.${n};`));
  for (let n = 0; n < 40; n += 1) {
    for (const [at, desk] of desks.entries()) desk.write(`${round}${at}.${n};`);
    await new Promise(resolve => setImmediate(resolve));
  }
  await Promise.all(
    desks.map(desk =>
      desk.until(`all of round ${round}`, () => words.every(word => desk.text().includes(word))),
    ),
  );
  for (const desk of desks) {
    expect(desk.text()).toBe(desks[0]!.text());
    for (const word of words) expect(desk.text().split(word)).toHaveLength(2);
  }
}

type Desk = ReturnType<typeof openDesk>;

/** A stock y-websocket client at one server. */
function openDesk(at: number) {
  const { origin } = cluster.nodes[at]!;
  const cookie = meeting.cookies[at]!;
  class WithSession extends WebSocket {
    constructor(address: string, protocols?: string[]) {
      super(address, protocols, { headers: { cookie, origin } });
    }
  }
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/minutes`, meeting.id, doc, {
    WebSocketPolyfill: WithSession as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  const minutes = doc.getXmlFragment('minutes');
  const paragraph = () => (minutes.get(0) as Y.XmlElement).get(0) as Y.XmlElement;
  return {
    sections: () => minutes.length,
    text: () => (minutes.length === 0 ? '' : paragraph().toString()),
    write(word: string) {
      if (paragraph().length === 0) paragraph().insert(0, [new Y.XmlText()]);
      (paragraph().get(0) as Y.XmlText).insert(0, word);
    },
    async until(what: string, isReached: () => boolean): Promise<void> {
      const deadline = Date.now() + 20_000;
      while (!isReached()) {
        if (Date.now() > deadline) throw new Error(`never happened at server ${at}: ${what}`);
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    },
    close() {
      provider.destroy();
      doc.destroy();
    },
  };
}

describe('npm run cluster', () => {
  it('leaves no process behind when it is killed with -9', async () => {
    const run = fileURLToPath(new URL('./run.ts', import.meta.url));
    const child = spawn(process.execPath, [run, '--without-pages'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    for await (const chunk of child.stdout) {
      said += chunk;
      if (said.includes('NghiSu@2026')) child.kill('SIGKILL');
    }
    const pids = [...said.matchAll(/pid (\d+)/g)].map(([, pid]) => Number(pid));
    expect(pids).toHaveLength(6);
    const isThere = (pid: number) => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    while (pids.some(isThere)) await new Promise(resolve => setTimeout(resolve, 20));
  });
});
