// Appraisals with what their figures come to since: each version is kept, and none takes the place of another.
import { sql } from 'kysely';
import type { ComponentScore, Period, Plan } from '../../../engine/index.ts';
import type { ScoreVersionRow } from '../schema/plans.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import type { RecordedScore } from './awards.ts';

/** A figure that came after an appraisal. */
export interface LateFigure {
  measureId: string;
  title: string;
  periodStart: string;
  periodEnd: string;
  /** It takes the place of one that was known then. */
  corrects: boolean;
}

export interface LaterScore {
  version: number;
  at: string;
  actor: string;
  reason: LateFigure[];
  score: ComponentScore;
}

export interface Appraised extends RecordedScore {
  plan: Plan;
}

/** The plans of the components whose time touches the span, each with its last appraisal. */
export async function listAppraised(
  db: Db,
  { componentIds, span }: { componentIds: Iterable<string>; span: Period },
): Promise<Appraised[]> {
  const rows = await db
    .selectFrom('plans as p')
    .innerJoin('scores as s', (join) =>
      join.onRef('s.planId', '=', 'p.id').on('s.revision', '=', (e) =>
        e
          .selectFrom('scores as last')
          .select((of) => of.fn.max('last.revision').as('revision'))
          .whereRef('last.planId', '=', 'p.id'),
      ),
    )
    .select(['p.state', 's.revision', 's.at', 's.document'])
    .where(among('p.componentId', componentIds))
    .where(sql<string>`${sql.ref('p.state')} ->> '$.period.start'`, '<=', span.end)
    .where(sql<string>`${sql.ref('p.state')} ->> '$.period.end'`, '>=', span.start)
    .orderBy('p.id')
    .execute();
  return rows.map(({ state, document, ...row }) => ({
    ...row,
    plan: JSON.parse(state),
    score: JSON.parse(document),
  }));
}

/** Of one appraisal, oldest first. */
export async function listLaterScores(
  db: Db,
  { planId, revision }: { planId: string; revision: number },
): Promise<LaterScore[]> {
  const rows = await db
    .selectFrom('scoreVersions')
    .select(['version', 'at', 'actor', 'reason', 'document'])
    .where('planId', '=', planId)
    .where('revision', '=', revision)
    .orderBy('version')
    .execute();
  return rows.map(({ reason, document, ...row }) => ({
    ...row,
    reason: JSON.parse(reason),
    score: JSON.parse(document),
  }));
}

export async function insertLaterScore(db: Db, row: ScoreVersionRow): Promise<void> {
  await db.insertInto('scoreVersions').values(row).execute();
}
