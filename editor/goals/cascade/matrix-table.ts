// The pages of the matrix as one table: whose links stand in which row, and which components have a column. Pure.
import type { GoalMatrix } from '../../app/api/wire.ts';

export type MatrixPage = GoalMatrix;
type Link = GoalMatrix['items'][number]['cells'][number]['link'];

const mostColumns = 40;

export function toTable(pages: readonly MatrixPage[]) {
  const rows = pages.flatMap(({ items }) =>
    items.map(({ goal, cells }) => ({
      goal,
      linkOf: new Map<string, Link>(cells.map(({ componentId, link }) => [componentId, link])),
    })),
  );
  const all = [
    ...new Map(pages.flatMap(({ columns }) => columns).map((column) => [column.id, column])).values(),
  ];
  return { rows, columns: all.slice(0, mostColumns), left: Math.max(0, all.length - mostColumns) };
}
