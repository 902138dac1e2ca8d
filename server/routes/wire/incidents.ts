// Steps that failed, on the wire.
import { z } from '@hono/zod-openapi';
import { json, reasonWire } from './common.ts';

export const incidentWire = z
  .object({
    id: z.string(),
    planId: z.string(),
    componentName: z.string(),
    /** The cycle that the plan is in, in its version. */
    cycle: z.object({ id: z.string(), version: z.int() }),
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
export const settleIncidentWire = z.strictObject({ reason: reasonWire }).openapi('SettleIncident');
