import { createReadStream } from 'node:fs';
import { constants, inflateRawSync } from 'node:zlib';
import type { Secret } from '../bed/secrets.ts';
import { type Checker, type Evidence, Findings } from './evidence.ts';
import { keptInRedis } from './redisScan.ts';

/** The forms in which a text may travel; each is looked for as bytes. */
export function formsOf(text: string): { readonly form: string; readonly bytes: Buffer }[] {
  const plain = Buffer.from(text);
  return [
    { form: 'plain', bytes: plain },
    { form: 'upper case', bytes: Buffer.from(text.toUpperCase()) },
    { form: 'UTF-16', bytes: Buffer.from(text, 'utf16le') },
    { form: 'hexadecimal', bytes: Buffer.from(plain.toString('hex')) },
    { form: 'raw', bytes: Buffer.from(text, 'hex') },
    { form: 'URL-encoded', bytes: Buffer.from([...plain].map(byte => `%${byte.toString(16)}`).join('')) },
    ...[0, 1, 2].map(offset => ({ form: `base64, offset ${offset}`, bytes: base64At(plain, offset) })),
  ];
}

/** The middle of the base64 of a text that begins so many bytes into a group of three: equal whatever stands around it. */
function base64At(plain: Buffer, offset: number): Buffer {
  const encoded = Buffer.concat([Buffer.alloc(offset), plain]).toString('base64');
  const start = offset === 0 ? 0 : 4;
  return Buffer.from(encoded.slice(start, encoded.length - 4));
}

export type Hit = { readonly secret: Secret; readonly form: string; readonly offset: number };

/** Looks for secrets in whatever comes, in every form; what is cut between two pieces is found as well. */
export class CanaryScan {
  readonly #wanted: { secret: Secret; form: string; bytes: Buffer }[];
  readonly #longest: number;
  #tail = Buffer.alloc(0);
  #at = 0;
  readonly hits: Hit[] = [];

  constructor(secrets: readonly Secret[]) {
    this.#wanted = secrets.flatMap(secret => formsOf(secret.canary).map(form => ({ secret, ...form })));
    this.#longest = Math.max(0, ...this.#wanted.map(({ bytes }) => bytes.length));
  }

  take(piece: Buffer): void {
    const whole = Buffer.concat([this.#tail, piece]);
    this.#find(whole, this.#at - this.#tail.length, '');
    for (const packed of unpacked(whole))
      this.#find(packed.bytes, this.#at - this.#tail.length + packed.at, 'packed ');
    this.#at += piece.length;
    this.#tail = whole.subarray(Math.max(0, whole.length - this.#longest + 1));
  }

  get bytes(): number {
    return this.#at;
  }

  #find(bytes: Buffer, from: number, packed: string): void {
    for (const { secret, form, bytes: wanted } of this.#wanted) {
      const at = bytes.indexOf(wanted);
      if (at >= 0) this.hits.push({ secret, form: `${packed}${form}`, offset: from + at });
    }
  }
}

/** How packed bytes begin, and how long that beginning is; a gzip that names its file is none of ours. */
const beginnings = [
  { magic: Buffer.from([0x1f, 0x8b, 0x08, 0x00]), length: 10 },
  { magic: Buffer.from([0x78, 0x9c]), length: 2 },
] as const;

/** What is packed with gzip or zlib inside of some bytes, as far as it can be unpacked, whatever comes after it. */
function unpacked(bytes: Buffer): { at: number; bytes: Buffer }[] {
  const found: { at: number; bytes: Buffer }[] = [];
  for (const { magic, length } of beginnings) {
    for (let at = bytes.indexOf(magic); at >= 0; at = bytes.indexOf(magic, at + 1)) {
      try {
        const options = { maxOutputLength: 16 * 1024 * 1024, finishFlush: constants.Z_SYNC_FLUSH };
        found.push({ at, bytes: inflateRawSync(bytes.subarray(at + length), options) });
      } catch {
        // No packed bytes after all.
      }
    }
  }
  return found;
}

/** I9: nothing that a person received, no log and nothing in Redis holds what they may not read. */
export const canaries: Checker = {
  name: 'canaries',
  async check(evidence, counts) {
    const findings = new Findings('canaries');
    let bytes = 0;
    for (const { personId, path } of evidence.load.captures) {
      const hidden = evidence.bed.secrets.filter(({ readers }) => !readers.includes(personId));
      const scan = new CanaryScan(hidden);
      for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 }))
        scan.take(piece as Buffer);
      bytes += scan.bytes;
      report(scan, `received by ${personId}, ${path}`, findings);
    }
    bytes += await scanServers(evidence, findings);
    counts.bytesScanned = bytes;
    counts.canaryHits = findings.list.length;
    return findings.list;
  },
};

/** The logs, and what Redis keeps: nobody's to read the secrets in. */
async function scanServers({ bed }: Evidence, findings: Findings): Promise<number> {
  const places: { where: string; pieces: Buffer[] }[] = bed.cluster.nodes.map(({ output }, node) => ({
    where: `the log of server ${node}`,
    pieces: [Buffer.from(output)],
  }));
  places.push({ where: 'Redis', pieces: await keptInRedis(bed.cluster.redis.port) });
  let bytes = 0;
  for (const { where, pieces } of places) {
    const scan = new CanaryScan(bed.secrets);
    for (const piece of pieces) scan.take(piece);
    bytes += scan.bytes;
    report(scan, where, findings);
  }
  return bytes;
}

function report(scan: CanaryScan, where: string, findings: Findings): void {
  for (const { secret, form, offset } of scan.hits)
    findings.add(`${secret.what} was where it must not be`, `${where}, ${form} at ${offset}`);
}
