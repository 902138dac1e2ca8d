// The mapping document, schema migration/1: where the plans of one version of a cycle stand in another. What it
// does not say is identity by id, besides the renames that a comparison proposes (docs/migration.md).
import { z } from 'zod';
import { slugSchema } from '../model/ids.ts';
import { jsonSchema } from '../model/json.ts';

/**
 * What becomes of an instant: it stays as it is; its delay, as the new version has it, counts from when the stage
 * was entered (or the task opened); or it counts from now.
 */
export const instantPolicies = ['keep', 'rebase', 'restart'] as const;
export type InstantPolicy = (typeof instantPolicies)[number];
const policy = z.enum(instantPolicies);

const timerId = z.string().min(1).max(164);
const variable = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/);

const passage = {
  /** By stage of the old version: the stage of the new one; several for the regions of a parallel stage. */
  stages: z.record(slugSchema, z.union([slugSchema, z.array(slugSchema).min(1).max(100)])).optional(),
  /** By task of the old version; null cancels it. */
  tasks: z
    .record(
      slugSchema,
      z.union([slugSchema, z.null(), z.strictObject({ to: slugSchema, due: policy.optional() })]),
    )
    .optional(),
  /** By timer of the old version; null cancels it. */
  timers: z
    .record(timerId, z.union([timerId, z.null(), z.strictObject({ to: timerId, policy: policy.optional() })]))
    .optional(),
  /** Of timers and due dates that are not said above. Default: keep. */
  instants: policy.optional(),
  /** What the new version has besides, in stages where plans stay. Default: tasks open, timers are armed. */
  added: z
    .strictObject({
      tasks: z.enum(['open', 'leave']).optional(),
      timers: z.enum(['arm', 'leave']).optional(),
      /** Tasks and timers of the new version that are left out all the same. */
      except: z.array(timerId).optional(),
    })
    .optional(),
  variables: z
    .strictObject({
      rename: z.record(variable, variable).optional(),
      set: z.record(variable, jsonSchema).optional(),
    })
    .optional(),
};

const planPassageSchema = z.strictObject({
  ...passage,
  /** The plan stays in its version. */
  leave: z.boolean().optional(),
});

export const migrationMappingSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal('migration/1'),
  /** When they are given they are those that the migration is asked for. */
  cycleId: slugSchema.optional(),
  from: z.int().min(1).optional(),
  to: z.int().min(1).optional(),
  ...passage,
  /**
   * By stage of the old version: whether plans in it are between the release of an appraisal and the end of its
   * dispute, where the rule that knows such stages is wrong.
   */
  released: z.record(slugSchema, z.boolean()).optional(),
  /** Decisions for single plans, by plan id; what they do not say is as above. */
  plans: z.record(z.string().min(1).max(200), planPassageSchema).optional(),
});
export type MigrationMapping = z.infer<typeof migrationMappingSchema>;
export type PlanPassage = z.infer<typeof planPassageSchema>;

export const migrationJsonSchema = (): object => ({
  ...z.toJSONSchema(migrationMappingSchema, { io: 'input', reused: 'ref' }),
  title: 'Cyclewright migration/1',
});
