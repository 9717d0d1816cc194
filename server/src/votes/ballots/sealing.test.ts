import { newId } from '@nghisu/shared/platform/ids.ts';
import { answers } from '@nghisu/shared/votes/votes.records.ts';
import { describe, expect, it } from 'vitest';
import { newKeyPair, openSealed, seal } from './sealing.ts';

const pair = newKeyPair();
const voteId = newId();

describe('a sealed ballot', () => {
  it('is opened by the key of its vote, and by no other, for no other vote, and not when it was changed', () => {
    const box = seal(['against'], pair.publicKey, voteId);
    expect(openSealed(box, pair, voteId)).toEqual(['against']);
    expect(() => openSealed(box, newKeyPair(), voteId)).toThrow();
    expect(() => openSealed(box, pair, newId())).toThrow();
    for (const at of [0, 40, box.length - 1]) {
      const changed = Buffer.from(box);
      changed[at]! ^= 1;
      expect(() => openSealed(changed, pair, voteId)).toThrow();
    }
  });

  it('is as long as any other, and the same choice never looks the same', () => {
    const many = Array.from({ length: 20 }, () => newId());
    const boxes = [...answers.map(answer => [answer]), many, ['against']].map(choices =>
      seal(choices, pair.publicKey, voteId),
    );
    expect(new Set(boxes.map(box => box.length)).size).toBe(1);
    expect(new Set(boxes.map(box => box.toString('hex'))).size).toBe(boxes.length);
    expect(openSealed(boxes[3]!, pair, voteId)).toEqual(many);
  });
});
