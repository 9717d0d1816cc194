import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bugs } from './bugs.ts';

const sourceOf = (file: string): string =>
  readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8');

describe('planted bugs', () => {
  it.each(bugs.map(bug => [bug.name, bug] as const))('%s still fits the source', (_, { edits }) => {
    for (const { file, from, to } of edits) {
      expect(sourceOf(file).split(from)).toHaveLength(2);
      expect(to).not.toBe(from);
    }
  });
});
