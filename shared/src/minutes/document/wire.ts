// What the minutes socket says beyond the y-websocket protocol: the truth about storage. A client that never sends a
// barrier never gets an answer of this kind, so that a client who knows only y-websocket meets nothing unknown.

/** The type of these messages, beside sync (0) and awareness (1). */
export const storageMessage = 100;

const barrierKind = 0;
const storedKind = 1;
const refusedKind = 2;

/**
 * Why an update was not stored. `closed`: the minutes are closed, a copy is kept aside. `read_only`: no right to write.
 * `sections`: it removed or changed a section. `foreign`: it wrote under the name of another person's device.
 */
export const refusals = [
  'read_only',
  'closed',
  'sections',
  'schema',
  'foreign',
  'malformed',
  'incomplete',
  'too_large',
  'too_slow',
  'too_many',
] as const;
export type Refusal = (typeof refusals)[number];

/**
 * The server's answer to a barrier: every update sent before it on this connection is committed in the database
 * (`refused` null), or not all of them are and never will be on this connection.
 */
export type StorageAnswer = { readonly token: number; readonly refused: Refusal | null };

/** Asks the server to answer once everything sent before is stored. `token` is an integer from 0 up. */
export function encodeBarrier(token: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([storageMessage, barrierKind, ...varUint(token)]);
}

/** The token of a barrier, or null where the bytes are none. */
export function decodeBarrier(frame: Uint8Array): number | null {
  if (frame[0] !== storageMessage || frame[1] !== barrierKind) return null;
  const token = readVarUint(frame, 2);
  return token && token.next === frame.length ? token.value : null;
}

/** The server's answer as one frame. */
export function encodeStorageAnswer(answer: StorageAnswer): Uint8Array {
  const token = varUint(answer.token);
  if (answer.refused === null) return Uint8Array.from([storageMessage, storedKind, ...token]);
  return Uint8Array.from([storageMessage, refusedKind, ...token, refusals.indexOf(answer.refused)]);
}

/** Reads the server's answer, or null where the frame is none. */
export function decodeStorageAnswer(frame: Uint8Array): StorageAnswer | null {
  if (frame[0] !== storageMessage || (frame[1] !== storedKind && frame[1] !== refusedKind)) return null;
  const token = readVarUint(frame, 2);
  if (!token) return null;
  if (frame[1] === storedKind) return { token: token.value, refused: null };
  const refused = refusals[frame[token.next] ?? refusals.length];
  return refused ? { token: token.value, refused } : null;
}

// Variable-length integers as lib0 writes them: seven bits a byte, lowest first.
function varUint(value: number): number[] {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a token: ${value}`);
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push(128 | (rest % 128));
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

function readVarUint(bytes: Uint8Array, from: number): { value: number; next: number } | null {
  let value = 0;
  for (let at = from, scale = 1; at < bytes.length; at += 1, scale *= 128) {
    const byte = bytes[at]!;
    value += (byte & 127) * scale;
    if (!Number.isSafeInteger(value)) return null;
    if (byte < 128) return { value, next: at + 1 };
  }
  return null;
}
