// An organisation as one file, schema organisation/1: its parts, people, goals, measures and figures,
// and the cycles to launch over it. Parts come before what refers to them.
import { z } from 'zod';
import { componentSchema, personSchema } from './component.ts';
import { goalSchema } from './goal.ts';
import { recordIdSchema, slugSchema } from './ids.ts';
import { measureSchema, observationSchema } from './measure.ts';
import { periodSchema } from './time.ts';

const text = z.string().trim().min(1).max(2000);

export const organisationFileSchema = z.strictObject({
  schema: z.literal('organisation/1'),
  name: text,
  /** Where the figures come from, and on what terms. */
  source: z.strictObject({ title: text, publisher: text, url: z.url(), licence: text, note: text }),
  /** What the launches appraise unless they say otherwise. */
  period: periodSchema,
  /** The month in which the fiscal year starts, 1 is January and what it is without this. */
  fiscalYearStart: z.int().min(1).max(12).optional(),
  people: z.array(personSchema),
  /** A parent stands before its children. */
  components: z.array(componentSchema),
  goals: z.array(goalSchema),
  measures: z.array(measureSchema),
  observations: z.array(observationSchema),
  cycles: z.array(slugSchema),
  launches: z.array(
    z.strictObject({
      cycleId: slugSchema,
      componentIds: z.array(recordIdSchema).min(1),
      /** An ISO 8601 span: the period starts on the day of the launch and lasts this long. */
      lasts: z.string().min(1).optional(),
      /** Component → the stage to which its plan is taken ahead, for a look around. */
      played: z.record(recordIdSchema, slugSchema).optional(),
    }),
  ),
});
export type OrganisationFile = z.infer<typeof organisationFileSchema>;
