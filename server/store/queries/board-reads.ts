// Wide reads for the boards: each is one query over all plans, whatever their number. What the reader may not see is
// taken out by the board's view.
import type { Outcome } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';

export interface BoardPlan {
  id: string;
  componentId: string;
  componentKind: string;
  cycleId: string;
  version: number;
  status: string;
  outcome: Outcome | null;
  startedAt: string;
}

export interface BoardFilter {
  cycleId?: string | undefined;
  version?: number | undefined;
  /** Local dates: plans that began between them, both included. */
  from?: string | undefined;
  to?: string | undefined;
}

export async function listBoardPlans(db: Db, filter: BoardFilter): Promise<BoardPlan[]> {
  let query = db
    .selectFrom('plans as p')
    .innerJoin('components as c', 'c.id', 'p.componentId')
    .select(['p.id', 'p.componentId', 'c.kind as componentKind', 'p.cycleId', 'p.version', 'p.status'])
    .select(['p.outcome', 'p.startedAt']);
  if (filter.cycleId) query = query.where('p.cycleId', '=', filter.cycleId);
  if (filter.version) query = query.where('p.version', '=', filter.version);
  if (filter.from) query = query.where('p.startedAt', '>=', filter.from);
  // Instants of the last day are greater than its date, and less than the date with this letter behind it.
  if (filter.to) query = query.where('p.startedAt', '<', `${filter.to}U`);
  // What the column holds is an outcome: only the engine's are written there.
  return query.orderBy('p.startedAt').orderBy('p.id').$castTo<BoardPlan>().execute();
}

export interface OpenWork {
  planId: string;
  componentId: string;
  assigneeId: string | null;
  assigneeName: string | null;
  dueAt: string | null;
}

export const listOpenWork = (db: Db): Promise<OpenWork[]> =>
  db
    .selectFrom('tasks as t')
    .leftJoin('people as a', 'a.id', 't.assigneeId')
    .select(['t.planId', 't.componentId', 't.assigneeId', 'a.name as assigneeName', 't.dueAt'])
    .where('t.state', '=', 'open')
    .execute();

/** Each plan once for each built-in form that somebody has completed in it. */
export async function listFormsDone(
  db: Db,
  forms: readonly string[],
): Promise<{ planId: string; form: string }[]> {
  const rows = await db
    .selectFrom('tasks')
    .select(['planId', 'form'])
    .distinct()
    .where('state', '=', 'completed')
    .where(
      'form',
      'in',
      forms.map((form) => JSON.stringify(form)),
    )
    .execute();
  return rows.map(({ planId, form }) => ({ planId, form: JSON.parse(form) }));
}

/** The results of the completed appraisals, oldest first; not yet read. */
export async function listAppraisalResults(db: Db): Promise<{ planId: string; result: unknown }[]> {
  const rows = await db
    .selectFrom('tasks')
    .select(['planId', 'result'])
    .where('state', '=', 'completed')
    .where('form', '=', JSON.stringify('appraisal'))
    .orderBy('completedAt')
    .orderBy('id')
    .execute();
  return rows.map(({ planId, result }) => ({ planId, result: JSON.parse(result ?? 'null') }));
}

export interface Given {
  kind: 'intervention' | 'reward';
  planId: string;
  title: string;
  cause: string | null;
  at: string;
}

export async function listGiven(db: Db): Promise<Given[]> {
  const interventions = await db
    .selectFrom('interventions')
    .select(['planId', 'title', 'cause', 'at'])
    .orderBy('at')
    .execute();
  const rewards = await db.selectFrom('rewards').select(['planId', 'title', 'at']).orderBy('at').execute();
  return [
    ...interventions.map((one) => ({ ...one, kind: 'intervention' as const })),
    ...rewards.map((one) => ({ ...one, cause: null, kind: 'reward' as const })),
  ];
}

export interface JudgedScore {
  planId: string;
  at: string;
  round: number;
  score: number;
}

/** Every score that an appraisal of a plan came to, in order. */
export async function listJudgedScores(db: Db): Promise<JudgedScore[]> {
  const rows = await db
    .selectFrom('scores as s')
    .innerJoin('history as h', (join) =>
      join.onRef('h.planId', '=', 's.planId').onRef('h.revision', '=', 's.revision'),
    )
    .select(['s.planId', 's.at', 'h.round', 'h.score'])
    .where('h.score', 'is not', null)
    .orderBy('s.planId')
    .orderBy('s.revision')
    .execute();
  return rows.map((one) => ({ ...one, score: one.score ?? 0 }));
}

/** The goals of each plan as it was last appraised; plans that never were are left out. */
export async function listPlanGoals(
  db: Db,
): Promise<{ planId: string; goals: Record<string, { outcome: Outcome | null }> }[]> {
  const rows = await db.selectFrom('plans').select(['id', 'state']).where('score', 'is not', null).execute();
  return rows.map(({ id, state }) => ({ planId: id, goals: JSON.parse(state).goals ?? {} }));
}

export const listGoalDocuments = async (db: Db): Promise<{ id: string; dimension: string | null }[]> => {
  const rows = await db.selectFrom('goals').select(['id', 'document']).execute();
  return rows.map(({ id, document }) => ({ id, dimension: JSON.parse(document).dimension ?? null }));
};

export async function listFeedbackGiven(
  db: Db,
  { from, to }: Pick<BoardFilter, 'from' | 'to'>,
): Promise<{ componentId: string }[]> {
  // A note to oneself was given to nobody.
  let query = db
    .selectFrom('feedback')
    .select('componentId')
    .where('visibility', '!=', 'private')
    .where('componentId', 'is not', null)
    .$narrowType<{ componentId: string }>();
  if (from) query = query.where('at', '>=', from);
  if (to) query = query.where('at', '<', `${to}U`);
  return query.execute();
}
