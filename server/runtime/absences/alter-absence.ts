// A leave is changed: other days, somebody else who stands in. Of one under way the first day stays, and what follows from
// the change follows at once.
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { changeAbsence, findAbsence, findOverlapping } from '../../store/queries/absences.ts';
import type { AbsenceRow } from '../../store/schema/organisation.ts';
import type { Db } from '../../store/schema.ts';
import { giveUpWhileAway } from '../raters/raters-away.ts';
import { beginAbsence } from './absence-worker.ts';
import { overlapOf, record, refuse, requireSubstitute, toRow } from './absences.ts';
import { settleTasks } from './settle-tasks.ts';
import { tellIfLongNow, tellLeave } from './tell-leave.ts';

export interface AbsenceChange {
  from?: string | undefined;
  to?: string | undefined;
  substituteId?: string | null | undefined;
  kind?: string | null | undefined;
}

/** With what is not said as it was. */
const merged = (absence: AbsenceRow, { from, to, substituteId, kind }: AbsenceChange) => ({
  personId: absence.personId,
  from: from ?? absence.startsOn,
  to: to ?? absence.endsOn,
  substituteId: substituteId === undefined ? absence.substituteId : substituteId,
  kind: kind === undefined ? absence.kind : kind,
});

/** @throws ProblemError conflict, invalid. */
function requireChangeable({ state, endsOn, startsOn }: AbsenceRow, { from }: AbsenceChange): void {
  if (state !== 'planned' && state !== 'under-way')
    throw new ProblemError(
      'conflict',
      'That leave is over or withdrawn; plan a new one. Nothing was changed.',
    );
  if (endsOn === null && state === 'under-way')
    throw new ProblemError('conflict', 'They have left for good; end that first. Nothing was changed.');
  if (state === 'under-way' && from !== undefined && from !== startsOn)
    throw refuse('/from', 'That leave has begun; its first day stays.');
}

/** Who has the tasks now, and the plans that did not hear of it because it was short. */
async function follow(deps: Deps, db: Db, changed: AbsenceRow, given: { at: string; actor: string }) {
  const { id, personId } = changed;
  await giveUpWhileAway(deps, db, { personId, at: given.at });
  await settleTasks(db, { personId, ...given, idSeed: `${id}:change:${given.at}` });
  if (changed.told === 1) return;
  if (await tellLeave(deps, db, { absence: changed, type: 'leave.started', at: given.at }))
    await changeAbsence(db, id, { told: 1 });
}

/** Changed to what it is already it stays as it is. @throws ProblemError invalid, conflict, not-found. */
export async function alterAbsence(
  deps: Deps,
  actor: Actor,
  given: { id: string; change: AbsenceChange; mayChange: (db: Db, absence: AbsenceRow) => Promise<boolean> },
): Promise<AbsenceRow> {
  return deps.store.commit(async (db) => {
    const absence = await findAbsence(db, given.id);
    if (!absence || !(await given.mayChange(db, absence))) throw notFound('absence');
    requireChangeable(absence, given.change);
    const wanted = merged(absence, given.change);
    await requireSubstitute(db, absence.personId, wanted.substituteId);
    const other = await findOverlapping(db, { ...wanted, besides: absence.id });
    if (other) throw overlapOf(other);
    const at = deps.clock.now();
    const { startsOn, endsOn, startsAt, endsAt, substituteId, kind } = await toRow(db, wanted, {
      ...{ id: absence.id, at, by: actor.id },
    });
    const change = { startsOn, endsOn, startsAt, endsAt, substituteId, kind };
    const changed = { ...absence, ...change };
    await changeAbsence(db, absence.id, change);
    await record(db, { before: absence, after: changed }, { at, actor, action: 'absence.change' });
    if (absence.state === 'under-way') await follow(deps, db, changed, { at, actor: actor.id });
    else if (changed.startsAt <= at) await beginAbsence(deps, db, { absence: changed, at, actor: actor.id });
    else await tellIfLongNow(deps, db, { personId: changed.personId, at });
    return changed;
  });
}
