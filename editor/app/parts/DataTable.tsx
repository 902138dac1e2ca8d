// A table that sorts by its headings, itself or by asking for another order, and draws only the rows in sight when there
// are many.
import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import {
  type ColumnDef,
  createSortedRowModel,
  type Row,
  rowSortingFeature,
  type SortingState,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
});
export type Columns<Item extends object> = ColumnDef<typeof features, Item>[];

interface Props<Item extends object> {
  label: string;
  columns: Columns<Item>;
  items: Item[];
  idOf: (item: Item) => string;
  /** Where the sorting is kept; without it the table does not sort. */
  sorting?: { state: SortingState; set: (state: SortingState) => void };
  /** The items come in the order of `sorting` already: there are more of them than these. */
  sortedElsewhere?: boolean;
  /** How many there are in all, when these are not all of them. */
  total?: number | undefined;
}

const manyRows = 50;
const rowHeight = 44;

function Cells<Item extends object>({
  row,
  render,
}: {
  row: Row<typeof features, Item>;
  render: (cell: ReturnType<typeof row.getAllCells>[number]) => ReactNode;
}) {
  return row.getAllCells().map((cell) => <Table.Td key={cell.id}>{render(cell)}</Table.Td>);
}

/** "score" or "-score", as an order stands in an address and in a request. */
export const toSorting = (sort: string | undefined): SortingState =>
  sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : [];
export const fromSorting = ([first]: SortingState): string | undefined =>
  first && `${first.desc ? '-' : ''}${first.id}`;

export function DataTable<Item extends object>(props: Props<Item>) {
  const { label, columns, items, idOf, sorting, sortedElsewhere = false, total = items.length } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const table = useTable({
    features,
    columns,
    data: items,
    getRowId: idOf,
    enableSorting: sorting !== undefined,
    manualSorting: sortedElsewhere,
    state: { sorting: sorting?.state ?? [] },
    onSortingChange: (change) => sorting?.set(typeof change === 'function' ? change(sorting.state) : change),
  });
  const { rows } = table.getRowModel();
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: 12,
    enabled: rows.length > manyRows,
    scrollMargin: body.current?.offsetTop ?? 0,
  });
  const shown =
    rows.length > manyRows
      ? virtual.getVirtualItems()
      : rows.map((_, index) => ({ index, start: 0, end: 0 }));
  const before =
    rows.length > manyRows ? Math.max(0, (shown[0]?.start ?? 0) - virtual.options.scrollMargin) : 0;
  const after =
    rows.length > manyRows
      ? virtual.getTotalSize() + virtual.options.scrollMargin - (shown.at(-1)?.end ?? 0)
      : 0;
  return (
    // What is only read aloud keeps to the frame that scrolls, so that the page does not scroll sideways for it.
    <Table.ScrollContainer
      pos="relative"
      minWidth={640}
      type="native"
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <Table aria-label={label} highlightOnHover verticalSpacing={8} fz="sm" aria-rowcount={total}>
        <Table.Thead>
          {table.getHeaderGroups().map((group) => (
            <Table.Tr key={group.id}>
              {group.headers.map((header) => {
                const sorted = header.column.getIsSorted();
                const name = <table.FlexRender header={header} />;
                return (
                  <Table.Th
                    key={header.id}
                    aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
                  >
                    {header.column.getCanSort() ? (
                      <UnstyledButton fz="sm" fw={600} onClick={header.column.getToggleSortingHandler()}>
                        {name}
                        {sorted === 'asc' && <IconArrowUp size={12} aria-hidden />}
                        {sorted === 'desc' && <IconArrowDown size={12} aria-hidden />}
                      </UnstyledButton>
                    ) : (
                      name
                    )}
                  </Table.Th>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Thead>
        <Table.Tbody ref={body}>
          {before > 0 && <tr style={{ height: before }} />}
          {shown.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <Table.Tr key={row.id} aria-rowindex={index + 1}>
                  <Cells row={row} render={(cell) => <table.FlexRender cell={cell} />} />
                </Table.Tr>
              )
            );
          })}
          {after > 0 && <tr style={{ height: after }} />}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
