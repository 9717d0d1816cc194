import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const AA_TEXT = 4.5;
const HALL_TEXT = 7;
const SHAPE = 3;

// Text on a ground, and the least ratio; `hall` pairs are read at arm's length or farther in the meeting.
const pairs: readonly (readonly [text: string, ground: string, least: number])[] = [
  ['ink', 'paper', HALL_TEXT],
  ['ink', 'paper-sunk', HALL_TEXT],
  ['ink', 'paper-raised', HALL_TEXT],
  ['ink', 'action-soft', HALL_TEXT],
  ['ink', 'now-soft', HALL_TEXT],
  ['ink', 'wrong-soft', HALL_TEXT],
  ['ink', 'done-soft', HALL_TEXT],
  ['ink-second', 'paper', HALL_TEXT],
  ['ink-second', 'paper-sunk', AA_TEXT],
  ['ink-second', 'paper-raised', AA_TEXT],
  ['ink-second', 'action-soft', AA_TEXT],
  ['ink-second', 'now-soft', AA_TEXT],
  ['ink-third', 'paper', AA_TEXT],
  ['ink-third', 'paper-sunk', AA_TEXT],
  ['ink-third', 'paper-raised', AA_TEXT],
  ['action', 'paper', HALL_TEXT],
  ['action', 'paper-sunk', AA_TEXT],
  ['action', 'paper-raised', HALL_TEXT],
  ['action', 'action-soft', AA_TEXT],
  ['action-strong', 'paper', HALL_TEXT],
  ['on-action', 'action', HALL_TEXT],
  ['on-action', 'action-strong', HALL_TEXT],
  ['now-ink', 'paper', HALL_TEXT],
  ['now-ink', 'paper-sunk', AA_TEXT],
  ['now-ink', 'now-soft', HALL_TEXT],
  ['wrong', 'paper', HALL_TEXT],
  ['wrong', 'paper-sunk', AA_TEXT],
  ['wrong', 'paper-raised', AA_TEXT],
  ['wrong', 'wrong-soft', AA_TEXT],
  ['on-wrong', 'wrong-fill', HALL_TEXT],
  ['on-wrong', 'wrong-fill-strong', HALL_TEXT],
  ['done', 'paper', AA_TEXT],
  ['done', 'paper-sunk', AA_TEXT],
  ['done', 'paper-raised', AA_TEXT],
  ['done', 'done-soft', AA_TEXT],
  // Shapes that carry meaning: borders of fields, the mark of "now", the focus ring.
  ['rule-strong', 'paper', SHAPE],
  ['rule-strong', 'paper-raised', SHAPE],
  ['now', 'paper', SHAPE],
  ['now', 'now-soft', SHAPE],
  ['focus', 'paper', SHAPE],
  ['focus', 'paper-raised', SHAPE],
];

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

describe.each(['light', 'dark', 'projector'])('the %s theme', name => {
  const colours = themeColours(name);

  test.each(pairs)('%s on %s has a contrast of at least %f', (text, ground, least) => {
    expect(contrast(colours, text, ground)).toBeGreaterThanOrEqual(least);
  });
});

test('on the wall every pair of text has the contrast of the hall', () => {
  const colours = themeColours('projector');
  const weak = pairs.filter(
    ([text, ground, least]) => least > SHAPE && contrast(colours, text, ground) < HALL_TEXT,
  );
  expect(weak).toEqual([]);
});

test('the three themes define the same colours', () => {
  const [light, dark, projector] = ['light', 'dark', 'projector'].map(name =>
    [...themeColours(name).keys()].sort(),
  );
  expect(dark).toEqual(light);
  expect(projector).toEqual(light);
});

function themeColours(name: string): Map<string, string> {
  const block = new RegExp(`\\[data-theme="${name}"\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(found => [found[1] ?? '', found[2] ?? '']),
  );
}

function contrast(colours: Map<string, string>, text: string, ground: string): number {
  const [a, b] = [luminance(colours.get(text)), luminance(colours.get(ground))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

// Relative luminance as WCAG 2.2 defines it.
function luminance(hex: string | undefined): number {
  if (hex === undefined) return Number.NaN;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
