// Plans: the engine's value stored whole, beside the columns by which plans are found.
import type { Plan } from '../../../engine/index.ts';
import { prepare } from '../prepared.ts';
import type { Db, PlanRow } from '../schema.ts';

export interface StoredPlan {
  plan: Plan;
  launchId: string | null;
}

export interface Received extends StoredPlan {
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

const insertQuery = prepare<PlanRow, unknown>((db, row) => db.insertInto('plans').values(row));

export async function insertPlan(db: Db, { plan, launchId }: StoredPlan): Promise<void> {
  await insertQuery(db, {
    id: plan.id,
    componentId: plan.componentId,
    cycleId: plan.cycleId,
    version: plan.cycleVersion,
    launchId,
    ...columnsOf(plan),
    startedAt: plan.startedAt,
  });
}

const receiveQuery = prepare<
  { planId: string; eventId: string },
  { state: string; launchId: string | null; takenAs: number | null }
>((db, given) =>
  db
    .selectFrom('plans')
    .leftJoin('inbox', (join) =>
      join.onRef('inbox.planId', '=', 'plans.id').on('inbox.eventId', '=', given.eventId),
    )
    .select(['plans.state', 'plans.launchId', 'inbox.revision as takenAs'])
    .where('plans.id', '=', given.planId),
);

/** The plan that an event is given to, and whether it has taken the event before. */
export async function receivePlan(db: Db, planId: string, eventId: string): Promise<Received | null> {
  const row = (await receiveQuery(db, { planId, eventId })).rows[0];
  if (!row) return null;
  const { state, launchId, takenAs } = row;
  return { plan: JSON.parse(state), launchId, takenAs };
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

type Update = ReturnType<typeof columnsOf> & { id: string; previous: number };
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

/** False when the plan has moved on since it was read; nothing is written then. A plan that has ended stays so. */
export async function updatePlan(db: Db, plan: Plan): Promise<boolean> {
  const update = plan.status === 'ended' ? endQuery : moveQuery;
  const result = await update(db, { id: plan.id, previous: plan.revision - 1, ...columnsOf(plan) });
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
