// The plans of what somebody answers for hear that a long leave began and ended: domain section 3 L. Each hears of it
// in a commit of its own, through a timer, so that a plan that fails keeps nobody at work.
import { isLongLeave, type JsonObject, joinedLeaves, localDateOf, type Plan } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { seededIds } from '../../seeded-ids.ts';
import { changeAbsence, listLeaves, listUnderWay } from '../../store/queries/absences.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import { listActivePlansOf } from '../../store/queries/plans.ts';
import { listOwnedBy } from '../../store/queries/stand-ins.ts';
import { insertTimer } from '../../store/queries/timers.ts';
import type { AbsenceRow } from '../../store/schema/organisation.ts';
import type { Db } from '../../store/schema.ts';

const leaveEventId = seededIds('0d2c6a55-5d8d-5f0e-9a44-3d5a1f0b7c21');

export type LeaveEvent = 'leave.started' | 'leave.ended' | 'person.left';

type Days = Pick<AbsenceRow, 'startsOn' | 'endsOn'>;

/**
 * The days of the long leave that begins with the absence or goes on in it; null when it is a short one. Two short
 * leaves without a working day between are a long one. Without an end it is long whatever the calendar.
 */
export async function longLeave(
  { calendars }: Pick<Deps, 'calendars'>,
  db: Db,
  { componentId, absence }: { componentId: string; absence: Pick<AbsenceRow, 'personId'> & Days },
): Promise<Days | null> {
  const { personId, startsOn, endsOn } = absence;
  if (endsOn === null) return absence;
  const calendar = calendars.of(await lineageOf(db, componentId), Number(startsOn.slice(0, 4)));
  const leaves = (await listLeaves(db, personId)).map((one) => ({ ...one, endsOn: one.endsOn ?? endsOn }));
  const periods = leaves.map((one) => ({ start: one.startsOn, end: one.endsOn }));
  const whole = joinedLeaves([...periods, { start: startsOn, end: endsOn }], calendar).find(
    ({ start, end }) => start <= startsOn && startsOn <= end,
  );
  if (!whole || !isLongLeave(whole, calendar)) return null;
  // What the plans heard of already is not put off again.
  const isHeard = leaves.some((one) => one.told === 1 && whole.start <= one.endsOn && one.endsOn < startsOn);
  return { startsOn: isHeard ? startsOn : whole.start, endsOn: whole.end };
}

/** A plan that was started meanwhile has only the rest of the leave to put off. */
export async function restFor(
  { calendars }: Pick<Deps, 'calendars'>,
  db: Db,
  { componentId, startedAt }: Pick<Plan, 'componentId' | 'startedAt'>,
  leave: Days,
): Promise<Days> {
  const { zone } = calendars.of(await lineageOf(db, componentId), Number(startedAt.slice(0, 4)));
  const started = localDateOf(startedAt, zone);
  return started > leave.startsOn ? { ...leave, startsOn: started } : leave;
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
  const { id, personId } = absence;
  // By the days of the leave, so that one that was made up for is heard of in order.
  const dueAt = type === 'leave.ended' ? (absence.endsAt ?? at) : absence.startsAt;
  let told = false;
  for (const { id: componentId, kind } of await listOwnedBy(db, personId)) {
    const started = type === 'leave.started' ? await longLeave(deps, db, { componentId, absence }) : absence;
    if (!started) continue;
    for (const { plan } of await listActivePlansOf(db, componentId)) {
      const days = type === 'leave.started' ? await restFor(deps, db, plan, started) : started;
      await insertTimer(db, {
        id: leaveEventId(`${id}:${type}:${plan.id}`),
        planId: plan.id,
        kind: 'fact',
        name: type,
        activation: 0,
        dueAt,
        data: leaveData({ ...absence, ...days }, kind),
      });
      told = true;
    }
  }
  return told;
}

/** A leave that is planned or changed may make one under way long. */
export async function tellIfLongNow(
  deps: Pick<Deps, 'calendars'>,
  db: Db,
  { personId, at }: { personId: string; at: string },
): Promise<void> {
  const underWay = await listUnderWay(db, personId);
  if (underWay.some(({ told, endsOn }) => told === 1 || endsOn === null)) return;
  for (const absence of underWay)
    if (await tellLeave(deps, db, { absence, type: 'leave.started', at })) {
      await changeAbsence(db, absence.id, { told: 1 });
      return;
    }
}
