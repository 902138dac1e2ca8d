// Who works here and what they may do.
import { ActionIcon, Badge, Button, Group, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus, IconSearch, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '../../engine/index.ts';
import { peopleQuery } from '../app/api/organisation-queries.ts';
import { type Columns, DataTable } from '../app/parts/DataTable.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { findPeople } from './people-search.ts';
import { roleWords } from './role-words.ts';

const idOf = ({ id }: Person): string => id;

const columnsFor = (onChange: (person: Person) => void): Columns<Person> => [
  {
    id: 'name',
    header: t('Name'),
    cell: ({ row: { original } }) => (
      <Text size="sm" fw={500}>
        {original.name}
      </Text>
    ),
  },
  { id: 'email', header: t('Email'), cell: ({ row: { original } }) => original.email },
  {
    id: 'roles',
    header: t('Roles'),
    cell: ({ row: { original } }) => (
      <Group gap={4}>
        {original.roles.map((role) => (
          <Badge key={role} variant="light" color="gray" tt="none">
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
      <Tooltip label={t('Change')}>
        <ActionIcon
          aria-label={t('Change {name}', { name: original.name })}
          onClick={() => onChange(original)}
        >
          <IconPencil size={16} />
        </ActionIcon>
      </Tooltip>
    ),
  },
];

export function PeopleTab() {
  const people = useQuery(peopleQuery);
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<{ person: Person | null } | null>(null);
  const [columns] = useState(() => columnsFor((person) => setOpened({ person })));
  return (
    <Stack>
      <Group justify="space-between">
        <TextInput
          w={260}
          placeholder={t('Name, email or role')}
          aria-label={t('Search people')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpened({ person: null })}>
          {t('Add a person')}
        </Button>
      </Group>
      <Loaded query={people}>
        {(all) => {
          const found = findPeople(all, text);
          if (found.length === 0)
            return (
              <EmptyState icon={IconUsers} title={t('Nobody fits this search')}>
                {t('Search by a part of a name, an address or a role.')}
              </EmptyState>
            );
          return (
            <div>
              <Text size="sm" c="var(--cw-muted)" mb={4}>
                {t('{count, plural, one {# person} other {# people}}', { count: found.length })}
              </Text>
              <DataTable label={t('People')} columns={columns} items={found} idOf={idOf} />
            </div>
          );
        }}
      </Loaded>
      {opened && <PersonDialog person={opened.person} onClose={() => setOpened(null)} />}
    </Stack>
  );
}
