/**
 * The closed list of error codes. `not_found` also means "not yours": a stranger cannot tell the two apart.
 * `conflict` means that the present state does not allow it (the meeting is closed, the id was used for something else).
 */
export const errorCodes = [
  'invalid',
  'unauthenticated',
  'not_found',
  'conflict',
  'too_large',
  'unsupported',
  'too_many',
  'outdated',
  'unavailable',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** HTTP status of each code. */
export const httpStatus: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  outdated: 426,
  too_many: 429,
  internal: 500,
  unavailable: 503,
};

/**
 * An error meant for the person at the other end. `reason` names the sentence to show (a key of the server's message
 * file, `meetings.notRunning`); without one the sentence of the code is shown. Anything else thrown is a bug.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly reason: string | null;
  readonly detail: Readonly<Record<string, string | number>>;
  constructor(
    code: ErrorCode,
    reason: string | null = null,
    detail: Readonly<Record<string, string | number>> = {},
  ) {
    super(reason ? `${code}: ${reason}` : code);
    this.name = 'AppError';
    this.code = code;
    this.reason = reason;
    this.detail = detail;
  }
}

/** A problem answer (RFC 9457), the same over HTTP and sockets; `title` is a sentence in the reader's language. */
export type Problem = {
  type: string;
  code: ErrorCode;
  reason: string | null;
  title: string;
  status: number;
  fields?: { path: string; message: string }[];
  /** Names this failure in the log, for whoever is asked for help. */
  trace?: string;
};
