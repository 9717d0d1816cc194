import { skipDeadline, type TokenRange } from './deadlines/deadline.ts';
import {
  contentLabel,
  coordinationMarker,
  directiveVerb,
  dutyMarker,
  innerCoordinationMarker,
  leadMarker,
} from './lexicon.ts';
import type { Party } from './parties/parties.ts';
import { keyAt, phrases, type Token } from './tokens.ts';
import type { Reading } from './triggers.ts';

/** What stands between the lead's name and its task: who helps, and where the task begins. */
interface Opening {
  readonly end: number;
  readonly coordinators: readonly Party[];
}

const openingMark = new Set([',', ':', '-', '.']);
const coordinates = phrases(['phoi hop', 'phoi hop thuc hien']);
const LONGEST_ASIDE = 8;

/** Reads "chủ trì, phối hợp với Sở A, Sở B" and the like behind the lead's name. */
export function readOpening(reading: Reading, from: number, to: number): Opening {
  const coordinators: Party[] = [];
  for (let at = from; ; ) {
    const step = readStep(reading, at, to);
    if (step === null || step.end > to) return { end: at, coordinators };
    coordinators.push(...step.coordinators);
    at = step.end;
  }
}

function readStep(reading: Reading, at: number, to: number): Opening | null {
  const { tokens, parties, calendar } = reading;
  if (at >= to) return null;
  const silent = (end: number): Opening => ({ end, coordinators: [] });
  const marker = coordinationMarker(tokens, at);
  const { parties: named, end } = parties.list(marker);
  // "Sở Tài chính phối hợp" and "(phối hợp)" say behind the names what usually stands before them.
  const behind = keyAt(tokens, end) === '(' ? coordinates(tokens, end + 1) : coordinates(tokens, end);
  if (marker > at && named.length > 0) return { end, coordinators: named };
  if (marker === at && named.length > 0 && behind > end + 1)
    return { end: keyAt(tokens, behind) === ')' ? behind + 1 : behind, coordinators: named };
  if (openingMark.has(keyAt(tokens, at))) return silent(at + 1);
  const aside = skipAside(tokens, at);
  if (aside > at) return silent(aside);
  const led = leadMarker(tokens, at);
  if (led > at) return silent(led);
  const duty = dutyMarker(tokens, at);
  if (duty > at && directiveVerb(tokens, duty) > duty) return silent(duty);
  const label = contentLabel(tokens, at);
  if (label > at) return silent(label);
  // "Giao Sở Y tế, trước ngày 30/11, bàn giao ...", "Giao Sở Y tế trong tháng 11 phải ..."
  const dated = skipDeadline(tokens, at, calendar);
  return keyAt(tokens, dated) === ',' || leadMarker(tokens, dated) > dated ? silent(dated) : null;
}

function skipAside(tokens: readonly Token[], at: number): number {
  // "(1) Rà soát ...; (2) Trình ..." numbers the parts of the task.
  if (keyAt(tokens, at) !== '(' || keyAt(tokens, at + 2) === ')') return at;
  for (let end = at + 1; end < at + LONGEST_ASIDE; end += 1) if (keyAt(tokens, end) === ')') return end + 1;
  return at;
}

/** Coordinating units named in the middle of a task, and labels of a form that are no part of it. */
export function readInnerCoordination(
  { tokens, parties }: Reading,
  ranges: readonly TokenRange[],
): { coordinators: Party[]; labels: TokenRange[] } {
  const coordinators: Party[] = [];
  const labels: TokenRange[] = [];
  for (const range of ranges) {
    for (let at = range.from; at < range.end; at += 1) {
      const marker = innerCoordinationMarker(tokens, at);
      if (marker === at) continue;
      const { parties: named, end } = parties.list(marker);
      if (named.length === 0 || end > range.end) continue;
      coordinators.push(...named);
      if (keyAt(tokens, marker - 1) === ':') labels.push({ from: at, end });
      at = end - 1;
    }
  }
  return { coordinators, labels };
}
