// Of which plans a reader is told what a candidate would have made of them: of those that they may read, and of those
// about themselves once they are released. Whoever reads no plan is told how many come out alike, and of no few.
import type { VerdictKind } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import { isVisible, readableComponentIds } from '../../access/visibility.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { LEAST } from '../../reports/boards/small-groups.ts';
import type { VerdictsWithin } from '../../store/queries/shadow-verdicts.ts';
import type { Db } from '../../store/schema.ts';
import { underReviewFrom } from '../ratings/rating-sight.ts';

/** Null: they read no plan. */
export type VerdictSight = VerdictsWithin | null;

export async function verdictSightOf(
  deps: Pick<Deps, 'cycles'>,
  db: Db,
  actor: Actor,
): Promise<VerdictSight> {
  // Whom they manage narrows nobody who draws cycles to the plans of those alone.
  const scope = scopeOf({ ...actor, places: [], isLentSight: false }, 'plans.read');
  if (!scope) return null;
  return {
    componentIds: await readableComponentIds(db, actor, scope),
    without: [...(await underReviewFrom(deps, db, actor)).keys()],
  };
}

export const seesVerdict = (
  { componentIds, without }: VerdictsWithin,
  plan: { id: string; componentId: string },
): boolean => isVisible(componentIds, plan.componentId) && !without.includes(plan.id);

export type Counts = Record<VerdictKind, number>;
export type ToldCounts = Record<VerdictKind, number | null>;

const nothing: ToldCounts = { same: null, 'other-outcome': null, 'other-path': null, 'not-replayed': null };

/** None and a few are the same silence: a candidate may be drawn so that it tells of one person. Rule: ADR 0060. */
export function tellVerdicts(counts: Counts, sight: VerdictSight): ToldCounts {
  if (sight) return counts;
  const { same, ...others } = counts;
  const differing = Object.values(others).reduce((sum, count) => sum + count, 0);
  if (same < LEAST || differing < LEAST) return nothing;
  return Object.values(others).every((count) => count >= LEAST) ? counts : { ...nothing, same };
}

/** Why no plans are told; null: they are. */
export const whyWithheld = (sight: VerdictSight): string | null =>
  sight === null
    ? 'Which plans these are is told to whoever may read them: HR and administrators see them all. Fewer than five that come out alike are not counted.'
    : null;

/** @throws ProblemError not-allowed. */
export function requireVerdictSight(sight: VerdictSight): VerdictsWithin {
  if (sight) return sight;
  throw new ProblemError(
    'not-allowed',
    'Single plans are told to whoever may read them: HR and administrators see them all. How many there are is at the shadow itself.',
  );
}

/** Two selections could be subtracted from each other. @throws ProblemError not-allowed. */
export function refuseNarrowing(sight: VerdictSight, plans: { launchId?: unknown; period?: unknown }): void {
  if (sight || (plans.launchId === undefined && plans.period === undefined)) return;
  throw new ProblemError(
    'not-allowed',
    'Whoever reads no plans replays all of a cycle; those of a launch or of a period are chosen by HR or an administrator. Nothing was replayed.',
  );
}
