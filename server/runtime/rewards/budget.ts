// What may still be given: what every budget on the way up has for the day, since each counts what is given below it.
// Without one nothing is counted. A reward that goes beyond one of them is refused where a person decides it.
import { addDays } from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';
import { ancestorsOf, findComponent } from '../../store/queries/components.ts';
import { type ListedBudgetRow, listBudgets, listBudgetsIn } from '../../store/queries/recognition.ts';
import type { RewardBudgetRow } from '../../store/schema/exchange.ts';
import type { Db } from '../../store/schema.ts';
import { spanOf, spentOf } from './budget-days.ts';

export interface BudgetNow {
  budget: RewardBudgetRow;
  componentName: string;
  spent: number;
}

/** Those that have the instant in their own days, the latest set first. */
async function budgetsWith(db: Db, componentIds: string[], at: string): Promise<RewardBudgetRow[]> {
  const day = at.slice(0, 10);
  // Nowhere is it another day than the one before or after that of UTC.
  const near = await listBudgetsIn(db, componentIds, { start: addDays(day, -1), end: addDays(day, 1) });
  const found: RewardBudgetRow[] = [];
  for (const budget of near) {
    const { from, until } = await spanOf(db, budget);
    if (from <= at && at < until) found.push(budget);
  }
  return found;
}

/** Those of the component and of what is above it, nearest first. */
async function budgetsAbove(db: Db, componentId: string, at: string): Promise<BudgetNow[]> {
  const own = await findComponent(db, componentId);
  if (!own) return [];
  const places = [own, ...(await ancestorsOf(db, componentId))];
  const budgets = await budgetsWith(
    db,
    places.map(({ id }) => id),
    at,
  );
  const found: BudgetNow[] = [];
  for (const { id, name } of places) {
    const budget = budgets.find((one) => one.componentId === id);
    if (budget) found.push({ budget, componentName: name, spent: await spentOf(db, budget) });
  }
  return found;
}

const leftOf = ({ budget, spent }: BudgetNow): number => budget.amount - spent;

/** The one with the least left, as no more than that can be given; null when nothing is counted there. */
export async function budgetAt(db: Db, componentId: string, at: string): Promise<BudgetNow | null> {
  const [least = null] = (await budgetsAbove(db, componentId, at)).toSorted(
    (one, other) => leftOf(one) - leftOf(other),
  );
  return least;
}

/** In what is given there: by the budget that counts it, or else by the last one that was set there or above. */
export async function currencyAt(db: Db, componentId: string, at: string): Promise<string | null> {
  const now = await budgetAt(db, componentId, at);
  if (now) return now.budget.currency;
  const places = [componentId, ...(await ancestorsOf(db, componentId)).map(({ id }) => id)];
  const [last] = await listBudgetsIn(db, places, { start: '0001-01-01', end: '9999-12-31' });
  return last?.currency ?? null;
}

/** Of several for the same component and days the last that was set. */
export async function latestBudgets(db: Db): Promise<ListedBudgetRow[]> {
  const latest = new Map<string, ListedBudgetRow>();
  for (const row of await listBudgets(db)) {
    const key = `${row.componentId} ${row.periodStart} ${row.periodEnd}`;
    if (!latest.has(key)) latest.set(key, row);
  }
  return [...latest.values()];
}

/** Those that count, newest period first. */
export async function budgetsOf(db: Db, isSeen: (componentId: string) => boolean): Promise<BudgetNow[]> {
  const found: BudgetNow[] = [];
  for (const { componentName, ...budget } of await latestBudgets(db))
    if (isSeen(budget.componentId)) found.push({ budget, componentName, spent: await spentOf(db, budget) });
  return found.toSorted(
    (one, other) =>
      other.budget.periodStart.localeCompare(one.budget.periodStart) ||
      one.componentName.localeCompare(other.componentName),
  );
}

export const toCents = (amount: number): number => Math.round(amount * 100);
const inWords = (cents: number, currency: string): string => `${(cents / 100).toFixed(2)} ${currency}`;

/** @throws ProblemError invalid when it is more than what is left. */
export async function requireWithinBudget(
  db: Db,
  { componentId, amount, at }: { componentId: string; amount: number; at: string },
): Promise<void> {
  const now = await budgetAt(db, componentId, at);
  if (!now) return;
  const { budget, componentName } = now;
  const left = Math.max(0, leftOf(now));
  if (toCents(amount) <= left) return;
  const detail = `The reward budget of ${componentName} has ${inWords(left, budget.currency)} left until ${budget.periodEnd}. Give less, or ask HR for more.`;
  throw new ProblemError('invalid', `${detail} The task stays open as it was.`, {
    errors: [{ pointer: '/result/amount', detail, code: 'over-budget' }],
  });
}
