// Calibration sessions on the wire.
import { localDateSchema, outcomeSchema } from '../../../engine/index.ts';
import { calibrationWire } from './calibrations.ts';
import { personRefSchema, z } from './common.ts';

const planned = {
  name: z.string().trim().min(1, 'Give the session a name.').max(200),
  heldOn: localDateSchema,
  facilitatorId: z.string().min(1).max(200),
  memberIds: z.array(z.string().min(1).max(200)).max(100),
};
export const changeSessionWire = z.strictObject(planned).openapi('CalibrationSessionChange');
export const newSessionWire = z
  .strictObject({
    ...planned,
    launchId: z.string().min(1).max(200),
    groupId: z
      .string()
      .max(200)
      .optional()
      .describe('The component above those that are discussed; absent: all of the launch'),
  })
  .openapi('NewCalibrationSession');
export const moveSessionWire = z
  .strictObject({ state: z.enum(['held', 'closed']) })
  .openapi('CalibrationSessionMove');

export const sessionWire = z
  .object({
    id: z.string(),
    name: z.string(),
    heldOn: z.string(),
    launchId: z.string(),
    cycleId: z.string(),
    group: personRefSchema.nullable(),
    facilitator: personRefSchema,
    members: z.array(personRefSchema),
    state: z.enum(['planned', 'held', 'closed']),
    heldAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    mayChange: z.boolean().describe('The reader may change how it is planned'),
    mayMove: z.boolean().describe('The reader may begin and close it'),
  })
  .openapi('CalibrationSession');

const spread = z.object({ below: z.int(), meets: z.int(), exceeds: z.int(), unrated: z.int() });
export const sessionDetailWire = sessionWire
  .extend({
    /** Null: the reader sees the lines only while the session is held. */
    table: calibrationWire.nullable(),
    before: spread.nullable().describe('Of the lines that the reader sees, when it began'),
    after: spread.nullable().describe('When it was closed, or now'),
    changes: z
      .array(
        z.object({
          planId: z.string(),
          name: z.string(),
          at: z.string(),
          by: personRefSchema,
          from: outcomeSchema.nullable(),
          to: outcomeSchema.nullable(),
          methodsFrom: outcomeSchema.nullable(),
          methodsTo: outcomeSchema.nullable(),
          reason: z.string(),
        }),
      )
      .describe('What was decided in it, oldest first'),
  })
  .openapi('CalibrationSessionDetail');
