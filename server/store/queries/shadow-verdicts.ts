// What shadows make of plans: one verdict for each plan, as of the last time that it was looked at.
import type { ExpressionBuilder } from 'kysely';
import { type VerdictKind, verdictKinds } from '../../../engine/index.ts';
import type { ShadowVerdictRow } from '../schema/cycles.ts';
import type { PlanRow } from '../schema/plans.ts';
import type { Db, Schema } from '../schema.ts';
import { among } from './among.ts';
import type { StoredPlan } from './plans.ts';

/**
 * Plans that are to be looked at by the instant, the longest due first. One with a timer that is due and has not fired
 * is left out: what happened to it is not yet all written down.
 */
export async function listDuePlans(
  db: Db,
  { shadowId, at, limit }: { shadowId: string; at: string; limit: number },
): Promise<StoredPlan[]> {
  const rows = await db
    .selectFrom('shadowVerdicts as v')
    .innerJoin('plans as p', 'p.id', 'v.planId')
    .select(['p.state', 'p.launchId'])
    .where('v.shadowId', '=', shadowId)
    .where('v.nextAt', '<=', at)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('timers as t')
            .select('t.id')
            .whereRef('t.planId', '=', 'v.planId')
            .where('t.dueAt', '<=', at),
        ),
      ),
    )
    .orderBy('v.nextAt')
    .orderBy('v.planId')
    .limit(limit)
    .execute();
  return rows.map(({ state, launchId }) => ({ plan: JSON.parse(state), launchId }));
}

export async function nextVerdictInstant(db: Db, shadowIds: readonly string[]): Promise<string | null> {
  const row = await db
    .selectFrom('shadowVerdicts')
    .select('nextAt')
    .where('shadowId', 'in', shadowIds)
    .where('nextAt', 'is not', null)
    .orderBy('nextAt')
    .limit(1)
    .executeTakeFirst();
  return row?.nextAt ?? null;
}

export interface NewVerdict {
  shadowId: string;
  planId: string;
  revision: number;
  verdict: VerdictKind;
  report: string;
  judgedAt: string;
  nextAt: string | null;
}

/** A plan that has moved on meanwhile is looked at again at once. Nothing when the shadow has ended. */
export async function updateVerdict(db: Db, { shadowId, planId, ...given }: NewVerdict): Promise<void> {
  const plan = await db.selectFrom('plans').select('revision').where('id', '=', planId).executeTakeFirst();
  const nextAt = plan && plan.revision > given.revision ? given.judgedAt : given.nextAt;
  await db
    .updateTable('shadowVerdicts')
    .set({ ...given, nextAt })
    .where('shadowId', '=', shadowId)
    .where('planId', '=', planId)
    .where('revision', '<=', given.revision)
    .where('shadowId', 'in', (e) => e.selectFrom('shadows').select('id').where('endedAt', 'is', null))
    .execute();
}

/** Of the plans of these components, without some. */
export interface VerdictsWithin {
  componentIds: ReadonlySet<string> | 'all';
  without: readonly string[];
}

function isWithin({ componentIds, without }: VerdictsWithin) {
  return (e: ExpressionBuilder<Schema & { v: ShadowVerdictRow; p: PlanRow }, 'v' | 'p'>) =>
    e.and([
      ...(without.length > 0 ? [e('p.id', 'not in', without)] : []),
      ...(componentIds === 'all' ? [] : [among('p.componentId', componentIds)]),
    ]);
}

const everything: VerdictsWithin = { componentIds: 'all', without: [] };

export type VerdictCounts = Record<VerdictKind | 'waiting', number>;

export async function countVerdicts(
  db: Db,
  shadowIds: readonly string[],
  within: VerdictsWithin | null,
): Promise<(shadowId: string) => VerdictCounts> {
  const rows =
    shadowIds.length === 0
      ? []
      : await db
          .selectFrom('shadowVerdicts as v')
          .innerJoin('plans as p', 'p.id', 'v.planId')
          .select((e) => ['v.shadowId', 'v.verdict', e.fn.countAll<number>().as('count')])
          .where('v.shadowId', 'in', shadowIds)
          .where(isWithin(within ?? everything))
          .groupBy(['v.shadowId', 'v.verdict'])
          .execute();
  return (shadowId) => {
    const counts = { waiting: 0, same: 0, 'other-outcome': 0, 'other-path': 0, 'not-replayed': 0 };
    for (const row of rows)
      if (row.shadowId === shadowId) counts[row.verdict as VerdictKind | 'waiting'] = Number(row.count);
    return counts;
  };
}

export interface VerdictInContext {
  planId: string;
  report: string;
  judgedAt: string;
  componentId: string;
  componentName: string;
}

/** Those that have been looked at, in the order of the plans' ids. */
export async function pageVerdicts(
  db: Db,
  page: {
    shadowId: string;
    within: VerdictsWithin;
    verdicts?: readonly VerdictKind[];
    after: string;
    limit: number;
  },
): Promise<VerdictInContext[]> {
  const rows = await db
    .selectFrom('shadowVerdicts as v')
    .innerJoin('plans as p', 'p.id', 'v.planId')
    .leftJoin('components as c', 'c.id', 'p.componentId')
    .select(['v.planId', 'v.report', 'v.judgedAt', 'p.componentId', 'c.name'])
    .where('v.shadowId', '=', page.shadowId)
    .where('v.verdict', 'in', page.verdicts ?? verdictKinds)
    .where('v.planId', '>', page.after)
    .where(isWithin(page.within))
    .orderBy('v.planId')
    .limit(page.limit)
    .execute();
  return rows.map(({ report, judgedAt, componentId, name, planId }) => ({
    planId,
    report: report ?? '',
    judgedAt: judgedAt ?? '',
    componentId,
    componentName: name ?? componentId,
  }));
}
