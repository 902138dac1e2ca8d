// Time as data. An Instant is UTC with a Z; a LocalDate is a calendar day without a zone.
// Every instant that the engine makes has the one form 2026-01-05T09:00:00.000Z, so instants compare as text;
// instantSchema takes any precision: bring what it took into that form with canonicalInstant.
// The engine never asks what time it is: every instant comes in as an argument.
import { z } from 'zod';

export type Instant = string & { readonly __instant?: true };
export type LocalDate = string & { readonly __localDate?: true };

export const instantSchema = z.iso.datetime({
  offset: false,
  error: 'Use an instant in UTC, such as 2026-01-05T09:00:00Z.',
});
export const localDateSchema = z.iso.date({ error: 'Use a date such as 2026-01-05.' });

/** A span of whole days, both ends included: the time that a plan appraises. */
export const periodSchema = z
  .strictObject({ start: localDateSchema, end: localDateSchema })
  .refine((period) => period.start <= period.end, 'The period ends before it starts.');
export type Period = z.infer<typeof periodSchema>;

export const cadences = ['month', 'quarter', 'half-year', 'year'] as const;
/** Which part of the calendar each launch of a cycle covers, when nobody gives its days. */
export const periodCadenceSchema = z.enum(cadences);
export type Cadence = z.infer<typeof periodCadenceSchema>;
