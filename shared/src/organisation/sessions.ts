import { z } from 'zod';
import { line } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';
import { systemRoleSchema } from '../platform/viewer.ts';

const password = z.string().min(1).max(200);

/** The name a person logs in with: lower-case letters without diacritics, digits, dots, hyphens. */
export const usernameSchema = line(80).regex(/^[a-z0-9._-]+$/);

/** A password that is set from now on: 12 characters at least. */
export const newPasswordSchema = password.min(12);

/** What a person types to log in. */
export const sessionInputSchema = z.strictObject({ username: line(80), password });

/** Who is logged in, and what the screens need to show or hide. */
export const sessionAnswerSchema = z.strictObject({
  person: z.strictObject({ id: idSchema, fullName: z.string() }),
  viewer: z.strictObject({
    systemRoles: z.array(systemRoleSchema),
    units: z.array(z.strictObject({ unitId: idSchema, head: z.boolean() })),
  }),
  demo: z.boolean(),
});

/** The first administrator of an empty installation; a password of 12 characters at least. */
export const setupInputSchema = z.strictObject({
  username: usernameSchema,
  fullName: line(120),
  password: newPasswordSchema,
});
