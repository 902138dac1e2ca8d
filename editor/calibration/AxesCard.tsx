// Results and methods as two axes: how many stand in each field, as it is now. Good results do not excuse the way.
import { Table, Text, Title } from '@mantine/core';
import { type Outcome, outcomes } from '../../engine/index.ts';
import type { CalibrationLine } from '../app/api/wire.ts';
import { t } from '../language/index.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import classes from './calibration.module.css';
import { countsByAxes } from './lines.ts';

const down = outcomes.toReversed();

const cellName = (results: Outcome, methods: Outcome): string => `${results} ${methods}`;

export function AxesCard({ lines }: { lines: readonly CalibrationLine[] }) {
  const counts = countsByAxes(lines);
  if (counts.size === 0) return null;
  const title = t('Do results and methods go together?');
  return (
    <section className={classes.card} aria-label={title}>
      <Title order={2}>{title}</Title>
      <Text mt={4} mb="sm" c="var(--cw-muted)">
        {t('Results from top to bottom, methods from left to right; each person stands in one field.')}
      </Text>
      <Table.ScrollContainer minWidth={340}>
        <Table withColumnBorders aria-label={title} className={classes.axes}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('Results')}</Table.Th>
              {outcomes.map((methods) => (
                <Table.Th key={methods} scope="col">
                  {t('Methods')} <OutcomeBadge outcome={methods} size="sm" />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {down.map((results) => (
              <Table.Tr key={results}>
                <Table.Th scope="row">
                  <OutcomeBadge outcome={results} size="sm" />
                </Table.Th>
                {outcomes.map((methods) => (
                  <Table.Td key={methods}>{counts.get(cellName(results, methods)) ?? 0}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
