// What a field offers while somebody types in it. The server finds it, so that nothing more is to be left out but what is
// chosen already: it stays in the list only to have a name, and whoever types another one does not mean it.
import type { OptionsFilter } from '@mantine/core';

interface Typed {
  search: string;
  /** Ids, or the values themselves. */
  found: readonly { id: string }[];
}

export const withoutChosen = (value: string | null, { search, found }: Typed): OptionsFilter => {
  const isMeant = search === '' || value === null || found.some(({ id }) => id === value);
  return ({ options }) => {
    if (isMeant) return options;
    return options
      .filter((option) => 'group' in option || option.value !== value)
      .map((option) =>
        'group' in option ? { ...option, items: option.items.filter((one) => one.value !== value) } : option,
      );
  };
};
