import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { protocolVersion } from '@nghisu/shared/protocol.ts';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, type Meeting, openMeeting } from '../bench/product/meeting.ts';
import { soundPdf } from '../src/papers/inspection/pdfSamples.ts';
import { TestClient } from '../test/worlds/appWorld.ts';
import { Cluster } from './cluster.ts';
import type { Balancer } from './parts/nginx.ts';
import { startOwnBalancer } from './parts/ownBalancer.ts';
import { S3Store } from './parts/s3Store.ts';
import { freePort } from './parts/supervised.ts';

let folder: string;
let store: S3Store;
let cluster: Cluster;
let meeting: Meeting;
let own: { origin: string; balancer: Balancer };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nghisu-balancer-'));
  store = await S3Store.start(join(folder, 'store'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  cluster = await Cluster.start({
    settings: { ...store.environment, MAX_UPLOAD_MB: '3', ALLOWED_ORIGINS: origin },
  });
  const ports = cluster.nodes.map(node => Number(new URL(node.origin).port));
  own = { origin, balancer: await startOwnBalancer(port, ports) };
  const place = { origin: cluster.origin, connectionString: cluster.postgres.connectionString };
  meeting = await openMeeting(place, 8);
});
afterAll(async () => {
  await own?.balancer.close();
  await cluster?.close();
  await store?.kill();
  await rm(folder, { recursive: true, force: true });
});

const upload = (origin: string, body: Buffer): Promise<Response> => {
  const query = new URLSearchParams({ meetingId: meeting.id, fileName: 'Báo cáo.pdf' });
  const headers = { 'content-type': 'application/pdf', cookie: meeting.cookies[0]! };
  return fetch(`${origin}/api/uploads?${query}`, { method: 'POST', headers, body: body as BodyInit });
};

const doors = [
  ['nginx', () => cluster.origin],
  ['the balancer of our own', () => own.origin],
] as const;

describe.each(doors)('%s before three servers', (_name, address) => {
  it('takes a paper in at one server and gives ranges of it to readers at every one', async () => {
    const file = await soundPdf(3, 1_500_000);
    const answer = await upload(address(), file);
    expect(answer.status).toBe(201);
    const { sha256 } = (await answer.json()) as { sha256: string };
    expect(sha256).toBe(createHash('sha256').update(file).digest('hex'));
    const paperId = newId();
    const agendaItemId = meeting.itemIds[0]!;
    const paper = { paperId, agendaItemId, sha256, title: 'Báo cáo', fileName: 'Báo cáo.pdf' };
    await command(cluster, meeting.cookies[0]!, meeting.stream, 'papers.attach', paper);
    for (const cookie of meeting.cookies) {
      const headers = { cookie, range: 'bytes=1000000-1000999' };
      const part = await fetch(`${address()}/api/papers/${paperId}/file`, { headers });
      expect(part.status).toBe(206);
      expect(part.headers.get('content-range')).toBe(`bytes 1000000-1000999/${file.length}`);
      expect(Buffer.from(await part.arrayBuffer()).equals(file.subarray(1_000_000, 1_001_000))).toBe(true);
    }
  });

  it('lets the server refuse what is too large, in its own words', async () => {
    const answer = await upload(address(), await soundPdf(1, 4_000_000));
    expect(answer.status).toBe(413);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('keeps a session at one server, so that a stock client can poll', async () => {
    for (const cookie of meeting.cookies) {
      const socket = io(address(), {
        transports: ['polling'],
        extraHeaders: { cookie, origin: address() },
        forceNew: true,
      });
      const subscribe = { stream: meeting.stream, since: -1, protocol: protocolVersion };
      expect(await socket.timeout(10_000).emitWithAck('subscribe', subscribe)).toMatchObject({ ok: true });
      socket.disconnect();
    }
  });

  it('F1: passes everybody on to the servers that are left when one is killed, and back', async () => {
    await cluster.nodes[1]!.kill9();
    for (const cookie of meeting.cookies) {
      const answer = await fetch(`${address()}/api/streams/${meeting.stream}?since=-1`, {
        headers: { cookie },
      });
      expect(answer.status).toBe(200);
      const client = await TestClient.connect(address(), cookie);
      expect(await client.subscribe(meeting.stream)).toMatchObject({ ok: true });
      client.socket.disconnect();
    }
    await cluster.nodes[1]!.restart();
  });
});
