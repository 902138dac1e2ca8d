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

const says = ({ name }: Named, typed: string): boolean =>
  name.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase());

export function PeopleSelect({ value, atHand, without, ...props }: Props) {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 120);
  const names = useNames(value);
  const found = useQuery(peopleFoundQuery(asked)).data ?? [];
  // Until the server was asked by the last letter, what it found by the others may fit no more.
  const fitting = [
    ...atHand.filter((one) => says(one, typed)),
    ...found.filter((one) => asked === typed || says(one, typed)),
  ];
  const offered = new Map(fitting.filter(({ id }) => !without.has(id)).map(({ id, name }) => [id, name]));
  const known = new Map([...value.map((id) => [id, names.get(id) ?? id] as const), ...offered]);
  return (
    <MultiSelect
      {...props}
      value={value}
      searchable
      filter={({ options }) => options.filter((option) => 'value' in option && offered.has(option.value))}
      onSearchChange={setTyped}
      data={[...known].map(([id, name]) => ({ value: id, label: name }))}
    />
  );
}
