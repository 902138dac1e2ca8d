// The one place that knows HTTP numbers: problems as RFC 9457 documents.
import { z } from '@hono/zod-openapi';

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    /** What happened, what was kept and what to do. */
    detail: z.string(),
    requestId: z.string().optional(),
    errors: z
      .array(z.object({ pointer: z.string(), detail: z.string(), code: z.string().optional() }))
      .optional(),
    /** event-not-accepted: the event types that the plan takes now. */
    accepted: z.array(z.string()).optional(),
    /** too-many-requests, unavailable, and what is still under way: the seconds to wait. */
    retryAfter: z.int().optional(),
  })
  .openapi('Problem');
export type ProblemDocument = z.infer<typeof problemSchema>;

const kinds = {
  'bad-request': [400, 'The request cannot be read'],
  'not-signed-in': [401, 'Not signed in'],
  'not-allowed': [403, 'Not allowed'],
  'turned-off': [403, 'Turned off in your organisation'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'Method not allowed'],
  conflict: [409, 'Not possible as things stand'],
  'event-not-accepted': [409, 'The plan does not take this event now'],
  'guards-refused': [409, 'Something else is needed first'],
  'has-problems': [409, 'The cycle has errors'],
  'approval-needed': [409, 'A second person has to approve this'],
  stale: [412, 'Somebody else changed this first'],
  'too-large': [413, 'The body is too large'],
  'unsupported-media-type': [415, 'Unsupported media type'],
  invalid: [422, 'The request is not valid'],
  'key-reused': [422, 'The idempotency key was used for another request'],
  'precondition-required': [428, 'If-Match is required'],
  'too-many-requests': [429, 'Too many requests'],
  unexpected: [500, 'Something went wrong on our side'],
  unavailable: [503, 'Not available for the moment'],
} as const;
export type ProblemKind = keyof typeof kinds;

/** Every kind with its status and title, for the page that explains them. */
export const problemKinds = Object.entries(kinds).map(([kind, [status, title]]) => ({ kind, status, title }));

/** Thrown by routes and what they call; `app.onError` turns it into the answer. */
export class ProblemError extends Error {
  readonly kind: ProblemKind;
  readonly more: Partial<ProblemDocument>;
  constructor(
    kind: ProblemKind,
    detail: string,
    more: Partial<ProblemDocument> = {},
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'ProblemError';
    this.kind = kind;
    this.more = more;
  }
}

export function toProblemDocument(error: ProblemError, requestId?: string): ProblemDocument {
  const [status, title] = kinds[error.kind];
  return {
    type: `/docs/problems#${error.kind}`,
    title,
    status,
    detail: error.message,
    ...(requestId ? { requestId } : {}),
    ...error.more,
  };
}

/** The same answer for what is not there and what may not be seen. */
export const notFound = (what: string): ProblemError =>
  new ProblemError('not-found', `There is no such ${what}, or you may not see it.`);
