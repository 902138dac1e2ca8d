// How many plans there are and how they came out, within sight, whatever their number.
import { sql } from 'kysely';
import type { Outcome } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';
import { packed } from './packed.ts';
import { isPlanWithin, type Within } from './plans-within.ts';

export interface OutcomeCount {
  componentKind: string;
  status: string;
  outcome: Outcome | null;
  count: number;
}

/** Of those that have come out or ended. */
export const countPlanOutcomes = (db: Db, within: Within): Promise<OutcomeCount[]> =>
  db
    .selectFrom('plans as p')
    .innerJoin('components as c', 'c.id', 'p.componentId')
    .select(['c.kind as componentKind', 'p.status', 'p.outcome'])
    .select((e) => e.fn.countAll<number>().as('count'))
    .where(isPlanWithin(within))
    .where((e) => e.or([e('p.outcome', 'is not', null), e('p.status', '=', 'ended')]))
    .groupBy(['c.kind', 'p.status', 'p.outcome'])
    // What the column holds is an outcome: only the engine's are written there.
    .$castTo<OutcomeCount>()
    .execute();

export interface PlansOfComponent {
  componentId: string;
  plans: number;
  ended: number;
}

/** By component. */
export function countPlans(db: Db, within: Within): Promise<PlansOfComponent[]> {
  const counted = db
    .selectFrom('plans as p')
    .select('p.componentId')
    .select((e) => e.fn.countAll<number>().as('plans'))
    .select(sql<number>`sum(p.status = 'ended')`.as('ended'))
    .where(isPlanWithin(within))
    .groupBy('p.componentId');
  return packed(db, counted, ['componentId', 'plans', 'ended']);
}

export interface PlannedVersion {
  cycleId: string;
  version: number;
}

/** Those of which most plans are under way come first. */
export const listBusiestVersions = (db: Db, limit: number): Promise<PlannedVersion[]> =>
  db
    .selectFrom('plans')
    .select(['cycleId', 'version'])
    .groupBy(['cycleId', 'version'])
    .orderBy(sql`sum(status = 'active')`, 'desc')
    .orderBy('cycleId')
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();

/** Versions of cycles of which there is a plan. */
export const listPlannedVersions = (db: Db): Promise<PlannedVersion[]> =>
  db
    .selectFrom('plans')
    .select(['cycleId', 'version'])
    .distinct()
    .orderBy('cycleId')
    .orderBy('version')
    .execute();
