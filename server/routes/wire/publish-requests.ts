// Requests to publish, and what the organisation wants, on the wire.
import { z } from '@hono/zod-openapi';
import { requestStates } from '../../store/queries/publish-requests.ts';
import { comparisonWire, cycleWire } from './cycles.ts';

/** A second person is told what is different, so the note may not be empty. */
export const newPublishRequestWire = z
  .strictObject({
    note: z.string().trim().min(1, 'Say what is different, so that who approves it knows.').max(1000),
  })
  .openapi('NewPublishRequest');
export const publishRequestWire = z
  .object({
    id: z.string(),
    cycleId: z.string(),
    name: z.string(),
    /** Of the document that would be published. */
    hash: z.string(),
    note: z.string(),
    state: z.enum(requestStates),
    requestedAt: z.string(),
    requestedBy: z.string(),
    requestedByName: z.string(),
    decidedAt: z.string().nullable(),
    decidedBy: z.string().nullable(),
    decidedByName: z.string().nullable(),
    /** Why it was returned. */
    reason: z.string().nullable(),
    /** Which it became. */
    version: z.int().nullable(),
  })
  .openapi('PublishRequest');
export const publishRequestDetailWire = publishRequestWire
  .extend({
    cycle: cycleWire,
    /** The latest version, which it is compared with; null when nothing is published. */
    against: z.int().nullable(),
    comparison: comparisonWire.omit({ cycleId: true, from: true, to: true }).nullable(),
  })
  .openapi('PublishRequestDetail');
export const approvalWire = z
  .strictObject({ hash: z.string(), against: z.int().nullable() })
  .openapi('Approval');
export const returnWire = z
  .strictObject({ reason: z.string().trim().min(1, 'Say what should be different.').max(1000) })
  .openapi('PublishReturn');
