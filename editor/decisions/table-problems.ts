// The problems of one decision sorted to where the grid shows them: cells, rules, columns, the table.
import type { Problem } from '../../engine/index.ts';
import type { ColumnAt } from '../document/decisions/edit-table.ts';
import { isWithin } from '../document/pointer.ts';

export interface TableProblems {
  all: readonly Problem[];
  ofCell(place: string): readonly Problem[];
  ofRule(row: number): readonly Problem[];
  ofColumn(column: ColumnAt): readonly Problem[];
}

const rulePart = /^\/rules\/\d+/;

/** `place` is the JSON Pointer of the table. */
export function sortProblems(problems: readonly Problem[], decision: string, place: string): TableProblems {
  const all = problems.filter(({ pointer }) => isWithin(pointer, decision));
  const at = (tail: string, exact: boolean) =>
    all.filter(({ pointer }) => (exact ? pointer === place + tail : isWithin(pointer, place + tail)));
  const ruleOf = ({ pointer }: { pointer: string }) => rulePart.exec(pointer.slice(place.length))?.[0];
  return {
    all,
    ofCell: (tail) => at(tail, true),
    ofRule: (row) =>
      all.filter(
        (problem) =>
          ruleOf(problem) === `/rules/${row}` ||
          problem.related?.some((related) => related.pointer === `${place}/rules/${row}`),
      ),
    ofColumn: ({ kind, index }) => (kind === 'note' ? [] : at(`/${kind}s/${index}`, false)),
  };
}
