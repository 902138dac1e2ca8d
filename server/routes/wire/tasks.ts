// What people do with tasks, on the wire.
import { z } from '@hono/zod-openapi';
import { instantSchema } from '../../../engine/index.ts';
import { pageQuery } from './common.ts';
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
  /** Part of the title or of the component's name. */
  q: z.string().trim().min(1).max(200).optional(),
});
export const delegateTaskWire = z
  .strictObject({ to: z.string().min(1).max(200), reason: z.string().trim().min(1).max(2000) })
  .openapi('TaskDelegation');
export const commentTaskWire = z
  .strictObject({ text: z.string().trim().min(1).max(10_000) })
  .openapi('TaskComment');
