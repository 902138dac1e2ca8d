// One question with its answer in words, its chart, and the figures behind it.
import { Group, Skeleton, Table, Text, Title } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';
import { t } from '../language/index.ts';
import classes from './reports.module.css';

interface Props {
  question: string;
  answer: ReactNode;
  chart: ReactNode;
  headings: string[];
  /** Table rows: the figures behind the chart. */
  children: ReactNode;
  controls?: ReactNode;
  /** Of the table; a narrower screen scrolls it. */
  minWidth?: number;
}

export function ReportCard({ question, answer, chart, headings, children, controls, minWidth = 0 }: Props) {
  return (
    <section className={classes.card} aria-label={question}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Title order={2}>{question}</Title>
        {controls}
      </Group>
      <Text maw="72ch" mt={4}>
        {answer}
      </Text>
      {chart && (
        <div className={classes.chart}>
          <Suspense fallback={<Skeleton height={160} />}>{chart}</Suspense>
        </div>
      )}
      <details className={classes.figures}>
        <summary>{t('The figures behind it')}</summary>
        <Table.ScrollContainer minWidth={minWidth} type="native">
          <Table fz="sm" aria-label={t('Figures: {question}', { question })}>
            <Table.Thead>
              <Table.Tr>
                {headings.map((heading) => (
                  <Table.Th key={heading}>{heading}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>{children}</Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </details>
    </section>
  );
}
