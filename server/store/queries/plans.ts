// Plans: the engine's value stored whole, beside the columns by which plans are found.
import type { Plan } from '../../../engine/index.ts';
import { boundedMap } from '../../bounded-memo.ts';
import { prepare } from '../prepared.ts';
import type { PlanRow } from '../schema/plans.ts';
import type { Db } from '../schema.ts';

export interface StoredPlan {
  plan: Plan;
  launchId: string | null;
}

/** A plan and the line of its history that was written with it. */
export interface NewPlan extends StoredPlan {
  lastLine: number;
}

export interface Received extends StoredPlan {
  lastLine: number | null;
  /** The revision that the event gave when it was taken before. */
  takenAs: number | null;
}

export const columnsOf = (plan: Plan) => ({
  status: plan.status,
  stage: JSON.stringify(plan.stage),
  outcome: plan.outcome,
  score: plan.score,
  coverage: plan.coverage,
  round: plan.round,
  ending: plan.ending,
  revision: plan.revision,
  state: JSON.stringify(plan),
  movedAt: plan.movedAt,
});

const KEPT_PLANS = 1_000;
/** Plans as they were written last, beside their text: to compare that costs less than to parse it again. */
const written = boundedMap<{ state: string; plan: Plan }>(KEPT_PLANS);

function planOf(id: string, state: string): Plan {
  const known = written.get(id);
  return known?.state === state ? known.plan : JSON.parse(state);
}

const insertQuery = prepare<PlanRow, unknown>((db, row) => db.insertInto('plans').values(row));

export async function insertPlan(db: Db, { plan, launchId, lastLine }: NewPlan): Promise<void> {
  await insertQuery(db, {
    id: plan.id,
    componentId: plan.componentId,
    cycleId: plan.cycleId,
    version: plan.cycleVersion,
    launchId,
    ...columnsOf(plan),
    startedAt: plan.startedAt,
    lastLine,
  });
}

const receiveQuery = prepare<
  { planId: string; eventId: string },
  Pick<PlanRow, 'state' | 'launchId' | 'lastLine'> & { takenAs: number | null }
>((db, given) =>
  db
    .selectFrom('plans')
    .leftJoin('inbox', (join) =>
      join.onRef('inbox.planId', '=', 'plans.id').on('inbox.eventId', '=', given.eventId),
    )
    .select(['plans.state', 'plans.launchId', 'plans.lastLine', 'inbox.revision as takenAs'])
    .where('plans.id', '=', given.planId),
);

/** The plan that an event is given to, and whether it has taken the event before. */
export async function receivePlan(db: Db, planId: string, eventId: string): Promise<Received | null> {
  const row = (await receiveQuery(db, { planId, eventId })).rows[0];
  if (!row) return null;
  const { state, launchId, lastLine, takenAs } = row;
  return { plan: planOf(planId, state), launchId, lastLine, takenAs };
}

const ownerQuery = prepare<{ id: string }, { componentId: string }>((db, given) =>
  db.selectFrom('plans').select('componentId').where('id', '=', given.id),
);

export async function componentOfPlan(db: Db, id: string): Promise<string | null> {
  return (await ownerQuery(db, { id })).rows[0]?.componentId ?? null;
}

export async function findPlan(db: Db, id: string): Promise<StoredPlan | null> {
  const row = await db
    .selectFrom('plans')
    .select(['state', 'launchId'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { plan: JSON.parse(row.state), launchId: row.launchId } : null;
}

type Update = ReturnType<typeof columnsOf> & { id: string; previous: number; lastLine: number };
const columnsOfMove = (row: Update) => ({
  stage: row.stage,
  outcome: row.outcome,
  score: row.score,
  coverage: row.coverage,
  round: row.round,
  ending: row.ending,
  revision: row.revision,
  state: row.state,
  movedAt: row.movedAt,
  lastLine: row.lastLine,
});
/** Naming the status, even as it was, would have its index written again. */
const moveQuery = prepare<Update, unknown>((db, row) =>
  db
    .updateTable('plans')
    .set(columnsOfMove(row))
    .where('id', '=', row.id)
    .where('revision', '=', row.previous)
    .where('status', '=', row.status),
);
const endQuery = prepare<Update, unknown>((db, row) =>
  db
    .updateTable('plans')
    .set({ ...columnsOfMove(row), status: row.status })
    .where('id', '=', row.id)
    .where('revision', '=', row.previous),
);

/**
 * With the line of its history that was written for this revision. False when the plan has moved on since it was read;
 * nothing is written then. A plan that has ended stays so.
 */
export async function updatePlan(db: Db, plan: Plan, lastLine: number): Promise<boolean> {
  const update = plan.status === 'ended' ? endQuery : moveQuery;
  const columns = columnsOf(plan);
  const result = await update(db, { id: plan.id, previous: plan.revision - 1, lastLine, ...columns });
  written.set(plan.id, { state: columns.state, plan });
  return result.numAffectedRows === 1n;
}

/** Active plans of the component, oldest first. */
export async function listActivePlansOf(db: Db, componentId: string): Promise<StoredPlan[]> {
  const rows = await db
    .selectFrom('plans')
    .select(['state', 'launchId'])
    .where('componentId', '=', componentId)
    .where('status', '=', 'active')
    .orderBy('startedAt')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ plan: JSON.parse(row.state), launchId: row.launchId }));
}
