// The score of a plan in all its versions: as it was appraised, and what the figures came to since; and which of them was
// known when it was signed.
import type { z } from 'zod';
import type { ComponentScore, Plan } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import type { planScoreWire } from '../../routes/wire/plans.ts';
import { listLaterScores } from '../../store/queries/score-versions.ts';
import type { Db } from '../../store/schema.ts';
import { scoreOf } from '../plans/score-now.ts';
import { personRefs } from '../present/person-names.ts';
import { heldFrom, type UnderReview } from './rating-sight.ts';
import { readAppraisal } from './read-appraisal.ts';

type Wire = z.infer<typeof planScoreWire>;
type Version = Wire['versions'][number];
type Signed = NonNullable<Version['signed']>;

const figuresIn = ({ score, outcome, coverage }: ComponentScore) => ({ score, outcome, coverage });

async function listSigned(deps: Deps, db: Db, { actor, plan }: Pick<Reading, 'actor' | 'plan'>) {
  const { id, componentId, cycleId, cycleVersion: version } = plan;
  const held = await heldFrom(deps, db, { actor, plan: { id, componentId, cycleId, version } });
  const { acknowledgements } = await readAppraisal(deps, db, { plan, heldFrom: held, actor });
  return acknowledgements.flatMap(({ state, at, by }): Signed[] =>
    at !== null && (state === 'signed' || state === 'refused' || state === 'deemed-received')
      ? [{ state, at, by }]
      : [],
  );
}

interface Reading {
  plan: Plan;
  review: UnderReview | null;
  actor: Actor;
}

/** Under review nothing is told of what came after. */
export async function scoreInVersions(deps: Deps, db: Db, { plan, review, actor }: Reading): Promise<Wire> {
  const score = await scoreOf(deps, db, plan);
  const { revision } = score;
  const later = revision === null || review ? [] : await listLaterScores(db, { planId: plan.id, revision });
  if (later.length === 0) return { ...score, versions: [] };
  const signed = await listSigned(deps, db, { actor, plan });
  const who = await personRefs(
    db,
    later.map((one) => one.actor),
  );
  const first = { version: 1, at: score.at, by: null, figures: [], ...figuresIn(score.score) };
  const versions = [
    first,
    ...later.map(({ version, at, actor: by, reason: figures, score: of }) => ({
      ...{ version, at, by: who(by), figures, ...figuresIn(of) },
    })),
  ];
  // A cycle may score by the figures after it has the rating signed.
  const from = (index: number): string => (index === 0 ? '' : (versions[index]?.at ?? '9999'));
  const knownAt = (index: number): Signed | null =>
    signed.findLast(({ at }) => at >= from(index) && at < from(index + 1)) ?? null;
  return { ...score, versions: versions.map((one, index) => ({ ...one, signed: knownAt(index) })) };
}
