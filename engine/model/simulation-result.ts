// What a simulation finds out. Every figure that rests on chance comes with the interval that holds the true one
// in 95 of 100 simulations.
import { z } from 'zod';
import { outcomeSchema } from './measure.ts';

export const estimateSchema = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });
export type Estimate = z.infer<typeof estimateSchema>;

/** Of many values: the mean and the middle with their intervals, and how far they reach. */
export const spreadSchema = z.strictObject({
  count: z.int(),
  mean: estimateSchema,
  median: estimateSchema,
  p10: z.number(),
  p90: z.number(),
  max: z.number(),
});
export type Spread = z.infer<typeof spreadSchema>;

export const shareSchema = z.strictObject({ count: z.int(), share: estimateSchema });
export type Share = z.infer<typeof shareSchema>;

export const stageResultSchema = z.strictObject({
  stage: z.string(),
  /** Plans that were ever here. */
  reached: shareSchema,
  /** Stays in the stage for each plan that was here; each time it is entered is one. */
  stays: z.number(),
  /** Days of a stay; null when none came to an end. */
  days: spreadSchema.nullable(),
  /** Days in all stays of a plan, over all plans. */
  daysPerPlan: estimateSchema.nullable(),
  /** Plans that stood here when they counted as unfinished. */
  left: z.int(),
});

export const taskResultSchema = z.strictObject({
  task: z.string(),
  opened: z.int(),
  completed: z.int(),
  closed: z.int(),
  open: z.int(),
  /** Of those opened: completed, closed or left open after the due instant. */
  late: shareSchema,
  /** Asked of somebody else too, because they were late. */
  escalated: z.int(),
  /** Results that no guard let pass, so that the person had to try again. */
  refused: z.int(),
  /** Opened although the assignee means nobody there. */
  unassigned: z.int(),
});

export const busyWeekSchema = z.strictObject({
  person: z.string(),
  /** Such as 2026-W03. */
  week: z.string(),
  /** In the middle of the repeats in which the person worked in this week. */
  tasks: z.number(),
  minutes: z.number(),
  /** Repeats in which the week was above the limit. */
  overloaded: shareSchema,
});

export const loadGridSchema = z.strictObject({
  /** One after another, such as 2026-W03; the first 104 of those in which a manager works. */
  weeks: z.array(z.string()),
  /** The 40 managers with the fullest weeks; one number for each week, in the mean of all repeats. */
  people: z.array(
    z.strictObject({
      person: z.string(),
      tasks: z.array(z.number()),
      minutes: z.array(z.number()),
      /** Share of the repeats in which the week was above the limit. */
      overloaded: z.array(z.number()),
    }),
  ),
  /** All that would be there without the 40 and the 104. */
  peopleCount: z.int(),
  weekCount: z.int(),
});
export type LoadGrid = z.infer<typeof loadGridSchema>;

export const loadResultSchema = z.strictObject({
  /** Minutes that a week can take. */
  limit: z.number(),
  /** People who answer for somebody else's component. */
  managers: z.int(),
  /** Over the weeks of managers in which they worked at all. */
  tasksPerWeek: spreadSchema.nullable(),
  minutesPerWeek: spreadSchema.nullable(),
  /** Such weeks above the limit. */
  overloaded: shareSchema,
  /** The weeks of any person that are most often above the limit, the worst first; at most 50. */
  flagged: z.array(busyWeekSchema),
  /** All that would be there without the 50. */
  flaggedCount: z.int(),
  /** Managers by weeks. */
  grid: loadGridSchema,
});

export const simulationResultSchema = z.strictObject({
  cycleId: z.string(),
  seed: z.int(),
  components: z.int(),
  repeats: z.int(),
  plans: z.int(),
  ended: z.int(),
  unfinished: z.int(),
  /** Plans whose cycle failed in a step; they go no further. */
  failed: z.int(),
  /** The first such failure, in the engine's words. */
  failure: z.string().nullable(),
  steps: z.int(),
  /** Days from the start of a plan to its end. */
  days: spreadSchema.nullable(),
  rounds: spreadSchema.nullable(),
  roundShares: z.array(z.strictObject({ round: z.int(), ...shareSchema.shape })),
  stages: z.array(stageResultSchema),
  /** Of the plans that ended: the outcome of their last appraisal; null was not scored. */
  outcomes: z.array(z.strictObject({ outcome: outcomeSchema.nullable(), ...shareSchema.shape })),
  endings: z.array(z.strictObject({ ending: z.string().nullable(), ...shareSchema.shape })),
  /** Plans with a task that was late. */
  breached: shareSchema,
  tasks: z.array(taskResultSchema),
  load: loadResultSchema,
  /** What the plans would have asked for, counted and never done. */
  effects: z.record(z.string(), z.int()),
});
export type SimulationResult = z.infer<typeof simulationResultSchema>;
