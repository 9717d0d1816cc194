import {
  accountChangeSchema,
  accountInputSchema,
  accountSchema,
} from '@nghisu/shared/organisation/accounts.ts';
import { idSchema } from '@nghisu/shared/platform/ids.ts';
import { z } from 'zod';
import type { Operation } from '../../api/openapi.ts';

/** What the outside contract says of the account routes. To everybody but administrators they do not exist. */
export const accountsOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/accounts',
    summary: 'Every account, by user name. Administrators only.',
    answer: { status: 200, schema: z.array(accountSchema), summary: 'The accounts' },
  },
  {
    method: 'post',
    path: '/api/accounts',
    summary: 'Make an account for a person of the directory. Administrators only.',
    body: { type: 'application/json', schema: accountInputSchema },
    answer: { status: 201, schema: accountSchema, summary: 'Made' },
  },
  {
    method: 'patch',
    path: '/api/accounts/{id}',
    summary: 'Change roles, disable, open again, set a password. A change ends every session of the account.',
    parameters: [{ name: 'id', in: 'path', required: true, schema: idSchema }],
    body: { type: 'application/json', schema: accountChangeSchema },
    answer: { status: 200, schema: accountSchema, summary: 'The account after it' },
  },
];
