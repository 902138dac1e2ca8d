// The counter-example of a decision as a designer reads it.
import { confirm } from '../../expression/guards/confirm.ts';
import { type Decision, valuesOf, type Witness } from '../../expression/guards/decide-branches.ts';
import type { Json } from '../../model/json.ts';
import type { PlacedTransition } from '../../statechart/structure/transitions.ts';

import type { BranchReader } from './branch-reader.ts';

export type Example = Record<string, Json>;

const guardsOf = (branches: readonly PlacedTransition[]): string[] =>
  branches.map(({ transition }) => transition.guard ?? 'true');

/** Values for which all the guards hold, or none does; null when none are known for certain. */
export function exampleFor(
  reader: BranchReader,
  branches: readonly PlacedTransition[],
  { opaque }: Pick<Decision, 'opaque'>,
  { witness, holds }: { witness: Witness | null; holds: boolean },
): Example | null {
  if (witness === null) return null;
  if (opaque.length === 0) return valuesOf(witness);
  const guards = guardsOf(branches);
  return confirm(reader.evaluator(), guards, { witness, opaque, holds });
}

export function inWords(example: Example): string {
  const parts = Object.entries(example).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  return parts.length === 0 ? 'always' : `for example when ${parts.join(', ')}`;
}
