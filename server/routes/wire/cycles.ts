// Cycles and launches on the wire.
import { z } from '@hono/zod-openapi';
import { anonymities, type cycleSchema, periodSchema, slugSchema } from '../../../engine/index.ts';
import { json, jsonObject } from './common.ts';

const place = { pointer: z.string(), stage: z.string().nullable() };
/** An operation of JSON Patch on the cycle document. */
const commandWire = z.union([
  z.object({ op: z.enum(['add', 'replace']), path: z.string(), value: json }),
  z.object({ op: z.literal('remove'), path: z.string() }),
]);

export const problemWire = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    ...place,
    message: z.string(),
    related: z.array(z.object({ ...place, note: z.string() })).optional(),
    /** JSON Pointers of the stages and transitions of a way round without end, in turn. */
    lasso: z.object({ stem: z.array(z.string()), loop: z.array(z.string()) }).optional(),
    /** Values of the names for which it shows. */
    counterexample: jsonObject.optional(),
    fixes: z.array(z.object({ title: z.string(), commands: z.array(commandWire) })).optional(),
  })
  .openapi('CycleProblem');
export const problemsWire = z.object({ problems: z.array(problemWire) });
/** The cycle document itself; the OpenAPI document names it and leaves its schema to /api/v1/schemas/cycle. */
export const cycleWire = z
  .custom<z.infer<typeof cycleSchema>>((value) => typeof value === 'object' && value !== null)
  .openapi('Cycle', { type: 'object' });
export const cycleSummaryWire = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    stages: z.int(),
    savedAt: z.string().nullable(),
    latestVersion: z.int().nullable(),
    /** The draft differs from the latest version, or there is none. */
    changed: z.boolean(),
    activePlans: z.int(),
    /** Null: it is not checked yet. */ errors: z.int().nullable(),
    /** A draft file that cannot be read, and why; the file is left as it is. */
    unreadable: z.string().nullable(),
  })
  .openapi('CycleSummary');
export const cycleVersionWire = z
  .object({
    cycleId: z.string(),
    version: z.int(),
    name: z.string(),
    hash: z.string(),
    note: z.string(),
    publishedAt: z.string(),
    publishedBy: z.string(),
  })
  .openapi('CycleVersion');
export const publishedCycleWire = cycleVersionWire.extend({ cycle: cycleWire }).openapi('PublishedCycle');
export const aspects = ['behaviour', 'wording', 'layout'] as const;
export const differenceWire = z
  .object({
    kind: z.string(),
    aspect: z.enum(aspects),
    /** JSON Pointers into the two documents; null where it is not there. */
    old: z.string().nullable(),
    new: z.string().nullable(),
    stage: z.string().nullable(),
    field: z.string().nullable(),
    /** Of a key that is gone: where in the new document what had it stands. */
    holder: z.string().optional(),
    before: json,
    after: json,
    similarity: z.number().optional(),
    message: z.string(),
  })
  .openapi('Difference');
export const comparisonWire = z
  .object({
    cycleId: z.string(),
    from: z.string(),
    to: z.string(),
    /** Plans do the same in both, whatever texts and layout. */
    behavesAlike: z.boolean(),
    counts: z.object({ behaviour: z.int(), wording: z.int(), layout: z.int() }),
    differences: z.array(differenceWire),
  })
  .openapi('CycleComparison');
export const presentWire = z.strictObject({ editing: z.boolean().default(false) }).openapi('Presence');
export const presenceWire = z
  .object({
    others: z.array(z.object({ personId: z.string(), name: z.string(), editing: z.boolean() })),
  })
  .openapi('OthersPresent');
export const publishWire = z.strictObject({ note: z.string().max(1000).default('') });

const pickWire = z.strictObject({
  componentId: z.string(),
  /** branch: it and all below it. What is said of one alone counts before its branch, the nearest branch before others. */
  reach: z.enum(['one', 'branch']),
  isIn: z.boolean(),
});
const selectorWire = z.strictObject({
  kinds: z.array(z.string()).optional(),
  under: z.string().optional(),
  /** Only what is chosen by these from the tree. */
  picks: z.array(pickWire).min(1).max(10_000).optional(),
});
export const selectionQuery = z.strictObject({ selector: selectorWire });
export const selectionWire = z.object({ components: z.int() }).openapi('LaunchSelection');

export const newLaunchWire = z
  .strictObject({
    cycleId: slugSchema,
    version: z.int().min(1).optional(),
    componentIds: z.array(z.string()).min(1).max(100_000).optional(),
    /** Instead of ids: every component of these kinds, at or below `under`. */
    selector: selectorWire.optional(),
    /** Default: what the cycle's cadence covers today; a fiscal year where it has none. */
    period: periodSchema.optional(),
    variables: jsonObject.optional(),
    /** Also for components that have an active plan of the cycle; without it they are skipped. */
    again: z.boolean().optional(),
    /** How raters answer in its plans; fixed from then on. Default: anonymous. */
    anonymity: z.enum(anonymities).optional(),
  })
  .refine(
    (launch) => (launch.componentIds === undefined) !== (launch.selector === undefined),
    'Give componentIds or a selector, one of the two.',
  )
  .openapi('NewLaunch');
export const launchWire = z
  .object({
    id: z.string(),
    cycleId: z.string(),
    version: z.int(),
    period: periodSchema,
    /** Those that the launch set differently from the cycle. */
    variables: jsonObject,
    status: z.enum(['running', 'done']),
    total: z.int(),
    started: z.int(),
    failed: z.int(),
    /** Left out, for they have an active plan of the cycle. */
    skipped: z.int(),
    again: z.boolean(),
    anonymity: z.enum(anonymities),
    createdAt: z.string(),
    createdBy: z.string(),
    finishedAt: z.string().nullable(),
  })
  .openapi('Launch');
export const launchItemWire = z
  .object({
    componentId: z.string(),
    componentName: z.string(),
    state: z.enum(['waiting', 'started', 'failed', 'skipped']),
    /** The plan that was started; of one that was skipped, the plan that the component has. */
    planId: z.string().nullable(),
    problem: z.string().nullable(),
  })
  .openapi('LaunchItem');
