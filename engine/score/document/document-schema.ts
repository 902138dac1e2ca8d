// The document that `score` takes: everything a score is made of, in one file. Only what has no sensible default
// must be said, and null says the same as nothing; unknown keys are refused, since a mistyped one would be a default.
import { z } from 'zod';
import { calendarSchema } from '../../model/calendar.ts';
import { componentKindSchema } from '../../model/component.ts';
import { alignmentSchema, goalSchema, servesOnce } from '../../model/goal.ts';
import { criticalCapSchema, measureSchema, observationSchema } from '../../model/measure.ts';
import { localDateSchema } from '../../model/time.ts';
import {
  dayCount,
  finite,
  id,
  instant,
  optional,
  policy,
  rates,
  share,
  standards,
  text,
  waived,
  weight,
} from './fields.ts';
import { itemRow, matrixRows, raterGroupRow, ratingRow } from './rating-rows.ts';

const windowRow = z.strictObject({
  start: optional(localDateSchema),
  end: optional(localDateSchema),
  from: optional(localDateSchema),
  to: optional(localDateSchema),
  zone: optional(text),
});

const componentRow = z.strictObject({
  id,
  kind: optional(componentKindSchema),
  name: optional(text),
  title: optional(text),
  description: optional(text),
  parentIds: optional(z.array(id)),
  parentId: optional(id),
  ownerId: optional(id),
  managerId: optional(id),
  activeFrom: optional(localDateSchema),
  activeTo: optional(localDateSchema),
  absences: optional(
    z.array(
      z.strictObject({
        start: optional(localDateSchema),
        end: optional(localDateSchema),
        from: optional(localDateSchema),
        to: optional(localDateSchema),
        approved: optional(z.boolean()),
        reason: optional(text),
      }),
    ),
  ),
  dayCount: optional(dayCount),
  minFraction: optional(share),
  zone: optional(text),
  calendar: optional(calendarSchema.partial()),
  weight: optional(weight),
  minCoverage: optional(share),
  criticalCap: optional(criticalCapSchema),
});

const goalRow = z.strictObject({
  id,
  componentId: id,
  ownerId: optional(id),
  version: optional(z.int().min(0)),
  title: optional(text),
  name: optional(text),
  description: optional(text),
  dimension: goalSchema.shape.dimension.optional(),
  priority: optional(weight),
  critical: optional(z.boolean()),
  criticalCap: optional(criticalCapSchema),
  scoreMode: optional(goalSchema.shape.scoreMode),
  ownShare: optional(share),
  aggregator: optional(goalSchema.shape.aggregator),
  minCoverage: optional(share),
  alignments: optional(
    z
      .array(
        z.strictObject({
          parentGoalId: id,
          mode: optional(alignmentSchema.shape.mode),
          share: optional(weight),
          contribution: optional(z.int().min(0).max(3)),
        }),
      )
      .check(servesOnce),
  ),
  status: optional(goalSchema.shape.status),
  waived: optional(waived),
  effectiveFrom: optional(localDateSchema),
  effectiveTo: optional(localDateSchema),
});

const milestoneRow = z.strictObject({
  id: optional(id),
  title: optional(text),
  due: localDateSchema,
  weight: optional(weight),
  curve: standards,
  standards,
  doneOn: optional(localDateSchema),
});

const measureRow = z.strictObject({
  id,
  goalId: id,
  version: optional(z.int().min(0)),
  title: optional(text),
  name: optional(text),
  description: optional(text),
  kind: optional(measureSchema.shape.kind),
  direction: optional(measureSchema.shape.direction),
  timeAggregation: optional(measureSchema.shape.timeAggregation),
  curve: standards,
  standards,
  mode: optional(z.enum(['linear', 'step'])),
  milestones: optional(z.array(milestoneRow)),
  weight: optional(weight),
  critical: optional(z.boolean()),
  missingPolicy: optional(measureSchema.shape.missingPolicy),
  /** In days, or like P90D. */
  carryMaxAge: optional(
    z.union([
      z.int().min(0),
      z.string().regex(/^P\d{1,5}[DW]$/, 'Give the greatest age in days, or like P90D.'),
    ]),
  ),
  status: optional(goalSchema.shape.status),
  unit: optional(text),
  per: optional(finite.positive()),
  valueFrom: optional(z.array(id)),
  waived: optional(waived),
  dueFrom: optional(localDateSchema),
  source: optional(text),
  frequency: optional(text),
  effectiveFrom: optional(localDateSchema),
  effectiveTo: optional(localDateSchema),
});

const observationRow = z.strictObject({
  id: optional(id),
  measureId: id,
  componentId: optional(id),
  periodStart: optional(localDateSchema),
  periodEnd: optional(localDateSchema),
  /** What it may be depends on the measure: see check-observations.ts. */
  value: z.unknown().optional(),
  numerator: optional(finite),
  denominator: optional(finite),
  n: optional(weight),
  currency: optional(z.string().regex(/^[A-Z]{3}$/, 'Use a currency code such as EUR.')),
  status: optional(observationSchema.shape.status),
  supersedes: optional(id),
  source: optional(text),
  enteredBy: optional(text),
  at: optional(instant),
  note: optional(text),
});

const planVersionRow = z.strictObject({
  id: optional(id),
  version: optional(z.int().min(0)),
  from: localDateSchema,
  to: optional(localDateSchema),
  policy: optional(policy),
  acknowledged: optional(z.boolean()),
  acknowledgedBy: optional(text),
  acknowledgedAt: optional(instant),
  authorisedBy: optional(text),
  reason: optional(text),
  at: optional(instant),
  rates: optional(rates),
  /** Shorter than a row for each: weights of measures and priorities of goals by their ids. */
  weights: optional(z.record(z.string(), weight)),
  components: optional(z.array(componentRow.partial().required({ id: true }))),
  goals: optional(z.array(goalRow.partial().required({ id: true }))),
  measures: optional(z.array(measureRow.partial().required({ id: true }))),
});

const waiver = z.union([id, z.strictObject({ id, reason: optional(text), by: optional(text) })]);

export const scoreDocumentSchema = z.strictObject({
  schema: optional(z.literal('score/1')),
  title: optional(text),
  description: optional(text),
  window: windowRow,
  /** The day from which it is looked at. Default: the last day of the window. */
  today: optional(instant),
  zone: optional(text),
  calendar: optional(calendarSchema.partial()),
  dayCount: optional(dayCount),
  minFraction: optional(share),
  policy: optional(policy),
  criticalCap: optional(criticalCapSchema),
  weightMode: optional(z.enum(['relative', 'percent'])),
  rates: optional(rates),
  waivers: optional(z.array(waiver)),
  components: optional(z.array(componentRow)),
  goals: optional(z.array(goalRow)),
  measures: optional(z.array(measureRow)),
  observations: optional(z.array(observationRow)),
  raterGroups: optional(z.array(raterGroupRow)),
  ratings: optional(z.array(ratingRow)),
  items: optional(z.array(itemRow)),
  matrix: optional(matrixRows),
  /** q of the blend q·R + (1 − q)·B, for sorting. */
  blend: optional(share),
  planVersions: optional(z.array(planVersionRow)),
});

export type ScoreDocument = z.infer<typeof scoreDocumentSchema>;
export type ComponentRow = z.infer<typeof componentRow>;
export type GoalRow = z.infer<typeof goalRow>;
export type MeasureRow = z.infer<typeof measureRow>;
export type MilestoneRow = z.infer<typeof milestoneRow>;
export type ObservationRow = z.infer<typeof observationRow>;
export type PlanVersionRow = z.infer<typeof planVersionRow>;
