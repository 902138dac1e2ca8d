// The same figures as a table; each number leads to the plans behind it.
import { Group, Table, UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { AnchorLink } from '../app/parts/links.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { numberText, t } from '../language/index.ts';
import { StageKindIcon } from '../theme/StageKindIcon.tsx';
import classes from './watch.module.css';
import { stayWords, type WatchLine, type WatchLook } from './watch-lines.ts';

interface Props {
  lines: readonly WatchLine[];
  cycleId: string;
  version: number;
  /** The reader may open plans that are not counted here. */
  isApart: boolean;
  look: WatchLook;
  chosen: string | null;
  onChoose: (stage: string) => void;
}

const headings: Record<WatchLook, readonly string[]> = {
  plans: [t('Here'), t('Late'), t('Ended')],
  time: [t('Median stay'), t('Stays')],
};

export function WatchTable({ lines, look, chosen, onChoose, ...at }: Props) {
  return (
    <Table.ScrollContainer minWidth={300} className={classes.scroll}>
      <Table verticalSpacing={6} horizontalSpacing="sm" fz="sm" stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('Stage')}</Table.Th>
            {headings[look].map((heading) => (
              <Table.Th key={heading} ta="right">
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Row
              key={line.stage}
              line={line}
              look={look}
              chosen={line.stage === chosen}
              onChoose={onChoose}
              {...at}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface RowProps extends Pick<Props, 'cycleId' | 'version' | 'isApart' | 'look' | 'onChoose'> {
  line: WatchLine;
  chosen: boolean;
}

function Row({ line, chosen, look, onChoose, ...at }: RowProps) {
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const { stage, name, kind, active, overdue, ended, withheld, medianDays, stays } = line;
  return (
    <Table.Tr ref={row} data-chosen={chosen || undefined} className={classes.row}>
      <Table.Td>
        <UnstyledButton fz="sm" onClick={() => onChoose(stage)} aria-pressed={chosen}>
          <Group gap={6} wrap="nowrap">
            <StageKindIcon kind={kind} size={14} />
            {name}
          </Group>
        </UnstyledButton>
      </Table.Td>
      {look === 'plans' && withheld && (
        <Table.Td ta="right" colSpan={headings.plans.length} c="var(--cw-muted)">
          {t('withheld')}
        </Table.Td>
      )}
      {look === 'plans' && !withheld && (
        <>
          <Plans
            count={active}
            label={t('Plans in {name}', { name })}
            stage={stage}
            status="active"
            {...at}
          />
          <Plans
            count={overdue}
            label={t('Late plans in {name}', { name })}
            stage={stage}
            status="active"
            late
            {...at}
          />
          <Plans
            count={ended}
            label={t('Plans that ended in {name}', { name })}
            stage={stage}
            status="ended"
            {...at}
          />
        </>
      )}
      {look === 'time' && (
        <>
          <Table.Td ta="right">{medianDays === null ? '–' : stayWords(medianDays)}</Table.Td>
          <Table.Td ta="right">{stays === 0 ? '–' : stays}</Table.Td>
        </>
      )}
    </Table.Tr>
  );
}

interface PlansProps extends Pick<Props, 'cycleId' | 'version' | 'isApart'> {
  count: number;
  label: string;
  stage: string;
  status: 'active' | 'ended';
  late?: boolean;
}

function Plans({ count, label, stage, status, late = false, cycleId, version, isApart }: PlansProps) {
  const may = useMay();
  if (count === 0 || !may('plans.read'))
    return (
      <Table.Td ta="right" c={count === 0 ? 'var(--cw-muted)' : undefined}>
        {count === 0 ? '–' : numberText(count)}
      </Table.Td>
    );
  const search = {
    view: 'list',
    cycle: cycleId,
    version: String(version),
    stage,
    status,
    ...(late ? { late: 'yes' } : {}),
    ...(isApart ? { counted: 'reports' } : {}),
  };
  return (
    <Table.Td ta="right">
      <AnchorLink
        to="/plans"
        search={search}
        size="sm"
        aria-label={`${label}: ${numberText(count)}`}
        fw={600}
      >
        {numberText(count)}
      </AnchorLink>
    </Table.Td>
  );
}
