import { describe, expect, test } from 'vitest';
import type { RecognisedAssignment } from '../complete.ts';
import { recogniseAssignments } from '../recognise.ts';
import { coordination } from './coordination.ts';
import { deadlines } from './deadlines.ts';
import { leads } from './leads.ts';
import { paragraphs } from './paragraphs.ts';
import { province } from './province.ts';
import { type Expected, readSentences, type Sentence, sorted } from './read.ts';
import { standing } from './standing.ts';

const sentences = [leads, coordination, deadlines, standing, paragraphs].flatMap(readSentences);
const fields = ['lead', 'coordinators', 'dueDate', 'recurrence', 'content', 'uncertain'] as const;

/** Every field that is not recognised as a person would, so that misses are known and not hidden. */
const knownMisses: string[] = [];

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

function missesOf({ text, meetingDate, expected }: Sentence): string[] {
  const found = recogniseAssignments(text, { today: meetingDate, units: province }).map(asExpected);
  const start = text.normalize('NFC').slice(0, 60);
  if (found.length !== expected.length) return [`count: ${found.length} for ${expected.length}: ${start}`];
  return expected.flatMap((wanted, index) =>
    fields
      .filter(field => found[index]?.[field] !== wanted[field])
      .map(field => `${field}: «${found[index]?.[field]}» for «${wanted[field]}»: ${start}`),
  );
}

describe('the test set', () => {
  test('it holds at least 200 passages', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(200);
  });

  test('every field of every passage is recognised, but for the misses listed here', () => {
    expect(sentences.flatMap(missesOf)).toEqual(knownMisses);
  });
});
