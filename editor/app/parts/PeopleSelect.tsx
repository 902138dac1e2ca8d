// Several people to choose by letters of their names: those at hand are offered first, the server finds the others.
import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../language/index.ts';
import { useNames } from './use-names.ts';
import { isCalled, type Named, usePeopleFound } from './use-people-found.ts';

interface Props extends Omit<MultiSelectProps, 'data' | 'searchable' | 'filter' | 'onSearchChange'> {
  value: string[];
  atHand: readonly Named[];
  /** Who cannot be chosen. */
  without: ReadonlySet<string>;
}

export function PeopleSelect({ value, atHand, without, ...props }: Props) {
  const [typed, setTyped] = useState('');
  const names = useNames(value);
  const found = usePeopleFound(typed);
  const fitting = [...atHand.filter((one) => isCalled(one, typed)), ...found];
  const offered = new Map(fitting.filter(({ id }) => !without.has(id)).map(({ id, name }) => [id, name]));
  const known = new Map([...value.map((id) => [id, names.get(id) ?? id] as const), ...offered]);
  return (
    <MultiSelect
      placeholder={value.length === 0 ? t('Type to search') : ''}
      {...props}
      value={value}
      searchable
      filter={({ options }) => options.filter((option) => 'value' in option && offered.has(option.value))}
      onSearchChange={setTyped}
      data={[...known].map(([id, name]) => ({ value: id, label: name }))}
    />
  );
}
