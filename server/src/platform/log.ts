import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import { errorFields } from './logErrors.ts';

/** The log port: one JSON object a line, `log.info({ meeting }, 'agenda published')`. */
export type Log = Logger;

const SECRET = /pass(word|phrase)?$|cookie|authorization|token|secret/i;
const HIDDEN = '[hidden]';
const DEEPEST = 6;

/**
 * Makes the log of one process. Values under a key that names a password, cookie, authorization, token or secret
 * never reach the destination, at any depth.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    // What a child log is bound to does not pass the formatter below.
    redact: { paths: ['password', 'cookie', 'authorization', 'token', 'secret'], censor: HIDDEN },
    serializers: { err: errorFields },
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (fields: Record<string, unknown>) => withoutSecrets(fields, 0) as Record<string, unknown>,
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

function withoutSecrets(value: unknown, depth: number): unknown {
  if (Array.isArray(value)) {
    return depth >= DEEPEST ? HIDDEN : value.map(entry => withoutSecrets(entry, depth + 1));
  }
  if (!isPlainObject(value)) return value;
  if (depth >= DEEPEST) return HIDDEN;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      SECRET.test(key) ? HIDDEN : withoutSecrets(entry, depth + 1),
    ]),
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
