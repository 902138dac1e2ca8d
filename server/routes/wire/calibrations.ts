// The calibration of a launch on the wire.
import { z } from '@hono/zod-openapi';
import { outcomeSchema, periodSchema, ratingRules } from '../../../engine/index.ts';

const ref = z.object({ id: z.string(), name: z.string() });
const outcome = outcomeSchema.nullable();

const lineWire = z
  .object({
    planId: z.string(),
    componentId: z.string(),
    componentName: z.string(),
    owner: ref.nullable(),
    /** The component above: those below it are compared with each other. */
    group: ref.nullable(),
    /** Who rated; before that who has it to do. */
    rater: ref.nullable(),
    self: outcome,
    /** What the figures say. */
    scored: outcome,
    score: z.number().nullable(),
    rated: outcome,
    /** As it stands after the session so far. */
    now: outcome,
    methods: outcome,
    methodsNow: outcome,
    summary: z.string(),
    /** Why the rating departs from the figures. */
    reason: z.string().nullable(),
    /** How much was observed and said in the period. */
    evidence: z.int(),
    overdue: z.boolean(),
    /** Oldest first; an outcome that was kept stays the same. */
    changes: z.array(
      z.object({
        at: z.string(),
        by: ref,
        /** Of the results. */
        from: outcome,
        to: outcome,
        methodsFrom: outcome,
        methodsTo: outcome,
        reason: z.string(),
      }),
    ),
    /** Whether whom it is about may read it; waiting: with what is in the way. */
    release: z.discriminatedUnion('state', [
      z.object({ state: z.literal('unrated') }),
      z.object({ state: z.literal('released') }),
      z.object({ state: z.literal('ready') }),
      z.object({ state: z.literal('waiting'), why: z.string() }),
    ]),
    /** The open task of the calibration, and whether the reader may complete it. */
    task: z.object({ id: z.string(), mayDecide: z.boolean(), dueAt: z.string().nullable() }).nullable(),
  })
  .openapi('CalibrationLine');

const about = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rater'), raterId: z.string() }),
  z.object({ kind: z.literal('group'), group: z.string() }),
  z.object({ kind: z.literal('plans'), planIds: z.array(z.string()) }),
  z.object({ kind: z.literal('attribute'), attribute: z.string(), value: z.string() }),
  z.object({ kind: z.literal('round') }),
]);

export const calibrationWire = z
  .object({
    launchId: z.string(),
    cycleId: z.string(),
    version: z.int(),
    period: periodSchema,
    /** Of all that the reader may see, with how many appraisals each has. */
    groups: z.array(ref.extend({ count: z.int() })),
    /** There are too many to compare: a group must be chosen. */
    tooMany: z.boolean(),
    lines: z.array(lineWire),
    findings: z.array(
      z.object({
        rule: z.enum(ratingRules),
        about,
        figure: z.number().nullable(),
        message: z.string(),
        hrOnly: z.boolean(),
      }),
    ),
  })
  .openapi('Calibration');
