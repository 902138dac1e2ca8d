// /plans/{id}/versions: what people agreed in a plan, who signed which version, and signing it.
import { createRoute } from '@hono/zod-openapi';
import type { Plan } from '../../engine/index.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { ProblemError } from '../problem.ts';
import { presentVersions } from '../runtime/agreement/present-versions.ts';
import { signPlan } from '../runtime/agreement/sign.ts';
import { sidesOf } from '../runtime/agreement/signers.ts';
import { refuseUnkindWords } from '../runtime/tasks/require-kind-words.ts';
import { listPlanVersions } from '../store/queries/plan-versions.ts';
import type { Db } from '../store/schema.ts';
import { requirePlan } from './plan-sight.ts';
import { idParam } from './wire/common.ts';
import { newSignatureWire, planVersionsWire } from './wire/plan-versions.ts';

const tags = ['Plans'];
const list = createRoute({
  method: 'get',
  path: '/{id}/versions',
  operationId: 'listPlanVersions',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The versions of what the plan says, each with its signatures', planVersionsWire),
});
const sign = createRoute({
  method: 'post',
  path: '/{id}/signatures',
  operationId: 'signPlan',
  tags,
  summary: 'Agrees the newest version of the plan, or returns it with a comment',
  request: { params: idParam, body: jsonBody(newSignatureWire) },
  responses: answers(201, 'The versions with the new signature', planVersionsWire),
});

const inWords = (plan: Plan, readerId: string) => ({
  planId: plan.id,
  componentId: plan.componentId,
  readerId,
});

function requireActive(plan: Plan): void {
  if (plan.status === 'ended')
    throw new ProblemError('conflict', 'This plan has ended, so there is nothing to sign any more.');
}

/** Nobody signed it yet: whoever does sees what the plan says now. */
async function requireSeen(db: Db, plan: Plan, seen: number): Promise<number | undefined> {
  const newest = (await listPlanVersions(db, plan.id)).at(-1);
  return newest === undefined && seen === 0 ? undefined : seen;
}

export const planVersions = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      const { actor } = c.var;
      const { id } = c.req.valid('param');
      const found = await deps.store.read(async (db) => {
        const plan = await requirePlan(db, { actor, permission: 'plans.read', id });
        return presentVersions(db, inWords(plan, actor.id));
      });
      return c.json(found, 200);
    })
    .openapi(sign, async (c) => {
      const { actor } = c.var;
      authorize(actor, 'plans.sign');
      const { id } = c.req.valid('param');
      const { decision, comment, version } = c.req.valid('json');
      if (comment) await refuseUnkindWords({ text: comment, pointer: '/comment', of: 'oneself' });
      const signed = await deps.store.commit(async (db) => {
        const plan = await requirePlan(db, { actor, permission: 'plans.read', id });
        requireActive(plan);
        const { componentId } = plan;
        const sides = await sidesOf(db, componentId, actor.id);
        if (sides.length === 0)
          throw new ProblemError(
            'not-allowed',
            'A plan is signed by who answers for the component and by their manager; nothing was signed.',
          );
        const seen = await requireSeen(db, plan, version);
        const about = { planId: id, componentId, personId: actor.id, onBehalfOf: null, taskId: null };
        await signPlan(db, deps, { ...about, decision, comment: comment || null, sides, seen });
        return presentVersions(db, inWords(plan, actor.id));
      });
      return c.json(signed, 201);
    });
