// What is wrong with an expression of a cycle, and which names it needs.
import type { Json } from '../model/json.ts';
import { type CheckOptions, checkFeel } from './check-feel.ts';
import { compileFeel } from './compile-feel.ts';
import type { ExpressionKind, Finding } from './syntax/parse-feel.ts';
import { any, type FeelType, typeOfJson } from './types/feel-type.ts';
import { scopeTypes } from './types/scope-types.ts';

/** Names of variables, or the variables with their start values, which say what they are. */
export type KnownVariables = readonly string[] | Readonly<Record<string, Json>>;

const isNames = (variables: KnownVariables): variables is readonly string[] => Array.isArray(variables);

export function typesOfScope(variables: KnownVariables): Readonly<Record<string, FeelType>> {
  const own = isNames(variables)
    ? variables.map((name): [string, FeelType] => [name, any])
    : Object.entries(variables).map(([name, value]): [string, FeelType] => [name, typeOfJson(value)]);
  return { ...Object.fromEntries(own), ...scopeTypes };
}

/** Empty when the expression can be used; places are offsets into the text. */
export function checkExpression(
  text: string,
  variables: KnownVariables,
  kind: ExpressionKind = 'expression',
  expected?: CheckOptions['expected'],
): Finding[] {
  const hint = ' Declare it in the variables of the cycle.';
  const options: CheckOptions = { kind, types: typesOfScope(variables), hint };
  return checkFeel(text, expected === undefined ? options : { ...options, expected }).findings;
}

/** The names that an expression needs from the scope, each once, in order of appearance. */
export function freeNames(text: string, names: readonly string[] = []): string[] {
  const compiled = compileFeel(text, { dialect: 'expression', names });
  return compiled.kind === 'compiled' ? [...compiled.program.names] : [];
}
