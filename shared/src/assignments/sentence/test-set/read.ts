// The format of the test set. A passage of one or more lines, then one line for each assignment expected in it:
//
//   = lead + coordinators | due date | recurrence | content | fields to check
//
// A unit known to the province is its id, a kind of units is [district], a name left as text is «Cục Thuế tỉnh».
// `= none` expects nothing. `@ 2026-06-03` before a passage sets the day of the meeting, `nfd` decomposes the text.

/** One assignment expected in a passage; lists are sorted, so that they compare without order. */
export interface Expected {
  readonly lead: string;
  readonly coordinators: string;
  readonly dueDate: string;
  readonly recurrence: string;
  readonly content: string;
  readonly uncertain: string;
}

/** A passage of the test set with what must be recognised in it. */
export interface Sentence {
  readonly text: string;
  readonly meetingDate: string;
  readonly expected: readonly Expected[];
}

/** The day of the meeting in which the sentences are spoken unless they say otherwise: a Monday. */
const usualMeetingDate = '2026-11-23';

/** Reads passages written in the format above. */
export function readSentences(source: string): Sentence[] {
  return source
    .trim()
    .split(/\n\s*\n/)
    .map(readSentence);
}

function readSentence(block: string): Sentence {
  const lines = block.split('\n');
  const spoken = lines.filter(line => !/^[=@] /.test(line)).join('\n');
  const text = spoken.startsWith('nfd ') ? spoken.slice(4).normalize('NFD') : spoken;
  const meetingDate = lines.find(line => line.startsWith('@ '))?.slice(2) ?? usualMeetingDate;
  const expected = lines.filter(line => line.startsWith('= ') && line !== '= none').map(readExpected);
  return { text, meetingDate, expected };
}

function readExpected(line: string): Expected {
  const [parties = '', due = '', recurrence = '', content = '', check = ''] = line
    .slice(2)
    .split('|')
    .map(part => part.trim());
  const [lead = '', coordinators = ''] = parties.split(' + ');
  return {
    lead: sorted(names(lead)),
    coordinators: sorted(names(coordinators)),
    dueDate: due,
    recurrence,
    content,
    uncertain: sorted(check.split(' ').filter(Boolean)),
  };
}

function names(text: string): string[] {
  return text.match(/«[^»]*»|\[\w+\]|\w+/g) ?? [];
}

/** A list as one comparable text, whatever its order. */
export function sorted(list: readonly string[]): string {
  return list.toSorted().join(', ');
}
