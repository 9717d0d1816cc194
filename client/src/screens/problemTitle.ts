import { ProblemError } from '../platform/api/problems.ts';

/** The server's own sentence about a refusal, in the reader's language; undefined where nothing was said. */
export const problemTitle = (error: unknown): string | undefined =>
  error instanceof ProblemError && error.problem.title !== '' ? error.problem.title : undefined;
