// Goals of a component and how they serve the goals of the whole.
import { z } from 'zod';
import { recordIdSchema } from './ids.ts';
import { criticalCapSchema } from './measure.ts';
import { localDateSchema } from './time.ts';

export const dimensions = ['quantity', 'quality', 'cost', 'timeliness'] as const;

export const alignmentSchema = z.strictObject({
  parentGoalId: recordIdSchema,
  /** `contributes` counts in the parent's score by its share; `aligned` only shows the link. */
  mode: z.enum(['contributes', 'aligned']),
  share: z.number().min(0),
  /** How much the goal contributes to its parent, judged by the sponsor: 0 none … 3 strongly. */
  contribution: z.int().min(0).max(3).nullable(),
});

/** A second link to the same goal would count what is given to it twice; the place is that of the repeated one. */
export function servesOnce({ value, issues }: z.core.ParsePayload<{ parentGoalId: string }[]>): void {
  const ids = value.map(({ parentGoalId }) => parentGoalId);
  for (const [index, parentGoalId] of ids.entries())
    if (ids.indexOf(parentGoalId) < index)
      issues.push({
        code: 'custom',
        path: [index, 'parentGoalId'],
        message: `The goal serves ${parentGoalId} already. Give that one link the whole share.`,
        input: parentGoalId,
      });
}
export const alignmentsSchema = z.array(alignmentSchema).check(servesOnce);

export const goalSchema = z.strictObject({
  id: recordIdSchema,
  componentId: recordIdSchema,
  version: z.int().min(1),
  title: z.string().trim().min(1).max(500),
  dimension: z.enum(dimensions).nullable(),
  /** Weight among the component's goals; 0 is monitored and never scored. */
  priority: z.number().min(0),
  critical: z.boolean(),
  scoreMode: z.enum(['own', 'children', 'mixed']),
  /** With `mixed`: the share of the goal's own measures, 0..1. */
  ownShare: z.number().min(0).max(1),
  aggregator: z.enum(['weightedMean', 'min']),
  /** Below this coverage the outcome is withheld: insufficient_data. */
  minCoverage: z.number().min(0).max(1),
  /** The best outcome that it may have while a critical part of it is below. Absent: below. */
  criticalCap: criticalCapSchema.optional(),
  alignments: alignmentsSchema,
  /** Its first day, and the day it is to be reached. Absent or null: the period's. */
  start: localDateSchema.nullable().optional(),
  due: localDateSchema.nullable().optional(),
  /** Meant to last longer than one period. */
  multiCycle: z.boolean().optional(),
  /** What is to be learned, shown by milestones. */
  learning: z.boolean().optional(),
  /** Meant to be out of reach for most. */
  stretch: z.boolean().optional(),
  /** Its outcome moves pay. */
  paid: z.boolean().optional(),
  /** A goal leaves the plan when it is stopped or waived; what was met counts. */
  status: z.enum(['open', 'met', 'stopped', 'waived']),
});
export type Goal = z.infer<typeof goalSchema>;

export const isInPlan = (status: Goal['status']): boolean => status !== 'waived' && status !== 'stopped';

/** What it weighs among the goals of its component: nothing once it was waived or stopped. */
export const planPriority = ({ status, priority }: Pick<Goal, 'status' | 'priority'>): number =>
  isInPlan(status) ? priority : 0;

/** What a goal is as long as nobody says otherwise. */
export const goalDefaults: Omit<Goal, 'id' | 'componentId' | 'title'> = {
  version: 1,
  dimension: null,
  priority: 1,
  critical: false,
  scoreMode: 'own',
  ownShare: 1,
  aggregator: 'weightedMean',
  minCoverage: 0.7,
  alignments: [],
  status: 'open',
};
