// What may still be given: what every budget on the way up has for the day, since each counts what is given below it.
// Without one nothing is counted. A reward that goes beyond one of them is refused where a person decides it.
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { ancestorsOf, findComponent } from '../../store/queries/components.ts';
import {
  deleteBudget,
  findBudget,
  insertBudget,
  listBudgets,
  listBudgetsAt,
  spentOf,
} from '../../store/queries/recognition.ts';
import { appendAudit, changeOf } from '../../store/queries/records.ts';
import type { RewardBudgetRow } from '../../store/schema/exchange.ts';
import type { Db } from '../../store/schema.ts';

export interface BudgetNow {
  budget: RewardBudgetRow;
  componentName: string;
  spent: number;
}

/** Those of the component and of what is above it, nearest first. */
async function budgetsAbove(db: Db, componentId: string, day: string): Promise<BudgetNow[]> {
  const own = await findComponent(db, componentId);
  if (!own) return [];
  const places = [own, ...(await ancestorsOf(db, componentId))];
  const budgets = await listBudgetsAt(
    db,
    places.map(({ id }) => id),
    day,
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
export async function budgetAt(db: Db, componentId: string, day: string): Promise<BudgetNow | null> {
  const [least = null] = (await budgetsAbove(db, componentId, day)).toSorted(
    (one, other) => leftOf(one) - leftOf(other),
  );
  return least;
}

/** Those that count, newest period first: of several for the same component and days the last that was set. */
export async function budgetsOf(db: Db, isSeen: (componentId: string) => boolean): Promise<BudgetNow[]> {
  const latest = new Map<string, Awaited<ReturnType<typeof listBudgets>>[number]>();
  for (const row of await listBudgets(db)) {
    const key = `${row.componentId} ${row.periodStart} ${row.periodEnd}`;
    if (isSeen(row.componentId) && !latest.has(key)) latest.set(key, row);
  }
  const found: BudgetNow[] = [];
  for (const { componentName, ...budget } of latest.values())
    found.push({ budget, componentName, spent: await spentOf(db, budget) });
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
  const now = await budgetAt(db, componentId, at.slice(0, 10));
  if (!now) return;
  const { budget, componentName } = now;
  const left = Math.max(0, leftOf(now));
  if (toCents(amount) <= left) return;
  const detail = `The reward budget of ${componentName} has ${inWords(left, budget.currency)} left until ${budget.periodEnd}. Give less, or ask HR for more.`;
  throw new ProblemError('invalid', `${detail} The task stays open as it was.`, {
    errors: [{ pointer: '/result/amount', detail, code: 'over-budget' }],
  });
}

export interface NewBudget {
  componentId: string;
  periodStart: string;
  periodEnd: string;
  amount: number;
  currency: string;
}

/** A later one for the same days takes the place of an earlier one. @throws ProblemError invalid. */
export async function setBudget(deps: Deps, actor: Actor, given: NewBudget): Promise<BudgetNow> {
  return deps.store.commit(async (db) => {
    const refuse = (pointer: string, detail: string) =>
      new ProblemError('invalid', `${detail} Nothing was changed.`, { errors: [{ pointer, detail }] });
    const component = await findComponent(db, given.componentId);
    if (!component)
      throw refuse('/componentId', `There is no component ${given.componentId}; choose one that exists.`);
    if (given.periodEnd < given.periodStart)
      throw refuse('/periodEnd', 'The period ends before it starts; choose a later last day.');
    const at = deps.clock.now();
    const row = {
      ...given,
      id: deps.ids.next('bud'),
      amount: toCents(given.amount),
      createdAt: at,
      createdBy: actor.id,
    };
    await insertBudget(db, row);
    const { componentId, periodStart, periodEnd, amount } = row;
    const detail = changeOf(null, { componentId, periodStart, periodEnd, amount });
    await appendAudit(db, {
      at,
      actor: actor.id,
      action: 'budget.set',
      resource: `reward-budget/${row.id}`,
      detail,
    });
    return { budget: row, componentName: component.name, spent: await spentOf(db, row) };
  });
}

/** What was given stays given; it is counted against nothing any more. @throws ProblemError not-found. */
export async function removeBudget(deps: Deps, actor: Actor, id: string): Promise<void> {
  await deps.store.commit(async (db) => {
    const row = await findBudget(db, id);
    if (!row) throw notFound('reward budget');
    await deleteBudget(db, row);
    const { componentId, periodStart, periodEnd, amount } = row;
    await appendAudit(db, {
      at: deps.clock.now(),
      actor: actor.id,
      action: 'budget.removed',
      resource: `reward-budget/${id}`,
      detail: changeOf({ componentId, periodStart, periodEnd, amount }, null),
    });
  });
}
