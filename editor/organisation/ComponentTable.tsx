// The organisation as a table: every component a row with where it belongs, who answers for it and how it stands.
import { Text } from '@mantine/core';
import type { SortingState } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { Component } from '../../engine/index.ts';
import { type Columns, DataTable } from '../app/parts/DataTable.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { scoreText } from '../app/words/score.ts';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import { kindName } from './kind-name.ts';
import type { LineFacts } from './TreeLine.tsx';

interface Props {
  items: Component[];
  fits: ((item: Component) => boolean) | null;
  facts: LineFacts;
  asOf?: string | undefined;
}

const idOf = ({ id }: Component): string => id;
const none = '—';

interface Known extends Pick<Props, 'facts' | 'asOf'> {
  nameOfPart: ReadonlyMap<string, string>;
}

const columnsWith = ({ facts, asOf, nameOfPart }: Known): Columns<Component> => {
  const person = (id: string | null | undefined) => (id ? (facts.names.get(id) ?? id) : none);
  const standing = asOf
    ? []
    : [
        {
          id: 'score',
          accessorFn: ({ id }: Component) => facts.standings.get(id)?.score ?? -1,
          header: t('Outcome'),
          cell: ({ row: { original } }: { row: { original: Component } }) => {
            const found = facts.standings.get(original.id);
            if (!found) return null;
            const detail = found.score === null ? undefined : scoreText(found.score);
            return <OutcomeBadge size="sm" outcome={found.outcome} detail={detail} />;
          },
        },
      ];
  return [
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
      accessorFn: ({ parentId }) => (parentId ? (nameOfPart.get(parentId) ?? parentId) : none),
      header: t('Part of'),
    },
    {
      id: 'owner',
      accessorFn: ({ ownerId }) => person(ownerId),
      header: t('Owner'),
      cell: ({ row: { original } }) => (
        <Text size="sm" c={original.ownerId ? undefined : 'var(--cw-muted)'}>
          {original.ownerId ? person(original.ownerId) : t('Vacant')}
        </Text>
      ),
    },
    { id: 'manager', accessorFn: ({ managerId }) => person(managerId), header: t('Manager') },
    ...standing,
  ];
};

export function ComponentTable({ items, fits, facts, asOf }: Props) {
  const [sorting, setSorting] = useState<SortingState>([]);
  const shown = useMemo(() => (fits ? items.filter(fits) : items), [items, fits]);
  const nameOfPart = useMemo(() => new Map(items.map(({ id, name }) => [id, name])), [items]);
  const columns = columnsWith({ facts, asOf, nameOfPart });
  if (shown.length === 0) return <EmptyState title={t('No component fits')} />;
  return (
    <DataTable
      label={t('Components')}
      columns={columns}
      items={shown}
      idOf={idOf}
      sorting={{ state: sorting, set: setSorting }}
    />
  );
}
