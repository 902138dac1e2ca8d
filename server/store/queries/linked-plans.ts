// Plans that a plan of another cycle has started, by the launch between them.

import type { PlanRow } from '../schema/plans.ts';
import type { Db } from '../schema.ts';

export interface LinkedPlan extends Pick<PlanRow, 'cycleId' | 'version' | 'status' | 'movedAt'> {
  planId: string;
  cycleName: string;
  stage: string[];
}

interface Place {
  planId: string;
  /** Of another component they are not the reader's to see by this. */
  componentId: string;
}

const linked = (db: Db) =>
  db
    .selectFrom('plans as p')
    .innerJoin('cycleVersions as v', (join) =>
      join.onRef('v.cycleId', '=', 'p.cycleId').onRef('v.version', '=', 'p.version'),
    )
    .select(['p.id as planId', 'p.cycleId', 'p.version', 'p.status', 'p.stage', 'p.movedAt'])
    .select('v.name as cycleName');

const toLinked = <Row extends { stage: string }>({ stage, ...row }: Row) => ({
  ...row,
  stage: JSON.parse(stage) as string[],
});

/** Oldest first. */
export async function listStartedBy(
  db: Db,
  { planId, componentId, until }: Place & { until?: string | undefined },
): Promise<LinkedPlan[]> {
  const rows = await linked(db)
    .innerJoin('launches as l', 'l.id', 'p.launchId')
    .where('l.originPlanId', '=', planId)
    .where('p.componentId', '=', componentId)
    .$if(until !== undefined, (started) => started.where('p.startedAt', '<', until ?? ''))
    .orderBy('p.startedAt')
    .orderBy('p.id')
    .execute();
  return rows.map(toLinked);
}

export async function findOriginOf(db: Db, { planId, componentId }: Place): Promise<LinkedPlan | null> {
  const row = await linked(db)
    .where('p.componentId', '=', componentId)
    .where('p.id', 'in', (e) =>
      e
        .selectFrom('plans as started')
        .innerJoin('launches as l', 'l.id', 'started.launchId')
        .select('l.originPlanId')
        .where('started.id', '=', planId)
        .where('l.originPlanId', 'is not', null)
        .$narrowType<{ originPlanId: string }>(),
    )
    .executeTakeFirst();
  return row ? toLinked(row) : null;
}
