// The variables whose values can be followed through a chart: everything that ever sets them is a written value.
// What they start with is not known, since a launch may say so.
import type { Day, Scalar } from '../../expression/guards/guard.ts';
import { isDay } from '../../expression/guards/guard.ts';
import { termOf } from '../../expression/guards/read-guard.ts';
import type { Action } from '../../model/action.ts';
import type { ChartView } from '../chart-view.ts';
import { actionsAt, transitionsAt } from '../places.ts';
import type { Followed } from './deeds.ts';

export interface FollowedVariables extends Followed {
  /** The values that are certain, by variable. */
  valuesOf(known: readonly number[]): ReadonlyMap<string, Scalar>;
}

function literalOf(view: ChartView, value: string): Scalar | undefined {
  const expression = view.expressionOf(value);
  const term = expression && termOf(expression);
  const literal: Scalar | Day | undefined = term?.kind === 'literal' ? term.value : undefined;
  return isDay(literal) ? undefined : literal;
}

export function followVariables(view: ChartView): FollowedVariables {
  const asked = new Set(transitionsAt(view).flatMap(({ transition }) => [...view.namesIn(transition.guard)]));
  const values = new Map<string, Scalar[]>();
  const lost = new Set(['round']);
  for (const { action } of actionsAt(view)) {
    if (action.do !== 'set' || !asked.has(action.variable)) continue;
    const literal = literalOf(view, action.value);
    // What may be left out leaves the value open.
    if (literal === undefined || action.guard !== undefined) lost.add(action.variable);
    else values.set(action.variable, [...new Set([...(values.get(action.variable) ?? []), literal])]);
  }
  const names = [...values.keys()].filter((name) => !lost.has(name));
  const changes = new Map<Action, { variable: number; value: number } | null>();
  const readChange = (action: Action): { variable: number; value: number } | null => {
    const variable = action.do === 'set' ? names.indexOf(action.variable) : -1;
    if (action.do !== 'set' || variable < 0) return null;
    const literal = literalOf(view, action.value);
    const value = literal === undefined ? -1 : (values.get(action.variable) ?? []).indexOf(literal);
    return { variable, value };
  };
  return {
    unknown: names.map(() => -1),
    changeOf(action) {
      const before = changes.get(action);
      if (before !== undefined) return before;
      const change = readChange(action);
      changes.set(action, change);
      return change;
    },
    valuesOf: (known) =>
      new Map(
        names.flatMap((name, place) => {
          const value = values.get(name)?.[known[place] ?? -1];
          return value === undefined ? [] : [[name, value] as const];
        }),
      ),
  };
}
