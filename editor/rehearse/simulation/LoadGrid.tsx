// Managers by weeks as a grid of warmth: each cell its hours, walked with the arrow keys and told in words below; the
// same as a table, and as a file for a spreadsheet.
import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { LoadGrid as Grid } from '../../../engine/index.ts';
import { walk } from '../../decisions/walk-grid.ts';
import { saveFile } from '../../interchange/save-file.ts';
import { t } from '../../language/index.ts';
import { heatTint } from '../../theme/heat.ts';
import shared from '../rehearse.module.css';
import { minutesText } from './figures.ts';
import { cellAt, cellWords, hoursText, loadCsv, personLines, warmth } from './load-grid.ts';
import styles from './simulation.module.css';

interface Props {
  grid: Grid;
  /** Minutes that a week can take. */
  limit: number;
  /** What the file is called. */
  name: string;
  personName(id: string): string;
}

/** The year only where it begins. */
const weekHead = (week: string, before: string | undefined): string =>
  before?.slice(0, 4) === week.slice(0, 4) ? week.slice(5) : week;

function Legend({ limit }: Pick<Props, 'limit'>) {
  return (
    <div className={styles.legend} aria-hidden>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <span key={share} style={{ background: heatTint(share) }} />
      ))}
      <Text span size="xs" c="var(--cw-muted)">
        {t('0 to {limit} a week; a frame: above it at times', { limit: minutesText(limit) })}
      </Text>
    </div>
  );
}

export function LoadGrid({ grid, limit, name, personName }: Props) {
  const [at, setAt] = useState({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const chosen = cellAt(grid, at.row, at.column);
  const size = { rows: grid.people.length, columns: grid.weeks.length };
  const go = (to: typeof at) => {
    setAt(to);
    table.current?.querySelector<HTMLElement>(`[data-cell="${to.row}:${to.column}"]`)?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const to = walk(at, event, size);
    if (!to) return;
    event.preventDefault();
    go(to);
  };
  return (
    <>
      <div className={styles.grid}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of the ARIA practices is a table.
          role="grid"
          aria-label={t('Hours of managers by week')}
          onKeyDown={press}
        >
          <thead>
            <tr>
              <th scope="col">{t('Manager')}</th>
              {grid.weeks.map((week, column) => (
                <th key={week} scope="col">
                  {weekHead(week, grid.weeks[column - 1])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.people.map(({ person }, row) => (
              <Row key={person} {...{ grid, limit, row, at, go }} name={personName(person)} />
            ))}
          </tbody>
        </table>
      </div>
      <output className={styles.cellWords} aria-live="polite">
        {chosen && cellWords({ ...chosen, person: personName(chosen.person) }, limit)}
      </output>
      <Legend limit={limit} />
      <LeftOut grid={grid} />
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={14} />}
          onClick={() => saveFile(`${name}-load.csv`, loadCsv(grid, personName), 'text/csv')}
        >
          {t('Save as CSV')}
        </Button>
      </Group>
      <Behind grid={grid} personName={personName} />
    </>
  );
}

interface RowProps {
  grid: Grid;
  limit: number;
  row: number;
  name: string;
  at: { row: number; column: number };
  go(to: { row: number; column: number }): void;
}

function Row({ grid, limit, row, name, at, go }: RowProps) {
  return (
    <tr>
      <th scope="row" title={name}>
        {name}
      </th>
      {grid.weeks.map((week, column) => {
        const cell = cellAt(grid, row, column);
        const isCurrent = at.row === row && at.column === column;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around hears the keys.
          <td
            key={week}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of the ARIA practices is a table.
            role="gridcell"
            data-cell={`${row}:${column}`}
            data-over={(cell?.overloaded ?? 0) > 0 || undefined}
            aria-label={cell ? cellWords({ ...cell, person: name }, limit) : undefined}
            title={cell ? cellWords({ ...cell, person: name }, limit) : undefined}
            tabIndex={isCurrent ? 0 : -1}
            style={{ background: heatTint(warmth(cell?.minutes ?? 0, limit)) }}
            onClick={() => go({ row, column })}
          >
            {hoursText(cell?.minutes ?? 0)}
          </td>
        );
      })}
    </tr>
  );
}

function LeftOut({ grid: { people, weeks, peopleCount, weekCount } }: Pick<Props, 'grid'>) {
  if (people.length === peopleCount && weeks.length === weekCount) return null;
  return (
    <Text size="xs" c="var(--cw-muted)">
      {t('The {people} fullest of {all} managers, in the first {weeks} of {weekCount} weeks.', {
        people: people.length,
        all: peopleCount,
        weeks: weeks.length,
        weekCount,
      })}
    </Text>
  );
}

function Behind({ grid, personName }: Pick<Props, 'grid' | 'personName'>) {
  return (
    <details className={styles.figures}>
      <summary>{t('The figures behind it')}</summary>
      <table className={shared.table} aria-label={t('Load of each manager')}>
        <thead>
          <tr>
            <th>{t('Manager')}</th>
            <th>{t('Fullest week')}</th>
            <th>{t('Work in it')}</th>
            <th>{t('Work in all')}</th>
            <th>{t('Weeks above the limit')}</th>
          </tr>
        </thead>
        <tbody>
          {personLines(grid).map(({ person, fullest, minutes, weeksOver }) => (
            <tr key={person}>
              <td>{personName(person)}</td>
              <td>{fullest.week}</td>
              <td>{minutesText(fullest.minutes)}</td>
              <td>{minutesText(minutes)}</td>
              <td>{weeksOver}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
