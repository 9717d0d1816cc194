import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from './commands.ts';
import { commandEnvelopeSchema } from './platform/commands.ts';
import {
  ballotSchema,
  placeMessageSchema,
  protocolVersion,
  subscribeSchema,
  unsubscribeSchema,
} from './protocol.ts';
import { recordSchema } from './records.ts';

/** FNV-1a in 64 bits: enough to notice that a text changed, without a dependency. */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of text)
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0)!)) * 0x100000001b3n);
  return hash.toString(16);
}

/** Every shape that travels, as JSON Schema. */
function wire(): string {
  const shape = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return JSON.stringify([
    ...Object.entries(commands).map(([name, { stream, input }]) => [name, stream, shape(input)]),
    shape(commandEnvelopeSchema),
    shape(subscribeSchema),
    shape(unsubscribeSchema),
    shape(placeMessageSchema),
    shape(ballotSchema),
    shape(recordSchema),
  ]);
}

describe('the wire', () => {
  it('does not change without a new protocol version', () => {
    // When this fails: raise `protocolVersion`, add a line to its history, then write the new pair here.
    expect({ version: protocolVersion, shapes: fingerprint(wire()) }).toEqual({
      version: 4,
      shapes: 'b0201631af25c8b5',
    });
  });
});
