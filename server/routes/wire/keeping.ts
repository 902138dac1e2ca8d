// How long plans keep what was said in them, on the wire.
import { z } from './common.ts';

const kind = z.enum(['drafts', 'answers', 'notes']);
export const planRetentionWire = z
  .object({
    items: z.array(
      z.object({
        kind,
        span: z.string().describe('How long after the end of the plan, as the cycle says'),
        dueAt: z.string().nullable().describe('When it goes; null: the plan is under way'),
        goneAt: z.string().nullable(),
      }),
    ),
  })
  .openapi('PlanRetention');

const total = z.object({ waiting: z.int(), nextAt: z.string().nullable(), gone: z.int() });
export const plansRetentionWire = z
  .object({ drafts: total, answers: total, notes: total })
  .openapi('PlansRetention');
