// Migrations on the wire.
import { z } from '@hono/zod-openapi';
import { instantPolicies, migrationMappingSchema, slugSchema } from '../../../engine/index.ts';
import { itemStates } from '../../store/queries/migration-items.ts';
import { json, jsonObject, reasonWire } from './common.ts';

/** Described as any object: its schema is published at /api/v1/schemas/migration. */
const mappingWire = migrationMappingSchema
  .clone()
  .openapi('MigrationMapping', { type: 'object', description: 'A mapping document, schema migration/1' });

export const newMigrationWire = z
  .strictObject({
    cycleId: slugSchema,
    from: z.int().min(1),
    to: z.int().min(1),
    /** Left out: identity by id, and the renames that a comparison proposes. */
    mapping: mappingWire.default({ schema: 'migration/1' }),
    /** A rehearsal: what would become of each plan, and nothing is changed. */
    dryRun: z.boolean().default(false),
    /** Asked for unless it is a rehearsal. */
    reason: reasonWire.optional(),
  })
  .refine(({ dryRun, reason }) => dryRun || reason !== undefined, {
    path: ['reason'],
    message: 'Say why; it is kept in the history of each plan.',
  })
  .openapi('NewMigration');

const policy = z.enum(instantPolicies).nullable();
const instant = z.string().nullable();
export const planReportWire = z
  .object({
    stage: z.object({ before: z.array(z.string()), after: z.array(z.string()).nullable() }),
    tasks: z.array(
      z.object({
        change: z.enum(['carried', 'cancelled', 'opened']),
        from: z.string().nullable(),
        to: z.string().nullable(),
        title: z.string(),
        policy,
        before: instant,
        dueAt: instant,
      }),
    ),
    timers: z.array(
      z.object({
        change: z.enum(['carried', 'cancelled', 'armed']),
        from: z.string().nullable(),
        to: z.string().nullable(),
        policy,
        before: instant,
        dueAt: instant,
      }),
    ),
    questions: z.array(
      z.object({
        about: z.enum(['stage', 'task', 'timer']),
        of: z.string(),
        /** Where the answer stands in the mapping, for all plans; under /plans/<id> for this one. */
        pointer: z.string(),
        choices: z.array(json),
        message: z.string(),
      }),
    ),
    reasons: z.array(z.object({ code: z.string(), message: z.string() })),
    /** All of it in sentences. */
    lines: z.array(z.string()),
  })
  .openapi('PlanMigrationReport');

export const migrationItemWire = planReportWire
  .extend({
    planId: z.string(),
    componentId: z.string().nullable(),
    componentName: z.string().nullable(),
    state: z.enum(itemStates),
    /** Of the plan, once it is migrated. */
    revision: z.int().nullable(),
    undo: z
      .object({ state: z.enum(['waiting', 'undone', 'kept']), problem: z.string().nullable() })
      .nullable(),
  })
  .openapi('MigratedPlan');

const counts = z.object({
  waiting: z.int(),
  unchanged: z.int(),
  moved: z.int(),
  'needs-decision': z.int(),
  blocked: z.int(),
  left: z.int(),
  gone: z.int(),
  failed: z.int(),
  undone: z.int(),
  kept: z.int(),
});
export const migrationWire = z
  .object({
    id: z.string(),
    cycleId: z.string(),
    from: z.int(),
    to: z.int(),
    mapping: jsonObject,
    dryRun: z.boolean(),
    status: z.enum(['running', 'done', 'undoing', 'undone']),
    total: z.int(),
    reason: z.string().nullable(),
    counts,
    createdAt: z.string(),
    createdBy: z.string(),
    finishedAt: z.string().nullable(),
    undoneAt: z.string().nullable(),
    undoneBy: z.string().nullable(),
  })
  .openapi('Migration');
export const migrationReportWire = migrationWire
  .extend({
    /** The first plans; the others are at /migrations/{id}/results. */
    plans: z.array(migrationItemWire),
    nextCursor: z.string().nullable(),
  })
  .openapi('MigrationReport');
