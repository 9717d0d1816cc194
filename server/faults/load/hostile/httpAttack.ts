import { request } from 'node:http';
import { connect } from 'node:net';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Person } from '../../bed/people.ts';
import type { Random } from '../../random.ts';
import type { Captures } from '../wire/capture.ts';
import { originOf, type Place } from '../wire/place.ts';
import { harvest, hostileCommand, piece } from './values.ts';

type Parts = { place: Place; person: Person; random: Random; captures: Captures };

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND', 'TRACE'];
const types = [
  'application/json',
  'text/plain',
  'application/pdf',
  'application/octet-stream',
  'multipart/form-data',
  'x',
];
const ranges = [
  'bytes=0-',
  'bytes=-1',
  'bytes=5-2',
  'bytes=0-99999999999999999999',
  'bytes=0-1,3-4,7-9',
  'lines=1-2',
];

const paths: readonly ((known: ReturnType<typeof harvest>, random: Random) => string)[] = [
  () => '/api/commands',
  ({ stream }) => `/api/streams/${stream}`,
  ({ stream }, random) => `/api/streams/${stream}?since=${encodeURIComponent(piece(random).slice(0, 200))}`,
  ({ stream }) => `/api/streams/${stream}?since=1&since=2&epoch[]=a`,
  ({ paperId }) => `/api/papers/${paperId}/file`,
  ({ paperId }) => `/api/papers/${paperId}/file/..%2f..%2fetc%2fpasswd`,
  ({ meetingId }) => `/api/minutes/${meetingId}/aside/${newId()}`,
  ({ meetingId }) => `/api/minutes/${meetingId}/aside?generation=1`,
  ({ meetingId }) => `/api/uploads?meetingId=${meetingId}&fileName=..%2F%00.pdf`,
  ({ personId }) => `/api/accounts/${personId}`,
  () => '/api/accounts',
  () => '/api/setup',
  () => '/api/session',
  () => '/api/assignments?unit=x&page=-1',
  () => '/api/assignments/export?format=%3Cscript%3E',
  () => '/socket.io/?EIO=4&transport=polling',
  () => `/socket.io/?EIO=4&transport=polling&sid=${newId()}`,
  () => '/socket.io/?EIO=99&transport=evil',
  () => '/minutes/x',
  () => '/..%2f..%2f..%2fetc/passwd',
  () => '/%00%ff%c0%af',
  () => '/metrics',
  () => '/api/papers//file',
];

/** Bytes that are no request, or one that two servers would read in two ways. */
const raw: readonly ((random: Random) => string | Buffer)[] = [
  random => random.bytes(1 + random.below(600)),
  () => 'GET / HTTP/1.1\r\n\r\n',
  () => 'GET / HTTP/9.9\r\nHost: x\r\n\r\n',
  () => 'POST /api/commands HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 50\r\n\r\n{}',
  () => 'POST /api/commands HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  () =>
    'POST /api/commands HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n{',
  () => `GET /api/session HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
  () => 'GET /minutes/x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  () =>
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
  () => 'GET /a\u0000b HTTP/1.1\r\nHost: x\r\n\r\n',
];

/** Knocks once at the HTTP door with something nobody should send; answers how many inputs that was. */
export async function attackHttp(parts: Parts): Promise<number> {
  return parts.random.chance(0.25) ? await sendRaw(parts) : await sendRequest(parts);
}

function sendRaw({ place, person, random, captures }: Parts): Promise<number> {
  const { port } = new URL(originOf(place, random.below(place.origins.length + 1) - 1));
  return new Promise(resolve => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(random.pick(raw)(random)));
    // Half a request is left standing a moment, and dropped.
    socket.setTimeout(1000, () => socket.destroy());
    socket.on('data', data => captures.take(person.id, data));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(1));
  });
}

function sendRequest({ place, person, random, captures }: Parts): Promise<number> {
  const method = random.pick(methods);
  const path = random.pick(paths)(harvest(place, random), random);
  const headers: Record<string, string> = {
    cookie: random.chance(0.9) ? person.cookie : `nghisu=${random.bytes(40).toString('hex')}; a=;=;;`,
    'content-type': random.pick(types),
    ...(random.chance(0.1) && { origin: 'http://evil.example' }),
    ...(random.chance(0.2) && { range: random.pick(ranges) }),
    ...(random.chance(0.1) && { 'content-encoding': 'gzip' }),
    ...(random.chance(0.1) && { 'x-forwarded-for': "127.0.0.1, ' or 1=1" }),
    ...(random.chance(0.1) && { 'accept-language': 'x'.repeat(500) }),
  };
  return new Promise(resolve => {
    const origin = originOf(place, random.below(place.origins.length + 1) - 1);
    const asked = request(`${origin}${path}`, { method, headers, timeout: 5000 }, answered => {
      captures.take(person.id, JSON.stringify(answered.rawHeaders));
      answered.on('data', data => captures.take(person.id, data));
      answered.on('error', () => undefined);
      answered.on('close', () => resolve(1));
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(1));
    asked.end(method === 'GET' || method === 'HEAD' ? undefined : bodyOf(place, random));
  });
}

function bodyOf(place: Place, random: Random): string | Buffer {
  const chance = random.next();
  if (chance < 0.5) return hostileCommand(place, random);
  if (chance < 0.7) return piece(random);
  if (chance < 0.72) return `{"a":"${'x'.repeat(300_000)}"}`;
  return random.bytes(random.below(2000));
}
