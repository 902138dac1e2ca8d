// What the organisation wants, on the wire.
import { z } from '@hono/zod-openapi';

const wishes = {
  /** A second person approves each publish of a cycle. */
  secondPerson: z.boolean(),
  /** The month in which the fiscal year starts, 1 is January: launches cover that year or parts of it. */
  fiscalYearStart: z.int().min(1).max(12),
};
export const settingsWire = z.object(wishes).openapi('Settings');
/** What is left out stays as it is. */
export const changedSettingsWire = z.strictObject(wishes).partial().openapi('ChangedSettings');
