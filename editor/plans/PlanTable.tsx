// Plans as a table that asks for another order by its headings; on a narrow screen one below the other.

import { Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { PlanItem } from '../app/api/wire.ts';
import { type Columns, DataTable, fromSorting, toSorting } from '../app/parts/DataTable.tsx';
import { DueText } from '../app/parts/DueText.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { scoreText } from '../app/words/score.ts';
import { t } from '../language/index.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import { nextAct } from './next-act.ts';
import { PlanLines } from './PlanLines.tsx';
import { type StageNames, useStageNames } from './use-stage-names.ts';

const columnsWith = (stageNames: StageNames): Columns<PlanItem> => [
  {
    id: 'component',
    accessorFn: (plan) => plan.componentName,
    header: t('Component'),
    cell: ({ row: { original } }) => (
      <AnchorLink to="/plans/$planId" params={{ planId: original.id }} size="sm" fw={500}>
        {original.componentName}
      </AnchorLink>
    ),
  },
  { id: 'cycle', accessorFn: (plan) => `${plan.cycleName} ${plan.version}`, header: t('Cycle') },
  {
    id: 'stage',
    accessorFn: stageNames,
    header: t('Stage'),
    // The value of a row is kept, and the names come after the rows.
    cell: ({ row: { original } }) => stageNames(original),
  },
  { id: 'round', accessorFn: (plan) => plan.round, header: t('Round') },
  {
    id: 'score',
    accessorFn: (plan) => plan.score ?? -1,
    header: t('Outcome'),
    cell: ({ row: { original } }) => (
      <OutcomeBadge
        size="sm"
        outcome={original.outcome}
        detail={original.score === null ? undefined : scoreText(original.score)}
      />
    ),
  },
  {
    id: 'next',
    accessorFn: (plan) => nextAct(plan).dueAt ?? '9',
    header: t('Next act'),
    cell: ({ row: { original } }) => {
      const act = nextAct(original);
      return (
        <div>
          <Text size="sm" lineClamp={1}>
            {act.who ? `${act.who}: ${act.words}` : act.words}
          </Text>
          {act.dueAt && <DueText at={act.dueAt} />}
        </div>
      );
    },
  },
  {
    id: 'moved',
    accessorFn: (plan) => plan.movedAt,
    header: t('Moved'),
    cell: ({ row: { original } }) => <TimeText at={original.movedAt} />,
  },
];

const idOf = (plan: PlanItem): string => plan.id;

/** "score" or "-score", as it stands in the address. */
interface Props {
  plans: PlanItem[];
  sort: string | undefined;
  total: number | undefined;
}

export function PlanTable({ plans, sort, total }: Props) {
  const navigate = useNavigate();
  const stageNames = useStageNames(plans);
  const columns = useMemo(() => columnsWith(stageNames), [stageNames]);
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const onSort = (next: string | undefined) =>
    void navigate({ to: '/plans', search: (before) => ({ ...before, sort: next }), replace: true });
  if (isNarrow) return <PlanLines {...{ plans, stageNames, sort, onSort }} />;
  return (
    <DataTable
      label={t('Plans')}
      columns={columns}
      items={plans}
      idOf={idOf}
      total={total}
      sortedElsewhere
      sorting={{ state: toSorting(sort), set: (state) => onSort(fromSorting(state)) }}
    />
  );
}
