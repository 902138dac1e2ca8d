// DEC: the decisions of a cycle can be read, fit together, and answer as their tables promise.
import { tableProblems } from '../decision/analyse/table-problems.ts';
import { decisionNames } from '../decision/cycle-decisions.ts';
import { functionNames } from '../expression/functions.ts';
import { scopeName } from '../expression/scope.ts';
import type { Cycle } from '../model/cycle.ts';
import type { Problem } from '../model/problem.ts';
import { type ChartView, makeProblem } from './chart-view.ts';

function takenBy(name: string, { variables = {} }: Cycle): string | null {
  if (scopeName(name) !== null) return 'already has a meaning in expressions';
  if (functionNames.includes(name)) return 'is a function of expressions';
  return Object.hasOwn(variables, name) ? 'is a variable of the cycle' : null;
}

function checkNames({ cycle }: ChartView): Problem[] {
  return decisionNames(cycle).flatMap((name) => {
    const what = takenBy(name, cycle);
    if (what === null) return [];
    const message = `"${name}" ${what}. Give the decision another name.`;
    return [makeProblem('DEC-13', 'error', { place: `decisions/${name}`, stage: null }, message)];
  });
}

/** What is proved of tables says nothing while their texts cannot be read. */
export function checkTables(view: ChartView): Problem[] {
  if (view.decisions === null) return [];
  const { problems, tables } = view.decisions;
  const unreadable = problems.filter(({ severity }) => severity === 'error').map(({ pointer }) => pointer);
  const proved = tables.filter(({ pointer }) => !unreadable.some((at) => at.startsWith(pointer)));
  return [...checkNames(view), ...problems, ...proved.flatMap(tableProblems)];
}
