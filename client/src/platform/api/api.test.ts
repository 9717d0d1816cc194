import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { errorWords } from '../i18n/errors.ts';
import { language } from '../i18n/i18n.svelte.ts';
import { api } from './api.ts';
import { localProblem, ProblemError } from './problems.ts';

let server: Server | null = null;

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>(resolve => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/api/thing`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
  language.use('vi');
});

const problemOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => (error instanceof ProblemError ? error.problem : error),
  );

test('a question carries JSON and the reader’s language, and the answer comes back', async () => {
  language.use('en');
  const url = await serve(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const { method, headers } = request;
    response.end(
      JSON.stringify({ method, language: headers['accept-language'], type: headers['content-type'], body }),
    );
  });
  expect(await api.post(url, { tên: 'Lan' })).toEqual({
    method: 'POST',
    language: 'en',
    type: 'application/json',
    body: '{"tên":"Lan"}',
  });
  expect(await api.get(url)).toMatchObject({ method: 'GET', body: '' });
});

test('an empty answer is no error', async () => {
  const url = await serve((_request, response) => response.writeHead(204).end());
  await expect(api.delete(url)).resolves.toBeUndefined();
});

test('a problem of the server arrives as it was written', async () => {
  const problem = { ...localProblem('conflict', 'meetings.notRunning'), title: 'Phiên họp chưa khai mạc.' };
  const url = await serve((_request, response) => {
    response.writeHead(409, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
  });
  expect(await problemOf(api.post(url, {}))).toEqual(problem);
  const thrown = await api.post(url, {}).catch((error: unknown) => error);
  expect(errorWords(thrown)).toMatchObject({ what: 'Phiên họp chưa khai mạc.' });
});

test.each([
  [502, 'unavailable'],
  [503, 'unavailable'],
  [504, 'unavailable'],
  [413, 'too_large'],
  [401, 'unauthenticated'],
  [418, 'internal'],
])('the page of something in between with status %i means "%s"', async (status, code) => {
  const url = await serve((_request, response) => response.writeHead(status).end('<html>no</html>'));
  expect(await problemOf(api.get(url))).toMatchObject({ code });
});

test('no answer at all means that the server is away, in words', async () => {
  const url = await serve(request => request.destroy());
  expect(await problemOf(api.get(url))).toMatchObject({ code: 'unavailable', title: 'Máy chủ chưa trả lời' });
});

test('whoever gives up gets their own reason back', async () => {
  const url = await serve(() => {});
  const giveUp = new AbortController();
  const call = problemOf(api.get(url, giveUp.signal));
  const reason = new Error('the page was left');
  giveUp.abort(reason);
  expect(await call).toBe(reason);
});
