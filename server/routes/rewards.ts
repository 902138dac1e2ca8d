// /rewards: one's own and those on the wall. /reward-budgets: what may be given, and what of it is left.
import { createRoute } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { authorize } from '../access/authorize.ts';
import { isVisible, visibleComponentIds } from '../access/visibility.ts';
import type { Deps } from '../deps.ts';
import { beforeOf, nextCursor } from '../http/pages.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { withheldFrom } from '../runtime/ratings/rating-sight.ts';
import { type BudgetNow, budgetAt, budgetsOf } from '../runtime/rewards/budget.ts';
import { consent, joinIn, presentRewards } from '../runtime/rewards/recognition.ts';
import { removeBudget, setBudget } from '../runtime/rewards/set-budget.ts';
import { findReward, pageRewards } from '../store/queries/recognition.ts';
import { idParam, pageOf, z } from './wire/common.ts';
import {
  budgetWire,
  consentWire,
  listedBudgetWire,
  newBudgetWire,
  rewardQuery,
  rewardWire,
} from './wire/rewards.ts';

const tags = ['Rewards'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listRewards',
  tags,
  request: { query: rewardQuery },
  responses: answers(200, 'Rewards on the wall, or the reader’s own, newest first', pageOf(rewardWire)),
});
const decide = createRoute({
  method: 'put',
  path: '/{id}/consent',
  operationId: 'consentToReward',
  tags,
  description: 'Whether a reward stands on the wall is for who got it to say, and to take back.',
  request: { params: idParam, body: jsonBody(consentWire) },
  responses: answers(200, 'The reward', rewardWire),
});
const thanks = createRoute({
  method: 'post',
  path: '/{id}/thanks',
  operationId: 'congratulateOnReward',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The reward; joined in again it stays as it is', rewardWire),
});
const readBudget = createRoute({
  method: 'get',
  path: '/',
  operationId: 'readRewardBudget',
  tags,
  request: { query: z.object({ componentId: z.string() }) },
  responses: answers(
    200,
    'What may be given there today, by the budget on the way up with the least left; null when nothing is counted',
    budgetWire.nullable(),
  ),
});
const makeBudget = createRoute({
  method: 'post',
  path: '/',
  operationId: 'setRewardBudget',
  tags,
  request: { body: jsonBody(newBudgetWire) },
  responses: answers(201, 'What may be given at and below the component in the period', budgetWire),
});

const listAll = createRoute({
  method: 'get',
  path: '/all',
  operationId: 'listRewardBudgets',
  tags,
  responses: answers(
    200,
    'What may be given where, and what of it is left, the newest period first',
    z.object({ items: z.array(listedBudgetWire) }),
  ),
});
const drop = createRoute({
  method: 'delete',
  path: '/{id}',
  operationId: 'removeRewardBudget',
  tags,
  description: 'What was given stays given; nothing is counted there any more.',
  request: { params: idParam },
  responses: answers(200, 'The budget is gone', z.object({ id: z.string() })),
});

async function readOne({ store }: Deps, id: string, actor: Actor) {
  return store.read(async (db) => {
    const row = await findReward(db, id);
    const [presented] = row ? await presentRewards(db, [row], actor.id) : [];
    if (!presented) throw notFound('reward');
    return presented;
  });
}

const presentBudget = ({ budget, componentName, spent }: BudgetNow): z.infer<typeof budgetWire> => ({
  componentId: budget.componentId,
  componentName,
  periodStart: budget.periodStart,
  periodEnd: budget.periodEnd,
  amount: budget.amount / 100,
  spent: spent / 100,
  left: (budget.amount - spent) / 100,
  currency: budget.currency,
});

export const rewards = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'feedback.exchange');
      const { box, cursor, limit } = c.req.valid('query');
      const items = await deps.store.read(async (db) => {
        const withheld = await withheldFrom(deps, db, actor);
        const asked = { box, personId: actor.id, withheld };
        const rows = await pageRewards(db, asked, { before: beforeOf(cursor), limit });
        return presentRewards(db, rows, actor.id);
      });
      return c.json({ items, nextCursor: nextCursor(items, limit, (last) => [last.at, last.id]) }, 200);
    })
    .openapi(decide, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'feedback.exchange');
      const { id } = c.req.valid('param');
      await consent(deps, actor, { id, ...c.req.valid('json') });
      return c.json(await readOne(deps, id, actor), 200);
    })
    .openapi(thanks, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'feedback.exchange');
      const { id } = c.req.valid('param');
      await joinIn(deps, actor, id);
      return c.json(await readOne(deps, id, actor), 200);
    });

export const rewardBudgets = (deps: Deps) =>
  createRouter()
    .openapi(listAll, async (c) => {
      const { actor } = c.var;
      const scope = authorize(actor, 'budgets.read');
      const found = await deps.store.read(async (db) => {
        const visible = await visibleComponentIds(db, actor, scope);
        return budgetsOf(db, (id) => isVisible(visible, id));
      });
      const items = found.map((now) => ({ id: now.budget.id, ...presentBudget(now) }));
      return c.json({ items }, 200);
    })
    .openapi(drop, async (c) => {
      authorize(c.var.actor, 'budgets.change');
      const { id } = c.req.valid('param');
      await removeBudget(deps, c.var.actor, id);
      return c.json({ id }, 200);
    })
    .openapi(readBudget, async (c) => {
      const { actor } = c.var;
      const scope = authorize(actor, 'budgets.read');
      const { componentId } = c.req.valid('query');
      const now = await deps.store.read(async (db) => {
        if (!isVisible(await visibleComponentIds(db, actor, scope), componentId)) throw notFound('component');
        return budgetAt(db, componentId, deps.clock.now());
      });
      return c.json(now && presentBudget(now), 200);
    })
    .openapi(makeBudget, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'budgets.change');
      const budget = await setBudget(deps, actor, c.req.valid('json'));
      return c.json(presentBudget(budget), 201);
    });
