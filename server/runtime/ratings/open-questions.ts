// What the checks on ratings still ask about a rating before its release: a view of oneself that is far from it, little
// evidence, a departure from the figures without a reason, and groups that were rated differently. Whoever releases looks
// at it and says so; which groups these are HR alone is told, in the calibration.
import {
  checkRound,
  outcomes,
  type RatingRule,
  type RoundAppraisal,
  type RoundFinding,
} from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import {
  type AppraisedPlan,
  listAppraisedPlans,
  listAppraisedPlansOf,
  listEvidenceDays,
} from '../../store/queries/appraisals.ts';
import { attributesOf } from '../../store/queries/attributes.ts';
import { findPlan } from '../../store/queries/plans.ts';
import type { Db } from '../../store/schema.ts';
import { appraisalOf } from '../calibration/appraisal-of.ts';
import { knownOfPlans } from '../calibration/known-of-plans.ts';
import { scoreOf } from '../plans/score-now.ts';

export type Question = Pick<RoundFinding, 'rule' | 'message'>;

const MEETS = 2;
const ofOneRating: readonly RatingRule[] = ['RAT-04', 'RAT-08', 'RAT-09'];

const levelOf = (outcome: string | null): number | null => {
  const known = outcomes.find((one) => one === outcome);
  return known === undefined ? null : outcomes.indexOf(known) + 1;
};

interface Round {
  period: { start: string; end: string };
  appraisals: RoundAppraisal[];
}

function questionsOf({ period, appraisals }: Round, rules: readonly RatingRule[]): Question[] {
  const scale = { levels: outcomes.length, levelNames: outcomes, meetsLevel: MEETS, neededShare: 0 };
  return checkRound({ period, appraisals, ...scale })
    .filter(({ rule }) => rules.includes(rule))
    .map(({ rule, message }) => ({ rule, message }));
}

async function ratedIn(deps: Deps, db: Db, plans: AppraisedPlan[]): Promise<RoundAppraisal[]> {
  const knownOf = await knownOfPlans(deps, db, plans);
  return plans.map((plan) => {
    const line = appraisalOf(plan, knownOf(plan), deps.clock.now());
    return {
      planId: line.planId,
      subjectId: line.owner?.id ?? line.componentId,
      raterId: line.rater?.id ?? '',
      group: line.group?.id ?? '',
      level: levelOf(line.now),
      selfLevel: levelOf(line.self),
      reason: line.changes.at(-1)?.reason ?? line.reason,
    };
  });
}

async function askedOfOne(deps: Deps, db: Db, planId: string): Promise<Question[]> {
  const plan = (await findPlan(db, planId))?.plan;
  const [rated] = await ratedIn(deps, db, await listAppraisedPlansOf(db, [planId]));
  if (!plan || !rated) return [];
  const { period, componentId } = plan;
  const evidence = (await listEvidenceDays(db, [componentId], period)).map(({ day }) => day);
  const scoredLevel = levelOf((await scoreOf(deps, db, plan)).score.outcome);
  return questionsOf({ period, appraisals: [{ ...rated, evidence, scoredLevel }] }, ofOneRating);
}

async function askedOfRound(deps: Deps, db: Db, planId: string): Promise<Question[]> {
  const found = await findPlan(db, planId);
  if (!found?.launchId) return [];
  const appraisals = await ratedIn(deps, db, await listAppraisedPlans(db, found.launchId));
  const known = await attributesOf(
    db,
    appraisals.map(({ subjectId }) => subjectId),
  );
  const said = appraisals.map((one) => ({ ...one, attributes: known.get(one.subjectId) ?? {} }));
  return questionsOf({ period: found.plan.period, appraisals: said }, ['RAT-06']);
}

export async function openQuestions(deps: Deps, db: Db, planId: string): Promise<Question[]> {
  return [...(await askedOfRound(deps, db, planId)), ...(await askedOfOne(deps, db, planId))];
}
