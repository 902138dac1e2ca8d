// What is wrong with an expression before it ever runs: syntax, limits, unknown names and fields.
import { nearest } from '../model/nearest.ts';
import { analyseExpression, type Finding, isFree, type NameUse } from './analyse-expression.ts';
import { functionNames } from './functions.ts';
import type { ExpressionKind } from './parse-feel.ts';
import { scopeName, scopeNames } from './scope.ts';

/** Empty when the expression can be used; places are offsets into the text. */
export function checkExpression(
  text: string,
  variableNames: readonly string[],
  kind: ExpressionKind = 'expression',
): Finding[] {
  const { findings, uses } = analyseExpression(text, kind);
  const known = [...scopeNames.map((entry) => entry.name), ...variableNames];
  if (findings.length > 0) return findings;
  return uses.flatMap((use) => checkUse(use, known));
}

function checkUse(use: NameUse, known: readonly string[]): Finding[] {
  const message = isFree(use) ? complaint(use, known) : null;
  return message ? [{ message, from: use.from, to: use.to }] : [];
}

function complaint(use: NameUse, known: readonly string[]): string | null {
  if (use.role === 'function') return unknownFunction(use.name);
  if (!known.includes(use.name)) return unknownName(use.name, known);
  const fields = scopeName(use.name)?.fields;
  if (!fields || use.field === null || fields.includes(use.field)) return null;
  return `${use.name} has no "${use.field}".${suggestion(use.field, fields)}`;
}

function unknownFunction(name: string): string {
  if (name === 'today' || name === 'now') return `Write ${name} without parentheses: it is a value here.`;
  return `There is no function "${name}".${suggestion(name, functionNames)}`;
}

function unknownName(name: string, known: readonly string[]): string {
  const hint = suggestion(name, known) || ' Declare it in the variables of the cycle.';
  return `There is no name "${name}" here.${hint}`;
}

function suggestion(name: string, names: readonly string[]): string {
  const found = nearest(name, names);
  return found ? ` Did you mean "${found}"?` : '';
}

/** The names that an expression needs from the scope, each once, in order of appearance. */
export const freeNames = (text: string): string[] => [
  ...new Set(
    analyseExpression(text, 'expression')
      .uses.filter(isFree)
      .map((use) => use.name),
  ),
];
