// The organisation's own calendars.
import type { WorkCalendar } from '../../runtime/organisation/own-calendars.ts';
import type { WorkCalendarRow } from '../schema/admin.ts';
import type { Db } from '../schema.ts';

const toCalendar = ({ workingWeekdays, daysOff, workedDays, ...row }: WorkCalendarRow): WorkCalendar => ({
  ...row,
  workingWeekdays: JSON.parse(workingWeekdays),
  daysOff: JSON.parse(daysOff),
  workedDays: JSON.parse(workedDays),
});

export async function listWorkCalendars(db: Db): Promise<WorkCalendar[]> {
  const rows = await db.selectFrom('workCalendars').selectAll().orderBy('name').orderBy('id').execute();
  return rows.map(toCalendar);
}

export async function findWorkCalendar(db: Db, id: string): Promise<WorkCalendar | null> {
  const row = await db.selectFrom('workCalendars').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toCalendar(row) : null;
}

export async function saveWorkCalendar(db: Db, calendar: WorkCalendar): Promise<void> {
  const row = {
    ...calendar,
    workingWeekdays: JSON.stringify(calendar.workingWeekdays),
    daysOff: JSON.stringify(calendar.daysOff),
    workedDays: JSON.stringify(calendar.workedDays),
  };
  await db
    .insertInto('workCalendars')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

export async function removeWorkCalendar(db: Db, id: string): Promise<void> {
  await db.deleteFrom('workCalendars').where('id', '=', id).execute();
}
