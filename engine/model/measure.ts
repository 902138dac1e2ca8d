// Measures, their standards and the observations recorded against them.
import { z } from 'zod';
import { recordIdSchema } from './ids.ts';
import { instantSchema, localDateSchema } from './time.ts';

export const outcomes = ['below', 'meets', 'exceeds'] as const;
export const outcomeSchema = z.enum(outcomes);
/** The standard outcomes, half-open over the score: below [0,100), meets [100,120), exceeds [120,∞). */
export type Outcome = z.infer<typeof outcomeSchema>;

const finite = z.number();

/**
 * Standards in the measure's own unit. They become anchors (x, score) of a curve:
 * unacceptable → 0, meets → 100, exceeds → 120. Only `meets` is a step: 100 at or beyond it, else 0.
 * `range` is for measures that are best in between; `anchors` says the curve itself;
 * `levels` scores a rubric or a boolean by its level.
 */
export const standardsSchema = z.union([
  z.strictObject({
    kind: z.literal('points'),
    unacceptable: finite.optional(),
    meets: finite,
    exceeds: finite.optional(),
  }),
  z.strictObject({
    kind: z.literal('range'),
    low: finite,
    okLow: finite,
    okHigh: finite,
    high: finite,
    ideal: z.tuple([finite, finite]).optional(),
  }),
  z.strictObject({
    kind: z.literal('anchors'),
    anchors: z.array(z.strictObject({ x: finite, score: finite })).min(1),
    mode: z.enum(['linear', 'step']).default('linear'),
  }),
  z.strictObject({ kind: z.literal('levels'), levels: z.record(z.string(), finite.min(0)) }),
]);
export type Standards = z.infer<typeof standardsSchema>;

export const directionSchema = z.enum(['increase', 'decrease', 'range', 'rubric', 'milestone']);
export const timeAggregationSchema = z.enum(['sum', 'mean', 'weightedMean', 'last', 'min', 'max', 'ratio']);
export const missingPolicySchema = z.enum(['exclude', 'zero', 'carry', 'block']);

export const criticalCapSchema = z.enum(['below', 'meets']);
export type CriticalCap = z.infer<typeof criticalCapSchema>;

export const milestoneSchema = z.strictObject({
  id: recordIdSchema,
  title: z.string().min(1).max(300),
  due: localDateSchema,
  weight: finite.min(0),
  /** Standards over the days late. Absent: those of the measure. */
  standards: standardsSchema.optional(),
});

/** A span of whole days or more, such as P1M. */
export const cadenceSchema = z
  .string()
  .regex(
    /^P(?=\d)(?:\d{1,3}Y)?(?:\d{1,3}M)?(?:\d{1,3}W)?(?:\d{1,4}D)?$/,
    'Write how often as a span such as P1M.',
  );

export const measureSchema = z.strictObject({
  id: recordIdSchema,
  goalId: recordIdSchema,
  /** +1 for every change of what is scored; earlier versions are kept in the history. */
  version: z.int().min(1),
  title: z.string().trim().min(1).max(500),
  kind: z.enum([
    'number',
    'currency',
    'percent',
    'duration',
    'date',
    'boolean',
    'milestones',
    'rubric',
    'narrative',
  ]),
  unit: z.string().max(60),
  direction: directionSchema,
  timeAggregation: timeAggregationSchema,
  /** Null: no standard was set, so the measure is not scored. */
  standards: standardsSchema.nullable(),
  milestones: z.array(milestoneSchema).optional(),
  weight: finite.min(0),
  critical: z.boolean(),
  missingPolicy: missingPolicySchema,
  /** Greatest age in days of a score that `carry` may use. */
  carryMaxAge: z.int().min(0).optional(),
  waived: z.boolean(),
  /** The day the first observation is expected; before it a lack of one is `notDue`, not `missing`. */
  dueFrom: localDateSchema.nullable(),
  /** With `ratio`: for how many of the denominator the value counts, such as 1000. Absent: 100 for per cent, else 1 (per.ts). */
  per: finite.positive().optional(),
  /** Measures of parts whose observations count here as well: values add up where scores do not. */
  valueFrom: z.array(recordIdSchema).optional(),
  /** First day in force. Absent or null: from the start. */
  effectiveFrom: localDateSchema.nullable().optional(),
  /** Last day in force. Absent or null: to the end. */
  effectiveTo: localDateSchema.nullable().optional(),
  /** How often it is observed; a span such as P1M. Absent or null: as its observations show. */
  cadence: cadenceSchema.nullable().optional(),
  /** Why nothing but perfection meets the standard, such as a law or safety. */
  absolute: z.string().trim().max(500).nullable().optional(),
  source: z.string().max(300),
});
export type Measure = z.infer<typeof measureSchema>;

export const observationSchema = z.strictObject({
  id: recordIdSchema,
  measureId: recordIdSchema,
  componentId: recordIdSchema,
  periodStart: localDateSchema,
  periodEnd: localDateSchema,
  /** The value in the measure's unit; for `ratio` give numerator and denominator instead. Rubric: the level. */
  value: z.union([finite, z.string(), z.boolean()]).nullable(),
  numerator: finite.nullable(),
  denominator: finite.nullable(),
  /** How many cases stand behind the value, for weightedMean. */
  n: finite.min(0).nullable(),
  /** ISO 4217 code of an amount in another currency than the measure's unit. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Use a currency code such as EUR.')
    .optional(),
  status: z.enum(['provisional', 'verified', 'void']),
  /** The observation that this one corrects. */
  supersedes: recordIdSchema.nullable(),
  source: z.string().max(300),
  enteredBy: z.string().max(200),
  at: instantSchema,
  /** Who looked at it and found it right, other than who entered it. */
  verifiedBy: z.string().max(200).optional(),
  verifiedAt: instantSchema.optional(),
});
export type Observation = z.infer<typeof observationSchema>;
