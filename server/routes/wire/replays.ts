// Verdicts of candidate versions on plans, on the wire: of finished plans replayed, and of live plans shadowed.
import { z } from '@hono/zod-openapi';
import { outcomeSchema, periodSchema, slugSchema, verdictKinds } from '../../../engine/index.ts';
import { json } from './common.ts';
import { askedGuardWire } from './plan-history.ts';

/** Described as any object: its schema is published at /api/v1/schemas/cycle. */
const document = z
  .custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
  .openapi({ type: 'object', description: 'A cycle document of the same id' });
const candidate = z.union([z.literal('draft'), z.int().min(1), document]).default('draft');

export const newReplayWire = z
  .strictObject({
    /** The draft, the number of a published version, or a cycle document. */
    candidate,
    /** Which ended plans: left out, all of the cycle. */
    plans: z
      .strictObject({
        launchId: z.string().min(1).max(200).optional(),
        /** Of launches whose period lies within. */
        period: periodSchema.optional(),
      })
      .default({}),
  })
  .openapi('NewReplay');

const endingWire = z.object({
  ended: z.boolean(),
  ending: z.string().nullable(),
  stage: z.array(z.string()),
  outcome: outcomeSchema.nullable(),
  score: z.number().nullable(),
  rewards: z.array(z.string()),
  interventions: z.array(z.string()),
  at: z.string().nullable(),
});
const sideWire = z.object({
  at: z.string(),
  event: z.string(),
  entered: z.array(z.string()),
  /** The guards that were asked, with the values that they looked at. */
  guards: z.array(askedGuardWire),
  /** The decisions taken; `rows` of a table are counted from 0. */
  decisions: z.array(
    z.object({
      decision: z.string(),
      inputs: z.array(z.object({ label: z.string(), value: json })),
      rows: z.array(z.int()),
      value: json,
    }),
  ),
});
export const planVerdictWire = z
  .object({
    planId: z.string(),
    /** The version that the plan follows, and the revision that was looked at. */
    version: z.int(),
    revision: z.int(),
    verdict: z.enum(verdictKinds),
    recorded: endingWire.nullable(),
    replayed: endingWire.nullable(),
    /** Where the two ways part; null when they do not. */
    parting: z
      .object({
        /** Of the recorded step; null when the record has none any more by then. */
        revision: z.int().nullable(),
        recorded: sideWire.nullable(),
        replayed: sideWire.nullable(),
      })
      .nullable(),
    words: z.object({
      verdict: z.string(),
      recorded: z.array(z.string()),
      replayed: z.array(z.string()),
    }),
  })
  .openapi('PlanVerdict');
const placed = { componentId: z.string(), componentName: z.string() };

/** Null: too few to be told to whoever may not read the plans themselves. */
const verdictCounts = {
  same: z.int().nullable(),
  'other-outcome': z.int().nullable(),
  'other-path': z.int().nullable(),
  'not-replayed': z.int().nullable(),
};
/** Why no plans are told to the reader; null: those that they may read are. */
const withheld = z.string().nullable();
export const replayWire = z
  .object({
    cycleId: z.string(),
    /** Candidates wait no longer than until then. */
    until: z.string(),
    counts: z.object({ total: z.int(), ...verdictCounts }),
    plans: z.array(planVerdictWire.extend(placed)),
    withheld,
  })
  .openapi('Replay');

export const newShadowWire = z.strictObject({ cycleId: slugSchema, candidate }).openapi('NewShadow');
export const shadowWire = z
  .object({
    id: z.string(),
    cycleId: z.string(),
    /** What the candidate was when the shadow was started. */
    candidate: z.enum(['draft', 'version', 'document']),
    /** Of the candidate, when it was a published version. */
    version: z.int().nullable(),
    startedAt: z.string(),
    startedBy: z.string(),
    endedAt: z.string().nullable(),
    endedBy: z.string().nullable(),
    /** waiting: not looked at yet. */
    counts: z.object({ waiting: z.int(), ...verdictCounts }),
  })
  .openapi('Shadow');
export const shadowedPlanWire = planVerdictWire
  .extend({ ...placed, judgedAt: z.string() })
  .openapi('ShadowedPlan');
export const shadowReportWire = shadowWire
  .extend({
    /** The first plans that are not the same; all of them are at /shadows/{id}/plans. */
    differing: z.array(shadowedPlanWire),
    withheld,
  })
  .openapi('ShadowReport');
