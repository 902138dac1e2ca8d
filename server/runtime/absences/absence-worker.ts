// Absences begin and end by themselves, each in a commit of its own; what was missed while the server was down is
// made up for. Tasks follow in that commit, the plans right after it.
import { addDays, localDateOf } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import {
  changeAbsence,
  listUnderWay,
  nextAbsenceInstant,
  nextDueAbsence,
} from '../../store/queries/absences.ts';
import { appendAudit, changeOf } from '../../store/queries/records.ts';
import type { AbsenceRow } from '../../store/schema/organisation.ts';
import type { Db } from '../../store/schema.ts';
import { giveUpWhileAway } from '../raters/raters-away.ts';
import { comeBack } from './come-back.ts';
import { homeZone } from './home.ts';
import { leaveForGood } from './leave-for-good.ts';
import { settleTasks } from './settle-tasks.ts';
import { tellLeave } from './tell-leave.ts';

export interface Turning {
  absence: AbsenceRow;
  at: string;
  actor: string;
}

async function record(
  db: Db,
  { absence, at, actor }: Turning,
  { action, after }: { action: string; after: AbsenceRow },
): Promise<void> {
  const { id, personId } = absence;
  const told = ({ startsOn: from, endsOn: to, state }: AbsenceRow) => ({ from, to, state });
  const detail = { personId, ...changeOf(told(absence), told(after)) };
  await appendAudit(db, { at, actor, action, resource: `absence/${id}`, detail });
}

/** `absence` is written already; from now on it is under way. */
export async function beginAbsence(deps: Deps, db: Db, turning: Turning): Promise<void> {
  const { absence, at, actor } = turning;
  const { id, personId } = absence;
  const before = await listUnderWay(db, personId);
  await changeAbsence(db, id, { state: 'under-way' });
  await record(db, turning, { action: 'absence.begin', after: { ...absence, state: 'under-way' } });
  await giveUpWhileAway(deps, db, { personId, at });
  await settleTasks(db, { personId, at, actor, idSeed: `${id}:begin` });
  if (absence.endsOn === null) await leaveForGood(deps, db, turning);
  else if (before.some(({ told }) => told === 1)) return;
  const type = absence.endsOn === null ? 'person.left' : 'leave.started';
  if (await tellLeave(deps, db, { absence, type, at })) await changeAbsence(db, id, { told: 1 });
}

/** What the plans heard of is over once the person has no other leave: until then that one carries it on. */
async function tellOfEnd(deps: Deps, db: Db, { absence, at }: Turning): Promise<void> {
  if (absence.told === 0) return;
  const [next] = await listUnderWay(db, absence.personId);
  if (next) await changeAbsence(db, next.id, { told: 1 });
  else await tellLeave(deps, db, { absence, type: 'leave.ended', at });
}

/** The last day away: as planned, or the day before the one on which they are back. */
async function lastDay(db: Db, { absence, at }: Turning): Promise<string | null> {
  if (absence.endsAt !== null && absence.endsAt <= at) return absence.endsOn;
  const before = addDays(localDateOf(at, await homeZone(db, absence.personId)), -1);
  return [before, absence.startsOn].sort()[1] ?? before;
}

/** Ends one under way, on its last day or before. */
export async function endAbsence(deps: Deps, db: Db, turning: Turning): Promise<AbsenceRow> {
  const { absence, at, actor } = turning;
  const { id, personId } = absence;
  const change = {
    state: 'ended',
    endsOn: await lastDay(db, turning),
    endsAt: absence.endsAt !== null && absence.endsAt < at ? absence.endsAt : at,
    settledAt: at,
    settledBy: actor,
  };
  await changeAbsence(db, id, change);
  const ended = { ...absence, ...change };
  await record(db, turning, { action: 'absence.end', after: ended });
  await settleTasks(db, { personId, at, actor, idSeed: `${id}:end` });
  if (absence.endsOn === null) await comeBack(db, turning);
  await tellOfEnd(deps, db, { ...turning, absence: ended });
  return ended;
}

/** False when nothing was due. */
export async function turnNextAbsence(deps: Deps): Promise<boolean> {
  const at = deps.clock.now();
  if (!(await deps.store.read((db) => nextDueAbsence(db, at)))) return false;
  await deps.store.commit(async (db) => {
    const absence = await nextDueAbsence(db, at);
    if (!absence) return;
    const turning = { absence, at, actor: 'system' };
    if (absence.state === 'planned') await beginAbsence(deps, db, turning);
    else await endAbsence(deps, db, turning);
  });
  return true;
}

/** Milliseconds until the next one begins or ends; null when none does. */
export async function untilNextAbsence({
  store,
  clock,
}: Pick<Deps, 'store' | 'clock'>): Promise<number | null> {
  const next = await store.read(nextAbsenceInstant);
  return next === null ? null : Math.max(0, Date.parse(next) - Date.parse(clock.now()));
}
