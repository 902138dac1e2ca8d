// Commands about absences: planned or reported, ended early or withdrawn. Whoever is away is so from the first day on.
import { addDays, localDateOf, startOfDay } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { changeAbsence, findAbsence, findOverlapping, insertAbsence } from '../../store/queries/absences.ts';
import { personExists } from '../../store/queries/assignees.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import type { AbsenceRow } from '../../store/schema/organisation.ts';
import type { Db } from '../../store/schema.ts';
import { beginAbsence, endAbsence } from './absence-worker.ts';
import { homeZone } from './home.ts';
import { tellIfLongNow } from './tell-leave.ts';

export interface NewAbsence {
  id?: string | undefined;
  personId: string;
  from: string;
  /** The last day; null: they do not come back. */
  to: string | null;
  substituteId: string | null;
  kind: string | null;
}

export const refuse = (pointer: string, detail: string): ProblemError =>
  new ProblemError('invalid', `${detail} Nothing was changed.`, { errors: [{ pointer, detail }] });

/** A longer leave is more likely a slip of the pen. */
const LONGEST_DAYS = 3 * 366;

function requireDays({ from, to }: NewAbsence, today: string): void {
  if (to === null) return;
  if (to < from) throw refuse('/to', `The last day is before the first; use ${from} or a later day.`);
  if (to < today) throw refuse('/to', `That leave is over already; the last day is ${today} or later.`);
  if (to > addDays(from, LONGEST_DAYS)) throw refuse('/to', 'A leave lasts three years at most.');
}

/** Nobody stands in for themselves, and nobody whom we do not know stands in. */
export async function requireSubstitute(
  db: Db,
  personId: string,
  substituteId: string | null,
): Promise<void> {
  if (substituteId === null) return;
  if (substituteId === personId) throw refuse('/substituteId', 'Nobody stands in for themselves.');
  if (!(await personExists(db, substituteId)))
    throw refuse('/substituteId', `There is no person ${substituteId}; choose one that exists.`);
}

const isSaid = (known: AbsenceRow, { personId, from, to, substituteId, kind }: NewAbsence): boolean =>
  known.personId === personId &&
  known.startsOn === from &&
  known.endsOn === to &&
  known.substituteId === substituteId &&
  known.kind === kind;

/** The same said again, by its id or by its days, is the absence that there is. */
async function findSaid(db: Db, given: NewAbsence): Promise<AbsenceRow | null> {
  const byId = given.id === undefined ? null : await findAbsence(db, given.id);
  if (byId && isSaid(byId, given)) return byId;
  if (byId) throw new ProblemError('conflict', `The id ${given.id} is taken; choose another.`);
  const other = await findOverlapping(db, given);
  if (!other || (given.id === undefined && isSaid(other, given))) return other;
  throw overlapOf(other);
}

export function overlapOf({ startsOn, endsOn }: AbsenceRow): ProblemError {
  const days = endsOn === null ? `${startsOn} on` : `${startsOn} to ${endsOn}`;
  const detail = `There is a leave from ${days} already; withdraw it first, or choose other days.`;
  return new ProblemError('conflict', detail, { errors: [{ pointer: '/from', detail, code: 'overlap' }] });
}

export async function toRow(
  db: Db,
  given: NewAbsence,
  made: { id: string; at: string; by: string },
): Promise<AbsenceRow> {
  const { personId, from, to, substituteId, kind } = given;
  const zone = await homeZone(db, personId);
  requireDays(given, localDateOf(made.at, zone));
  return {
    id: made.id,
    personId,
    startsOn: from,
    endsOn: to,
    startsAt: startOfDay(from, zone),
    endsAt: to === null ? null : startOfDay(addDays(to, 1), zone),
    substituteId,
    kind,
    state: 'planned',
    told: 0,
    createdAt: made.at,
    createdBy: made.by,
    settledAt: null,
    settledBy: null,
  };
}

/** What the trail says of a leave: when and for whom, never why. */
const inAudit = ({ startsOn: from, endsOn: to, substituteId, state }: AbsenceRow) => ({
  from,
  to,
  substituteId,
  state,
});

export async function record(
  db: Db,
  { before, after }: { before: AbsenceRow | null; after: AbsenceRow },
  given: { at: string; actor: Actor; action: string },
): Promise<void> {
  const { at, actor, action } = given;
  const { id, personId } = after;
  const detail = { personId, ...changeOf(before && inAudit(before), inAudit(after)) };
  await appendAudit(db, { at, actor: actor.id, action, resource: `absence/${id}`, detail });
  await appendFeed(db, { at, type: 'absence.changed', personId, data: { id } });
}

/** One that has begun begins at once. @throws ProblemError invalid, conflict. */
export async function planAbsence(deps: Deps, actor: Actor, given: NewAbsence): Promise<AbsenceRow> {
  return deps.store.commit(async (db) => {
    if (!(await personExists(db, given.personId)))
      throw refuse('/personId', `There is no person ${given.personId}.`);
    await requireSubstitute(db, given.personId, given.substituteId);
    const said = await findSaid(db, given);
    if (said) return said;
    const at = deps.clock.now();
    const row = await toRow(db, given, { id: given.id ?? deps.ids.next('abs'), at, by: actor.id });
    await insertAbsence(db, row);
    await record(db, { before: null, after: row }, { at, actor, action: 'absence.plan' });
    if (row.startsAt > at) {
      await tellIfLongNow(deps, db, { personId: row.personId, at });
      return row;
    }
    await beginAbsence(deps, db, { absence: row, at, actor: actor.id });
    return { ...row, state: 'under-way' };
  });
}

/** One that is planned is withdrawn, one under way ends now; done again it has no effect. */
export async function endOrWithdraw(
  deps: Deps,
  actor: Actor,
  { id, mayChange }: { id: string; mayChange: (db: Db, absence: AbsenceRow) => Promise<boolean> },
): Promise<AbsenceRow> {
  return deps.store.commit(async (db) => {
    const absence = await findAbsence(db, id);
    if (!absence || !(await mayChange(db, absence))) throw notFound('absence');
    const at = deps.clock.now();
    if (absence.state === 'under-way') return endAbsence(deps, db, { absence, at, actor: actor.id });
    if (absence.state !== 'planned') return absence;
    const settled = { state: 'withdrawn', settledAt: at, settledBy: actor.id };
    await changeAbsence(db, id, settled);
    const withdrawn = { ...absence, ...settled };
    await record(db, { before: absence, after: withdrawn }, { at, actor, action: 'absence.withdraw' });
    return withdrawn;
  });
}
