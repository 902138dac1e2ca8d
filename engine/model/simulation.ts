// What a simulation is given: data alone, so that there is nothing through which it could act.
// All of it can be left out; what then holds is said where it is used.
import { z } from 'zod';
import { eventTypeSchema } from './action.ts';
import { jsonObjectSchema } from './json.ts';
import { instantSchema, periodSchema } from './time.ts';

/** Smaller ones, divided by larger ones, would be no numbers any more. */
const positive = z.number().min(1e-6).max(1e6);
const notNegative = z.number().min(0).max(1e6);

/** A number that is not known before: how it is spread. `mean` and `sd` are those of the number itself. */
export const chanceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('constant'), value: notNegative }),
  z
    .strictObject({ kind: z.literal('uniform'), min: notNegative, max: notNegative })
    .refine(({ min, max }) => min <= max, 'The least comes before the most.'),
  z
    .strictObject({ kind: z.literal('triangular'), min: notNegative, mode: notNegative, max: notNegative })
    .refine(
      ({ min, mode, max }) => min <= mode && mode <= max,
      'The mode lies between the least and the most.',
    ),
  z.strictObject({ kind: z.literal('exponential'), mean: positive }),
  z.strictObject({ kind: z.literal('lognormal'), mean: positive, sd: positive }),
  z.strictObject({ kind: z.literal('gamma'), mean: positive, sd: positive }),
  /** One of the values seen, each as likely as the others. */
  z.strictObject({ kind: z.literal('empirical'), values: z.array(notNegative).min(1).max(10_000) }),
]);
export type Chance = z.infer<typeof chanceSchema>;

/** How long a task takes from its opening: a working day is 8 hours of the component's calendar. */
export const durationSchema = z.strictObject({
  unit: z.enum(['hours', 'days', 'working-days']),
  of: chanceSchema,
  /** Drawn once for all who must complete a task, as finished plans tell it; else for each of them. */
  together: z.boolean().optional(),
});
export type Duration = z.infer<typeof durationSchema>;

/** By value: how likely it is beside the others. */
const weightsSchema = z.record(z.string().max(200), notNegative);
/** By field of a form's result. */
const choicesSchema = z.record(z.string().max(200), weightsSchema);
export type Weights = z.infer<typeof weightsSchema>;
export type Choices = z.infer<typeof choicesSchema>;

const share = z.number().min(0).max(1);
const resultsSchema = z.discriminatedUnion('kind', [
  /** The observations that there are; nothing is drawn. */
  z.strictObject({ kind: z.literal('as-recorded') }),
  /** In each round all measures with standards score alike, so that the outcome is one of these; they add up to 1. */
  z
    .strictObject({
      kind: z.literal('shares'),
      below: share,
      meets: share,
      exceeds: share,
      'not-scored': share.optional(),
    })
    .refine(
      (given) => Math.abs(given.below + given.meets + given.exceeds + (given['not-scored'] ?? 0) - 1) < 1e-6,
      'The shares of the outcomes add up to 1.',
    ),
]);
export type SimulatedResults = z.infer<typeof resultsSchema>;

export const assumptionsSchema = z.strictObject({
  /** Days from the start of the simulation to that of a plan. Default: all start at once. */
  starts: chanceSchema.optional(),
  /** The first that is given of a task, its form and the default; at first about a week. */
  durations: z
    .strictObject({
      default: durationSchema.optional(),
      forms: z.record(z.string(), durationSchema).optional(),
      tasks: z.record(z.string(), durationSchema).optional(),
    })
    .optional(),
  /** What people choose in forms, by task or by form. */
  choices: z
    .strictObject({
      forms: z.record(z.string(), choicesSchema).optional(),
      tasks: z.record(z.string(), choicesSchema).optional(),
    })
    .optional(),
  results: resultsSchema.optional(),
  /** Events from outside, by type: the days from one to the next. */
  events: z
    .record(eventTypeSchema, z.strictObject({ every: chanceSchema, data: jsonObjectSchema.optional() }))
    .optional(),
  /**
   * What a task costs the person who works it, and how much of that a week can take. The minutes in the cycle go
   * before what is said of a form or of all tasks.
   */
  load: z
    .strictObject({
      minutes: z
        .strictObject({
          default: notNegative.optional(),
          forms: z.record(z.string(), notNegative).optional(),
          tasks: z.record(z.string(), notNegative).optional(),
        })
        .optional(),
      limit: positive.optional(),
    })
    .optional(),
});
export type Assumptions = z.infer<typeof assumptionsSchema>;

/** An organisation made up for a simulation. */
export const madeOrganisationSchema = z.strictObject({
  components: z.int().min(1).max(100_000),
  /** How many parts a component has in the middle. */
  span: z.int().min(1).max(100).optional(),
  /** Levels below the whole, at most. */
  depth: z.int().min(1).max(30).optional(),
});
export type MadeOrganisation = z.infer<typeof madeOrganisationSchema>;

export const simulationOptionsSchema = z.strictObject({
  seed: z.int().min(0).max(4_294_967_295).optional(),
  /** How often the whole organisation is simulated; every component has one plan in each. */
  repeats: z.int().min(1).max(10_000).optional(),
  startAt: instantSchema.optional(),
  period: periodSchema.optional(),
  /** Besides and instead of the start values in the cycle. */
  variables: jsonObjectSchema.optional(),
  /** Plans that have not ended after so many days count as unfinished. */
  horizonDays: z.int().min(1).max(36_500).optional(),
  assumptions: assumptionsSchema.optional(),
});
export type SimulationOptions = z.infer<typeof simulationOptionsSchema>;
