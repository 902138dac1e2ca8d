// Which names a decision may read, and what they stand for: every element by its own name and by that of its
// variable, and only what the decision says it requires, where the model says so.
import type { FeelType } from '../../expression/types/feel-type.ts';
import { aliasOf, type DecisionModel } from '../decision-model.ts';
import type { Compiling } from './compiling.ts';

type Types = Readonly<Record<string, FeelType>>;

/** The names with the types of what they stand for. */
function typed(names: Iterable<readonly [name: string, element: string]>, types: Types): Types {
  return Object.fromEntries(
    [...names].flatMap(([name, element]): [string, FeelType][] => {
      const type = Object.hasOwn(types, element) ? types[element] : undefined;
      return type ? [[name, type]] : [];
    }),
  );
}

/** Several elements may have a variable of one name: what is required tells which is meant. */
function targetsAmong(elements: readonly string[], model: DecisionModel): Map<string, string> {
  const targets = new Map<string, string>();
  for (const element of elements) {
    const alias = aliasOf(model, element);
    if (alias !== undefined && !elements.includes(alias)) targets.set(alias, element);
  }
  return targets;
}

/** What elements are called is stronger than what their variables are. */
export const allNames = (types: Types, model: DecisionModel): Types => ({
  ...typed(targetsAmong(Object.keys(types), model), types),
  ...types,
});

/** `outside` is there for all. */
export function namesFor(
  name: string,
  model: DecisionModel,
  { globals, outside }: { globals: Types; outside: Types },
): Pick<Compiling, 'scope' | 'targets' | 'strict'> {
  const required = model.requires?.get(name);
  if (required === undefined) {
    const everything = [...Object.keys(model.inputs), ...Object.keys(model.decisions)];
    return { scope: globals, targets: targetsAmong(everything, model), strict: false };
  }
  const targets = targetsAmong(required, model);
  const elements = required.map((element) => [element, element] as const);
  const labels = [...(model.labels ?? [])].map((label) => [label, label] as const);
  return {
    scope: { ...outside, ...typed([...elements, ...targets, ...labels], globals) },
    targets,
    strict: model.decisions[name]?.parameters === undefined,
  };
}
