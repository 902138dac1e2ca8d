// Which rounds of raters' answers the reader may read by now, and why not the others: each round for itself, so that what
// was shown before stays while others are asked again.
import {
  answersHeld,
  othersMayRead,
  releaseRules,
  roundEndedAt,
  roundsAsked,
} from '../../../engine/index.ts';
import { scopeOf } from '../../access/authorize.ts';
import type { Deps } from '../../deps.ts';
import { isStillAsking, judgesInPlan, openingsOf } from '../../store/queries/answers.ts';
import { listReleaseLines } from '../../store/queries/rating-releases.ts';
import type { Db } from '../../store/schema.ts';
import { type Looking, readsAsOwner } from '../ratings/rating-sight.ts';

/** collecting: somebody may still answer · unreleased: to whom it is about · first: for whom it is about alone. */
type Standing = 'collecting' | 'unreleased' | 'first' | 'shown';

export interface AnswerSight {
  /** Rounds in which somebody was asked. */
  asked: readonly number[];
  /** When nobody was asked any more; null where the plan has not gone on from it. */
  endedAt: (round: number) => string | null;
  standing: (round: number) => Standing;
  isOpened: (round: number) => boolean;
}

type Asking = Looking & { plan: { round: number }; ownerId: string | null };

/** Who leads whom it is about reads after them. HR, who looks it through before, and whoever judges by it do not wait. */
async function comesSecond(db: Db, { actor, ownerId, plan }: Asking): Promise<boolean> {
  if (ownerId === null || ownerId === actor.id || scopeOf(actor, 'plans.read') === 'all') return false;
  return !(await judgesInPlan(db, plan.id, actor.id));
}

export async function answerSight(
  { cycles, clock }: Pick<Deps, 'cycles' | 'clock'>,
  db: Db,
  asking: Asking,
): Promise<AnswerSight> {
  const { plan } = asking;
  const compiled = await cycles.find(db, plan.cycleId, plan.version);
  const rules = compiled && releaseRules(compiled.cycle);
  const lines = await listReleaseLines(db, plan.id);
  const current = (await isStillAsking(db, plan.id)) ? plan.round : null;
  const [asOwner, second] = [await readsAsOwner(db, asking), await comesSecond(db, asking)];
  const opened = await openingsOf(db, plan.id);
  const now = clock.now();
  const standing = (round: number): Standing => {
    // What is answered counts in the round that the plan is in, whenever it was asked.
    if (round === current) return 'collecting';
    if (!rules) return 'shown';
    if (asOwner && answersHeld(rules, lines, round)) return 'unreleased';
    const openedAt = opened.get(round) ?? null;
    return second && !othersMayRead(rules, lines, { round, openedAt, now }) ? 'first' : 'shown';
  };
  return {
    asked: [...(rules ? roundsAsked(rules, lines) : []), ...(current === null ? [] : [current])],
    endedAt: (round) => (rules ? roundEndedAt(rules, lines, round) : null),
    standing,
    isOpened: (round) => opened.has(round),
  };
}
