import { z } from 'zod';
import { dateSchema, line, optionalLine } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';

export const unitTypes = [
  'peoplesCommittee',
  'committeeOffice',
  'subUnit',
  'department',
  'district',
  'commune',
] as const;
export const unitTypeSchema = z.enum(unitTypes);
export type UnitType = z.infer<typeof unitTypeSchema>;

/** Đơn vị. Effective-dated: a 2022 paper shows its 2022 issuer. */
export const unitSchema = z.strictObject({
  kind: z.literal('unit'),
  id: idSchema,
  name: line(200),
  shortName: line(80),
  type: unitTypeSchema,
  parentId: idSchema.nullable(),
  /** Protocol order among all units. */
  order: z.int(),
  validFrom: dateSchema,
  validTo: dateSchema.nullable(),
});
export type Unit = z.infer<typeof unitSchema>;

/** A person of the directory; rights come from posts and accounts, never from here. */
export const personSchema = z.strictObject({
  kind: z.literal('person'),
  id: idSchema,
  fullName: line(120),
  protocolOrder: z.int(),
});
export type Person = z.infer<typeof personSchema>;

/** Chức vụ: a post that a person holds in a unit for a time. */
export const postSchema = z.strictObject({
  kind: z.literal('post'),
  id: idSchema,
  personId: idSchema,
  unitId: idSchema,
  title: line(200),
  head: z.boolean(),
  validFrom: dateSchema,
  validTo: dateSchema.nullable(),
});
export type Post = z.infer<typeof postSchema>;

/** Phòng họp. */
export const roomSchema = z.strictObject({
  kind: z.literal('room'),
  id: idSchema,
  name: line(120),
  location: optionalLine(200),
  capacity: z.int().min(1).max(10_000),
  equipment: z.array(line(80)).max(30),
});
export type Room = z.infer<typeof roomSchema>;
