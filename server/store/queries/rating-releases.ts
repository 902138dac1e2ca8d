// What tells whether the ratings of a plan are released: its way through the stages, and what was released by hand.
import type { RoundLine } from '../../../engine/index.ts';
import type { RatingReleaseRow } from '../schema/ratings.ts';
import type { TaskRow } from '../schema/tasks.ts';
import type { Db } from '../schema.ts';
import { linesOfPlans, linesWithin } from './history-lines.ts';

export interface WayOfPlan extends RoundLine {
  actor: string;
}

/** Oldest first. */
export async function listReleaseLines(db: Db, planId: string): Promise<WayOfPlan[]> {
  const rows = await linesOfPlans(db, (plan) => plan('p.id', '=', planId))
    .select(['revision', 'at', 'actor', 'eventType', 'round', 'stage', 'stageEntered', 'stageLeft'])
    .orderBy('revision')
    .execute();
  return rows.map(({ eventType, stage, stageEntered, stageLeft, ...line }) => ({
    ...line,
    type: eventType,
    stages: [...JSON.parse(stageEntered), ...JSON.parse(stage)],
    left: JSON.parse(stageLeft),
  }));
}

/** Oldest first. */
export const listReleasesByHand = (db: Db, planId: string): Promise<RatingReleaseRow[]> =>
  db.selectFrom('ratingReleases').selectAll().where('planId', '=', planId).orderBy('revision').execute();

export async function insertRelease(db: Db, row: RatingReleaseRow): Promise<void> {
  await db
    .insertInto('ratingReleases')
    .values(row)
    .onConflict((conflict) => conflict.columns(['planId', 'revision']).doNothing())
    .execute();
}

export interface PlanOfOwner {
  id: string;
  componentId: string;
  cycleId: string;
  version: number;
}

/** Plans of what the person answers for that have an outcome, or in which somebody judged. */
export const listJudgedPlansOf = (db: Db, ownerId: string): Promise<PlanOfOwner[]> =>
  db
    .selectFrom('plans as p')
    .innerJoin('components as c', 'c.id', 'p.componentId')
    .select(['p.id', 'p.componentId', 'p.cycleId', 'p.version'])
    .where('c.ownerId', '=', ownerId)
    .where((e) =>
      e.or([
        e('p.outcome', 'is not', null),
        e.exists(
          e
            .selectFrom('tasks as t')
            .select('t.id')
            .whereRef('t.planId', '=', 'p.id')
            .where('t.state', '=', 'completed')
            .where('t.purpose', 'in', ['appraisal', 'calibration', 'appeal']),
        ),
      ]),
    )
    .execute();

export type GivenInTask = Pick<TaskRow, 'key' | 'stage' | 'completedAt'>;

/** What was completed in the plan, except by raters; by time. */
export const listGiven = (db: Db, planId: string): Promise<GivenInTask[]> =>
  db
    .selectFrom('tasks')
    .select(['key', 'stage', 'completedAt'])
    .where('planId', '=', planId)
    .where('state', '=', 'completed')
    .where('raterGroup', 'is', null)
    .orderBy('completedAt')
    .execute();

export interface Standing {
  stage: string[];
  round: number;
  outcome: string | null;
}

/** Where the plan stood before the step of the revision. */
export async function standingBefore(db: Db, planId: string, revision: number): Promise<Standing> {
  const before = await linesWithin(db, { planId, from: revision - 1, to: revision - 1 })
    .select(['stage', 'round', 'outcome'])
    .executeTakeFirst();
  return {
    stage: before ? JSON.parse(before.stage) : [],
    round: before?.round ?? 1,
    outcome: before?.outcome ?? null,
  };
}
