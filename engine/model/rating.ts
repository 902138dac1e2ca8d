// What raters say of an item: a level on its anchored scale, each version of it kept.
import { z } from 'zod';
import { recordIdSchema } from './ids.ts';

export const raterGroups = ['self', 'manager', 'peer', 'report', 'customer', 'skip'] as const;
export const raterGroupSchema = z.enum(raterGroups);
/** Whom a rater is to the one who is rated; `skip` is the manager's manager. */
export type RaterGroup = z.infer<typeof raterGroupSchema>;

export const ratingSchema = z.strictObject({
  id: recordIdSchema,
  itemId: recordIdSchema,
  raterId: recordIdSchema,
  raterGroup: raterGroupSchema,
  /** A level of the item's scale. */
  level: z.union([z.number(), z.string().min(1)]),
  evidenceIds: z.array(recordIdSchema),
  version: z.int().min(1),
  /** The rating that this one replaces. */
  supersedes: recordIdSchema.nullable(),
  reason: z.string().max(2000).nullable(),
});
export type Rating = z.infer<typeof ratingSchema>;
