import { type ErrorCode, errorCodes, httpStatus, type Problem } from '@nghisu/shared/platform/errors.ts';
import { platformWords } from '../platform.messages.ts';

/** A refusal or a failure with the problem to show; thrown by everything here that talks to the server. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.reason ? `${problem.code}: ${problem.reason}` : problem.code);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** A command that was refused, withdrawn, or given up; it has had no effect except where it was withdrawn after sending. */
export class CommandError extends ProblemError {
  readonly command: string;

  constructor(command: string, problem: Problem) {
    super(problem);
    this.name = 'CommandError';
    this.command = command;
  }
}

/** A problem that this device found by itself, in the words of its code. */
export const localProblem = (code: ErrorCode, reason: string | null = null): Problem => ({
  type: `urn:nghisu:problem:${reason ?? code}`,
  code,
  reason,
  title: platformWords.errors[code].what,
  status: httpStatus[code],
});

/** True for a problem answer (RFC 9457) of our server. */
export function isProblem(value: unknown): value is Problem {
  const code = (value as Partial<Problem> | null | undefined)?.code;
  return errorCodes.some(known => known === code);
}
