// Reports on the wire.
import { z } from '@hono/zod-openapi';
import { outcomeSchema, periodSchema } from '../../../engine/index.ts';

export const measureCounts = z.object({
  below: z.int(),
  meets: z.int(),
  exceeds: z.int(),
  notScored: z.int(),
});

export const rollUpWire = z
  .object({
    /** The instant that the figures are of. */
    asOf: z.string(),
    /** The days whose observations count. */
    period: periodSchema,
    items: z.array(
      z.object({
        componentId: z.string(),
        parentId: z.string().nullable(),
        name: z.string(),
        kind: z.string(),
        /** The reader may not read its goals, and is told no figure. */
        withheld: z.boolean(),
        score: z.number().nullable(),
        outcome: outcomeSchema.nullable(),
        reason: z.string().nullable(),
        /** Null: withheld. */
        coverage: z.number().nullable(),
        /** Of the component's own measures and of all below it; null: withheld. */
        measures: measureCounts.nullable(),
        planId: z.string().nullable(),
        stage: z.array(z.string()),
      }),
    ),
  })
  .openapi('RollUp');

export const outcomeReportWire = z
  .object({
    items: z.array(
      z.object({
        kind: z.string(),
        below: z.int().nullable(),
        meets: z.int().nullable(),
        exceeds: z.int().nullable(),
        notScored: z.int().nullable(),
        /** Too few for this reader to be told: there are no values. */
        withheld: z.boolean(),
      }),
    ),
  })
  .openapi('OutcomeReport');

export const stageTimesWire = z
  .object({
    /** How many stages are left out, since too few plans were there for this reader to be told. */
    withheld: z.int(),
    items: z.array(
      z.object({
        cycleId: z.string(),
        stage: z.string(),
        /** Stays that ended. */
        stays: z.int(),
        medianDays: z.number().nullable(),
        /** Plans that are there now. */
        now: z.int(),
      }),
    ),
  })
  .openapi('StageTimes');

export const stageCountsWire = z
  .object({
    /** Plans of the version, each counted once. */
    active: z.int(),
    ended: z.int(),
    /** The reader may open plans that are not counted here; `counted=reports` of the list of plans leaves them out. */
    isApart: z.boolean(),
    /** Stages with too few plans for this reader to be told of them, which are not among the items. */
    withheld: z.array(z.string()),
    items: z.array(
      z.object({
        stage: z.string(),
        active: z.int(),
        /** Of the active ones: those with a task of the stage that is past its due instant. */
        overdue: z.int(),
        ended: z.int(),
      }),
    ),
  })
  .openapi('StageCounts');
