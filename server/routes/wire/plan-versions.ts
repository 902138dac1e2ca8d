// What people agree in a plan, on the wire.
import { z } from '@hono/zod-openapi';
import { goalSchema, measureSchema } from '../../../engine/index.ts';
import { personRefSchema } from './common.ts';

const sideWire = z.enum(['component', 'manager']);
const documentWire = z.object({ goals: z.array(goalSchema), measures: z.array(measureSchema) });

export const planSignatureWire = z
  .object({
    id: z.string(),
    side: sideWire,
    decision: z.enum(['agreed', 'refused', 'returned']),
    comment: z.string().nullable(),
    person: personRefSchema,
    /** Whose name it is, when somebody stood in for them. */
    onBehalfOf: personRefSchema.nullable(),
    at: z.string(),
  })
  .openapi('PlanSignature');
export const planVersionWire = z
  .object({
    version: z.int(),
    at: z.string(),
    changedBy: personRefSchema,
    /** Why it was changed, where somebody had been rated before. */ reason: z.string().nullable(),
    /** Since when both sides agree it; null: not yet. */
    inForceAt: z.string().nullable(),
    document: documentWire,
    signatures: z.array(planSignatureWire),
  })
  .openapi('PlanVersion');
export const planVersionsWire = z
  .object({
    /** Oldest first; none as long as nobody was asked to agree. */
    items: z.array(planVersionWire),
    /** What the plan says now, signed or not. */
    now: documentWire,
    /** Which sides it waits for: those that its cycle asks, and those that signed of their own accord. */
    asked: z.array(sideWire),
    /** For which sides the reader may sign. */
    maySign: z.array(sideWire),
  })
  .openapi('PlanVersions');
export const newSignatureWire = z
  .strictObject({
    decision: z.enum(['agreed', 'returned']),
    comment: z.string().trim().max(10_000).optional(),
    /** The version that was seen; 0 when there was none yet. */
    version: z.int().min(0),
  })
  .refine((given) => given.decision === 'agreed' || (given.comment ?? '') !== '', {
    path: ['comment'],
    message: 'Say what should change, so that the plan can be mended.',
  })
  .openapi('NewPlanSignature');
