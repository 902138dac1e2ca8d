// What who keeps plans running sees of one, on the wire.
import { z } from '@hono/zod-openapi';
import { timerKinds } from '../../store/queries/timers.ts';
import { jsonObject, personRefSchema } from './common.ts';

export const planOperationWire = z
  .object({
    /** In which its days are counted. */
    zone: z.string(),
    /** Null: ratings that the reader may not see yet could be in them. */
    variables: jsonObject.nullable(),
    timers: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(timerKinds),
        /** Of the timer, the task's key, or the event. */
        name: z.string(),
        dueAt: z.string(),
        stage: z.string().nullable(),
        /** The title of the task that it is about. */
        task: z.string().nullable(),
        /** The stages that it leads to. */
        to: z.array(z.string()),
      }),
    ),
    failures: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        eventType: z.string(),
        message: z.string(),
        state: z.enum(['open', 'retried', 'skipped']),
        settledAt: z.string().nullable(),
        settledBy: personRefSchema.nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .openapi('PlanOperation');
