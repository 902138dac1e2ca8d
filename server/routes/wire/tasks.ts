// Tasks, and what people do with them, on the wire.
import { z } from '@hono/zod-openapi';
import { anonymities, instantSchema, raterGroups } from '../../../engine/index.ts';
import { json, jsonObject, pageQuery, personRefSchema } from './common.ts';
import { reopeningOfTaskWire } from './reopenings.ts';

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
    /** Another task of the reader: back sooner, once that is done. */
    snoozedAfter: z.object({ id: z.string(), title: z.string() }).nullable(),
    completedAt: z.string().nullable(),
    completedBy: personRefSchema.nullable(),
    result: json,
    /** Why this person has it, in words. */
    why: z.string(),
    unplaced: z
      .boolean()
      .describe('Nobody whom it is for is there or may have it: an administrator gives it to somebody'),
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
    mayClaim: z.boolean().describe('Nobody has it, and the reader may take it'),
    mayPassOn: z.boolean().describe('The reader may give it to somebody else'),
    mayRead: z
      .object({ plan: z.boolean(), goals: z.boolean(), observations: z.boolean() })
      .describe(
        'What the reader may read of what the task is about: its plan, its component’s goals with their measures, and the observations of these',
      ),
    /** Whoever has it sees to it that somebody is named, or that the plan ends. */
    isWordOfGone: z
      .boolean()
      .describe('Only somebody who has left could say it, and nobody says it for them'),
    readBy: z
      .enum(['plan', 'plan-once-released', 'those-in-plan'])
      .nullable()
      .describe(
        'Who reads what is given: those who see the plan, whom it is about only once it is released, or those alone who work in the plan; null where `promise` says so, and where the plan itself is changed',
      ),
    decidesObjection: z.boolean().describe('A rating was objected to, and this task decides on that'),
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
const versionsById = z.record(z.string(), z.number().int().min(1));
const shownWire = z.strictObject({ goals: versionsById, measures: versionsById });

export const completeTaskWire = z
  .strictObject({
    result: jsonObject,
    dryRun: z.boolean().default(false).openapi({
      description: 'Only says whether the result would be accepted: nothing is changed, nobody is told',
    }),
    shown: shownWire.optional().openapi({
      description:
        'Of a task by which a plan is signed: the versions of its goals and measures that the signer was shown. With others by now nothing is signed',
    }),
  })
  .openapi('TaskCompletion');

export const taskQuery = pageQuery.extend({
  /** `me`, a person's id, `nobody`, or `claimable`: open ones that nobody has and the reader may take; for an administrator
   * also those for somebody whom there is not. */
  assignee: z.string().min(1).max(200).optional(),
  state: z.enum(taskStates).optional(),
  planId: z.string().optional(),
  componentId: z.string().optional(),
  /** Open ones past their due instant. */
  due: z.enum(['overdue']).optional(),
  dueBefore: instantSchema.optional(),
  /** What the reader has put off: hidden, or only that. Default: with the rest. */
  snoozed: z.enum(['hidden', 'only']).optional(),
  /** Part of the title or of the component's name. */
  q: z.string().trim().min(1).max(200).optional(),
});
export const delegateTaskWire = z
  .strictObject({
    to: z.string().min(1).max(200),
    reason: z.string().trim().min(1).max(2000),
    from: z.string().nullable().optional().openapi({
      description: 'Who had the task as it was seen; with somebody else by now it stays where it is',
    }),
  })
  .openapi('TaskDelegation');
const pastDue = z.boolean().default(false).openapi({
  description: 'The task falls due meanwhile, and the person knows it; without it that is refused',
});
const after = z.string().min(1).max(200).nullable().default(null).openapi({
  description:
    'Another open task of the reader: this one comes back as soon as that is done, and at `until` at the latest',
});
export const snoozeTaskWire = z
  .strictObject({ until: instantSchema.nullable(), after, pastDue })
  .openapi('TaskSnooze');
export const bulkWire = z
  .strictObject({
    ids: z.array(z.string().min(1).max(200)).min(1).max(2000),
    wish: z.discriminatedUnion('act', [
      z.strictObject({ act: z.literal('remind') }),
      z.strictObject({ act: z.literal('snooze'), until: instantSchema.nullable(), after, pastDue }),
      z.strictObject({
        act: z.literal('delegate'),
        to: z.string().min(1).max(200),
        reason: z.string().trim().min(1).max(2000),
      }),
      /** Only what asks for no answer. */
      z.strictObject({ act: z.literal('complete') }),
    ]),
  })
  .openapi('TaskBulk');
export const bulkAnswerWire = z
  .object({
    done: z.int(),
    refused: z.int(),
    /** In the order asked. */
    items: z.array(
      z.discriminatedUnion('outcome', [
        z.object({ id: z.string(), outcome: z.literal('done') }),
        z.object({ id: z.string(), outcome: z.literal('refused'), reason: z.string() }),
      ]),
    ),
  })
  .openapi('TaskBulkAnswer');
const draftContent = jsonObject.openapi({ description: 'What the form keeps; any JSON object' });
export const taskDraftWire = z
  .object({ content: draftContent, revision: z.int(), savedAt: z.string() })
  .openapi('TaskDraft');
export const keepDraftWire = z.strictObject({ content: draftContent }).openapi('TaskDraftContent');
export const taskDraftsWire = z
  .object({
    own: taskDraftWire.nullable(),
    /** What others, or the reader before the task was opened again, have typed; content null: it is their own. */
    earlier: z.array(
      z.object({ person: personRefSchema, savedAt: z.string(), content: draftContent.nullable() }),
    ),
  })
  .openapi('TaskDrafts');
export const leftDraftWire = z
  .object({
    taskId: z.string(),
    title: z.string(),
    componentName: z.string(),
    /** Who has the task now. */
    assignee: personRefSchema.nullable(),
    state: z.enum(taskStates),
    savedAt: z.string(),
    content: draftContent,
  })
  .openapi('LeftDraft');
const declineReason = z.string().trim().min(1).max(2000).openapi({
  description: 'For whoever names the raters and for HR; never for whom it is about, unless raters are named',
});
export const declineTaskWire = z.strictObject({ reason: declineReason }).openapi('TaskDecline');
export const commentTaskWire = z
  .strictObject({ text: z.string().trim().min(1).max(10_000) })
  .openapi('TaskComment');
