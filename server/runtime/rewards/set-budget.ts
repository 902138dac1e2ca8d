// What may be given is set and removed. One that covers another, above or below it, counts in the same currency: what is
// given once counts in both.
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { ancestorsOf, findComponent } from '../../store/queries/components.ts';
import {
  deleteBudget,
  findBudget,
  insertBudget,
  type ListedBudgetRow,
} from '../../store/queries/recognition.ts';
import { appendAudit, changeOf } from '../../store/queries/records.ts';
import type { RewardBudgetRow } from '../../store/schema/exchange.ts';
import type { Db } from '../../store/schema.ts';
import { type BudgetNow, latestBudgets, toCents } from './budget.ts';
import { spentOf } from './budget-days.ts';

export interface NewBudget {
  componentId: string;
  periodStart: string;
  periodEnd: string;
  amount: number;
  currency: string;
}

type Placed = Pick<RewardBudgetRow, 'componentId' | 'periodStart' | 'periodEnd'>;

const haveCommonDays = (one: Placed, other: Placed): boolean =>
  one.periodStart <= other.periodEnd && other.periodStart <= one.periodEnd;

const takesThePlaceOf = (one: Placed, other: Placed): boolean =>
  one.componentId === other.componentId &&
  one.periodStart === other.periodStart &&
  one.periodEnd === other.periodEnd;

const isAtOrAbove = async (db: Db, above: string, below: string): Promise<boolean> =>
  above === below || (await ancestorsOf(db, below)).some(({ id }) => id === above);

async function inOtherCurrency(db: Db, given: NewBudget): Promise<ListedBudgetRow | null> {
  for (const other of await latestBudgets(db)) {
    if (other.currency === given.currency || takesThePlaceOf(given, other)) continue;
    if (!haveCommonDays(given, other)) continue;
    const [here, there] = [given.componentId, other.componentId];
    if ((await isAtOrAbove(db, here, there)) || (await isAtOrAbove(db, there, here))) return other;
  }
  return null;
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
    const other = await inOtherCurrency(db, given);
    if (other)
      throw refuse(
        '/currency',
        `${other.componentName} has a budget in ${other.currency} from ${other.periodStart} to ${other.periodEnd}, and what is given may count in both. Use the same currency, or other days.`,
      );
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
