import { errorCodes } from '@nghisu/shared/platform/errors.ts';
import { describe, expect, it } from 'vitest';
import { createLog } from '../log.ts';
import { createProblemWriter } from './problems.ts';

const codes = Object.fromEntries(errorCodes.map(code => [code, code])) as Record<
  (typeof errorCodes)[number],
  string
>;
const writer = createProblemWriter(
  { codes: { vi: codes, en: codes }, reasons: { vi: {}, en: {} } },
  createLog('silent'),
);
const answered = (error: unknown) => writer.of(error, 'vi').code;
/** As the driver wraps what the database or the network says. */
const wrapped = (fields: object) =>
  new Error('Failed query: select 1', { cause: Object.assign(new Error('x'), fields) });

describe('what a failing question to the database is answered with', () => {
  it.each([
    ['it is shutting down', { code: '57P01' }],
    ['it has no connection left', { code: '53300' }],
    ['a wait for a lock took too long', { code: '55P03' }],
    ['nobody listens', { message: 'connect ECONNREFUSED 127.0.0.1:5432' }],
    ['its socket is gone', { code: 'ENOENT', syscall: 'connect', message: 'connect ENOENT /tmp/.s' }],
    ['the line broke', { message: 'Connection terminated unexpectedly' }],
  ])('R27: "try again" where %s', (_, fields) => {
    const problem = writer.of(wrapped(fields), 'vi');
    expect([problem.code, problem.status]).toEqual(['unavailable', 503]);
  });

  it('a bug stays a bug, and a file that is missing is no database', () => {
    expect(answered(wrapped({ code: '42703' }))).toBe('internal');
    expect(answered(wrapped({ code: '23505' }))).toBe('internal');
    expect(
      answered(Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT', syscall: 'open' })),
    ).toBe('internal');
  });
});
