// Plans, tasks, incidents and notifications on the wire.
import { z } from '@hono/zod-openapi';
import {
  anonymities,
  type ComponentScore,
  outcomeSchema,
  periodSchema,
  raterGroups,
} from '../../../engine/index.ts';
import { json, jsonObject, pageOf, personRefSchema, reasonWire } from './common.ts';
import { reopeningOfTaskWire } from './reopenings.ts';

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
  /** The same by cycle and by where plans are in it. */
  groups: z
    .array(
      z.object({ cycleId: z.string(), cycleName: z.string(), stage: z.array(z.string()), count: z.int() }),
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
export const historyLineWire = z
  .object({
    seq: z.int(),
    revision: z.int(),
    at: z.string(),
    actor: personRefSchema,
    event: z.object({ id: z.string(), type: z.string(), data: json }),
    left: z.array(z.string()),
    entered: z.array(z.string()),
    /** The transitions taken, in order: JSON Pointers into the cycle's document. */
    transitions: z.array(z.string()),
    stage: z.array(z.string()),
    effects: z.array(z.object({ type: z.string(), text: z.string() })),
    outcome: outcomeSchema.nullable(),
    score: z.number().nullable(),
  })
  .openapi('HistoryLine');
export const transitionWire = z
  .object({
    stage: z.string(),
    event: z.string(),
    to: z.string().nullable(),
    guard: z.string().nullable(),
    /** Null: that depends on the event. */
    passes: z.boolean().nullable(),
    /** Why the guard does not hold, when it rests on something that is not there. */
    warnings: z.array(z.string()),
    delay: z.string().optional(),
  })
  .openapi('OpenTransition');
export const askedGuardWire = z.object({
  transition: z.string(),
  guard: z.string(),
  passed: z.boolean(),
  values: jsonObject,
});
export const whyWire = z
  .object({
    stage: z.array(z.object({ id: z.string(), name: z.string() })),
    /** The chain from the start to where the plan is. */
    links: z.array(
      z.object({
        revision: z.int(),
        at: z.string(),
        /** The revision without which this could not have happened; null for the first. */
        because: z.int().nullable(),
        event: z.string(),
        /** JSON Pointers into the cycle's document. */
        transitions: z.array(z.string()),
        guards: z.array(askedGuardWire),
        words: z.object({
          cause: z.string(),
          because: z.array(z.string()),
          plain: z.array(z.string()).describe('The same without the conditions as the cycle has them'),
          effects: z.array(z.string()),
        }),
      }),
    ),
  })
  .openapi('Why');
export const planScoreWire = z
  .object({
    /** The appraised revision; null: worked out just now, and nowhere kept. */
    revision: z.int().nullable(),
    at: z.string(),
    score: z.custom<ComponentScore>().openapi({ type: 'object' }),
  })
  .openapi('PlanScore');

export const planProgressWire = z
  .object({
    at: z.string(),
    items: z.array(
      z.object({
        measureId: z.string(),
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

export const taskStates = ['open', 'completed', 'closed'] as const;
export const taskWire = z
  .object({
    id: z.string(),
    planId: z.string(),
    componentId: z.string(),
    componentName: z.string(),
    cycleId: z.string(),
    cycleVersion: z.int(),
    stage: z.string(),
    stageName: z.string(),
    stageKind: z.string().nullable(),
    key: z.string(),
    title: z.string(),
    description: z.string().nullable(),
    form: json,
    assignee: personRefSchema.nullable(),
    /** Whose task it is, while the assignee stands in for them. */
    onBehalfOf: personRefSchema.nullable(),
    /** The last day away of whose task it is; null when they are there. */
    awayUntil: z.string().nullable(),
    relation: z.string(),
    state: z.enum(taskStates),
    openedAt: z.string(),
    dueAt: z.string().nullable(),
    /** Two working days of the assignee before it is due; null when it is done or has no date. */
    dueSoonAt: z.string().nullable(),
    /** The assignee’s zone. */
    dueZone: z.string(),
    overdue: z.boolean(),
    /** The reader has put it off until then; null: it is in their list. */
    snoozedUntil: z.string().nullable(),
    completedAt: z.string().nullable(),
    completedBy: personRefSchema.nullable(),
    result: json,
    /** Why this person has it, in words. */
    why: z.string(),
    /** How many of this task's assignees have completed it, and how many must. */
    completions: z.object({ done: z.int(), needed: z.int() }),
    promise: z
      .object({ anonymity: z.enum(anonymities), threshold: z.int() })
      .nullable()
      .describe('How a rater answers: with their name, or shown only together, from the threshold on'),
  })
  .openapi('Task');
/** Who is not asked after all, and why. */
const raterLeftWire = z.object({
  person: personRefSchema,
  cause: z.enum(['declined', 'left', 'away']),
  reason: z.string().nullable(),
  at: z.string(),
});
/** Of a plan's raters, for those who answer for whom is asked. */
export const raterChangeWire = z
  .object({
    ...{ group: z.enum(raterGroups), state: z.enum(['naming', 'agreeing', 'replaced', 'nobody', 'over']) },
    left: raterLeftWire,
    instead: personRefSchema.nullable(),
    note: z.string().nullable().describe('Why nobody is asked instead'),
  })
  .openapi('RaterChange');
export const taskDetailWire = taskWire
  .extend({
    comments: z.array(
      z.object({ id: z.string(), at: z.string(), author: personRefSchema, text: z.string() }),
    ),
    mayPassOn: z.boolean().describe('The reader may give it to somebody else'),
    /** Whoever has it sees to it that somebody is named, or that the plan ends. */
    isWordOfGone: z
      .boolean()
      .describe('Only somebody who has left could say it, and nobody says it for them'),
    mayDecline: z
      .boolean()
      .describe('The reader is asked for their view of somebody, and can say that they cannot'),
    replaces: z
      .object({
        group: z.enum(raterGroups),
        step: z.enum(['naming', 'agreeing']),
        proposed: personRefSchema.nullable(),
        /** Why nobody is proposed. */
        note: z.string().nullable(),
        left: raterLeftWire.nullable().describe('Null: the reader may not know who it was'),
        asked: z.record(z.string(), z.int()).describe('How many can still answer, by group'),
      })
      .nullable()
      .describe('The rater in whose place somebody is looked for in this task'),
    reopening: reopeningOfTaskWire.nullable().describe('Null: it is not the reader’s answer'),
  })
  .openapi('TaskDetail');
export const completeTaskWire = z
  .strictObject({
    result: jsonObject,
    dryRun: z.boolean().default(false).openapi({
      description: 'Only says whether the result would be accepted: nothing is changed, nobody is told',
    }),
  })
  .openapi('TaskCompletion');

export const incidentWire = z
  .object({
    id: z.string(),
    planId: z.string(),
    componentName: z.string(),
    at: z.string(),
    event: z.object({ id: z.string(), type: z.string(), data: json }),
    code: z.string(),
    message: z.string(),
    state: z.enum(['open', 'retried', 'skipped']),
    settledAt: z.string().nullable(),
    settledBy: z.string().nullable(),
    /** Why it was settled so. */
    reason: z.string().nullable(),
  })
  .openapi('Incident');
export const notificationWire = z
  .object({
    id: z.string(),
    planId: z.string().nullable(),
    publishRequest: z
      .object({ id: z.string(), cycleId: z.string() })
      .nullable()
      .describe('The request to publish that it is about'),
    place: z
      .string()
      .nullable()
      .describe('The screen that it leads to: feedback, recognition, wording or calibrations'),
    message: z.string(),
    at: z.string(),
    readAt: z.string().nullable(),
  })
  .openapi('Notification');

export const settleIncidentWire = z.strictObject({ reason: reasonWire }).openapi('SettleIncident');
