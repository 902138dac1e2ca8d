// The decisions of a cycle as a model: what its expressions see by name, what they read of the plan.
import { typesOfScope } from '../expression/check-expression.ts';
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

/** What an appraisal gives; before it they are null, which no proof looks at. */
const domains = { outcome: '"below", "meets", "exceeds"', score: '[0..120]', coverage: '[0..1]' };

/** Besides each other they may look at what every expression of the cycle sees. */
export const compileCycleDecisions = (cycle: Cycle): CompiledModel =>
  compileModel(decisionModelOf(cycle), {
    functions: 'confined',
    outside: typesOfScope(cycle.variables ?? {}),
    domains,
  });

/** The names that the cycle's expressions may use for its decisions. */
export const decisionNames = ({ decisions = {} }: Cycle): string[] => Object.keys(decisions);
