import { describe, expect, test } from 'vitest';
import type { RecognisedAssignment } from '../complete.ts';
import { recogniseAssignments } from '../recognise.ts';
import { coordination } from './coordination.ts';
import { deadlines } from './deadlines.ts';
import { heldBack } from './heldBack.ts';
import { heldBackAgain } from './heldBackAgain.ts';
import { leads } from './leads.ts';
import { paragraphs } from './paragraphs.ts';
import { province } from './province.ts';
import { type Expected, readSentences, type Sentence, sorted } from './read.ts';
import { standing } from './standing.ts';

const sentences = [leads, coordination, deadlines, standing, paragraphs, heldBack, heldBackAgain].flatMap(
  readSentences,
);
const fields = ['lead', 'coordinators', 'dueDate', 'recurrence', 'content', 'uncertain'] as const;

/** Every field that is not recognised as a person would, so that misses are known and not hidden. */
const knownMisses = [
  'dueDate: «-» for «2027-01-25»: Giao Thanh tra tỉnh tiến hành thanh tra toàn diện dự án khu',
  'content: «Tiến hành thanh tra toàn diện dự án khu đô thị mới Nam Vĩnh Yên, thời hạn thanh tra 45 ngày làm việc» for «Tiến hành thanh tra toàn diện dự án khu đô thị mới Nam Vĩnh Yên»: Giao Thanh tra tỉnh tiến hành thanh tra toàn diện dự án khu',
  'uncertain: «dueDate» for «»: Giao Sở Nội vụ làm việc với Sở Tài chính để thống nhất số bi',
];

const kinds = (types: readonly string[]) => types.map(type => `[${type}]`);
const texts = (names: readonly string[]) => names.map(name => `«${name}»`);

function asExpected(found: RecognisedAssignment): Expected {
  const { recurrence, leadUnitTypes, coordinatingUnitIds, coordinatingUnitTypes, coordinatingTexts } = found;
  const lead = leadUnitTypes.length > 0 ? kinds(leadUnitTypes) : texts([found.leadText]);
  return {
    lead: found.leadUnitId ?? sorted(lead),
    coordinators: sorted([
      ...coordinatingUnitIds,
      ...kinds(coordinatingUnitTypes),
      ...texts(coordinatingTexts),
    ]),
    dueDate: found.dueDate ?? '-',
    recurrence: recurrence === null ? '' : `${recurrence.every} ${recurrence.day ?? ''}`.trim(),
    content: found.content,
    uncertain: sorted(found.uncertain),
  };
}

interface Reading {
  readonly misses: readonly string[];
  readonly passed: readonly (keyof Expected)[];
}

function read({ text, meetingDate, expected }: Sentence): Reading {
  const found = recogniseAssignments(text, { today: meetingDate, units: province }).map(asExpected);
  const start = text.normalize('NFC').slice(0, 60).trim();
  if (found.length !== expected.length)
    return { misses: [`count: ${found.length} for ${expected.length}: ${start}`], passed: [] };
  const results = expected.flatMap((wanted, index) =>
    fields.map(field => ({ field, got: found[index]?.[field], wanted: wanted[field] })),
  );
  return {
    misses: results
      .filter(({ got, wanted }) => got !== wanted)
      .map(({ field, got, wanted }) => `${field}: «${got}» for «${wanted}»: ${start}`),
    passed: results.filter(({ got, wanted }) => got === wanted).map(({ field }) => field),
  };
}

describe('the test set', () => {
  const readings = sentences.map(read);

  test('every field of every passage is recognised, but for the misses listed here', () => {
    expect(readings.flatMap(({ misses }) => misses)).toEqual(knownMisses);
  });

  test('so many fields are exactly right, of 316 assignments in 319 passages', () => {
    const right = (field: keyof Expected) =>
      readings.flatMap(({ passed }) => passed).filter(passed => passed === field).length;
    expect(sentences.length).toBe(319);
    expect(sentences.flatMap(({ expected }) => expected).length).toBe(316);
    expect(Object.fromEntries(fields.map(field => [field, right(field)]))).toEqual({
      lead: 316,
      coordinators: 316,
      dueDate: 315,
      recurrence: 316,
      content: 315,
      uncertain: 315,
    });
  });
});
