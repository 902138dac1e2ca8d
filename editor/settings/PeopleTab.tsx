// Who works here and what they may do. The server finds, sorts and counts them; the address holds what was asked.
import { ActionIcon, Badge, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPencil, IconPlus, IconSearch, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Person } from '../../engine/index.ts';
import { peoplePagesQuery } from '../app/api/people-queries.ts';
import { type Columns, DataTable, fromSorting, toSorting } from '../app/parts/DataTable.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { More } from '../app/parts/More.tsx';
import { longest } from '../app/search-params.ts';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { Hint } from '../theme/Hint.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { roleChoices, roleWords } from './role-words.ts';

const route = getRouteApi('/signed-in/settings');
const idOf = ({ id }: Person): string => id;

const columnsFor = (onChange: (person: Person) => void): Columns<Person> => [
  {
    id: 'name',
    accessorFn: ({ name }) => name,
    header: t('Name'),
    cell: ({ row: { original } }) => (
      <Text size="sm" fw={500}>
        {original.name}
      </Text>
    ),
  },
  { id: 'email', accessorFn: ({ email }) => email, header: t('Email') },
  {
    id: 'roles',
    header: t('Roles'),
    cell: ({ row: { original } }) => (
      <Group gap={4}>
        {original.roles.map((role) => (
          // A table that is short of room would leave of each role a letter.
          <Badge key={role} variant="light" color="gray" tt="none" flex="none">
            {roleWords[role].name}
          </Badge>
        ))}
      </Group>
    ),
  },
  {
    id: 'act',
    header: '',
    cell: ({ row: { original } }) => (
      <Hint label={t('Change')}>
        <ActionIcon
          aria-label={t('Change {name}', { name: original.name })}
          onClick={() => onChange(original)}
        >
          <IconPencil size={16} />
        </ActionIcon>
      </Hint>
    ),
  },
];

interface Asked {
  q?: string | undefined;
  role?: string | undefined;
  sort?: string | undefined;
}

function Filters({ q = '', role, onChange }: Asked & { onChange: (patch: Asked) => void }) {
  return (
    <Group gap="xs" flex={{ base: '1 1 100%', xs: 'none' }}>
      <TextInput
        w={{ base: '100%', xs: 260 }}
        placeholder={t('Name or email')}
        aria-label={t('Search people')}
        maxLength={longest}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={q}
        onChange={(event) => onChange({ q: event.currentTarget.value || undefined })}
      />
      <Select
        w={{ base: '100%', xs: 180 }}
        aria-label={t('Role')}
        placeholder={t('Any role')}
        clearable
        data={roleChoices}
        value={role ?? null}
        onChange={(next) => onChange({ role: next ?? undefined })}
      />
    </Group>
  );
}

export function PeopleTab() {
  const { q, role, sort = 'name' } = route.useSearch();
  const navigate = useNavigate();
  const query = useInfiniteQuery(peoplePagesQuery({ q, role, sort }));
  const [opened, setOpened] = useState<{ person: Person | null } | null>(null);
  const [columns] = useState(() => columnsFor((person) => setOpened({ person })));
  const change = (patch: Asked) =>
    void navigate({ to: '/settings', search: (before) => ({ ...before, ...patch }), replace: true });
  return (
    <Stack>
      <Group justify="space-between">
        <Filters q={q} role={role} onChange={change} />
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpened({ person: null })}>
          {t('Add a person')}
        </Button>
      </Group>
      <Loaded query={query}>
        {({ pages }) => {
          const count = pages[0]?.count ?? 0;
          if (count === 0)
            return (
              <EmptyState icon={IconUsers} title={t('Nobody fits this search')}>
                {t('Search by a part of a name or an address, or take the role away.')}
              </EmptyState>
            );
          return (
            <div>
              <Text size="sm" c="var(--cw-muted)" mb={4} aria-live="polite">
                {t('{count, plural, one {# person} other {# people}}', { count })}
              </Text>
              <DataTable
                label={t('People')}
                columns={columns}
                items={pages.flatMap(({ items }) => items)}
                idOf={idOf}
                total={count}
                sortedElsewhere
                sorting={{
                  state: toSorting(sort),
                  set: (state) => change({ sort: fromSorting(state) }),
                }}
              />
              <More query={query} />
            </div>
          );
        }}
      </Loaded>
      {opened && <PersonDialog person={opened.person} onClose={() => setOpened(null)} />}
    </Stack>
  );
}
