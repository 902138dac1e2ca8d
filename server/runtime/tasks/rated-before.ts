// A rating stays that of whom it was about: where somebody else answers for the component since, they sign it and object
// to it all the same.
import type { Work } from '../../../engine/index.ts';
import { listWorked } from '../../store/queries/stand-ins.ts';
import type { Db } from '../../store/schema.ts';
import { ownersOver } from '../organisation/owners-over.ts';
import { cycleOfPlan } from '../plans/cycle-of-plan.ts';
import { drawsUp, findStage } from './find-stage.ts';

/** Signing while it is planned is signing the plan, whoever was rated in the round before. */
async function isOfPlan(db: Db, { planId, stage }: Asked): Promise<boolean> {
  const cycle = await cycleOfPlan(db, planId);
  return drawsUp(cycle && findStage(cycle.stages, stage));
}

export interface Asked {
  planId: string;
  componentId: string;
  stage: string;
  relation: string;
  work: Work;
}

/** Null: it is for whoever answers for the component now. */
export async function ratedBefore(db: Db, asked: Asked, ownerId: string | null): Promise<string | null> {
  const { planId, componentId, relation, work } = asked;
  if (relation !== 'owner' || (work !== 'acknowledgement' && work !== 'dispute')) return null;
  const rated = (await listWorked(db, planId)).filter((one) => one.purpose === 'appraisal');
  const last = rated
    .map(({ completedAt }) => completedAt ?? '')
    .sort()
    .at(-1);
  if (!last) return null;
  const personId = (await ownersOver(db, componentId, ownerId))(last);
  return personId === ownerId || (await isOfPlan(db, asked)) ? null : personId;
}
