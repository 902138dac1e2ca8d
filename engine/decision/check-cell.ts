// One cell of a decision table while it is typed: what the check would say of it, without the rest of the table, so that
// each letter can ask.
import type { Cycle } from '../model/cycle.ts';
import type { TableRule } from '../model/decision.ts';
import type { Problem } from '../model/problem.ts';
import { cellFaults } from './analyse/cell-faults.ts';
import { compileCycleDecisions, withoutRules } from './cycle-decisions.ts';
import { pointerKey } from './decision-model.ts';

export interface CellToCheck {
  decision: string;
  list: 'when' | 'give';
  /** The column, among the inputs or the outputs. */
  index: number;
}

export function checkCell(cycle: Cycle, { decision, list, index }: CellToCheck, text: string): Problem[] {
  const own = cycle.decisions?.[decision];
  if (own?.logic.kind !== 'table') return [];
  const { inputs, outputs } = own.logic;
  const empty: TableRule = { when: inputs.map(() => '-'), give: outputs.map(() => '') };
  const rule = { ...empty, [list]: empty[list].with(index, text) };
  const bare = withoutRules(cycle);
  const decisions = { ...bare.decisions, [decision]: { ...own, logic: { ...own.logic, rules: [rule] } } };
  const { problems, tables } = compileCycleDecisions({ ...bare, decisions });
  const table = `/decisions/${pointerKey(decision)}/logic`;
  const isHere = ({ pointer }: Problem): boolean => pointer === `${table}/rules/0/${list}/${index}`;
  const unreadable = problems.filter(isHere);
  if (unreadable.length > 0) return unreadable;
  return tables
    .filter(({ pointer }) => pointer === table)
    .flatMap(cellFaults)
    .filter(isHere);
}
