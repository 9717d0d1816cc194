import { randomBytes } from 'node:crypto';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CanaryScan } from './canaries.ts';

const canary = randomBytes(16).toString('hex');
const secret = { canary, what: 'a draft', readers: [] };

function hits(...pieces: Buffer[]): string[] {
  const scan = new CanaryScan([secret]);
  for (const piece of pieces) scan.take(piece);
  return [...new Set(scan.hits.map(({ form }) => form))];
}

const around = (middle: Buffer | string): Buffer =>
  Buffer.concat([randomBytes(1000), Buffer.from(middle as string), randomBytes(1000)]);
const percent = [...canary].map(letter => `%${letter.charCodeAt(0).toString(16)}`).join('');

describe('a canary', () => {
  it.each<[string, Buffer | string]>([
    ['plain', canary],
    ['upper case', canary.toUpperCase()],
    ['UTF-16', Buffer.from(canary, 'utf16le')],
    ['hexadecimal', Buffer.from(canary).toString('hex')],
    ['raw', Buffer.from(canary, 'hex')],
    ['URL-encoded', percent],
    ['base64, offset 0', Buffer.from(`abc${canary}xyz`).toString('base64')],
    ['base64, offset 1', Buffer.from(`a${canary}xyz`).toString('base64')],
    ['base64, offset 2', Buffer.from(`abcde${canary}`).toString('base64')],
    ['packed plain', gzipSync(`{"title":"${canary}"}`)],
    ['packed plain', deflateSync(`{"title":"${canary}"}`)],
  ])('is found: %s', (form, middle) => {
    expect(hits(around(middle))).toContain(form);
  });

  it('is found where it is cut in two, at the place where it stands', () => {
    const whole = around(canary);
    const scan = new CanaryScan([secret]);
    scan.take(whole.subarray(0, 1010));
    scan.take(whole.subarray(1010));
    expect(scan.hits).toEqual([{ secret, form: 'plain', offset: 1000 }]);
    expect(scan.bytes).toBe(whole.length);
  });

  it('is not found where it is not: another one, a half of it, the same in one that may be read', () => {
    const other = randomBytes(16).toString('hex');
    expect(hits(around(other), around(canary.slice(0, 31)), around(gzipSync(other)))).toEqual([]);
    const scan = new CanaryScan([]);
    scan.take(around(canary));
    expect(scan.hits).toEqual([]);
  });
});
