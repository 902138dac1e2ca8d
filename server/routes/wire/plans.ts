// Plans on the wire: where they are, what they wait for, and what is asked of them.
import { z } from '@hono/zod-openapi';
import { type ComponentScore, outcomeSchema, periodSchema } from '../../../engine/index.ts';
import { json, jsonObject, pageOf, personRefSchema, reasonWire } from './common.ts';

/** What a plan waits for: a person's task or an instant. */
export const waitWire = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('task'),
    taskId: z.string(),
    key: z.string(),
    title: z.string(),
    assignee: personRefSchema.nullable(),
    dueAt: z.string().nullable(),
  }),
  z.object({ kind: z.literal('timer'), timerId: z.string(), stage: z.string(), dueAt: z.string() }),
]);
const planCore = {
  id: z.string(),
  componentId: z.string(),
  cycleId: z.string(),
  version: z.int(),
  stage: z.array(z.string()),
  status: z.enum(['active', 'ended']),
  round: z.int(),
  outcome: outcomeSchema.nullable(),
  score: z.number().nullable(),
  coverage: z.number().nullable(),
  revision: z.int(),
};
export const planWire = z.object(planCore).openapi('Plan');
export const planListItemWire = z
  .object({
    ...planCore,
    componentName: z.string(),
    componentKind: z.string(),
    cycleName: z.string(),
    launchId: z.string().nullable(),
    ending: z.string().nullable(),
    startedAt: z.string(),
    movedAt: z.string(),
    openIncidents: z.int(),
    /** Open tasks first by due instant, then timers. */
    waits: z.array(waitWire),
    underReview: z
      .boolean()
      .describe(
        'The reader is judged in it and sees how it stood then: where it went since is told at the release',
      ),
  })
  .openapi('PlanListItem');
export const plansPageWire = pageOf(planListItemWire).extend({
  /** Of all pages, when that was asked. */
  count: z.int().optional(),
  /** Of all pages, where they are narrowed by a cell of one board: how many goals, ratings, interventions or rewards it counts. */
  fitting: z.int().optional(),
  /** The same by cycle and by where plans are in it. */
  groups: z
    .array(
      z.object({
        cycleId: z.string(),
        cycleName: z.string(),
        stage: z.array(z.string()),
        count: z.int(),
        stuck: z.int().describe('How many of them wait since a step failed'),
      }),
    )
    .optional(),
});
const linkedPlanWire = z.object({
  planId: z.string(),
  cycleName: z.string(),
  status: z.enum(['active', 'ended']),
  stageName: z.string().describe('Where it is, or how it ended'),
  movedAt: z.string(),
});
export const planDetailWire = planListItemWire
  .extend({
    period: periodSchema,
    variables: jsonObject,
    stageNames: z.record(z.string(), z.string()),
    acceptedEvents: z.array(z.string()),
    sendableEvents: z.array(z.string()).describe('Of the accepted events, those that the reader may send'),
    mayCancel: z
      .boolean()
      .describe('Whether the reader may cancel the plan: HR and administrators, not their own'),
    goals: z.record(
      z.string(),
      z.object({ score: z.number().nullable(), outcome: outcomeSchema.nullable(), coverage: z.number() }),
    ),
    rewards: z.array(z.object({ key: z.string(), title: z.string(), at: z.string() })),
    interventions: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        cause: z.string().nullable(),
        analysis: z.string().nullable(),
        support: z.string().nullable(),
        at: z.string(),
        alters: z
          .object({ version: z.int(), inForceAt: z.string().nullable() })
          .nullable()
          .describe('The version of the plan that came of it; scored by once both sides have agreed it'),
      }),
    ),
    /** Plans of other cycles that this one has started for the component, such as an improvement plan. */
    started: z.array(linkedPlanWire),
    origin: linkedPlanWire.nullable().describe('The plan that started this one'),
  })
  .openapi('PlanDetail');
export const sendEventWire = z
  .strictObject({
    type: z.string().min(1).max(200),
    data: jsonObject.optional(),
    /** Makes the event count once; without it each request is a new event. */
    id: z.string().min(1).max(200).optional(),
  })
  .openapi('NewEvent');
export const cancelPlanWire = z.strictObject({ reason: reasonWire }).openapi('CancelPlan');
export const stepWire = z.object({ plan: planWire, effects: z.array(json) }).openapi('Step');
const scoreVersionWire = z.object({
  /** 1 is as it was appraised. */
  version: z.int(),
  at: z.string(),
  score: z.number().nullable(),
  outcome: outcomeSchema.nullable(),
  coverage: z.number(),
  /** Who recorded what came later; null for the first. */
  by: personRefSchema.nullable(),
  figures: z.array(
    z.object({
      measureId: z.string(),
      title: z.string(),
      periodStart: z.string(),
      periodEnd: z.string(),
      /** It takes the place of one that was known before. */
      corrects: z.boolean(),
    }),
  ),
  /** When whom it is about signed the rating, with this as the newest figure that was known. */
  signed: z
    .object({
      state: z.enum(['signed', 'refused', 'deemed-received']),
      at: z.string(),
      by: personRefSchema.nullable(),
    })
    .nullable(),
});

export const planScoreWire = z
  .object({
    /** The appraised revision; null: worked out just now, and nowhere kept. */
    revision: z.int().nullable(),
    at: z.string(),
    /** As it was appraised, whatever came later. */
    score: z.custom<ComponentScore>().openapi({ type: 'object' }),
    /** None unless figures came after the appraisal: then that of the appraisal, and what they came to each time. */
    versions: z.array(scoreVersionWire),
  })
  .openapi('PlanScore');

export const planProgressWire = z
  .object({
    at: z.string(),
    items: z.array(
      z.object({
        measureId: z.string(),
        measurement: z
          .union([z.number(), z.string(), z.boolean()])
          .nullable()
          .describe('What has been observed comes to this, in the unit of the measure'),
        /** Null: nothing is observed yet, or there is no standard. */
        progress: z
          .object({
            /** Of the target; 1 is all of it. */
            actual: z.number(),
            /** By today, if all went evenly. */
            expected: z.number(),
            /** The target is a limit: less is better. */
            isLimit: z.boolean(),
            standing: z.enum(['ahead', 'onPace', 'behind']),
          })
          .nullable(),
        /** The day since which a value should have come. */
        staleSince: z.string().nullable(),
        trend: z.array(z.object({ end: z.string(), value: z.number() })),
      }),
    ),
  })
  .openapi('PlanProgress');
