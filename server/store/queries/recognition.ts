// Rewards as people see them: their own, those that are shown, the thanks of others, and what may still be given.
import type { Period } from '../../../engine/index.ts';
import type { RewardBudgetRow, RewardRow } from '../schema/exchange.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import { notWithheld, type Withheld } from './withheld.ts';

export type RewardInContext = RewardRow & { personName: string | null; componentName: string | null };
export const rewardBoxes = ['wall', 'mine'] as const;

const select = (db: Db) =>
  db
    .selectFrom('rewards as r')
    .leftJoin('people as p', 'p.id', 'r.personId')
    .leftJoin('components as c', 'c.id', 'r.componentId')
    .selectAll('r')
    .select(['p.name as personName', 'c.name as componentName']);

interface Box {
  box: (typeof rewardBoxes)[number];
  personId: string;
  withheld: readonly Withheld[];
}

/** Newest first; on the wall only what its receiver wants there. */
export async function pageRewards(
  db: Db,
  { box, personId, withheld }: Box,
  page: { before: { at: string; id: string } | null; limit: number },
): Promise<RewardInContext[]> {
  const { before } = page;
  let query =
    box === 'wall' ? select(db).where('r.shown', '=', 1) : select(db).where('r.personId', '=', personId);
  if (withheld.length > 0) query = query.where(notWithheld('r', withheld));
  if (before)
    query = query.where((e) =>
      e.or([e('r.at', '<', before.at), e.and([e('r.at', '=', before.at), e('r.id', '<', before.id)])]),
    );
  return query.orderBy('r.at', 'desc').orderBy('r.id', 'desc').limit(page.limit).execute();
}

export async function findReward(db: Db, id: string): Promise<RewardInContext | null> {
  return (await select(db).where('r.id', '=', id).executeTakeFirst()) ?? null;
}

export async function decideShown(db: Db, id: string, given: { shown: 0 | 1; at: string }): Promise<void> {
  await db
    .updateTable('rewards')
    .set({ shown: given.shown, decidedAt: given.at })
    .where('id', '=', id)
    .execute();
}

/** Once each. */
export async function joinThanks(
  db: Db,
  row: { rewardId: string; personId: string; at: string },
): Promise<void> {
  await db
    .insertInto('rewardThanks')
    .values(row)
    .onConflict((conflict) => conflict.columns(['rewardId', 'personId']).doNothing())
    .execute();
}

export async function listThanks(
  db: Db,
  rewardIds: readonly string[],
): Promise<{ rewardId: string; personId: string }[]> {
  return db
    .selectFrom('rewardThanks')
    .select(['rewardId', 'personId'])
    .where(among('rewardId', rewardIds))
    .execute();
}

export async function insertBudget(db: Db, row: RewardBudgetRow): Promise<void> {
  await db.insertInto('rewardBudgets').values(row).execute();
}

/** Of the components, those whose period has a day of those; the latest set first. */
export async function listBudgetsIn(
  db: Db,
  componentIds: readonly string[],
  days: Period,
): Promise<RewardBudgetRow[]> {
  return db
    .selectFrom('rewardBudgets')
    .selectAll()
    .where(among('componentId', componentIds))
    .where('periodStart', '<=', days.end)
    .where('periodEnd', '>=', days.start)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** What was given in the currency at and below the component from the one instant to before the other, in cents. */
export async function spentBetween(
  db: Db,
  {
    componentId,
    currency,
    from,
    until,
  }: { componentId: string; currency: string; from: string; until: string },
): Promise<number> {
  const row = await db
    .withRecursive('below', (q) =>
      q
        .selectFrom('components')
        .select('id')
        .where('id', '=', componentId)
        .union(q.selectFrom('components as c').innerJoin('below as b', 'b.id', 'c.parentId').select('c.id')),
    )
    .selectFrom('rewards as r')
    .innerJoin('below', 'below.id', 'r.componentId')
    .select((e) => e.fn.sum<number | null>('r.amount').as('spent'))
    .where('r.at', '>=', from)
    .where('r.at', '<', until)
    // Of before currencies were kept it is that of the budget.
    .where((e) => e.or([e('r.currency', 'is', null), e('r.currency', '=', currency)]))
    .executeTakeFirst();
  return Number(row?.spent ?? 0);
}

export type ListedBudgetRow = RewardBudgetRow & { componentName: string };

/** All that were set, with the names of their components; the latest set first. */
export async function listBudgets(db: Db): Promise<ListedBudgetRow[]> {
  return db
    .selectFrom('rewardBudgets as b')
    .innerJoin('components as c', 'c.id', 'b.componentId')
    .selectAll('b')
    .select('c.name as componentName')
    .orderBy('b.createdAt', 'desc')
    .orderBy('b.id', 'desc')
    .execute();
}

export async function findBudget(db: Db, id: string): Promise<RewardBudgetRow | null> {
  const row = await db.selectFrom('rewardBudgets').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** With those of the same component and days that it took the place of. */
export async function deleteBudget(
  db: Db,
  { componentId, periodStart, periodEnd }: RewardBudgetRow,
): Promise<void> {
  await db
    .deleteFrom('rewardBudgets')
    .where('componentId', '=', componentId)
    .where('periodStart', '=', periodStart)
    .where('periodEnd', '=', periodEnd)
    .execute();
}
