// Several people to choose by letters of their names: those at hand are offered first, the server finds the others.
import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { peopleFoundQuery } from '../api/people-queries.ts';
import { useNames } from './use-names.ts';

interface Named {
  id: string;
  name: string;
}

interface Props extends Omit<MultiSelectProps, 'data' | 'searchable' | 'filter' | 'onSearchChange'> {
  value: string[];
  atHand: readonly Named[];
  /** Who cannot be chosen. */
  without: ReadonlySet<string>;
}

const startsSomewhere = (name: string, typed: string): boolean =>
  name.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase());

export function PeopleSelect({ value, atHand, without, ...props }: Props) {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 120);
  const names = useNames(value);
  const found = useQuery(peopleFoundQuery(asked)).data ?? [];
  const offered = new Map<string, string>();
  for (const { id, name } of [...atHand.filter(({ name }) => startsSomewhere(name, typed)), ...found])
    if (!without.has(id)) offered.set(id, name);
  for (const id of value) offered.set(id, names.get(id) ?? id);
  return (
    <MultiSelect
      {...props}
      value={value}
      searchable
      filter={({ options }) => options}
      onSearchChange={setTyped}
      data={[...offered].map(([id, name]) => ({ value: id, label: name }))}
    />
  );
}
