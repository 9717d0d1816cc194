import { AppError, type ErrorCode, errorCodes, type Problem } from '@nghisu/shared/platform/errors.ts';
import { ProblemError } from '../api/problems.ts';
import { platformWords } from '../platform.messages.ts';

/** A failure in the words of the reader: what happened, what is safe, what to do next. */
export type ErrorWords = { readonly what: string; readonly safe: string; readonly next: string };

/**
 * Puts any failure into words: a `Problem` of the server keeps the server's own sentence, an `AppError` gets the
 * sentence of its code, a failed request counts as an unreachable server, anything else as a failure of the server.
 */
export function errorWords(thrown: unknown): ErrorWords {
  const error = thrown instanceof ProblemError ? thrown.problem : thrown;
  const { what, next } = platformWords.errors[codeOf(error)];
  return { what: titleOf(error) ?? what, safe: platformWords.states.safe, next };
}

function codeOf(error: unknown): ErrorCode {
  if (error instanceof AppError) return error.code;
  // fetch rejects with a TypeError when no answer came at all.
  if (error instanceof TypeError) return 'unavailable';
  const code = (error as Partial<Problem> | null | undefined)?.code;
  return errorCodes.find(known => known === code) ?? 'internal';
}

function titleOf(error: unknown): string | null {
  if (error instanceof Error) return null;
  const title = (error as Partial<Problem> | null | undefined)?.title;
  return typeof title === 'string' && title !== '' ? title : null;
}
