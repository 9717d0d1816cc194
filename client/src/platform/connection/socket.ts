import type { Problem } from '@nghisu/shared/platform/errors.ts';
import { type ClientMessages, protocolVersion, type ServerMessages } from '@nghisu/shared/protocol.ts';
import { io, type Socket } from 'socket.io-client';
import { isProblem, localProblem } from '../api/problems.ts';
import { language } from '../i18n/i18n.svelte.ts';

/** The product's messages over Socket.IO. */
export type ProductSocket = Socket<ServerMessages, ClientMessages>;

export type Question = keyof ClientMessages;
export type MessageOf<Name extends Question> = Parameters<ClientMessages[Name]>[0];
export type AnswerTo<Name extends Question> = Parameters<Parameters<ClientMessages[Name]>[1]>[0];

/** A socket to the page's own server, or to another address; it connects when told, and only once each time. */
export function createSocket(parts: {
  url?: string | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  connectMs: number;
}): ProductSocket {
  const options = {
    transports: ['websocket', 'polling'],
    // Some offices' proxies let no WebSocket through.
    tryAllTransports: true,
    autoConnect: false,
    // The connection makes its own attempts: at once when the network comes back, and without ever giving up.
    reconnection: false,
    timeout: parts.connectMs,
    forceNew: true,
    auth: (give: (data: object) => void) => give({ language: language.current, protocol: protocolVersion }),
    // Browsers send no origin when a page polls its own server; this header says what the origin would.
    transportOptions: { polling: { extraHeaders: { 'x-nghisu': '1', ...parts.headers } } },
    ...(parts.headers && { extraHeaders: { ...parts.headers } }),
  };
  return parts.url === undefined ? io(options) : io(parts.url, options);
}

/** Asks once. Rejects where no answer came in time or the connection ended: the question may have arrived or not. */
export function question<Name extends Question>(
  socket: ProductSocket,
  answerMs: number,
  name: Name,
  message: MessageOf<Name>,
): Promise<AnswerTo<Name>> {
  // The library's types do not follow a name that is itself a type parameter.
  const line = socket.timeout(answerMs) as unknown as {
    emitWithAck(name: Question, message: unknown): Promise<AnswerTo<Name>>;
  };
  return line.emitWithAck(name, message);
}

/** Why a connection did not come about: the refusal is the error's data or its text; anything else is a broken line. */
export function refusalOf(error: Error & { data?: unknown }): Problem {
  if (isProblem(error.data)) return error.data;
  const isCode = error.message === 'unauthenticated' || error.message === 'outdated';
  return localProblem(isCode ? (error.message as 'unauthenticated' | 'outdated') : 'unavailable');
}
