import { type ErrorCode, errorCodes, httpStatus } from '@nghisu/shared/platform/errors.ts';
import { language } from '../i18n/i18n.svelte.ts';
import { isProblem, localProblem, ProblemError } from './problems.ts';

/** A request without an answer after this long has failed. Uploads have no such limit: they show their progress. */
const answerWithinMs = 20_000;

/** The server's HTTP interface: JSON in, JSON out. Rejects with `ProblemError`, or with the signal's reason. */
export const api = {
  get: <Result>(path: string, signal?: AbortSignal) => call<Result>('GET', path, undefined, signal),
  post: <Result>(path: string, body: unknown, signal?: AbortSignal) =>
    call<Result>('POST', path, body, signal),
  patch: <Result>(path: string, body: unknown, signal?: AbortSignal) =>
    call<Result>('PATCH', path, body, signal),
  delete: (path: string, signal?: AbortSignal) => call<void>('DELETE', path, undefined, signal),
};

async function call<Result>(
  method: string,
  path: string,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<Result> {
  const limit = AbortSignal.timeout(answerWithinMs);
  try {
    const response = await fetch(path, {
      method,
      headers: {
        accept: 'application/json, application/problem+json',
        'accept-language': language.current,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    return readAnswer<Result>(response.status, await response.text());
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    signal?.throwIfAborted();
    // No answer at all: no network, no server, or nothing within the time.
    throw new ProblemError(localProblem('unavailable'));
  }
}

/**
 * Sends a file as the body of a POST and reports the part that has left this device, 0 to 1. Rejects with
 * `ProblemError`, or with the signal's reason.
 */
export function uploadFile<Result>(
  url: string,
  file: Blob,
  onProgress: (part: number) => void,
  signal?: AbortSignal,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    // fetch cannot tell how much of a body has been sent.
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    request.open('POST', url);
    request.setRequestHeader('accept', 'application/json, application/problem+json');
    request.setRequestHeader('accept-language', language.current);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      try {
        resolve(readAnswer<Result>(request.status, request.responseText));
      } catch (error) {
        reject(error);
      }
    };
    request.onerror = () => reject(new ProblemError(localProblem('unavailable')));
    request.onabort = () => reject(signal?.reason);
    request.onloadend = () => signal?.removeEventListener('abort', abort);
    signal?.addEventListener('abort', abort);
    request.send(file);
  });
}

function readAnswer<Result>(status: number, text: string): Result {
  const answer = parseJson(text);
  if (status >= 200 && status < 300) return answer as Result;
  throw new ProblemError(isProblem(answer) ? answer : localProblem(codeOf(status)));
}

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a status means that did not come from our server but from something in between. */
function codeOf(status: number): ErrorCode {
  if (status === 502 || status === 504) return 'unavailable';
  return errorCodes.find(code => httpStatus[code] === status) ?? 'internal';
}
