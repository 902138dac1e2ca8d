// Sources (inbound), subscriptions and deliveries (outbound) and imports on the wire.
import { z } from '@hono/zod-openapi';
import { componentKindSchema, recordIdSchema } from '../../../engine/index.ts';
import { jsonObject } from './common.ts';

const feel = z.string().min(1).max(4096);
const eventPattern = z
  .string()
  .max(200)
  .regex(
    /^(\*|[a-zA-Z0-9_-]+(\.[a-zA-Z0-9_-]+)*(\.\*)?)$/,
    'Use an event type such as plan.moved, all below it as plan.*, or * for every event.',
  );
/** FEEL over `payload` and `headers`, as in get value(headers, "x-kind"): what a message becomes. With `when` not true it is taken and has no effect. */
export const sourceMappingWire = z.discriminatedUnion('to', [
  z.strictObject({
    to: z.literal('observation'),
    when: feel.optional(),
    measureId: feel,
    periodStart: feel,
    periodEnd: feel,
    value: feel,
  }),
  z.strictObject({
    to: z.literal('event'),
    when: feel.optional(),
    /** The plan, or the component whose active plans hear of it: give one. */
    planId: feel.optional(),
    componentId: feel.optional(),
    type: feel,
    data: z.record(z.string(), feel).optional(),
  }),
]);
export type SourceMapping = z.infer<typeof sourceMappingWire>;
export const newSourceWire = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    id: recordIdSchema.optional(),
    mapping: sourceMappingWire,
  })
  .openapi('NewSource');
export const sourcePatchWire = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    mapping: sourceMappingWire,
    active: z.boolean(),
  })
  .partial()
  .openapi('SourcePatch');
export const sourceWire = z
  .object({
    id: z.string(),
    name: z.string(),
    mapping: sourceMappingWire,
    active: z.boolean(),
    createdAt: z.string(),
    url: z.string(),
  })
  .openapi('Source');
/** In the first answer to its making and nowhere else; null when that answer is repeated for the same Idempotency-Key. */
const toldOnce = {
  secret: z.string().nullable(),
  /** Beside a secret that is not told again: what to do without it. */
  secretNotice: z.string().optional(),
};
export const madeSourceWire = sourceWire.extend(toldOnce).openapi('MadeSource');

/** What a message from outside came to. */
export const hookAnswerWire = z
  .object({
    effect: z.enum(['observation', 'event', 'none']),
    /** The message was taken before; this is what it came to then, and nothing happened now. */
    repeated: z.boolean(),
  })
  .openapi('HookAnswer');

export const attemptWire = z
  .object({
    at: z.string(),
    milliseconds: z.int(),
    status: z.int().nullable(),
    problem: z.string().nullable(),
  })
  .openapi('DeliveryAttempt');

const subscriptionFields = {
  url: z.url().max(2000),
  events: z.array(eventPattern).min(1).max(50),
  description: z.string().max(300),
};
export const newSubscriptionWire = z
  .strictObject({ ...subscriptionFields, description: subscriptionFields.description.default('') })
  .openapi('NewSubscription');
export const subscriptionPatchWire = z
  .strictObject({ ...subscriptionFields, active: z.boolean() })
  .partial()
  .openapi('SubscriptionPatch');
export const subscriptionWire = z
  .object({
    id: z.string(),
    url: z.string(),
    events: z.array(z.string()),
    description: z.string(),
    active: z.boolean(),
    createdAt: z.string(),
    delivered: z.int(),
    failed: z.int(),
    /** Null before the first attempt. */
    lastAttempt: attemptWire.nullable(),
  })
  .openapi('Subscription');
export const redeliverWire = z
  .strictObject({ since: z.iso.datetime({ offset: true }).nullable().default(null) })
  .openapi('RedeliverFailed');
export const redeliveredWire = z.object({ count: z.int() }).openapi('Redelivered');
export const madeSubscriptionWire = subscriptionWire.extend(toldOnce).openapi('MadeSubscription');
export const deliveryWire = z
  .object({
    id: z.string(),
    subscriptionId: z.string(),
    planId: z.string().nullable(),
    planSeq: z.int().nullable(),
    eventType: z.string(),
    state: z.enum(['waiting', 'delivered', 'dead']),
    attempts: z.int(),
    nextAt: z.string().nullable(),
    lastStatus: z.int().nullable(),
    lastProblem: z.string().nullable(),
    createdAt: z.string(),
    settledAt: z.string().nullable(),
    body: z.string(),
  })
  .openapi('Delivery');

/** Which column gives what. `path` names the columns of the component levels from the top down. */
export const importMappingWire = z
  .strictObject({
    path: z
      .array(z.strictObject({ column: z.string(), kind: z.string() }))
      .min(1)
      .max(6),
    goal: z.string(),
    measure: z.string(),
    measureId: z.string().optional(),
    direction: z.string(),
    increaseValue: z.string().default('Up'),
    decreaseValue: z.string().default('Down'),
    target: z.string(),
    actual: z.string(),
    critical: z.string().optional(),
    criticalValue: z.string().default('Yes'),
    unit: z.string().optional(),
  })
  .openapi('ImportMapping');
/** Which column of a list of components, people and who answers for what says what; unnamed columns are left out. */
export const organisationMappingWire = z
  .strictObject({
    name: z.string(),
    id: z.string().optional(),
    kind: z.string().optional(),
    /** The id or the name of the component above; empty at the top. */
    parent: z.string().optional(),
    ownerEmail: z.string().optional(),
    ownerName: z.string().optional(),
    managerEmail: z.string().optional(),
    secondManagerEmail: z.string().optional(),
    zone: z.string().optional(),
    holidayRegion: z.string().optional(),
    activeFrom: z.string().optional(),
    activeTo: z.string().optional(),
    /** What a row without a kind is. */
    defaultKind: componentKindSchema.default('team'),
  })
  .openapi('OrganisationMapping');
const importedFile = {
  format: z.enum(['csv', 'json']),
  content: z.string().max(20_000_000),
  /** The component that the imported ones are put under. */
  under: z.string().optional(),
  source: z.string().max(300).default('import'),
};
const newIndicatorsWire = z.strictObject({
  kind: z.literal('indicators'),
  ...importedFile,
  mapping: importMappingWire,
  period: z.strictObject({ start: z.iso.date(), end: z.iso.date() }),
  /** Why goals and measures change; needed once somebody has been rated by them. */
  reason: z.string().trim().min(1).max(2000).optional(),
});
const newOrganisationWire = z.strictObject({
  kind: z.literal('organisation'),
  ...importedFile,
  mapping: organisationMappingWire,
});
export const newImportWire = z
  .discriminatedUnion('kind', [newIndicatorsWire, newOrganisationWire])
  .openapi('NewImport');
export type NewIndicators = z.infer<typeof newIndicatorsWire>;
export type NewOrganisation = z.infer<typeof newOrganisationWire>;
const count = z.object({ created: z.int(), changed: z.int(), unchanged: z.int() });
export const importProgressWire = z
  .object({ phase: z.enum(['waiting', 'reading', 'comparing', 'writing']), done: z.int(), total: z.int() })
  .openapi('ImportProgress');
export const importWire = z
  .object({
    id: z.string(),
    dryRun: z.boolean(),
    /** How far it is, in rows; null once it is worked off. */
    progress: importProgressWire.nullable(),
    status: z.enum(['running', 'done', 'refused']),
    rows: z.int(),
    problems: z.array(
      z.object({
        row: z
          .int()
          .describe('As a spreadsheet numbers it, 1 being the names of the columns; 0: the file as a whole'),
        column: z.string().nullable(),
        message: z.string(),
        /** reason-needed: somebody has been rated by what would change. own-plan: it judges who imports. */
        code: z.string().optional(),
      }),
    ),
    components: count,
    people: count,
    goals: count,
    measures: count,
    observations: count,
  })
  .openapi('Import');

export const eventTypesWire = z
  .object({
    items: z.array(z.object({ type: z.string(), when: z.string(), schema: jsonObject, sample: jsonObject })),
  })
  .openapi('EventTypes');
