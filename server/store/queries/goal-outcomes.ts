// How the goals of plans within sight were met, as the plans were last appraised.
import { type SqlBool, sql } from 'kysely';
import type { Outcome } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';
import { isPlanWithin, type Within } from './plans-within.ts';

export interface GoalCount {
  /** Null: the goal says none, or is no more. */
  dimension: string | null;
  outcome: Outcome | null;
  count: number;
}

/** The goals of each plan as it was last appraised; plans that never were are left out. */
export async function countGoalOutcomes(db: Db, within: Within): Promise<GoalCount[]> {
  const found = await sql<GoalCount>`
    select g.document ->> 'dimension' as dimension, planned.value ->> 'outcome' as outcome, count(*) as count
    from plans as p
    join json_each(p.state, '$.goals') as planned
    left join goals as g on g.id = planned.key
    where p.score is not null and ${isPlanWithin(within)}
    group by 1, 2
  `.execute(db);
  return found.rows;
}

/** How many goals of each plan are of this dimension (none: of none) and came out so (null: not at all). */
export async function countGoalsOfPlans(
  db: Db,
  { dimension, outcome }: { dimension?: string | undefined; outcome?: Outcome | null },
  within: Within,
): Promise<ReadonlyMap<string, number>> {
  const ofDimension =
    dimension === undefined
      ? sql<SqlBool>`true`
      : sql<SqlBool>`coalesce(g.document ->> 'dimension', 'none') = ${dimension}`;
  const cameOut =
    outcome === undefined ? sql<SqlBool>`true` : sql<SqlBool>`planned.value ->> 'outcome' is ${outcome}`;
  const found = await sql<{ id: string; count: number }>`
    select p.id, count(*) as count
    from plans as p
    join json_each(p.state, '$.goals') as planned
    left join goals as g on g.id = planned.key
    where p.score is not null and ${isPlanWithin(within)} and ${ofDimension} and ${cameOut}
    group by p.id
  `.execute(db);
  return new Map(found.rows.map(({ id, count }) => [id, count]));
}
