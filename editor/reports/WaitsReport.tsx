// Where do plans wait? Days per stage of one cycle, and the plans that are there now.
import { Group, Select, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type BoardFilter, boardFile, boardQuery } from '../app/api/board-queries.ts';
import { cyclesQuery, cycleVersionQuery } from '../app/api/cycle-queries.ts';
import type { BoardRow, CycleSummary } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { latePart } from '../app/parts/late-part.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { t } from '../language/index.ts';
import { StageKindIcon } from '../theme/StageKindIcon.tsx';
import { plansBehind } from './plans-behind.ts';
import { waitsQuestion } from './questions.ts';
import { ReportCard } from './ReportCard.tsx';
import { daysText, shortestDays, waitWords } from './report-words.ts';
import { cyclesWithStays, type WaitLine, waitLines } from './wait-lines.ts';

const Bars = latePart(async () => (await import('./Bars.tsx')).Bars);
const headings = [t('Stage'), t('Median stay'), t('Stays that ended'), t('Plans there now')];
const dayParts = [{ name: 'days', words: t('Median stay'), color: 'var(--cw-kind-observe)' }];
const nowParts = [{ name: 'now', words: t('Plans'), color: 'var(--cw-accent)' }];
const noCycles: CycleSummary[] = [];

interface Props {
  filter: BoardFilter;
  onCycle: (id: string) => void;
}

/** The latest published drawing of a cycle: it names and orders the stages. */
function useDrawing(cycleId: string, cycles: CycleSummary[]) {
  const version = cycles.find(({ id }) => id === cycleId)?.latestVersion ?? null;
  return (
    useQuery({ ...cycleVersionQuery(cycleId, version ?? 0), enabled: version !== null }).data?.cycle ?? null
  );
}

function WaitRow({ line, filter }: { line: WaitLine; filter: BoardFilter }) {
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          <StageKindIcon kind={line.kind} size={14} />
          {line.stageName}
        </Group>
      </Table.Td>
      <Table.Td>{line.medianDays === null ? t('none ended yet') : daysText(line.medianDays)}</Table.Td>
      <Table.Td>{line.stays}</Table.Td>
      <Table.Td>
        {line.now > 0 && line.drill ? (
          <AnchorLink to="/plans" search={plansBehind(line.drill, filter)} size="sm">
            {line.now}
          </AnchorLink>
        ) : (
          line.now
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** Two pictures, because days and plans are not of one size. */
function Chart({ lines }: { lines: WaitLine[] }) {
  const timed = lines.filter(({ medianDays }) => (medianDays ?? 0) >= shortestDays);
  const there = lines.filter(({ now }) => now > 0);
  return (
    <>
      {there.length > 0 && (
        <>
          <Title order={3}>{t('Plans there now')}</Title>
          <Bars
            said={t('Plans that are now in each stage. {answer}', { answer: waitWords(lines) })}
            lines={there.map(({ stageName, now }) => ({ label: stageName, now }))}
            parts={nowParts}
            format={String}
          />
        </>
      )}
      {timed.length > 0 && (
        <>
          <Title order={3} mt="md">
            {t('Days that a stay takes, in the median')}
          </Title>
          <Bars
            said={t('Median days per stage. {answer}', { answer: waitWords(lines) })}
            lines={timed.map(({ stageName, medianDays }) => ({ label: stageName, days: medianDays ?? 0 }))}
            parts={dayParts}
            format={daysText}
          />
        </>
      )}
    </>
  );
}

const timesOf = (rows: BoardRow[]) =>
  rows.map(({ id, detail, values, drill }) => ({
    cycleId: detail ?? '',
    stage: id,
    medianDays: values.medianDays ?? null,
    stays: values.stays ?? 0,
    now: values.now ?? 0,
    drill,
  }));

export function WaitsReport({ filter, onCycle }: Props) {
  const board = useQuery(boardQuery('dwell', filter));
  const cycles = useQuery(cyclesQuery).data ?? noCycles;
  const times = useMemo(() => timesOf(board.data?.rows ?? []), [board.data]);
  const known = cyclesWithStays(times);
  const { cycleId: cycle } = filter;
  const cycleId = cycle && known.includes(cycle) ? cycle : (known[0] ?? '');
  const drawing = useDrawing(cycleId, cycles);
  const choices = known.map((id) => ({ value: id, label: cycles.find((one) => one.id === id)?.name ?? id }));
  return (
    <Loaded query={board}>
      {({ asOf }) => {
        const lines = waitLines(times, cycleId, drawing);
        return (
          <ReportCard
            question={waitsQuestion}
            answer={waitWords(lines)}
            chart={lines.length > 0 && <Chart lines={lines} />}
            headings={headings}
            asOf={{ at: asOf, refresh: () => void board.refetch() }}
            file={boardFile('dwell', filter)}
            mail={{ board: 'dwell', filter }}
            controls={
              choices.length > 1 && (
                <Select
                  size="xs"
                  w={220}
                  aria-label={t('Cycle whose stages are shown')}
                  allowDeselect={false}
                  data={choices}
                  value={cycleId}
                  onChange={(id) => id && onCycle(id)}
                />
              )
            }
          >
            {lines.map((line) => (
              <WaitRow key={line.stage} line={line} filter={filter} />
            ))}
          </ReportCard>
        );
      }}
    </Loaded>
  );
}
