// The days of a budget are those of its component: what is given there on its last evening still counts.
import { addDays, startOfDay } from '../../../engine/index.ts';
import { spentBetween } from '../../store/queries/recognition.ts';
import { componentZone } from '../../store/queries/zones.ts';
import type { RewardBudgetRow } from '../../store/schema/exchange.ts';
import type { Db } from '../../store/schema.ts';

export interface BudgetSpan {
  from: string;
  /** The first instant after it. */
  until: string;
}

export async function spanOf(db: Db, budget: RewardBudgetRow): Promise<BudgetSpan> {
  const zone = await componentZone(db, budget.componentId);
  return {
    from: startOfDay(budget.periodStart, zone),
    until: startOfDay(addDays(budget.periodEnd, 1), zone),
  };
}

/** What was given at and below its component in its days and its currency, in cents. */
export const spentOf = async (db: Db, budget: RewardBudgetRow): Promise<number> =>
  spentBetween(db, {
    ...{ componentId: budget.componentId, currency: budget.currency },
    ...(await spanOf(db, budget)),
  });
