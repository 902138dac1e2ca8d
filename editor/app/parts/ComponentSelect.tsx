// A component to choose by letters of its name: the server finds them, however many there are, and what stands above each
// tells those apart that are called the same.
import { Select, type SelectProps, Text } from '@mantine/core';
import { useState } from 'react';
import type { Choosing } from '../api/choice-queries.ts';
import type { ComponentChoice } from '../api/wire.ts';
import { useComponentChosen, useComponentsFound } from './use-components-found.ts';
import { withoutChosen } from './without-chosen.ts';

type Given = Omit<
  SelectProps,
  'data' | 'searchable' | 'filter' | 'onSearchChange' | 'renderOption' | 'value'
>;
interface Props extends Given {
  value: string | null;
  among?: Choosing;
  /** What can be chosen besides, at the top of the list. */
  first?: { value: string; label: string }[];
}

const everything: Choosing = {};
const nothing: { value: string; label: string }[] = [];

/** The words of an option: the name, and in small where it stands. */
function PlacedName({ name, above }: { name: string; above: ComponentChoice['above'] | undefined }) {
  return (
    <span>
      {name}
      {above !== undefined && above.length > 0 && (
        <Text component="span" size="xs" c="var(--cw-muted)" display="block">
          {above.map((one) => one.name).join(' › ')}
        </Text>
      )}
    </span>
  );
}

const optionOf = ({ id, name }: ComponentChoice) => ({ value: id, label: name });

export function ComponentSelect({ value, among = everything, first = nothing, ...props }: Props) {
  const [typed, setTyped] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isOfFirst = first.some((one) => one.value === value);
  const chosen = useComponentChosen(isOfFirst ? null : value);
  // What stands in the field once something is chosen is its name: it is no search.
  const search = typed === chosen?.name || first.some(({ label }) => label === typed) ? '' : typed;
  const found = useComponentsFound(search, { among, enabled: isAsked });
  const known = new Map([...(chosen ? [chosen] : []), ...found].map((one) => [one.id, one]));
  const offered = first.filter(({ label }) => label.toLocaleLowerCase().includes(search.toLocaleLowerCase()));
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
      onDropdownOpen={() => setAsked(true)}
      data={[...(isOfFirst ? first : offered), ...[...known.values()].map(optionOf)]}
      renderOption={({ option }) => <PlacedName name={option.label} above={known.get(option.value)?.above} />}
    />
  );
}
