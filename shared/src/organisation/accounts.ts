import { z } from 'zod';
import { idSchema } from '../platform/ids.ts';
import { systemRoleSchema, systemRoles } from '../platform/viewer.ts';
import { newPasswordSchema, usernameSchema } from './sessions.ts';

/** An account as administrators see it; of the password nothing is ever told. */
export const accountSchema = z.strictObject({
  id: idSchema,
  username: z.string(),
  personId: idSchema,
  systemRoles: z.array(systemRoleSchema),
  disabled: z.boolean(),
});
export type AccountAnswer = z.infer<typeof accountSchema>;

/** Each role once, in the order of `systemRoles`, so that equal sets are equal lists. */
const rolesSchema = z
  .array(systemRoleSchema)
  .max(20)
  .transform(given => systemRoles.filter(role => given.includes(role)));

/** A new account for a person of the directory who has none. */
export const accountInputSchema = z.strictObject({
  username: usernameSchema,
  password: newPasswordSchema,
  personId: idSchema,
  systemRoles: rolesSchema,
});
export type AccountInput = z.infer<typeof accountInputSchema>;

/** What may change in an account; whatever does change ends every session of it. */
export const accountChangeSchema = z.strictObject({
  systemRoles: rolesSchema.optional(),
  disabled: z.boolean().optional(),
  password: newPasswordSchema.optional(),
});
export type AccountChange = z.infer<typeof accountChangeSchema>;
