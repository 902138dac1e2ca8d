// Which facts a cycle's expressions and actions can look at, so that the others need not be read.
import type { Cycle } from '../../model/cycle.ts';
import type { FactName } from '../../model/facts.ts';
import { expressionsOf } from '../structure/expressions-of.ts';

const needed: Record<string, readonly FactName[]> = {
  goals: ['goals', 'measures'],
  measures: ['goals', 'measures'],
  children: ['children'],
};
const appraised: readonly FactName[] = ['goals', 'measures', 'observations'];

/** `namesIn` gives what an expression looks at, also through the decisions that it uses. */
export function factsOf(cycle: Cycle, namesIn: (text: string) => readonly string[]): ReadonlySet<FactName> {
  const { expressions, appraises } = expressionsOf(cycle);
  const names = expressions.flatMap((text) => namesIn(text));
  return new Set([...names.flatMap((name) => needed[name] ?? []), ...(appraises ? appraised : [])]);
}
