// The ids of the domain. A flavour keeps one kind of id from being used as another
// and still lets plain text from a parsed document be one (docs/adr/0008).
import { z } from 'zod';

declare const flavour: unique symbol;
type Id<Name extends string> = string & { readonly [flavour]?: Name };

export type ComponentId = Id<'ComponentId'>;
export type PersonId = Id<'PersonId'>;
export type GoalId = Id<'GoalId'>;
export type MeasureId = Id<'MeasureId'>;
export type ObservationId = Id<'ObservationId'>;
export type CycleId = Id<'CycleId'>;
export type StageId = Id<'StageId'>;
export type TaskKey = Id<'TaskKey'>;
export type TimerId = Id<'TimerId'>;
export type PlanId = Id<'PlanId'>;
export type EventId = Id<'EventId'>;

/** Ids that people choose and that name files: short, lower case, never a path. */
export const slugSchema = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,63}$/,
    'Use 1 to 64 lower-case letters, digits and hyphens, starting with a letter or digit.',
  );

/** Ids of records: what an import or an API client chose, or one that the server made. */
export const recordIdSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/,
    'Use 1 to 128 letters, digits and . _ : - , starting with a letter or digit.',
  );
