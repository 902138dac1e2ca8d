// What steps leave on a plan besides its state: rewards and interventions, each once by its key, and scores.
import type { ComponentScore, Effect, Plan } from '../../../engine/index.ts';
import type { RewardRow } from '../schema/exchange.ts';
import type { InterventionRow } from '../schema/plans.ts';
import type { Db } from '../schema.ts';

/** False when the plan already has one with this key. */
export async function insertReward(db: Db, row: RewardRow): Promise<boolean> {
  const result = await db
    .insertInto('rewards')
    .values(row)
    .onConflict((conflict) => conflict.columns(['planId', 'key']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** False when the plan already has one with this key. */
export async function insertIntervention(db: Db, row: InterventionRow): Promise<boolean> {
  const result = await db
    .insertInto('interventions')
    .values(row)
    .onConflict((conflict) => conflict.columns(['planId', 'key']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** The reward of the key, with the title by which the cycle asked for it. */
export async function findRewardAt(
  db: Db,
  { planId, key }: { planId: string; key: string },
): Promise<{ title: string; asked: string } | null> {
  const row = await db
    .selectFrom('rewards')
    .select(['title', 'at'])
    .where('planId', '=', planId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return null;
  const lines = await db
    .selectFrom('history')
    .select('effects')
    .where('planId', '=', planId)
    .where('at', '=', row.at)
    .orderBy('revision')
    .execute();
  const effects = lines.flatMap((line): Effect[] => JSON.parse(line.effects));
  const effect = effects.find((one) => one.type === 'reward' && one.key === key);
  return { title: row.title, asked: effect?.type === 'reward' ? effect.title : row.title };
}

export async function listRewardIds(db: Db, planId: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('rewards').select('id').where('planId', '=', planId).execute();
  return new Set(rows.map(({ id }) => id));
}

export async function listRewards(
  db: Db,
  planId: string,
): Promise<Pick<RewardRow, 'key' | 'title' | 'at'>[]> {
  return db
    .selectFrom('rewards')
    .select(['key', 'title', 'at'])
    .where('planId', '=', planId)
    .orderBy('at')
    .orderBy('key')
    .execute();
}

export async function listInterventions(
  db: Db,
  planId: string,
): Promise<Pick<InterventionRow, 'key' | 'title' | 'cause' | 'analysis' | 'support' | 'at'>[]> {
  return db
    .selectFrom('interventions')
    .select(['key', 'title', 'cause', 'analysis', 'support', 'at'])
    .where('planId', '=', planId)
    .orderBy('at')
    .orderBy('key')
    .execute();
}

export interface RecordedScore {
  revision: number;
  at: string;
  score: ComponentScore;
}

/** Scored twice in one step, the later score is that of the revision. */
export async function recordScore(db: Db, plan: Plan, { at, score }: Omit<RecordedScore, 'revision'>) {
  const { id: planId, revision, round } = plan;
  const document = JSON.stringify(score);
  await db
    .insertInto('scores')
    .values({ planId, revision, at, document, round, score: plan.score })
    .onConflict((conflict) => conflict.columns(['planId', 'revision']).doUpdateSet({ document }))
    .execute();
}

export async function findLatestScore(db: Db, planId: string): Promise<RecordedScore | null> {
  const row = await db
    .selectFrom('scores')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { revision: row.revision, at: row.at, score: JSON.parse(row.document) } : null;
}

/** Every appraisal of the plan, in order. */
export async function listScores(db: Db, planId: string): Promise<{ at: string; score: ComponentScore }[]> {
  const rows = await db
    .selectFrom('scores')
    .select(['at', 'document'])
    .where('planId', '=', planId)
    .orderBy('revision')
    .execute();
  return rows.map(({ at, document }) => ({ at, score: JSON.parse(document) }));
}
