// Requests to open a completed task again, on the wire.
import { personRefSchema, z } from './common.ts';

const words = z.string().trim().min(1, 'Say why; it is kept with the task.').max(2000);

const requestWire = z.object({
  id: z.string(),
  at: z.string(),
  by: personRefSchema,
  reason: z.string(),
  state: z.enum(['asked', 'granted', 'refused']),
  decidedAt: z.string().nullable(),
  decidedBy: personRefSchema.nullable(),
  /** Why it was refused, or a word with the grant. */
  answer: z.string().nullable(),
});
export const reopeningWire = requestWire
  .extend({
    task: z.object({
      id: z.string(),
      title: z.string(),
      planId: z.string(),
      componentName: z.string(),
      completedAt: z.string().nullable(),
    }),
  })
  .openapi('TaskReopening');
export const reopeningOfTaskWire = z.object({
  may: z.boolean().describe('The reader may ask that the task is opened again'),
  why: z.string().nullable().describe('Why not, and what to do instead'),
  requests: z.array(requestWire).describe('Oldest first'),
});
export const askReopeningWire = z.strictObject({ reason: words }).openapi('TaskReopeningRequest');
export const decideReopeningWire = z
  .discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('granted'), answer: words.optional() }),
    z.strictObject({ decision: z.literal('refused'), answer: words }),
  ])
  .openapi('TaskReopeningDecision');
