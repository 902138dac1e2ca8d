// Interventions and rewards that were given in plans within sight, and what the appraisals around them came to.
import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import { isOfPlanWithin, type Within } from './plans-within.ts';

export interface Given {
  kind: 'intervention' | 'reward';
  planId: string;
  title: string;
  cause: string | null;
  at: string;
}

export async function listGiven(db: Db, within: Within): Promise<Given[]> {
  const isWithin = isOfPlanWithin('planId', within);
  const interventions = await db
    .selectFrom('interventions')
    .select(['planId', 'title', 'cause', 'at'])
    .where(isWithin)
    .orderBy('at')
    .execute();
  const rewards = await db
    .selectFrom('rewards')
    .select(['planId', 'title', 'at'])
    .where(isWithin)
    .orderBy('at')
    .execute();
  return [
    ...interventions.map((one) => ({ ...one, kind: 'intervention' as const })),
    ...rewards.map((one) => ({ ...one, cause: null, kind: 'reward' as const })),
  ];
}

export interface JudgedScore {
  planId: string;
  at: string;
  score: number | null;
  coverage: number;
}

/** What every appraisal of one of these plans came to, in order. */
export async function listJudgedScores(db: Db, planIds: Iterable<string>): Promise<JudgedScore[]> {
  const rows = await db
    .selectFrom('scores')
    .select(['planId', 'at'])
    .select(sql<number | null>`document ->> '$.score'`.as('score'))
    .select(sql<number | null>`document ->> '$.coverage'`.as('coverage'))
    .where(among('planId', planIds))
    .orderBy('planId')
    .orderBy('revision')
    .execute();
  return rows.map((one) => ({ ...one, coverage: one.coverage ?? 0 }));
}
