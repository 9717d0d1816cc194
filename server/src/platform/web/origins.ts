import type { IncomingMessage } from 'node:http';

/**
 * True where a browser's request comes from one of the listed pages. For sockets the header must be there and match to
 * the letter: CORS does not guard the WebSocket transport, and a foreign page would bring the victim's cookie.
 */
export const isListedOrigin = (
  request: Pick<IncomingMessage, 'headers'>,
  allowed: ReadonlySet<string>,
): boolean => typeof request.headers.origin === 'string' && allowed.has(request.headers.origin);

/**
 * True where a state-changing HTTP request does not come from a foreign page. Programs send neither header and pass;
 * a browser always says where a cross-site request comes from.
 */
export function isOwnRequest(
  request: Pick<IncomingMessage, 'headers'>,
  allowed: ReadonlySet<string>,
): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return request.headers.origin === undefined || isListedOrigin(request, allowed);
}

/** The header by which the product's own page says that it asks. No foreign page can send it without being allowed to. */
export const ownPageHeader = 'x-nghisu';

/**
 * As `isListedOrigin`, for the polling transport too: browsers send no origin with their own page's GET requests, so the
 * page's own header stands in for it there. A WebSocket always needs the origin.
 */
export function isOwnPage(request: Pick<IncomingMessage, 'headers'>, allowed: ReadonlySet<string>): boolean {
  if (request.headers.origin !== undefined) return isListedOrigin(request, allowed);
  return request.headers.upgrade === undefined && request.headers[ownPageHeader] === '1';
}
