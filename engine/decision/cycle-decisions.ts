// The decisions of a cycle as a model: what its expressions see by name, what they read of the plan.
import { typesOfScope } from '../expression/check-expression.ts';
import { any, type FeelType } from '../expression/types/feel-type.ts';
import type { Cycle } from '../model/cycle.ts';
import { expressionsOf } from '../statechart/structure/expressions-of.ts';
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

/** A start value says what a variable is as long as nothing sets it. */
function typesOutside(cycle: Cycle): Readonly<Record<string, FeelType>> {
  const { sets } = expressionsOf(cycle);
  const started = typesOfScope(cycle.variables ?? {});
  const changing = [...sets].filter((name) => Object.hasOwn(cycle.variables ?? {}, name));
  return { ...started, ...Object.fromEntries(changing.map((name) => [name, any])) };
}

/** Besides each other they may look at what every expression of the cycle sees. */
export const compileCycleDecisions = (cycle: Cycle): CompiledModel =>
  compileModel(decisionModelOf(cycle), {
    functions: 'confined',
    outside: typesOutside(cycle),
    domains,
  });

/** The same cycle with tables that have only their columns: what a decision gives is said there. */
export const withoutRules = <Of extends Pick<Cycle, 'decisions'>>(cycle: Of): Of => ({
  ...cycle,
  decisions: Object.fromEntries(
    Object.entries(cycle.decisions ?? {}).map(([name, { logic, ...decision }]) => [
      name,
      { ...decision, logic: logic.kind === 'table' ? { ...logic, rules: [] } : logic },
    ]),
  ),
});

/** What its decisions give, by name. */
export const typesOfDecisions = (cycle: Cycle): Readonly<Record<string, FeelType>> =>
  compileCycleDecisions(withoutRules(cycle)).types;

/** The names that the cycle's expressions may use for its decisions. */
export const decisionNames = ({ decisions = {} }: Cycle): string[] => Object.keys(decisions);
