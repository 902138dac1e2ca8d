// How a plan came to be where it is, and where it can go, on the wire.
import { z } from '@hono/zod-openapi';
import { outcomeSchema } from '../../../engine/index.ts';
import { json, jsonObject, personRefSchema } from './common.ts';

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
