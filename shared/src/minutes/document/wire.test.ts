import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBarrier, decodeStorageAnswer, encodeBarrier, encodeStorageAnswer, refusals } from './wire.ts';

const token = fc.nat({ max: Number.MAX_SAFE_INTEGER });

describe('barriers and their answers', () => {
  test('what is written is read back', () => {
    fc.assert(
      fc.property(token, fc.constantFrom(null, ...refusals), (number, refused) => {
        expect(decodeBarrier(encodeBarrier(number))).toBe(number);
        const answer = { token: number, refused };
        expect(decodeStorageAnswer(encodeStorageAnswer(answer))).toEqual(answer);
      }),
    );
  });

  test('other bytes are read as nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), bytes => {
        const barrier = decodeBarrier(bytes);
        if (barrier !== null) expect([bytes[0], bytes[1]]).toEqual([100, 0]);
        const answer = decodeStorageAnswer(bytes);
        if (answer !== null) expect(bytes[0]).toBe(100);
      }),
    );
    expect(decodeBarrier(Uint8Array.of(100, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1))).toBeNull();
    expect(decodeBarrier(Uint8Array.of(100, 0))).toBeNull();
    expect(decodeStorageAnswer(Uint8Array.of(100, 2, 1, 99))).toBeNull();
  });

  test('a barrier is never taken for an answer', () => {
    fc.assert(
      fc.property(token, number => {
        expect(decodeStorageAnswer(encodeBarrier(number))).toBeNull();
      }),
    );
  });
});
