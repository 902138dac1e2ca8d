// The plans of what somebody answers for hear that a long leave began and ended: domain section 3 L. Each hears of it
// in a commit of its own, through a timer, so that a plan that fails keeps nobody at work.
import { v5 as uuidV5 } from 'uuid';
import { type JsonObject, workingDaysIn } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import { listActivePlansOf } from '../../store/queries/plans.ts';
import { listOwnedBy } from '../../store/queries/stand-ins.ts';
import { insertTimer } from '../../store/queries/timers.ts';
import type { AbsenceRow } from '../../store/schema/organisation.ts';
import type { Db } from '../../store/schema.ts';

const LEAVE_NAMESPACE = '0d2c6a55-5d8d-5f0e-9a44-3d5a1f0b7c21';

/** More working days away than these are a long leave. */
export const SHORT_LEAVE = 10;

export type LeaveEvent = 'leave.started' | 'leave.ended' | 'person.left';

/** Without an end it is long whatever the calendar. */
export async function isLong(
  { calendars }: Pick<Deps, 'calendars'>,
  db: Db,
  { componentId, from, to }: { componentId: string; from: string; to: string | null },
): Promise<boolean> {
  if (to === null) return true;
  const calendar = calendars.of(await lineageOf(db, componentId), Number(from.slice(0, 4)));
  return workingDaysIn({ start: from, end: to }, calendar) > SHORT_LEAVE;
}

/** Over a leave of its own person a plan's clock stands still; a department's plan goes on without its head. */
export const leaveData = (
  { personId, startsOn: from, endsOn: to }: Pick<AbsenceRow, 'personId' | 'startsOn' | 'endsOn'>,
  kind: string,
): JsonObject => ({ personId, from, to, pauses: kind === 'employee' && to !== null });

/** Whether there was anybody to tell. Told again it has no effect. */
export async function tellLeave(
  deps: Pick<Deps, 'calendars'>,
  db: Db,
  given: { absence: AbsenceRow; type: LeaveEvent; at: string },
): Promise<boolean> {
  const { absence, type, at } = given;
  const { id, personId, startsOn: from, endsOn: to } = absence;
  // By the days of the leave, so that one that was made up for is heard of in order.
  const dueAt = type === 'leave.ended' ? (absence.endsAt ?? at) : absence.startsAt;
  let told = false;
  for (const { id: componentId, kind } of await listOwnedBy(db, personId)) {
    if (type === 'leave.started' && !(await isLong(deps, db, { componentId, from, to }))) continue;
    for (const { plan } of await listActivePlansOf(db, componentId)) {
      await insertTimer(db, {
        id: uuidV5(`${id}:${type}:${plan.id}`, LEAVE_NAMESPACE),
        planId: plan.id,
        kind: 'fact',
        name: type,
        activation: 0,
        dueAt,
        data: leaveData(absence, kind),
      });
      told = true;
    }
  }
  return told;
}
