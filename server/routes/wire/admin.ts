// Running the server, on the wire.
import { z } from '@hono/zod-openapi';
import { canonicalInstant } from '../../../engine/index.ts';
import { keyScopes } from '../../access/key-scopes.ts';
import { jsonObject, personRefSchema } from './common.ts';

const keyScope = z.enum(keyScopes);

export const newApiKeyWire = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    scopes: z.array(keyScope).min(1).max(keyScopes.length),
    /** How long it lasts; no key lasts longer than a year. */
    days: z.int().min(1).max(365).default(90),
  })
  .openapi('NewApiKey');
export const apiKeyWire = z
  .object({
    id: z.string(),
    name: z.string(),
    /** How the key begins. */
    prefix: z.string(),
    scopes: z.array(keyScope),
    state: z.enum(['live', 'expired', 'revoked']),
    createdAt: z.string(),
    createdBy: personRefSchema,
    expiresAt: z.string(),
    /** To the minute. */
    lastUsedAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .openapi('ApiKey');
export const madeApiKeyWire = apiKeyWire
  .extend({ secret: z.string().nullable(), secretNotice: z.string().optional() })
  .openapi('MadeApiKey');

const text = z.string().min(1).max(200);
export const auditFilterWire = z.object({
  actor: text.optional(),
  /** An action such as person.change, or all that begin so: person. */
  action: text.optional(),
  /** Kind and id, such as person/ada, or a kind alone. */
  resource: text.optional(),
  q: text.optional(),
  from: z.iso.datetime({ offset: true }).transform(canonicalInstant).optional(),
  to: z.iso.datetime({ offset: true }).transform(canonicalInstant).optional(),
});
export const auditLineWire = z
  .object({
    seq: z.int(),
    at: z.string(),
    actor: personRefSchema,
    action: z.string(),
    resource: z.string(),
    about: z
      .object({ name: z.string(), of: z.string().nullable() })
      .nullable()
      .describe(
        'What the resource is called, and whose it is: of a plan its cycle, of a task, a goal or a measure its component; null: it is known by its id alone',
      ),
    /** `before` and `after` hold what differs; what was done besides is told by other names. */
    detail: jsonObject,
    names: z
      .record(z.string(), z.record(z.string(), z.string()))
      .describe('Of each field in the detail that holds ids: what these are called, as far as it is known'),
  })
  .openapi('AuditLine');
export const auditTermsWire = z
  .object({ actions: z.array(z.string()), actors: z.array(personRefSchema) })
  .openapi('AuditTerms');
export const auditChainWire = z
  .object({
    lines: z.int(),
    /** The number of the first line that does not follow from the one before it. */
    firstBroken: z.int().nullable(),
  })
  .openapi('AuditChain');

export const backupWire = z
  .object({
    name: z.string(),
    bytes: z.int(),
    madeAt: z.string(),
    /** Of the server that made it. */
    version: z.string(),
    migration: z.string(),
    plans: z.int(),
    people: z.int(),
    drafts: z.int(),
    auditLines: z.int(),
  })
  .openapi('Backup');
export const backupsWire = z.object({ items: z.array(backupWire) }).openapi('Backups');
export const systemWire = z
  .object({
    version: z.string(),
    node: z.string(),
    at: z.string(),
    startedAt: z.string(),
    storeBytes: z.int(),
    sendsMail: z.boolean(),
    lastBackup: backupWire.nullable(),
    queues: z.object({
      timers: z.object({ armed: z.int(), due: z.int(), nextAt: z.string().nullable() }),
      deliveries: z.object({ waiting: z.int(), givenUp: z.int(), failingSubscriptions: z.int() }),
      mails: z.object({ waiting: z.int(), failed: z.int() }),
      running: z.object({ launches: z.int(), migrations: z.int(), imports: z.int() }),
      openIncidents: z.int(),
    }),
  })
  .openapi('System');

/** A feed shorter than this would cut off a screen that was away over a weekend. */
const daysOf = (least: number) => z.int().min(least).max(36_500).nullable();
export const retentionWire = z
  .strictObject({
    notifications: daysOf(1),
    deliveries: daysOf(7),
    mails: daysOf(1),
    drafts: daysOf(1),
    feed: daysOf(7),
    /** Whoever asks what happened asks late. */
    audit: daysOf(90),
  })
  .openapi('Retention');
export const featuresWire = z
  .strictObject({
    'calibration-sessions': z.boolean(),
    'feedback-requests': z.boolean(),
    /** The wall of recognition; rewards are given as before. */
    recognition: z.boolean(),
    /** Mail of what is due; that of deadlines that pass for good is sent all the same. */
    digests: z.boolean(),
    'report-mails': z.boolean(),
    /** Off: keys that were made are refused. */
    'api-keys': z.boolean(),
  })
  .openapi('Features');
const going = z.int().min(0);
export const retentionCountsWire = z
  .object({
    notifications: going,
    deliveries: going,
    mails: going,
    drafts: going,
    feed: going,
    audit: going,
  })
  .openapi('RetentionCounts');
