// Decisions as they are asked for: each is taken once, what it needs first, and leaves a trace.
import { makeBudget } from '../../expression/value/budget.ts';
import type { Feel } from '../../expression/value/feel.ts';
import { fromFeel } from '../../expression/value/json.ts';
import type { DecisionTrace } from '../../model/decision.ts';
import type { CompiledModel } from '../compile/compile-model.ts';
import type { Run } from './frame.ts';

export interface Taken {
  /** Undefined when no decision, function, input or name from outside is called so. */
  read(name: string): Feel | undefined;
  /** Of the decisions taken so far and of the functions invoked, in that order. */
  traces(): DecisionTrace[];
}

/** Steps of one run over all its decisions. */
const maxSteps = 1_000_000;

export function takeDecisions(
  compiled: CompiledModel,
  outside: (name: string) => Feel | undefined,
  budget = makeBudget(maxSteps),
): Taken {
  const known = new Map<string, Feel>();
  const traces: DecisionTrace[] = [];
  const reports: string[][] = [[]];
  /** Being taken: a model without errors never asks for one of these. */
  const open = new Set<string>();
  const run: Run = {
    budget,
    depth: 0,
    report: (message) => {
      const current = reports.at(-1);
      if (current && !current.includes(message)) current.push(message);
    },
    tell: (decision, { inputs, rows, value }) => {
      traces.push({
        decision,
        inputs: inputs.map((input) => ({ label: input.label, value: fromFeel(input.value) ?? null })),
        rows,
        value: fromFeel(value) ?? null,
        problems: [...(reports.at(-1) ?? [])],
      });
    },
  };

  const read = (name: string): Feel | undefined => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const decision = compiled.decisions.get(name);
    if (!decision) return outside(name);
    if (open.has(name)) return null;
    open.add(name);
    reports.push([]);
    const value = decision.evaluate({ run, read });
    reports.pop();
    open.delete(name);
    known.set(name, value);
    return value;
  };
  return { read, traces: () => [...traces] };
}
