// Plans as a table that sorts.
import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { displayScore } from '../../engine/index.ts';
import type { PlanItem } from '../app/api/wire.ts';
import { type Columns, DataTable } from '../app/parts/DataTable.tsx';
import { DueText } from '../app/parts/DueText.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { inWords } from '../app/words/history.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import { nextAct } from './next-act.ts';

const columns: Columns<PlanItem> = [
  {
    id: 'component',
    accessorFn: (plan) => plan.componentName,
    header: 'Component',
    cell: ({ row: { original } }) => (
      <AnchorLink to="/plans/$planId" params={{ planId: original.id }} size="sm" fw={500}>
        {original.componentName}
      </AnchorLink>
    ),
  },
  { id: 'cycle', accessorFn: (plan) => `${plan.cycleName} ${plan.version}`, header: 'Cycle' },
  {
    id: 'stage',
    accessorFn: (plan) => plan.stage.map(inWords).join(', '),
    header: 'Stage',
    cell: ({ row: { original } }) =>
      original.status === 'ended'
        ? `ended: ${original.ending ?? ''}`
        : original.stage.map(inWords).join(', '),
  },
  { id: 'round', accessorFn: (plan) => plan.round, header: 'Round' },
  {
    id: 'score',
    accessorFn: (plan) => plan.score ?? -1,
    header: 'Outcome',
    cell: ({ row: { original } }) => (
      <OutcomeBadge
        size="sm"
        outcome={original.outcome}
        detail={original.score === null ? undefined : displayScore(original.score)}
      />
    ),
  },
  {
    id: 'next',
    accessorFn: (plan) => nextAct(plan).dueAt ?? '9',
    header: 'Next act',
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
    header: 'Moved',
    cell: ({ row: { original } }) => <TimeText at={original.movedAt} />,
  },
];

const idOf = (plan: PlanItem): string => plan.id;

/** "score" or "-score", as it stands in the address. */
export function PlanTable({ plans, sort }: { plans: PlanItem[]; sort: string | undefined }) {
  const navigate = useNavigate();
  const state = sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : [];
  return (
    <DataTable
      label="Plans"
      columns={columns}
      items={plans}
      idOf={idOf}
      sorting={{
        state,
        set: ([first]) =>
          void navigate({
            to: '/plans',
            search: (before) => ({
              ...before,
              sort: first ? `${first.desc ? '-' : ''}${first.id}` : undefined,
            }),
            replace: true,
          }),
      }}
    />
  );
}
