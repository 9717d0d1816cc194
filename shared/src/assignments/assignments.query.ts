import { z } from 'zod';
import { dateSchema, instantSchema } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';
import { meetingRoleSchema } from '../platform/viewer.ts';
import {
  assignmentEntrySchema,
  assignmentSchema,
  type ProgressState,
  progressStates,
} from './assignments.records.ts';
import { timeStatuses } from './assignments.rules.ts';

/**
 * `mine` waits for me, `unit` is led or helped by a unit of mine, `given` was given by me or in a meeting that I
 * organise, `all` is everything I may see. `isInScope` says it exactly.
 */
export const assignmentScopes = ['mine', 'unit', 'given', 'all'] as const;
export type AssignmentScope = (typeof assignmentScopes)[number];

/** The states in which somebody still has to do something. */
export const openStates: readonly ProgressState[] = progressStates.filter(state => state !== 'completed');

/** Several words in one parameter, separated by commas; absent or empty means any. */
const anyOf = <Word extends string>(words: readonly Word[]) =>
  z
    .string()
    .max(200)
    .default('')
    .transform((text, context): Word[] => {
      const given = text === '' ? [] : text.split(',');
      const known = words.filter(word => given.includes(word));
      if (known.length < new Set(given).size) context.addIssue({ code: 'custom', message: 'unknown word' });
      return known;
    });

const cursorSchema = z.tuple([dateSchema.nullable(), idSchema]);

/** The place in the list after which the next page begins. */
export type AssignmentCursor = { readonly dueDate: string | null; readonly id: string };

/** The cursor as one opaque word of an address. */
export const writeCursor = ({ dueDate, id }: AssignmentCursor): string => `${dueDate ?? 'none'}~${id}`;

const cursor = z
  .string()
  .max(60)
  .transform((text, context): AssignmentCursor => {
    const [due, id] = text.split('~');
    const parsed = cursorSchema.safeParse([due === 'none' ? null : due, id]);
    if (parsed.success) return { dueDate: parsed.data[0], id: parsed.data[1] };
    context.addIssue({ code: 'custom', message: 'not a cursor' });
    return z.NEVER;
  });

/** The parameters of `GET /api/assignments` as they stand in the address; all filters apply together. */
export const assignmentQuerySchema = z.strictObject({
  scope: z.enum(assignmentScopes).default('all'),
  state: anyOf(progressStates),
  time: anyOf(timeStatuses),
  /** The lead unit. */
  unit: idSchema.optional(),
  meeting: idSchema.optional(),
  dueFrom: dateSchema.optional(),
  dueTo: dateSchema.optional(),
  /** Every word has to occur, the last one at least by its beginning; diacritics do not matter. */
  text: z.string().max(200).default(''),
  after: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type AssignmentQuery = z.output<typeof assignmentQuerySchema>;
/** The parameters as text, as a client writes them. */
export type AssignmentParameters = z.input<typeof assignmentQuerySchema>;

const countsOf = <Word extends string>(words: readonly Word[]) =>
  z.strictObject(Object.fromEntries(words.map(word => [word, z.int().min(0)])) as Record<Word, z.ZodInt>);

/**
 * One page of the list, by due date, those without one last. `counts` tell how many there would be of each status
 * under all other filters, so that a chooser can show what each choice holds.
 */
export const assignmentPageSchema = z.strictObject({
  items: z.array(assignmentSchema),
  next: z.string().nullable(),
  total: z.int().min(0),
  counts: z.strictObject({ byTime: countsOf(timeStatuses), byProgress: countsOf(progressStates) }),
});
export type AssignmentPage = z.infer<typeof assignmentPageSchema>;
export type AssignmentCounts = AssignmentPage['counts'];

/**
 * Where an assignment comes from, for those who see it; `role` is the reader's own in that meeting, null where it
 * does not reach the item. */
export const assignmentSourceSchema = z.strictObject({
  meetingId: idSchema,
  meetingTitle: z.string(),
  startsAt: instantSchema,
  itemTitle: z.string().nullable(),
  role: meetingRoleSchema.nullable(),
});
export type AssignmentSource = z.infer<typeof assignmentSourceSchema>;

/** The life of one assignment, oldest step first. */
export const assignmentHistorySchema = z.array(assignmentEntrySchema);
