// One board: its question answered in words, in bars, and in a table whose rows lead to the plans behind them.
import { Button, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type BoardFilter, boardFile, boardQuery } from '../app/api/board-queries.ts';
import type { BoardRow } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { latePart } from '../app/parts/late-part.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { t } from '../language/index.ts';
import type { ShownBoard, ShownColumn } from './catalogue.ts';
import { OutcomeLegend } from './OutcomeLegend.tsx';
import { PartLegend } from './PartLegend.tsx';
import { plansBehind } from './plans-behind.ts';
import { ReportCard } from './ReportCard.tsx';

const Bars = latePart(async () => (await import('./Bars.tsx')).Bars);
/** More bars are no picture any more; the table has all of them. */
const MOST_BARS = 20;
const MOST_ROWS = 50;

interface Props {
  shown: ShownBoard;
  filter: BoardFilter;
  controls?: ReactNode;
}

export const barLinesOf = ({ nameOf, bars, barValues }: ShownBoard, rows: BoardRow[]) =>
  rows
    .filter(({ withheld }) => !withheld)
    .map((row) => ({
      label: nameOf(row),
      ...(barValues?.(row) ?? Object.fromEntries(bars.map(({ name }) => [name, row.values[name] ?? 0]))),
    }));

/** Bars of nothing are no picture. */
export const isDrawn = (shown: ShownBoard, rows: BoardRow[]): boolean =>
  barLinesOf(shown, rows).some((line) =>
    Object.values(line).some((value) => typeof value === 'number' && value > 0),
  );

function Chart({ shown, rows }: { shown: ShownBoard; rows: BoardRow[] }) {
  const lines = barLinesOf(shown, rows);
  const { bars, question, outcomes = false, answer } = shown;
  return (
    <>
      <Bars
        said={`${question} ${answer(rows)}`}
        lines={lines.slice(0, MOST_BARS)}
        parts={bars}
        format={String}
      />
      {outcomes ? (
        <OutcomeLegend
          outcomes={bars.some(({ name }) => name === 'notScored') ? undefined : ['exceeds', 'meets', 'below']}
        />
      ) : (
        <PartLegend parts={bars} />
      )}
      {lines.length > MOST_BARS && (
        <Text size="xs" c="var(--cw-muted)" mt={4}>
          {t('The first {shown} of {count}; the table has all of them.', {
            shown: MOST_BARS,
            count: lines.length,
          })}
        </Text>
      )}
    </>
  );
}

function Cell({ row, column, filter }: { row: BoardRow; column: ShownColumn; filter: BoardFilter }) {
  const text = cellText(row, column);
  if (!column.drill || !row.drill || !row.values[column.key]) return <Table.Td>{text}</Table.Td>;
  return (
    <Table.Td>
      <AnchorLink to="/plans" search={plansBehind({ ...row.drill, ...column.drill }, filter)} size="sm">
        {text}
      </AnchorLink>
    </Table.Td>
  );
}

const cellText = (row: BoardRow, { key, format = String }: ShownColumn): string => {
  const value = row.values[key];
  return value === null || value === undefined ? '–' : format(value);
};

function Line({
  row,
  shown,
  filter,
  least,
}: {
  row: BoardRow;
  shown: ShownBoard;
  filter: BoardFilter;
  least: number;
}) {
  const name = shown.nameOf(row);
  return (
    <Table.Tr>
      <Table.Td>
        {row.drill ? (
          <AnchorLink to="/plans" search={plansBehind(row.drill, filter, shown.board)} size="sm">
            {name}
          </AnchorLink>
        ) : (
          name
        )}
      </Table.Td>
      {row.withheld ? (
        <Table.Td colSpan={shown.columns.length} c="var(--cw-muted)">
          {t('Withheld, so that nobody in a group of fewer than {least} is told of', { least })}
        </Table.Td>
      ) : (
        shown.columns.map((column) => <Cell key={column.key} row={row} column={column} filter={filter} />)
      )}
    </Table.Tr>
  );
}

export function BoardReport({ shown, filter, controls }: Props) {
  const query = useQuery(boardQuery(shown.board, filter));
  const [all, setAll] = useState(false);
  const { columns, question, about, answer } = shown;
  return (
    <Loaded query={query}>
      {({ rows, asOf, least }) => (
        <ReportCard
          question={question}
          answer={answer(rows)}
          chart={isDrawn(shown, rows) && <Chart shown={shown} rows={rows} />}
          headings={[about, ...columns.map(({ heading }) => heading)]}
          minWidth={columns.length * 90 + 160}
          controls={controls}
          asOf={{ at: asOf, refresh: () => void query.refetch() }}
          file={boardFile(shown.board, filter)}
          mail={{ board: shown.board, filter }}
          note={
            filter.cycleId &&
            shown.ofCycle && (
              <Text size="xs" c="var(--cw-muted)">
                {shown.ofCycle}
              </Text>
            )
          }
        >
          {(all ? rows : rows.slice(0, MOST_ROWS)).map((row) => (
            <Line key={row.id} row={row} shown={shown} filter={filter} least={least} />
          ))}
          {!all && rows.length > MOST_ROWS && (
            <Table.Tr>
              <Table.Td colSpan={columns.length + 1}>
                <Button size="compact-sm" variant="default" onClick={() => setAll(true)}>
                  {t('Show all {count}', { count: rows.length })}
                </Button>
              </Table.Td>
            </Table.Tr>
          )}
        </ReportCard>
      )}
    </Loaded>
  );
}
