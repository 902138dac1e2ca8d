// When a component works: its zone, its working weekdays and its holidays.
// Which days are holidays is looked up outside and comes in as plain dates.
import { z } from 'zod';
import { localDateSchema } from './time.ts';

export const calendarSchema = z.strictObject({
  zone: z.string().min(1),
  /** ISO weekdays that are worked, 1 = Monday … 7 = Sunday. */
  workingWeekdays: z.array(z.int().min(1).max(7)).min(1),
  holidays: z.array(localDateSchema),
});
export type Calendar = z.infer<typeof calendarSchema>;

export const everyWeekdayInUtc: Calendar = { zone: 'UTC', workingWeekdays: [1, 2, 3, 4, 5], holidays: [] };
