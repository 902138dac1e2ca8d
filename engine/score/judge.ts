// The outcome of a node from its stored score, and why it is not the one that the number alone would give.
import type { Outcome } from '../model/measure.ts';
import type { NodeFigures, NodeScore } from '../model/score.ts';
import type { Child } from './combine.ts';
import { compareOutcomes, outcomeOf } from './outcome.ts';

type Critical = Pick<Child, 'id' | 'weight' | 'outcome' | 'cap' | 'blocked'>;

/** The child that caps hardest; of several the first by id. */
function cappedBy(children: readonly Critical[], outcome: Outcome): { id: string; cap: Outcome } | null {
  const capping = children.flatMap(({ id, weight, cap, outcome: own }) =>
    cap !== null && weight > 0 && own === 'below' && compareOutcomes(cap, outcome) <= 0 ? [{ id, cap }] : [],
  );
  capping.sort((a, b) => compareOutcomes(a.cap, b.cap) || (a.id < b.id ? -1 : 1));
  return capping[0] ?? null;
}

/** The number is never changed. */
export function judge(figures: NodeFigures, children: readonly Critical[], minCoverage: number): NodeScore {
  const { score } = figures;
  if (score === null) return { ...figures, outcome: null };
  if (figures.coverage < minCoverage) return { ...figures, outcome: null, reason: 'insufficient_data' };
  const blocked = children.filter((child) => child.blocked).map(({ id }) => id);
  blocked.sort();
  if (blocked[0] !== undefined) return { ...figures, outcome: null, reason: `blocked:${blocked[0]}` };
  const outcome = outcomeOf(score);
  const capped = cappedBy(children, outcome);
  if (capped) return { ...figures, outcome: capped.cap, reason: `critical:${capped.id}` };
  return { ...figures, outcome };
}
