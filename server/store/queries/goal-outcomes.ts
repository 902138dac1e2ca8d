// How the goals of plans within sight were met, as the plans were last appraised.
import { sql } from 'kysely';
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
