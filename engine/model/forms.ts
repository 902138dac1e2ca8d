// The built-in forms: what a person fills in to complete a task. One schema per form serves the
// screen, the API and the command line.
import { z } from 'zod';
import { type BuiltInForm, builtInForms } from './cycle.ts';
import { alignmentSchema, dimensions } from './goal.ts';
import { recordIdSchema } from './ids.ts';
import {
  directionSchema,
  measureSchema,
  missingPolicySchema,
  observationSchema,
  outcomeSchema,
  standardsSchema,
  timeAggregationSchema,
} from './measure.ts';
import { localDateSchema } from './time.ts';

const comment = z.string().max(10_000);
const title = z.string().trim().min(1).max(500);

/** What was observed or said of the plan's component in its period, by id. */
const evidenceIds = z.array(recordIdSchema).max(30).optional();

const goalEntry = z.strictObject({
  /** Absent: a new goal. */
  id: recordIdSchema.optional(),
  title,
  dimension: z.enum(dimensions),
  priority: z.number().min(0),
  critical: z.boolean().optional(),
  alignments: z.array(alignmentSchema).optional(),
});
const measureEntry = z.strictObject({
  id: recordIdSchema.optional(),
  goalId: recordIdSchema,
  title,
  unit: z.string().max(60),
  direction: directionSchema,
  timeAggregation: timeAggregationSchema,
  weight: z.number().min(0),
  critical: z.boolean().optional(),
  missingPolicy: missingPolicySchema.optional(),
  source: z.string().trim().min(1).max(300),
  /** Absent: a number, or as it is. */
  kind: measureSchema.shape.kind.optional(),
  per: measureSchema.shape.per,
  milestones: measureSchema.shape.milestones,
  cadence: measureSchema.shape.cadence,
});

export const formSchemas = {
  'plan-agreement': z.strictObject({ decision: z.enum(['agreed', 'returned']), comment: comment.optional() }),
  goals: z.strictObject({ goals: z.array(goalEntry).max(50), comment: comment.optional() }),
  measures: z.strictObject({ measures: z.array(measureEntry).max(200), comment: comment.optional() }),
  standards: z.strictObject({
    standards: z
      .array(z.strictObject({ measureId: recordIdSchema, standards: standardsSchema.nullable() }))
      .max(200),
    comment: comment.optional(),
  }),
  observation: z.strictObject({
    observations: z
      .array(
        z.strictObject({
          measureId: recordIdSchema,
          periodStart: localDateSchema,
          periodEnd: localDateSchema,
          value: observationSchema.shape.value.optional(),
          numerator: z.number().optional(),
          denominator: z.number().optional(),
          n: z.number().min(0).optional(),
          supersedes: recordIdSchema.optional(),
        }),
      )
      .max(200),
    comment: comment.optional(),
  }),
  feedback: z.strictObject({
    text: comment.min(1),
    to: recordIdSchema.optional(),
    /** How a rater sees the way of working. */
    methods: outcomeSchema.optional(),
  }),
  'self-appraisal': z
    .strictObject({
      results: outcomeSchema,
      methods: outcomeSchema,
      goals: z
        .array(
          z.strictObject({
            goalId: recordIdSchema,
            /** How it went. */
            text: comment.min(1),
            /** What helped or hindered. */
            factors: comment.optional(),
            evidenceIds,
          }),
        )
        .max(50)
        .optional(),
      /** As a whole: all there is where there are no goals, and in what was given before goals were asked about. */
      evidence: comment.optional(),
      evidenceIds,
    })
    .refine(({ goals = [], evidence = '' }) => goals.length > 0 || evidence.trim() !== '', {
      path: ['evidence'],
      message: 'Say how it went: goal by goal, or as a whole.',
    }),
  appraisal: z.strictObject({
    goals: z
      .array(
        z.strictObject({
          goalId: recordIdSchema,
          results: outcomeSchema.nullable(),
          methods: outcomeSchema,
          evidence: comment.min(1),
          evidenceIds,
        }),
      )
      .max(50),
    /** As a whole; cycles of before did not ask for it. */
    results: outcomeSchema.optional(),
    methods: outcomeSchema,
    /** Why the results are seen otherwise than the figures say. */
    reason: comment.optional(),
    summary: comment.min(1),
    evidenceIds,
  }),
  calibration: z.strictObject({
    decision: z.enum(['kept', 'changed']),
    /** Of the results, and of the methods: the two axes are looked at each by itself. */
    outcome: outcomeSchema.optional(),
    methods: outcomeSchema.optional(),
    reason: comment.min(1),
  }),
  acknowledgement: z
    .strictObject({ decision: z.enum(['signed', 'refused']), comment: comment.optional() })
    .refine((form) => form.decision === 'signed' || (form.comment ?? '').trim() !== '', {
      path: ['comment'],
      message: 'Say why, so that the other side can answer.',
    }),
  reward: z.strictObject({
    decision: z.enum(['approved', 'declined']),
    title: title.optional(),
    /** What it costs of the budget. */
    amount: z.number().min(0).max(1e12).optional(),
    comment: comment.optional(),
  }),
  intervention: z.strictObject({
    cause: z.enum(['measure', 'standard', 'method', 'resources', 'capability']),
    analysis: comment.min(1),
    support: comment.optional(),
  }),
  /** Who is asked how somebody works, by what they are to them. */
  nomination: z.strictObject({
    peers: z.array(recordIdSchema).max(30),
    reports: z.array(recordIdSchema).max(30),
    comment: comment.optional(),
  }),
} satisfies Record<BuiltInForm, z.ZodType>;

export type FormResult<Form extends BuiltInForm> = z.infer<(typeof formSchemas)[Form]>;

export const isBuiltInForm = (form: unknown): form is BuiltInForm =>
  builtInForms.some((name) => name === form);
