// The decisions of a cycle as a model: what its expressions see by name, what they read of the plan.
import { scopeNames } from '../expression/scope.ts';
import type { Cycle } from '../model/cycle.ts';
import { type CompiledModel, compileModel } from './compile/compile-model.ts';
import type { DecisionModel } from './decision-model.ts';

export const decisionModelOf = ({ id, types = {}, decisions = {} }: Cycle): DecisionModel => ({
  name: id,
  namespace: `urn:cyclewright:cycle:${id}`,
  types,
  inputs: {},
  decisions,
});

/** What the decisions may look at besides each other: the scope of every expression of the cycle. */
const outsideOf = ({ variables = {} }: Cycle): string[] => [
  ...scopeNames.map(({ name }) => name),
  ...Object.keys(variables),
];

export const compileCycleDecisions = (cycle: Cycle): CompiledModel =>
  compileModel(decisionModelOf(cycle), { functions: 'confined', outside: outsideOf(cycle) });

/** The names that the cycle's expressions may use for its decisions. */
export const decisionNames = ({ decisions = {} }: Cycle): string[] => Object.keys(decisions);
