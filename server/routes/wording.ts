// /wording: what a text is compared with while it is written, words put before HR, and how advice was passed over.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { requireTask } from '../runtime/tasks/sight.ts';
import { comparedInTask, comparedToOthers } from '../runtime/wording/compared-with.ts';
import { readWordingRates } from '../runtime/wording/read-rates.ts';
import { readReferrals, referToHr } from '../runtime/wording/refer-to-hr.ts';
import { findPlan } from '../store/queries/plans.ts';
import { z } from './wire/common.ts';
import {
  comparedQuery,
  comparedWire,
  referralsWire,
  referralWire,
  wordingRatesQuery,
  wordingRatesWire,
} from './wire/wording.ts';

const tags = ['Wording'];
const compare = createRoute({
  method: 'get',
  path: '/comparison',
  operationId: 'readWordingComparison',
  tags,
  description:
    'The writer’s own texts before, and what of the round they may see: who was named, which groups are too small.',
  request: { query: comparedQuery },
  responses: answers(200, 'What the advice on wording compares with', comparedWire),
});
const refer = createRoute({
  method: 'post',
  path: '/referrals',
  operationId: 'referWording',
  tags,
  description: 'Puts words that FB-02 refuses before HR. They reach nobody else.',
  request: { body: jsonBody(referralWire) },
  responses: answers(201, 'HR has it', z.object({ id: z.string() })),
});
const referrals = createRoute({
  method: 'get',
  path: '/referrals',
  operationId: 'listWordingReferrals',
  tags,
  responses: answers(200, 'What was put before HR, newest first', referralsWire),
});
const rates = createRoute({
  method: 'get',
  path: '/rates',
  operationId: 'readWordingRates',
  tags,
  request: { query: wordingRatesQuery },
  responses: answers(200, 'How often advice was passed over; small groups are withheld', wordingRatesWire),
});

const forHr = (deps: Deps) =>
  createRouter()
    .openapi(referrals, async (c) => {
      authorize(c.var.actor, 'wording.read');
      const items = await deps.store.read((db) => readReferrals(db, c.var.actor));
      return c.json({ items }, 200);
    })
    .openapi(rates, async (c) => {
      authorize(c.var.actor, 'wording.read');
      const { launchId = null, attribute } = c.req.valid('query');
      const asked = { launchId, attribute, readerId: c.var.actor.id };
      return c.json(await deps.store.read((db) => readWordingRates(db, asked)), 200);
    });

export const wording = (deps: Deps) =>
  forHr(deps)
    .openapi(compare, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'feedback.exchange');
      const { taskId, personId = null, componentId = null } = c.req.valid('query');
      const compared = await deps.store.read(async (db) => {
        if (taskId === undefined) return comparedToOthers(db, actor.id, { personId, componentId });
        const task = await requireTask(db, taskId, actor);
        return comparedInTask(deps, db, { task, stored: await findPlan(db, task.planId), actor });
      });
      return c.json(compared, 200);
    })
    .openapi(refer, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'feedback.exchange');
      return c.json({ id: await referToHr(deps, actor, c.req.valid('json')) }, 201);
    });
