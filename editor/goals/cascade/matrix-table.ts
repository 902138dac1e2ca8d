// The pages of the matrix as one table: whose links stand in which row, and which components have a column. Pure.
import type { GoalMatrix } from '../../app/api/wire.ts';

export type MatrixPage = GoalMatrix;
type Link = GoalMatrix['items'][number]['cells'][number]['link'];

/** A wider table could not be read. */
export const mostColumns = 40;

/** `from` is the place of the first column that is wanted; behind the last one the last columns are shown. */
export function toTable(pages: readonly MatrixPage[], from: number) {
  const rows = pages.flatMap(({ items }) =>
    items.map(({ goal, componentId, cells }) => ({
      goal,
      componentId,
      linkOf: new Map<string, Link>(cells.map(({ componentId, link }) => [componentId, link])),
    })),
  );
  const all = [
    ...new Map(pages.flatMap(({ columns }) => columns).map((column) => [column.id, column])).values(),
  ];
  const lastStart = Math.floor(Math.max(0, all.length - 1) / mostColumns) * mostColumns;
  const start = Math.min(Math.max(0, from), lastStart);
  const columns = all.slice(start, start + mostColumns);
  return { rows, columns, start, end: start + columns.length, count: all.length };
}

type Table = ReturnType<typeof toTable>;
type Placed = Pick<Table['columns'][number], 'above' | 'mayChange'>;

/** A goal of the component could serve that of the row, and the reader may say so. */
export const mayLinkIn = ({ componentId }: { componentId: string }, { above, mayChange }: Placed): boolean =>
  mayChange && above.includes(componentId);
