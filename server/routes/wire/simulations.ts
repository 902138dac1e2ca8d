// Simulations on the wire: what is asked for, and what comes out.
import {
  assumptionsSchema,
  chanceSchema,
  eventTypeSchema,
  madeOrganisationSchema,
  simulationOptionsSchema,
  simulationResultSchema,
} from '../../../engine/index.ts';
import { jsonObject, z } from './common.ts';

const events = z.record(
  eventTypeSchema,
  z.strictObject({ every: chanceSchema, data: jsonObject.optional() }),
);
const fromHistory = z.literal('history');

export const newSimulationWire = z
  .strictObject({
    /** Of the published versions; without it the draft is simulated. */
    version: z.int().min(1).optional(),
    /** So many components are made up; the same as `organisation: { components }`. */
    components: z.int().min(1).max(100_000).optional(),
    organisation: z.union([z.literal('real'), madeOrganisationSchema]).optional(),
    /** With `real`: components of these kinds, at or below `under`. */
    selector: z
      .strictObject({ kinds: z.array(z.string()).optional(), under: z.string().optional() })
      .optional(),
    /** What is not assumed is learned from the finished plans of the cycle. */
    from: fromHistory.optional(),
    ...simulationOptionsSchema.shape,
    variables: jsonObject.optional(),
    assumptions: assumptionsSchema.extend({ events: events.optional() }).optional(),
  })
  .openapi('NewSimulation');

export const simulationWire = simulationResultSchema.clone().openapi('Simulation');
