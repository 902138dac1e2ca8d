// The organisation as a table: every component a row with where it belongs, who answers for it and how it stands. The
// server finds and sorts them.
import { Skeleton, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type OrganisationFilter, organisationTableQuery } from '../app/api/tree-queries.ts';
import type { ComponentLine } from '../app/api/wire.ts';
import { type Columns, DataTable, fromSorting, toSorting } from '../app/parts/DataTable.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { More } from '../app/parts/More.tsx';
import { Withheld } from '../app/parts/Withheld.tsx';
import { scoreText } from '../app/words/score.ts';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import { kindName } from './kind-name.ts';

interface Props {
  filter: OrganisationFilter;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
}

const idOf = ({ id }: ComponentLine): string => id;
const none = '—';

const standing: Columns<ComponentLine> = [
  {
    id: 'score',
    accessorFn: (line) => line.standing?.score ?? -1,
    header: t('Outcome'),
    cell: ({ row: { original } }) => {
      if (original.withheld) return <Withheld />;
      if (!original.standing) return null;
      const { outcome, score } = original.standing;
      return (
        <OutcomeBadge size="sm" outcome={outcome} detail={score === null ? undefined : scoreText(score)} />
      );
    },
  },
];

const columnsAt = (asOf: string | undefined): Columns<ComponentLine> => [
  {
    id: 'name',
    accessorFn: ({ name }) => name,
    header: t('Component'),
    cell: ({ row: { original } }) => (
      <AnchorLink
        to="/organisation/$componentId"
        params={{ componentId: original.id }}
        search={{ asOf }}
        size="sm"
        fw={500}
      >
        {original.name}
      </AnchorLink>
    ),
  },
  { id: 'kind', accessorFn: ({ kind }) => kindName(kind), header: t('Kind') },
  {
    id: 'parent',
    accessorFn: ({ parentId, parentName }) => parentName ?? parentId ?? none,
    header: t('Part of'),
  },
  {
    id: 'owner',
    accessorFn: ({ ownerId, ownerName }) => ownerName ?? ownerId,
    header: t('Owner'),
    cell: ({ row: { original } }) => (
      <Text size="sm" c={original.ownerId ? undefined : 'var(--cw-muted)'}>
        {original.ownerName ?? original.ownerId ?? t('Vacant')}
      </Text>
    ),
  },
  {
    id: 'manager',
    accessorFn: ({ managerId, managerName }) => managerName ?? managerId ?? none,
    header: t('Manager'),
  },
  ...(asOf ? [] : standing),
];

export function ComponentTable({ filter, sort = 'name', onSort }: Props) {
  const query = useInfiniteQuery(organisationTableQuery({ ...filter, sort }));
  const columns = useMemo(() => columnsAt(filter.asOf), [filter.asOf]);
  return (
    <Loaded query={query} skeleton={<Skeleton height={400} radius="md" />}>
      {({ pages }) =>
        pages[0]?.count === 0 ? (
          <EmptyState title={t('No component fits')} />
        ) : (
          <>
            <DataTable
              label={t('Components')}
              columns={columns}
              items={pages.flatMap(({ items }) => items)}
              idOf={idOf}
              total={pages[0]?.count}
              sortedElsewhere
              sorting={{ state: toSorting(sort), set: (state) => onSort(fromSorting(state)) }}
            />
            <More query={query} />
          </>
        )
      }
    </Loaded>
  );
}
