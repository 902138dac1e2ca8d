// Commands about whom people name for good to work tasks in their place. Open tasks follow at once.
import type { TaskKind } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { personExists } from '../../store/queries/assignees.ts';
import { appendAudit, changeOf } from '../../store/queries/records.ts';
import { deleteStandIn, findStandIn, insertStandIn, listStandInsOf } from '../../store/queries/stand-ins.ts';
import type { StandInRow } from '../../store/schema/organisation.ts';
import type { Db } from '../../store/schema.ts';
import { requireSubstitute } from './absences.ts';
import { settleTasks } from './settle-tasks.ts';

export interface NewStandIn {
  personId: string;
  substituteId: string;
  always: boolean;
  kind: TaskKind | null;
}

type Ports = Pick<Deps, 'store' | 'clock' | 'ids'>;

/** A person needs few, and each is looked at whenever a task of theirs opens. */
const MOST = 30;

async function follow(
  db: Db,
  row: StandInRow,
  given: { at: string; actor: Actor; action: 'stand-in.name' | 'stand-in.take-away' },
): Promise<void> {
  const { at, actor, action } = given;
  const { id, personId, substituteId, always, kind } = row;
  const told = { substituteId, always: always === 1, kind };
  const change = action === 'stand-in.name' ? changeOf(null, told) : changeOf(told, null);
  const detail = { personId, ...change };
  await appendAudit(db, { at, actor: actor.id, action, resource: `stand-in/${id}`, detail });
  await settleTasks(db, { personId, at, actor: actor.id, idSeed: `${id}:${action}` });
}

/** The same named again is the one that there is. @throws ProblemError invalid, conflict. */
export async function nameStandIn(
  { store, clock, ids }: Ports,
  actor: Actor,
  given: NewStandIn,
): Promise<StandInRow> {
  const { personId, substituteId, kind } = given;
  return store.commit(async (db) => {
    if (!(await personExists(db, personId)))
      throw new ProblemError('invalid', `There is no person ${personId}. Nothing was changed.`);
    await requireSubstitute(db, personId, substituteId);
    const always = given.always ? 1 : 0;
    const known = await listStandInsOf(db, personId);
    const same = known.find(
      (one) => one.substituteId === substituteId && one.kind === kind && one.always === always,
    );
    if (same) return same;
    if (known.length >= MOST)
      throw new ProblemError('conflict', `${MOST} stand-ins are named already; take one away first.`);
    const at = clock.now();
    const row: StandInRow = {
      id: ids.next('sti'),
      personId,
      substituteId,
      always,
      kind,
      createdAt: at,
      createdBy: actor.id,
    };
    await insertStandIn(db, row);
    await follow(db, row, { at, actor, action: 'stand-in.name' });
    return row;
  });
}

/** Taken away again it has no effect. */
export async function takeStandInAway(
  { store, clock }: Ports,
  actor: Actor,
  { id, mayChange }: { id: string; mayChange: (db: Db, personId: string) => Promise<boolean> },
): Promise<void> {
  await store.commit(async (db) => {
    const row = await findStandIn(db, id);
    if (!row || !(await mayChange(db, row.personId))) return;
    await deleteStandIn(db, id);
    await follow(db, row, { at: clock.now(), actor, action: 'stand-in.take-away' });
  });
}
