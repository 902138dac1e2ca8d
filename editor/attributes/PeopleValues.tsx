// Who has which value of one attribute; a choice is saved at once.
import { Button, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Attribute, PersonValue } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { toldFailure } from '../app/parts/told.ts';
import { t } from '../language/index.ts';
import { setValue, valuesQuery } from './attribute-queries.ts';

function Line({ person, attribute }: { person: PersonValue; attribute: Attribute }) {
  const client = useQueryClient();
  const [value, setShown] = useState(person.value);
  const save = useMutation({
    mutationFn: (next: string | null) => setValue(attribute.id, person.id, next),
    onError: (error) => {
      setShown(person.value);
      toldFailure(error);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['reports'] }),
  });
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm">{person.name}</Text>
        <Text size="xs" c="var(--cw-muted)">
          {person.email}
        </Text>
      </Table.Td>
      <Table.Td>
        <Select
          size="xs"
          maw={220}
          clearable
          aria-label={t('{attribute} of {name}', { attribute: attribute.name, name: person.name })}
          placeholder={t('Nothing said')}
          data={attribute.allowed}
          value={value}
          onChange={(next) => {
            setShown(next);
            save.mutate(next);
          }}
        />
      </Table.Td>
    </Table.Tr>
  );
}

export function PeopleValues({ attribute }: { attribute: Attribute }) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text, 200);
  const query = useInfiniteQuery(valuesQuery(attribute.id, q));
  const people = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Stack gap="sm">
      <TextInput
        maw={260}
        placeholder={t('Search people')}
        aria-label={t('Search people')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Table fz="sm" maw={640} aria-label={t('People and their value')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('Person')}</Table.Th>
            <Table.Th>{attribute.name}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <Line key={`${attribute.id} ${person.id}`} person={person} attribute={attribute} />
          ))}
        </Table.Tbody>
      </Table>
      {query.hasNextPage && (
        <Button variant="default" w="fit-content" onClick={() => void query.fetchNextPage()}>
          {t('Show more')}
        </Button>
      )}
    </Stack>
  );
}
