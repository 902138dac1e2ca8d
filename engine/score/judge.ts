// The outcome of a node from its stored score, and why it is not the one that the number alone would give.
import { goalDefaults } from '../model/goal.ts';
import type { CriticalCap, Outcome } from '../model/measure.ts';
import type { NodeFigures, NodeScore } from '../model/score.ts';
import type { Child } from './combine.ts';
import { compareOutcomes, outcomeOf } from './outcome.ts';

/** What a node says of its own outcome. */
export interface Terms {
  /** With less of the weight that has data the outcome is withheld. Default as for a goal. */
  minCoverage?: number | undefined;
  /** The best outcome while a critical part is below. Default below. */
  criticalCap?: CriticalCap | undefined;
}

type Part = Pick<Child, 'id' | 'weight' | 'outcome' | 'critical' | 'blocked'>;

/** The first by id, so that the order of the parts changes nothing. */
const firstOf = (parts: readonly Part[]): string | undefined => parts.map(({ id }) => id).sort()[0];

function cap(
  outcome: Outcome,
  parts: readonly Part[],
  most: CriticalCap,
): Pick<NodeScore, 'outcome' | 'reason'> | null {
  const id = firstOf(parts.filter((part) => part.critical && part.weight > 0 && part.outcome === 'below'));
  if (id === undefined || compareOutcomes(outcome, most) < 0) return null;
  return { outcome: most, reason: `critical:${id}` };
}

/** The number is never changed. */
export function judge(
  figures: NodeFigures,
  parts: readonly Part[],
  { minCoverage = goalDefaults.minCoverage, criticalCap = 'below' }: Terms = {},
): NodeScore {
  const { score } = figures;
  if (score === null) return { ...figures, outcome: null };
  if (figures.coverage < minCoverage) return { ...figures, outcome: null, reason: 'insufficient_data' };
  const blocked = firstOf(parts.filter((part) => part.blocked));
  if (blocked !== undefined) return { ...figures, outcome: null, reason: `blocked:${blocked}` };
  const outcome = outcomeOf(score);
  return { ...figures, outcome, ...cap(outcome, parts, criticalCap) };
}
