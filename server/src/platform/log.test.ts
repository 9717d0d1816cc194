import { Writable } from 'node:stream';
import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createLog } from './log.ts';

function capture() {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { lines, log: createLog('info', destination) };
}

test('a line is one JSON object with level, time and message', () => {
  const { lines, log } = capture();
  log.info({ meeting: 'm1' }, 'agenda published');
  expect(lines).toHaveLength(1);
  const { time, ...rest } = JSON.parse(lines[0]!) as Record<string, unknown>;
  expect(rest).toEqual({ level: 'info', meeting: 'm1', msg: 'agenda published' });
  expect(new Date(String(time)).toISOString()).toBe(time);
});

test('lines below the level are not written', () => {
  const { lines, log } = capture();
  log.debug('detail');
  expect(lines).toEqual([]);
});

test('passwords, cookies, authorizations, tokens and secrets never reach the log, at any depth', () => {
  const { lines, log } = capture();
  log.warn({
    password: 'hush-1',
    input: { newPassword: 'hush-2', user: { accessToken: 'hush-3' } },
    headers: { cookie: 'hush-4', 'Set-Cookie': ['hush-5'], Authorization: 'Bearer hush-6' },
    list: [{ clientSecret: 'hush-7' }],
    deep: { a: { b: { c: { d: { e: { f: { password: 'hush-8' } } } } } } },
    login: 'chutich',
  });
  log.child({ token: 'hush-9', process: 2 }).info('ready');
  expect(lines.join('')).not.toContain('hush');
  expect(lines.join('')).toContain('chutich');
});

test('an error keeps its kind, message and stack', () => {
  const { lines, log } = capture();
  log.error({ err: new TypeError('no room') }, 'command failed');
  const { err } = JSON.parse(lines[0]!) as { err: Record<string, string> };
  expect(err).toMatchObject({
    type: 'TypeError',
    message: 'no room',
    stack: expect.stringContaining('log.test.ts'),
  });
});

test('a query that failed is logged with what it asked, and never with what it was given', () => {
  const { lines, log } = capture();
  const refused = Object.assign(new Error('duplicate key value'), {
    code: '23505',
    detail: 'Key (text)=(hush-1) already exists.',
  });
  const cause = new DrizzleQueryError('insert into notes values ($1)', ['hush-2\nhush-3'], refused);
  log.error({ err: new Error('the command failed', { cause }) }, 'command failed');
  expect(lines.join('')).not.toContain('hush');
  const { err } = JSON.parse(lines[0]!) as { err: Record<string, string> };
  expect(err).toMatchObject({
    message: 'the command failed: Failed query: insert into notes values ($1): duplicate key value',
    code: '23505',
  });
});
