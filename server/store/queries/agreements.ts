// Which versions of which plans were agreed, and of those plans the ones that have days in a period.
import { sql } from 'kysely';
import type { Period } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import type { VersionKey } from './plan-versions.ts';

/** Without what it says, which is read of few. */
export interface AgreedLine extends VersionKey {
  componentId: string;
  at: string;
  inForceAt: string;
  /** When a goal or a measure of the component was changed last; null: it has none. */
  changedAt: string | null;
}

async function lastChanges(
  db: Db,
  componentIds: readonly string[] | 'all',
): Promise<ReadonlyMap<string, string>> {
  const said = db
    .selectFrom('goals')
    .select(['componentId', 'updatedAt'])
    .unionAll(db.selectFrom('measures').select(['componentId', 'updatedAt']))
    .as('said');
  let query = db
    .selectFrom(said)
    .select((e) => ['componentId', e.fn.max('updatedAt').as('at')])
    .groupBy('componentId');
  if (componentIds !== 'all') query = query.where(among('componentId', componentIds));
  return new Map((await query.execute()).map(({ componentId, at }) => [componentId, at]));
}

/** In no order: of most nothing more is asked. */
export async function listAgreedLines(
  db: Db,
  componentIds: readonly string[] | 'all',
): Promise<AgreedLine[]> {
  let query = db
    .selectFrom('planVersions')
    .select(['planId', 'version', 'componentId', 'at', 'inForceAt'])
    .where('inForceAt', 'is not', null);
  // By the plans, of which there is an index.
  if (componentIds !== 'all')
    query = query.where('planId', 'in', (q) =>
      q.selectFrom('plans').select('id').where(among('componentId', componentIds)),
    );
  const lines = await query.$narrowType<{ inForceAt: string }>().execute();
  if (lines.length === 0) return [];
  const changes = await lastChanges(db, componentIds);
  return lines.map((line) => ({ ...line, changedAt: changes.get(line.componentId) ?? null }));
}

export interface PlanTime {
  startedAt: string;
  period: Period;
}

/** Those of the plans that share a day with the period, and were not cancelled. */
export async function listPlanTimes(
  db: Db,
  planIds: readonly string[],
  { start, end }: Period,
): Promise<ReadonlyMap<string, PlanTime>> {
  const rows = await db
    .selectFrom('plans')
    .select(['id', 'startedAt', sql<string>`state -> '$.period'`.as('period')])
    .where(among('id', planIds))
    .where((e) => e.or([e('ending', 'is', null), e('ending', '!=', 'cancelled')]))
    .execute();
  const times = rows.map(({ id, startedAt, period }): [string, PlanTime] => [
    id,
    { startedAt, period: JSON.parse(period) },
  ]);
  return new Map(times.filter(([, { period }]) => period.start <= end && start <= period.end));
}
