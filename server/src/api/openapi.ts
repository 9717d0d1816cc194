import { commands } from '@nghisu/shared/commands.ts';
import {
  sessionAnswerSchema,
  sessionInputSchema,
  setupInputSchema,
} from '@nghisu/shared/organisation/sessions.ts';
import { errorCodes } from '@nghisu/shared/platform/errors.ts';
import { streamIdSchema } from '@nghisu/shared/platform/feed.ts';
import { idSchema } from '@nghisu/shared/platform/ids.ts';
import { epochSchema } from '@nghisu/shared/protocol.ts';
import { recordSchema } from '@nghisu/shared/records.ts';
import { z } from 'zod';

/** One HTTP operation of the outside contract. */
export type Operation = {
  readonly method: 'get' | 'head' | 'post' | 'patch' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly parameters?: readonly {
    name: string;
    in: 'path' | 'query' | 'header';
    required?: boolean;
    schema: z.ZodType;
  }[];
  readonly body?: { readonly type: string; readonly schema: z.ZodType };
  readonly answer: {
    readonly status: number;
    readonly type?: string;
    readonly schema?: z.ZodType;
    readonly summary: string;
  };
};

const changeSchema = z.union([
  z.strictObject({ op: z.literal('put'), record: recordSchema }),
  z.strictObject({ op: z.literal('drop'), kind: z.string(), id: idSchema }),
]);
const replySchema = z.strictObject({
  epoch: epochSchema,
  seq: z.int(),
  wipe: z.boolean(),
  changes: z.array(changeSchema),
});
const problemSchema = z.object({
  type: z.string(),
  code: z.enum(errorCodes),
  reason: z.string().nullable(),
  title: z.string(),
  status: z.int(),
});

const commandBodies = Object.entries(commands).map(([name, definition]) =>
  z
    .strictObject({ id: idSchema, stream: streamIdSchema, name: z.literal(name), input: definition.input })
    .describe(`Sent to a stream of kind "${definition.stream}"`),
);
const commandBody = z.union(commandBodies as unknown as [z.ZodType, z.ZodType]);

const ownOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/session',
    summary: 'Log in. Sets the session cookie.',
    body: { type: 'application/json', schema: sessionInputSchema },
    answer: { status: 200, schema: sessionAnswerSchema, summary: 'Who is logged in' },
  },
  {
    method: 'get',
    path: '/api/session',
    summary: 'Who is logged in',
    answer: { status: 200, schema: sessionAnswerSchema, summary: 'Who is logged in' },
  },
  {
    method: 'delete',
    path: '/api/session',
    summary: 'Log out. Ends the session and its sockets at once.',
    answer: { status: 204, summary: 'Logged out' },
  },
  {
    method: 'get',
    path: '/api/setup',
    summary: 'Whether the first administrator is still to be made',
    answer: { status: 200, schema: z.strictObject({ needed: z.boolean() }), summary: 'Needed or not' },
  },
  {
    method: 'post',
    path: '/api/setup',
    summary: 'Make the first administrator of an empty installation',
    body: { type: 'application/json', schema: setupInputSchema },
    answer: { status: 201, schema: sessionAnswerSchema, summary: 'Made and logged in' },
  },
  {
    method: 'post',
    path: '/api/commands',
    summary: 'Run one command. The same id again answers the same and changes nothing.',
    body: { type: 'application/json', schema: commandBody },
    answer: {
      status: 200,
      schema: z.strictObject({ seq: z.int() }),
      summary: 'Committed; the seq of the stream after it',
    },
  },
  {
    method: 'get',
    path: '/api/streams/{stream}',
    summary: 'What changed in a stream after `since`, counted in `epoch`; without it, everything',
    parameters: [
      { name: 'stream', in: 'path', required: true, schema: streamIdSchema },
      { name: 'since', in: 'query', schema: z.int().min(-1) },
      { name: 'epoch', in: 'query', schema: epochSchema },
    ],
    answer: { status: 200, schema: replySchema, summary: 'The newest value of every record that changed' },
  },
];

const jsonSchema = (schema: z.ZodType): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
};

function operationObject(operation: Operation): object {
  const { answer, body, parameters = [] } = operation;
  return {
    summary: operation.summary,
    ...(parameters.length > 0 && {
      parameters: parameters.map(({ schema, required, ...parameter }) => ({
        ...parameter,
        required: required ?? false,
        schema: jsonSchema(schema),
      })),
    }),
    ...(body && {
      requestBody: { required: true, content: { [body.type]: { schema: jsonSchema(body.schema) } } },
    }),
    responses: {
      [answer.status]: {
        description: answer.summary,
        ...(answer.schema && {
          content: { [answer.type ?? 'application/json']: { schema: jsonSchema(answer.schema) } },
        }),
      },
      default: {
        description: 'A problem (RFC 9457), its title in the language of Accept-Language (vi, en)',
        content: { 'application/problem+json': { schema: jsonSchema(problemSchema) } },
      },
    },
  };
}

/** The OpenAPI 3.1 document of the outside contract, made from the same schemas that judge the input. */
export function openApiDocument(operations: readonly Operation[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of [...ownOperations, ...operations]) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationObject(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Nghị Sự',
      version,
      description:
        'Live changes come over Socket.IO at /socket.io: emit `subscribe` {stream, since, epoch, protocol}, `unsubscribe` {stream} and `command` ' +
        '{id, stream, name, input}, each with an acknowledgement; listen to `event` {stream, events}, `head` {heads, now} and `reset` ' +
        '{stream}. The text of minutes is a Yjs document on the WebSocket /minutes/{meetingId} (y-websocket). Both want the session ' +
        'cookie and a listed Origin.',
    },
    paths,
  };
}
