// A person to choose by letters of their name or address: the server finds them, however many there are.
import { Select, type SelectProps } from '@mantine/core';
import { useState } from 'react';
import { useNames } from './use-names.ts';
import { usePeopleFound } from './use-people-found.ts';
import { withoutChosen } from './without-chosen.ts';

interface Props extends Omit<SelectProps, 'data' | 'searchable' | 'filter' | 'onSearchChange'> {
  value: string | null;
  /** Who cannot be chosen. */
  without?: string | undefined;
}

export function PersonSelect({ value, without, ...props }: Props) {
  const [typed, setTyped] = useState('');
  const chosen = useNames([value]).get(value ?? '');
  // What stands in the field once somebody is chosen is their name: it is no search.
  const search = typed === chosen ? '' : typed;
  const found = usePeopleFound(search);
  const offered = found.filter(({ id }) => id !== without && id !== value);
  const choices = offered.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      // By keyboard, what may be left out is taken away by choosing it again.
      allowDeselect={props.clearable ?? false}
      // The list would lie over what is said to be missing.
      openOnFocus={!props.error}
      {...props}
      value={value}
      searchable
      filter={withoutChosen(value, search)}
      onSearchChange={setTyped}
      data={value && chosen ? [{ value, label: chosen }, ...choices] : choices}
    />
  );
}
