// What the rows of a score document are made of. null says the same as nothing.
import { z } from 'zod';
import { localDateSchema } from '../../model/time.ts';

export const id = z.string().min(1).max(200);
export const text = z.string();
export const finite = z.number({
  error: ({ code, input }) =>
    code === 'invalid_type'
      ? `${JSON.stringify(input) ?? 'This'} is not a number. Write it like 12.5.`
      : undefined,
});
export const share = finite.min(0).max(1);
export const weight = finite.min(0);
export const instant = z.union([localDateSchema, z.iso.datetime({ offset: true, local: true })], {
  error: 'Use an instant such as 2026-01-05T09:00:00Z, or a date.',
});
/** Yes, or by whom and why. */
export const waived = z.union([
  z.boolean(),
  text,
  z.strictObject({ by: text.nullish(), reason: text.nullish() }),
]);
export const optional = <T extends z.ZodType>(schema: T) => schema.nullish();
export const rates = z.record(
  z.string().regex(/^[A-Z]{3}\/[A-Z]{3}$/, 'Name a pair such as USD/EUR: how many EUR one USD is worth.'),
  finite.positive(),
);
export const dayCount = z.enum(['calendar', 'working']);
export const policy = z.enum(['segmented', 'retroactive']);
/** Read by read-standards.ts, which knows all the ways to write them. */
export const standards = z.unknown().optional();
