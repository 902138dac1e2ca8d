// One decision table of a cycle, asked with values in place of what its inputs look at: which rules match, and
// what it gives. For the person who writes the table.
import { compileFeel } from '../expression/compile-feel.ts';
import { makeBudget } from '../expression/value/budget.ts';
import { toFeel } from '../expression/value/json.ts';
import { show } from '../expression/value/show.ts';
import type { Cycle } from '../model/cycle.ts';
import type { DecisionTable } from '../model/decision.ts';
import { compileCycleDecisions } from './cycle-decisions.ts';
import { pointerKey } from './decision-model.ts';
import { takeDecisions } from './run/take-decisions.ts';

export type TriedTable =
  | { kind: 'taken'; rows: number[]; value: string; problems: string[] }
  /** `input` is the value that is no FEEL, or null when the table itself cannot be read. */
  | { kind: 'refused'; input: number | null; message: string };

const refused = (input: number | null, message: string): TriedTable => ({ kind: 'refused', input, message });

/** Values are FEEL, one for each input; an empty one is null. Other names have the cycle's start values. */
export function tryTable(
  cycle: Cycle,
  name: string,
  table: DecisionTable,
  given: readonly string[],
): TriedTable {
  const values = table.inputs.map((_, index) => given[index]?.trim() || 'null');
  for (const [index, text] of values.entries()) {
    const compiled = compileFeel(text, { dialect: 'expression', names: [] });
    if (compiled.kind === 'refused')
      return refused(index, compiled.findings[0]?.message ?? 'This is not a value.');
    if (compiled.program.names.length > 0)
      return refused(index, `${compiled.program.names[0]} is a name. Give a value, such as 12 or "below".`);
  }
  const inputs = table.inputs.map((input, index) => ({ ...input, expression: values[index] ?? 'null' }));
  const own = cycle.decisions?.[name];
  const decisions = { ...cycle.decisions, [name]: { ...own, logic: { ...table, inputs } } };
  const compiled = compileCycleDecisions({ ...cycle, decisions });
  const place = `/decisions/${pointerKey(name)}`;
  const fault = compiled.problems.find(
    ({ severity, pointer }) => severity === 'error' && (pointer === place || pointer.startsWith(`${place}/`)),
  );
  if (fault) return refused(null, fault.message);
  const { variables = {} } = cycle;
  const taken = takeDecisions(compiled, (outside) =>
    Object.hasOwn(variables, outside) ? toFeel(variables[outside] ?? null) : null,
  );
  const value = taken.read(name) ?? null;
  const trace = taken.traces().findLast(({ decision }) => decision === name);
  return {
    kind: 'taken',
    rows: trace?.rows ?? [],
    value: show(value, makeBudget()),
    problems: trace?.problems ?? [],
  };
}
