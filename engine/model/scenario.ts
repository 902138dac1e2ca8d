// Scenarios: tests of a cycle that are part of its document. Given a component and what is known of it, when things
// happen to its plan in the course of time, then the plan is where it should be. All that is left out of `given`
// has a default, so that a scenario says only what it is about.
import { z } from 'zod';
import { calendarSchema } from './calendar.ts';
import { componentSchema } from './component.ts';
import { goalSchema } from './goal.ts';
import { recordIdSchema, slugSchema } from './ids.ts';
import { jsonObjectSchema, jsonSchema } from './json.ts';
import { measureSchema, observationSchema, outcomeSchema } from './measure.ts';
import { instantSchema, localDateSchema, periodSchema } from './time.ts';

const text = z.string().max(4000);
const name = z.string().trim().min(1).max(200);
const variable = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/);
const stages = z.union([slugSchema, z.array(slugSchema).min(1)]);
const day = z.union([localDateSchema, instantSchema]);

export const scenarioComponentSchema = componentSchema.partial();
export const scenarioCalendarSchema = calendarSchema.partial();
/** Of priority 1, with all its own measures. */
export const scenarioGoalSchema = goalSchema.partial().required({ id: true });
/** Of the first goal, when it does not say; its value is its score, unless it has standards of its own. */
export const scenarioMeasureSchema = measureSchema.partial().required({ id: true });
/** Over the whole period, verified. */
export const scenarioObservationSchema = observationSchema.partial().required({ measureId: true });

export const scenarioChildSchema = z.strictObject({
  id: recordIdSchema,
  name: name.optional(),
  settled: z.boolean().optional(),
  stage: z.array(slugSchema).optional(),
  outcome: outcomeSchema.nullable().optional(),
  score: z.number().nullable().optional(),
});

export const givenSchema = z.strictObject({
  /** When the plan starts. */
  start: instantSchema.optional(),
  period: periodSchema.optional(),
  component: scenarioComponentSchema.optional(),
  calendar: scenarioCalendarSchema.optional(),
  /** Besides and instead of the start values in the cycle. */
  variables: z.record(variable, jsonSchema).optional(),
  goals: z.array(scenarioGoalSchema).max(100).optional(),
  measures: z.array(scenarioMeasureSchema).max(300).optional(),
  observations: z.array(scenarioObservationSchema).max(1_000).optional(),
  children: z.array(scenarioChildSchema).max(200).optional(),
});
export type Given = z.infer<typeof givenSchema>;

/** What is said of an open task; days are those of the component's zone. */
export const expectedTaskSchema = z.strictObject({
  assignee: z.string().max(500).optional(),
  due: day.nullable().optional(),
  remind: z.array(day).max(10).optional(),
  escalate: z
    .array(z.strictObject({ at: day, to: z.string().max(500) }))
    .max(5)
    .optional(),
});

/** Lists are whole and in order; an entry says only what it is about. */
export const expectedEffectsSchema = z.strictObject({
  /** `message` is part of the text. */
  notifications: z.array(z.strictObject({ to: z.string().optional(), message: text.optional() })).optional(),
  emitted: z.array(z.strictObject({ event: z.string(), data: jsonObjectSchema.optional() })).optional(),
  rewards: z.array(z.strictObject({ title: text.optional(), key: z.string().optional() })).optional(),
  interventions: z
    .array(z.strictObject({ title: text.optional(), cause: z.string().nullable().optional() }))
    .optional(),
  starts: z
    .array(z.strictObject({ cycle: slugSchema, for: z.enum(['component', 'children', 'parent']).optional() }))
    .optional(),
});

export const thenSchema = z.strictObject({
  /** The plan is in it, or in each of them, however many others it is in besides. */
  stage: stages.optional(),
  outcome: outcomeSchema.nullable().optional(),
  /** The outcome of the final stage; null: the plan has not ended. */
  ending: z.string().max(100).nullable().optional(),
  round: z.int().min(0).optional(),
  score: z
    .union([z.number(), z.null(), z.strictObject({ value: z.number(), tolerance: z.number().min(0) })])
    .optional(),
  coverage: z.number().min(0).max(1).nullable().optional(),
  /** Those that are named have these values. */
  variables: z.record(variable, jsonSchema).optional(),
  /** All tasks that are open, and no others. */
  tasks: z.record(slugSchema, expectedTaskSchema).optional(),
  /** When armed timers are due; null: not armed. */
  timers: z.record(z.string().max(100), day.nullable()).optional(),
  /** In a step those of this step, at the end those of the whole scenario. */
  effects: expectedEffectsSchema.optional(),
});
export type Then = z.infer<typeof thenSchema>;

/** One of wait, event, complete and observe. */
export const scenarioStepSchema = z.strictObject({
  /** A span, a day or an instant; what falls due on the way happens in its order. */
  wait: z.string().trim().min(1).max(100).optional(),
  event: z.string().trim().min(1).max(200).optional(),
  data: jsonObjectSchema.optional(),
  complete: slugSchema.optional(),
  result: jsonObjectSchema.optional(),
  /** Who completes it. */
  by: recordIdSchema.optional(),
  /** A measure. */
  observe: recordIdSchema.optional(),
  value: z.union([z.number(), z.string(), z.boolean()]).optional(),
  period: periodSchema.optional(),
  /** The plan does not take it: then nothing changes. */
  refused: z.boolean().optional(),
  then: thenSchema.optional(),
});
export type ScenarioStep = z.infer<typeof scenarioStepSchema>;

export const scenarioSchema = z.strictObject({
  name,
  description: text.optional(),
  given: givenSchema.optional(),
  when: z.array(scenarioStepSchema).max(500).optional(),
  then: thenSchema.optional(),
});
export type Scenario = z.infer<typeof scenarioSchema>;
