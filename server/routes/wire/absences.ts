// Absences and stand-ins on the wire.
import { z } from '@hono/zod-openapi';
import { localDateSchema, recordIdSchema, taskKinds } from '../../../engine/index.ts';
import { absenceStates } from '../../store/queries/absences.ts';
import { pageQuery, personRefSchema } from './common.ts';

export const absenceKinds = ['holiday', 'illness', 'family', 'training', 'other'] as const;

const personId = z.string().min(1).max(200);

export const absenceQuery = pageQuery.extend({
  /** `me`, or a person’s id. */
  personId: personId.optional(),
  /** current: planned or under way. */
  state: z.enum([...absenceStates, 'current']).optional(),
});
export const absenceWire = z
  .object({
    id: z.string(),
    person: personRefSchema,
    from: z.string(),
    /** The last day; null: they have left for good. */
    to: z.string().nullable(),
    substitute: personRefSchema.nullable(),
    /** Told to the person and to HR alone; null for everybody else. */
    kind: z.enum(absenceKinds).nullable(),
    state: z.enum(absenceStates),
    createdAt: z.string(),
    settledAt: z.string().nullable(),
  })
  .openapi('Absence');
export const newAbsenceWire = z
  .strictObject({
    id: recordIdSchema.optional(),
    /** Left out: whoever asks. */
    personId: personId.optional(),
    from: localDateSchema,
    /** The last day; null: they leave for good, which HR says. */
    to: localDateSchema.nullable(),
    substituteId: personId.nullable().optional(),
    kind: z.enum(absenceKinds).nullable().optional(),
  })
  .openapi('NewAbsence');
export const absenceChangeWire = z
  .strictObject({
    from: localDateSchema.optional(),
    to: localDateSchema.optional(),
    substituteId: personId.nullable().optional(),
    kind: z.enum(absenceKinds).nullable().optional(),
  })
  .openapi('AbsenceChange');

export const leavingQuery = z.object({
  personId,
  /** The first day on which they are not there any more. */
  from: localDateSchema,
});
export const leavingWire = z
  .object({
    plans: z.array(
      z.object({
        ...{ id: z.string(), cycleName: z.string(), component: personRefSchema },
        ends: z.boolean().describe('By its cycle; else it goes on, and somebody else has to answer for it'),
      }),
    ),
    tasks: z.array(
      z.object({
        ...{ id: z.string(), title: z.string(), component: personRefSchema },
        ends: z.boolean().describe('With its plan; else it goes to the next manager, then to HR'),
      }),
    ),
    manages: z.array(z.string()).describe('Components that need another manager'),
  })
  .openapi('Leaving');

export const homeDayWire = z.object({ today: z.string(), zone: z.string() }).openapi('HomeDay');

export const standInQuery = z.object({ personId: personId.optional() });
export const standInWire = z
  .object({
    id: z.string(),
    personId: z.string(),
    substitute: personRefSchema,
    /** Also while the person is there. */
    always: z.boolean(),
    /** Null: for every kind of task. */
    kind: z.enum(taskKinds).nullable(),
  })
  .openapi('StandIn');
export const newStandInWire = z
  .strictObject({
    personId: personId.optional(),
    substituteId: personId,
    always: z.boolean(),
    kind: z.enum(taskKinds).nullable(),
  })
  .openapi('NewStandIn');
