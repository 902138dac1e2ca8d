// The rows of a score document about raters: their groups, what they said, of what, and what follows.
import { z } from 'zod';
import { outcomeSchema } from '../../model/measure.ts';
import { raterGroups } from '../../model/rating.ts';
import { consequences } from '../methods/matrix.ts';
import { others, whenSmall } from '../raters/group-rules.ts';
import { finite, id, instant, optional, text, weight } from './fields.ts';

/** One or several: a peer, the peers. */
const group = z.enum([...raterGroups, 'peers', 'reports', 'managers', 'customers']);

export const raterGroupRow = z.strictObject({
  group: z.enum([...group.options, others]),
  threshold: optional(z.int().min(0)),
  weight: optional(weight),
  whenSmall: optional(z.enum(whenSmall)),
});

const level = z.union([finite, z.string().min(1), z.boolean()]);

export const ratingRow = z.strictObject({
  id: optional(id),
  itemId: id,
  raterId: id,
  raterGroup: group,
  level,
  evidenceIds: optional(z.array(id)),
  version: optional(z.int().min(1)),
  supersedes: optional(id),
  reason: optional(text),
  at: optional(instant),
});

export const itemRow = z.strictObject({
  id,
  componentId: id,
  title: optional(text),
  weight: optional(weight),
  levels: optional(z.record(z.string(), finite)),
});

const cell = z.union([
  outcomeSchema,
  z.strictObject({ outcome: outcomeSchema, consequence: optional(z.enum(consequences)) }),
]);
const byOutcome = <T extends z.ZodType>(schema: T) =>
  z.strictObject({ below: optional(schema), meets: optional(schema), exceeds: optional(schema) });

export const matrixRows = byOutcome(byOutcome(cell));
export type RatingRow = z.infer<typeof ratingRow>;
