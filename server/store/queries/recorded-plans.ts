// Plans with their histories as they are replayed: the ended ones of a cycle page by page, or some by their ids.
import { figuresChanged, type JsonObject, type Period } from '../../../engine/index.ts';
import { prepare } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import { type StoredLine, toLine } from './history.ts';
import { linesOfPlans } from './history-lines.ts';
import type { StoredPlan } from './plans.ts';

export interface EndedPlans {
  cycleId: string;
  launchId?: string | undefined;
  /** Of launches whose period lies within. */
  period?: Period | undefined;
}

export type PlanInContext = StoredPlan & { componentName: string };

const endedPlans = (db: Db, { cycleId, launchId, period }: EndedPlans) =>
  db
    .selectFrom('plans as p')
    .where('p.cycleId', '=', cycleId)
    .where('p.status', '=', 'ended')
    .$if(launchId !== undefined, (query) => query.where('p.launchId', '=', launchId ?? ''))
    .$if(period !== undefined, (query) =>
      query.where('p.launchId', 'in', (e) =>
        e
          .selectFrom('launches')
          .select('id')
          .where('periodStart', '>=', period?.start ?? '')
          .where('periodEnd', '<=', period?.end ?? ''),
      ),
    );

export async function countEndedPlans(db: Db, which: EndedPlans): Promise<number> {
  const { count } = await endedPlans(db, which)
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** In the order of their ids. */
export async function pageEndedPlans(
  db: Db,
  which: EndedPlans,
  { after, limit }: { after: string; limit: number },
): Promise<PlanInContext[]> {
  const rows = await endedPlans(db, which)
    .leftJoin('components as c', 'c.id', 'p.componentId')
    .select(['p.state', 'p.launchId', 'p.componentId', 'c.name'])
    .where('p.id', '>', after)
    .orderBy('p.id')
    .limit(limit)
    .execute();
  return rows.map(({ state, launchId, componentId, name }) => ({
    plan: JSON.parse(state),
    launchId,
    componentName: name ?? componentId,
  }));
}

/** What happened to the plans on their way, the oldest line of each first. */
export async function listHistories(
  db: Db,
  planIds: readonly string[],
): Promise<(planId: string) => StoredLine[]> {
  const rows = await linesOfPlans(db, () => among('p.id', planIds))
    .selectAll('history')
    // It may come after the end, and leads nowhere.
    .where('eventType', '<>', figuresChanged)
    .orderBy('planId')
    .orderBy('revision')
    .execute();
  const byPlan = Map.groupBy(rows.map(toLine), ({ planId }) => planId);
  return (planId) => byPlan.get(planId) ?? [];
}

const variablesQuery = prepare<{ id: string }, { variables: string }>((db, given) =>
  db.selectFrom('launches').select('variables').where('id', '=', given.id),
);

/** What the launch gave its plans besides the start values of the cycle. */
export async function variablesOfLaunch(db: Db, launchId: string | null): Promise<JsonObject> {
  const [row] = launchId === null ? [] : (await variablesQuery(db, { id: launchId })).rows;
  return row ? JSON.parse(row.variables) : {};
}
