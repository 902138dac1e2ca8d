// Which facts a cycle's expressions and actions can look at, so that the others need not be read.
import type { Evaluator } from '../../expression/make-evaluator.ts';
import type { Cycle } from '../../model/cycle.ts';
import type { FactName } from '../../model/facts.ts';
import { expressionsOf } from '../structure/expressions-of.ts';

const needed: Record<string, readonly FactName[]> = {
  goals: ['goals', 'measures'],
  measures: ['goals', 'measures'],
  children: ['children'],
};
const appraised: readonly FactName[] = ['goals', 'measures', 'observations'];

export function factsOf(cycle: Cycle, evaluator: Evaluator): ReadonlySet<FactName> {
  const { expressions, appraises } = expressionsOf(cycle);
  const names = expressions.flatMap((text) => evaluator.namesIn(text));
  return new Set([...names.flatMap((name) => needed[name] ?? []), ...(appraises ? appraised : [])]);
}
