import { decodeBarrier, storageMessage } from '@nghisu/shared/minutes/document/wire.ts';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Frame } from '../document/batch.ts';

// The y-websocket protocol: one message a frame, type first, and nothing behind it.

const syncMessage = 0;
const presenceMessage = 1;
const step1 = 0;
const step2 = 1;
const update = 2;

/** What a client may say. */
export type ClientMessage =
  | { readonly kind: 'question'; readonly stateVector: Uint8Array }
  | { readonly kind: 'update'; readonly frame: Frame }
  | { readonly kind: 'presence'; readonly states: Uint8Array }
  | { readonly kind: 'barrier'; readonly token: number };

export type FrameLimits = {
  /** Largest update and any other message, in bytes. */
  readonly frameBytes: number;
  /** Largest sync step 2, in bytes: what was written offline comes back in one. */
  readonly mergeBytes: number;
};

/** Reads one frame; a refusal where it is larger than its kind may be, or nothing that a client may say. */
export function readFrame(
  frame: Uint8Array,
  limits: FrameLimits,
): ClientMessage | { refused: 'malformed' | 'too_large' } {
  if (frame[0] === storageMessage) {
    const token = decodeBarrier(frame);
    return token === null ? { refused: 'malformed' } : { kind: 'barrier', token };
  }
  const isMerge = frame[0] === syncMessage && frame[1] === step2;
  if (frame.length > (isMerge ? limits.mergeBytes : limits.frameBytes)) return { refused: 'too_large' };
  try {
    return readProtocol(decoding.createDecoder(frame)) ?? { refused: 'malformed' };
  } catch {
    return { refused: 'malformed' };
  }
}

function readProtocol(decoder: decoding.Decoder): ClientMessage | null {
  const type = decoding.readVarUint(decoder);
  if (type !== syncMessage && type !== presenceMessage) return null;
  const step = type === syncMessage ? decoding.readVarUint(decoder) : null;
  // A copy of its own: the frame is a window on the socket's buffer, which would travel along to other threads.
  const bytes = decoding.readVarUint8Array(decoder).slice();
  if (decoding.hasContent(decoder)) return null;
  if (type === presenceMessage) return { kind: 'presence', states: bytes };
  if (step === step1) return { kind: 'question', stateVector: bytes };
  return step === step2 || step === update
    ? { kind: 'update', frame: { update: bytes, complete: step === step2 } }
    : null;
}

/** True for the update that says nothing: no structs, no deletions. */
export const isEmptyUpdate = (bytes: Uint8Array): boolean =>
  bytes.length === 2 && bytes[0] === 0 && bytes[1] === 0;

const syncFrame = (step: number, bytes: Uint8Array): Uint8Array =>
  encoding.encode(encoder => {
    encoding.writeVarUint(encoder, syncMessage);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });

/** Asks the client for what the server lacks. */
export const questionFrame = (stateVector: Uint8Array): Uint8Array => syncFrame(step1, stateVector);

/** Answers the client's question; after it the client calls itself synced. */
export const answerFrame = (missing: Uint8Array): Uint8Array => syncFrame(step2, missing);

/** Tells what others wrote. */
export const updateFrame = (bytes: Uint8Array): Uint8Array => syncFrame(update, bytes);

/** The state of one device of one person: JSON, `null` where it is gone. */
export type PresenceEntry = { readonly clientId: number; readonly clock: number; readonly state: string };

/** Reads the states in a presence message; null where the bytes are none. */
export function readPresence(states: Uint8Array): PresenceEntry[] | null {
  try {
    const decoder = decoding.createDecoder(states);
    const count = decoding.readVarUint(decoder);
    const entries: PresenceEntry[] = [];
    for (let index = 0; index < count; index += 1) {
      const clientId = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      entries.push({ clientId, clock, state: decoding.readVarString(decoder) });
    }
    return decoding.hasContent(decoder) ? null : entries;
  } catch {
    return null;
  }
}

/** The states as the content of a presence message. */
export const presenceBytes = (entries: readonly PresenceEntry[]): Uint8Array =>
  encoding.encode(encoder => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { clientId, clock, state } of entries) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, state);
    }
  });

/** A presence message. */
export const presenceFrame = (entries: readonly PresenceEntry[]): Uint8Array =>
  encoding.encode(encoder => {
    encoding.writeVarUint(encoder, presenceMessage);
    encoding.writeVarUint8Array(encoder, presenceBytes(entries));
  });
