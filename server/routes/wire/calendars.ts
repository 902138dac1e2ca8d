// Working calendars on the wire.
import { z } from '@hono/zod-openapi';
import { localDateSchema } from '../../../engine/index.ts';
import { personRefSchema } from './common.ts';

const holiday = z.strictObject({ date: localDateSchema, name: z.string().trim().min(1).max(120) });
export const newWorkCalendarWire = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    /** ISO weekdays, 1 is Monday. */
    workingWeekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
    region: z.string().max(20).nullable().default(null),
    daysOff: z.array(holiday).max(1_000).default([]),
    workedDays: z.array(localDateSchema).max(1_000).default([]),
  })
  .openapi('NewWorkCalendar');
/** Open tasks and timers that count working days are counted again by the changed calendar; else what was given stays. */
export const recountWire = { recount: z.boolean().default(false) };
export const changedWorkCalendarWire = newWorkCalendarWire.extend(recountWire).openapi('ChangedWorkCalendar');
export const workCalendarWire = newWorkCalendarWire.extend({ id: z.string() }).openapi('WorkCalendar');
export const calendarUsesWire = z
  .object({
    items: z.array(
      z.object({
        /** As `holidayRegion` of a component names it; null: no public holidays at all. */
        code: z.string().nullable(),
        name: z.string().nullable(),
        workingWeekdays: z.array(z.int()),
        own: workCalendarWire.nullable(),
        namedBy: z.array(personRefSchema),
        components: z.int(),
        zones: z.array(z.string()),
        /** Of this year and the next. */
        holidays: z.array(z.object({ date: z.string(), name: z.string() })),
      }),
    ),
  })
  .openapi('CalendarUses');
export const calendarTrialWire = z
  .strictObject({
    calendar: newWorkCalendarWire.extend({ id: z.string().optional() }).optional(),
    assign: z.strictObject({ componentId: z.string(), code: z.string().max(80).nullable() }).optional(),
  })
  .openapi('CalendarTrial');
export const calendarPreviewWire = z
  .object({
    /** Components that would work by other days. */
    components: z.int(),
    /** Open tasks there whose time is counted in working days. */
    tasks: z.int(),
    /** How many of them would get another day when they are counted again. */
    differ: z.int(),
    /** How many timers of stages would go off at another instant. */
    timers: z.int(),
    first: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        component: personRefSchema,
        day: z.string(),
        wouldBe: z.string(),
      }),
    ),
  })
  .openapi('CalendarPreview');
