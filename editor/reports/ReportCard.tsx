// One question with its answer in words, its chart, the figures behind it, and the ways to take them along.
import { Anchor, Button, Group, Skeleton, Table, Text, Title } from '@mantine/core';
import { IconDownload, IconPhoto, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, Suspense, useRef } from 'react';
import type { BoardFilter } from '../app/api/board-queries.ts';
import type { ReportMail } from '../app/api/wire.ts';
import { told } from '../app/parts/told.ts';
import { useNow } from '../app/parts/use-now.ts';
import { clockTime, exactly } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import { MailChoice } from './MailChoice.tsx';
import classes from './reports.module.css';
import { useInTurn } from './use-in-turn.ts';

/** Older figures are said to be so. */
const FRESH_MINUTES = 10;

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
  /** The instant that the figures are of, and how newer ones are had. */
  asOf?: { at: string; refresh: () => void } | undefined;
  /** The address of the same figures as a file. */
  file?: string | undefined;
  /** What stands between the chart and the figures, such as what was left out. */
  note?: ReactNode;
  /** The report as it may come by mail, narrowed as it is. */
  mail?: { board: ReportMail['board']; filter: BoardFilter } | undefined;
}

const isOld = (at: string, now: string): boolean => Date.parse(now) - Date.parse(at) > FRESH_MINUTES * 60_000;

function AsOf({ at, refresh }: { at: string; refresh: () => void }) {
  const now = useNow();
  if (!isOld(at, now))
    return (
      <Text size="xs" c="var(--cw-muted)" title={exactly(at)}>
        {t('As of {time}', { time: clockTime(at) })}
      </Text>
    );
  return (
    <Group gap={6} role="status">
      <Text size="xs" c="var(--cw-warning)">
        {t('These figures are of {time} and may be out of date.', { time: exactly(at) })}
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconRefresh size={12} aria-hidden />}
        onClick={refresh}
      >
        {t('Read again')}
      </Button>
    </Group>
  );
}

async function savePicture(chart: HTMLElement | null, name: string, kind: 'svg' | 'png'): Promise<void> {
  const { saveChart } = await import('./save-chart.ts');
  if (chart && !(await saveChart(chart, name, kind)))
    told(t('There is no picture of this yet. Try again once the chart is shown.'));
}

export function ReportCard({ question, answer, chart, headings, children, controls, ...rest }: Props) {
  const { minWidth = 0, asOf, file, note, mail } = rest;
  const picture = useRef<HTMLDivElement>(null);
  const figures = useRef<HTMLDetailsElement>(null);
  const isWhole = useInTurn(figures);
  return (
    <section className={classes.card} aria-label={question}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Title order={2}>{question}</Title>
        {controls}
      </Group>
      <Text maw="72ch" mt={4} style={{ textWrap: 'pretty' }}>
        {answer}
      </Text>
      {chart && (
        <div className={classes.chart} ref={picture}>
          <Suspense fallback={<Skeleton height={160} />}>{chart}</Suspense>
        </div>
      )}
      {note}
      <details className={classes.figures} ref={figures}>
        <summary>{t('The figures behind it')}</summary>
        {/* Where it scrolls, somebody without a pointer must be able to scroll it. */}
        <Table.ScrollContainer minWidth={minWidth} type="native" tabIndex={0}>
          <Table fz="sm" aria-label={t('Figures: {question}', { question })}>
            <Table.Thead>
              <Table.Tr>
                {headings.map((heading) => (
                  <Table.Th key={heading}>{heading}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>{isWhole && children}</Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </details>
      <Group justify="space-between" mt="xs" gap="xs" className={classes.foot}>
        {asOf ? <AsOf {...asOf} /> : <span />}
        <Group gap="sm" className={classes.takeAlong}>
          {mail && <MailChoice {...mail} question={question} />}
          {file && (
            <Anchor href={file} download size="xs">
              <Group gap={4} component="span" display="inline-flex">
                <IconDownload size={14} aria-hidden />
                {t('Figures as CSV')}
              </Group>
            </Anchor>
          )}
          {chart &&
            (['svg', 'png'] as const).map((kind) => (
              <Anchor
                key={kind}
                component="button"
                type="button"
                size="xs"
                onClick={() => void savePicture(picture.current, question, kind)}
              >
                <Group gap={4} component="span" display="inline-flex">
                  <IconPhoto size={14} aria-hidden />
                  {kind === 'svg' ? t('Picture as SVG') : t('Picture as PNG')}
                </Group>
              </Anchor>
            ))}
        </Group>
      </Group>
    </section>
  );
}
