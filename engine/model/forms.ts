// The built-in forms: what a person fills in to complete a task. One schema per form serves the
// screen, the API and the command line.
import { z } from 'zod';
import { type BuiltInForm, builtInForms } from './cycle.ts';
import { alignmentsSchema, dimensions } from './goal.ts';
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

/** What a goal that is not there yet needs. */
export const newGoalEntrySchema = z.strictObject({
  title,
  dimension: z.enum(dimensions),
  priority: z.number().min(0),
  critical: z.boolean().optional(),
  alignments: alignmentsSchema.optional(),
});
export const newMeasureEntrySchema = z.strictObject({
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
  effectiveFrom: measureSchema.shape.effectiveFrom,
  effectiveTo: measureSchema.shape.effectiveTo,
});

/** What is known already: only what changes is given, with the version that it was read at. */
const known = {
  /** Absent: a new one. */
  id: recordIdSchema.optional(),
  /** Another by now, and the change is refused. */
  version: z.int().min(1).optional(),
};

/** An entry without an id has everything that a new one needs; what is missing is said as the new one's schema says it. */
const wholeWhenNew =
  (whole: z.ZodType) =>
  ({ value, issues }: z.core.ParsePayload<{ id?: string | undefined; version?: number | undefined }>) => {
    const { id, version: _, ...entry } = value;
    if (id !== undefined) return;
    for (const { message: __, ...issue } of whole.safeParse(entry).error?.issues ?? [])
      issues.push({ ...issue, input: entry } as z.core.$ZodRawIssue);
  };

const goalEntry = newGoalEntrySchema.partial().extend(known).check(wholeWhenNew(newGoalEntrySchema));
const measureEntry = newMeasureEntrySchema.partial().extend(known).check(wholeWhenNew(newMeasureEntrySchema));

export const formSchemas = {
  'plan-agreement': z.strictObject({ decision: z.enum(['agreed', 'returned']), comment: comment.optional() }),
  goals: z.strictObject({ goals: z.array(goalEntry).max(50), comment: comment.optional() }),
  measures: z.strictObject({ measures: z.array(measureEntry).max(200), comment: comment.optional() }),
  standards: z.strictObject({
    standards: z
      .array(
        z.strictObject({
          measureId: recordIdSchema,
          version: known.version,
          standards: standardsSchema.nullable(),
        }),
      )
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
