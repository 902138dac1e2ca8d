// The cycle document, schema cycle/1: what a designer draws, what is validated at every door,
// and what is compiled to a statechart. Stage ids and task keys are unique in the whole document.
import { z } from 'zod';
import {
  actionSchema,
  assigneeSchema,
  data,
  eventDescriptorSchema,
  feel,
  span,
  text,
  timerId,
} from './action.ts';
import { componentKindSchema } from './component.ts';
import { decisionsSchema, decisionTypesSchema } from './decision.ts';
import { slugSchema } from './ids.ts';
import { jsonSchema } from './json.ts';
import { outcomeSchema } from './measure.ts';
import { raterGroupSchema } from './rating.ts';
import { scenarioSchema } from './scenario.ts';
import { periodCadenceSchema } from './time.ts';

export const builtInForms = [
  'plan-agreement',
  'goals',
  'measures',
  'standards',
  'observation',
  'feedback',
  'self-appraisal',
  'appraisal',
  'calibration',
  'acknowledgement',
  'reward',
  'intervention',
  'nomination',
] as const;
export type BuiltInForm = (typeof builtInForms)[number];

/** What a task is for. A built-in form says it by its name; a form of one's own may say it with `purpose`. */
export const purposes = [...builtInForms, 'release', 'dispute', 'appeal'] as const;
export type Purpose = (typeof purposes)[number];

export const stageKinds = ['plan', 'observe', 'measure', 'appraise', 'reward', 'intervene'] as const;
export type StageKind = (typeof stageKinds)[number];

export const transitionSchema = z.strictObject({
  /** The stage entered; without it the transition only acts. */
  to: slugSchema.optional(),
  /** Entered too: stages in other parts of a parallel stage around `to`. */
  also: z.array(slugSchema).min(1).optional(),
  guard: feel.optional(),
  do: z.array(actionSchema).optional(),
  /** With a target inside its own stage: does not leave and enter the stage again. */
  internal: z.boolean().optional(),
  description: text.optional(),
});
export type Transition = z.infer<typeof transitionSchema>;

export const delayedTransitionSchema = transitionSchema.extend({
  /** Names the timer for `reschedule` and the history. Default: <stage>.<index>. */
  id: timerId.optional(),
  delay: span,
});
export type DelayedTransition = z.infer<typeof delayedTransitionSchema>;

export const escalationSchema = z.strictObject({ after: span, to: assigneeSchema });

/** Whose view a task collects, and what keeps each of them unknown. */
export const ratersSchema = z.strictObject({
  group: raterGroupSchema,
  /** Answers are shown from this many on; below it the group is left out of every figure. */
  threshold: z.int().min(1).max(100).optional(),
  /** How many are expected to answer. */
  expected: z.int().min(1).max(1000).optional(),
  /** Their names stand beside the answers, and they know it: no threshold is needed. */
  named: z.boolean().optional(),
});

const share = z.number().min(0).max(1);
export const sharesSchema = z.strictObject({
  below: share.optional(),
  meets: share.optional(),
  exceeds: share.optional(),
});
/** Shares of the outcomes to hold a calibration against; `forced` makes them a quota. */
export const distributionSchema = z.strictObject({ shares: sharesSchema, forced: z.boolean() });

export const taskSchema = z.strictObject({
  title: text.min(1),
  description: text.optional(),
  assignee: assigneeSchema,
  form: z.union([z.enum(builtInForms), z.record(z.string(), jsonSchema)]),
  purpose: z.enum(purposes).optional(),
  raters: ratersSchema.optional(),
  distribution: distributionSchema.optional(),
  /** What is given stays unseen by others until the stage around it is left. */
  sealed: z.boolean().optional(),
  /** What is given is read by those who had a task of the plan by then, and by nobody above them. */
  private: z.boolean().optional(),
  /** What somebody has typed and not handed in is shown to who takes the task over. */
  passDrafts: z.boolean().optional(),
  /** How long it takes one person, to foresee a manager's load. */
  minutes: z.int().min(1).max(10_000).optional(),
  due: span.optional(),
  /** Spans from the due instant; negative is before it. */
  remind: z.array(span).max(10).optional(),
  /** After the due instant the task is also given to `to`. */
  escalate: z.array(escalationSchema).max(5).optional(),
  /** How many of several assignees must complete it. Default: all; of those who have a role, any. */
  complete: z.union([z.enum(['all', 'any']), z.int().min(1)]).optional(),
});
export type CycleTask = z.infer<typeof taskSchema>;

const common = {
  name: z.string().trim().min(1).max(120).optional(),
  description: text.optional(),
  kind: z.enum(stageKinds).optional(),
  /** From here on the one who is appraised may read the ratings of the round. */
  released: z.boolean().optional(),
  entry: z.array(actionSchema).optional(),
  exit: z.array(actionSchema).optional(),
};
const waiting = {
  ...common,
  tasks: z.record(slugSchema, taskSchema).optional(),
  /** The most exact type comes first; what its guards refuse goes to the wider ones. */
  on: z.record(eventDescriptorSchema, z.array(transitionSchema).min(1)).optional(),
  after: z.array(delayedTransitionSchema).optional(),
  always: z.array(transitionSchema).optional(),
};

export const atomicStageSchema = z.strictObject({ type: z.literal('atomic').optional(), ...waiting });
export const finalStageSchema = z.strictObject({
  type: z.literal('final'),
  ...common,
  /** How the plan ended, such as met or stopped; shown with the outcome's shape when it is a standard outcome. */
  outcome: z.union([outcomeSchema, slugSchema]).optional(),
  /** What the event that tells of the container's end carries. */
  data: data.optional(),
});
export const historyStageSchema = z.strictObject({
  type: z.literal('history'),
  name: common.name,
  description: common.description,
  history: z.enum(['shallow', 'deep']).optional(),
  /** Where to go when there is no history yet. Default: the container's initial stage. */
  to: slugSchema.optional(),
  /** Entered too: stages in other parts of a parallel stage around `to`. */
  also: z.array(slugSchema).min(1).optional(),
  /** What is done on that way, after the container's entry actions. */
  do: z.array(actionSchema).optional(),
});
/** The way into a container that is entered as a whole, when `initial` alone does not say it. */
export const beginSchema = z.strictObject({
  /** Deeper inside `initial`, in several parts of a parallel stage there, or a history stage of the container. */
  at: z.array(slugSchema).min(1).optional(),
  /** After the container's entry actions, before those of the stages inside. */
  do: z.array(actionSchema).optional(),
});
export type Begin = z.infer<typeof beginSchema>;
const containerKeys = { ...waiting, onDone: z.array(transitionSchema).optional() };
export const compoundBase = z.strictObject({
  type: z.literal('compound').optional(),
  ...containerKeys,
  initial: slugSchema,
  begin: beginSchema.optional(),
});
export const parallelBase = z.strictObject({ type: z.literal('parallel'), ...containerKeys });

export type AtomicStage = z.infer<typeof atomicStageSchema>;
export type FinalStage = z.infer<typeof finalStageSchema>;
export type HistoryStage = z.infer<typeof historyStageSchema>;
export type CompoundStage = z.infer<typeof compoundBase> & { stages: Stages };
export type ParallelStage = z.infer<typeof parallelBase> & { stages: Stages };
export type Stage = AtomicStage | FinalStage | HistoryStage | CompoundStage | ParallelStage;
export type Stages = { [stageId: string]: Stage };

const stagesSchema: z.ZodType<Stages> = z.lazy(() => z.record(slugSchema, stageSchema));
export const stageSchema: z.ZodType<Stage> = z.lazy(() =>
  z.union([
    parallelBase.extend({ stages: stagesSchema }),
    finalStageSchema,
    historyStageSchema,
    compoundBase.extend({ stages: stagesSchema }),
    atomicStageSchema,
  ]),
);

/** A step of the rating scale: what is seen where it fits, and one example. */
export const levelSchema = z.strictObject({
  level: z.union([outcomeSchema, slugSchema]),
  name: text.min(1).optional(),
  anchor: text.min(1),
  example: text.min(1).optional(),
});

/** How long after the plan has ended; a duration such as P90D. */
const kept = z.string().trim().min(1).max(100);
export const retentionSchema = z.strictObject({
  drafts: kept.optional(),
  /** The raw answers of rater groups. */
  answers: kept.optional(),
  /** The notes of calibrations. */
  notes: kept.optional(),
});

export const placeSchema = z.strictObject({
  x: z.number(),
  y: z.number(),
  collapsed: z.boolean().optional(),
});
export type Place = z.infer<typeof placeSchema>;

export const cycleSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal('cycle/1'),
  id: slugSchema,
  name: z.string().trim().min(1).max(120),
  description: text.optional(),
  /** The kinds of components that go through it; all when it is left out. */
  subjects: z.array(componentKindSchema).min(1).optional(),
  /** Each launch covers one of these: that of today, unless its days are given. A year when it is left out. The organisation's fiscal year. */
  cadence: periodCadenceSchema.optional(),
  /** Start values of the plan's variables; a launch may give others. */
  variables: z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), jsonSchema).optional(),
  /** The levels that its ratings use, worst first. */
  scale: z.array(levelSchema).min(1).max(10).optional(),
  retention: retentionSchema.optional(),
  /** Warnings that it lives with, by code, each with its reason. Errors cannot be accepted. */
  accepts: z.record(z.string().regex(/^[A-Z]{3,4}-[A-Za-z0-9-]+$/), text.min(10)).optional(),
  /** Structures and allowed values that the decisions refer to. */
  types: decisionTypesSchema.optional(),
  /** Decision tables and other rules; expressions of the cycle use them by their key. */
  decisions: decisionsSchema.optional(),
  initial: slugSchema,
  begin: beginSchema.optional(),
  stages: stagesSchema,
  /** Transitions that hold in every stage, such as a cancellation. */
  on: z.record(eventDescriptorSchema, z.array(transitionSchema).min(1)).optional(),
  layout: z.record(slugSchema, placeSchema).optional(),
  /** Tests of the cycle: run by every check, and by the command `test`. */
  scenarios: z.array(scenarioSchema).max(200).optional(),
});
/** A cycle: the versioned definition that a designer draws. */
export type Cycle = z.infer<typeof cycleSchema>;
