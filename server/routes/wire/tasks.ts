// What people do with tasks, on the wire.
import { z } from '@hono/zod-openapi';
import { instantSchema } from '../../../engine/index.ts';
import { jsonObject, pageQuery, personRefSchema } from './common.ts';
import { taskStates } from './plans.ts';

export const taskQuery = pageQuery.extend({
  /** `me`, a person's id, or `nobody`. */
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
  .strictObject({ to: z.string().min(1).max(200), reason: z.string().trim().min(1).max(2000) })
  .openapi('TaskDelegation');
const pastDue = z.boolean().default(false).openapi({
  description: 'The task falls due meanwhile, and the person knows it; without it that is refused',
});
export const snoozeTaskWire = z
  .strictObject({ until: instantSchema.nullable(), pastDue })
  .openapi('TaskSnooze');
export const bulkWire = z
  .strictObject({
    ids: z.array(z.string().min(1).max(200)).min(1).max(2000),
    wish: z.discriminatedUnion('act', [
      z.strictObject({ act: z.literal('remind') }),
      z.strictObject({ act: z.literal('snooze'), until: instantSchema.nullable(), pastDue }),
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
