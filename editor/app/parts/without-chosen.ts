// What a field offers while somebody types in it. The server finds it, so that nothing more is to be left out but what is
// chosen already: it stays in the list only to have a name, and whoever types another one does not mean it.
import type { ComboboxItem, OptionsFilter } from '@mantine/core';

export const withoutChosen = (value: string | null, search: string): OptionsFilter => {
  const typed = search.trim().toLocaleLowerCase();
  const isOffered = (one: ComboboxItem) =>
    one.value !== value || one.label.toLocaleLowerCase().includes(typed);
  return ({ options }) =>
    options
      .filter((option) => 'group' in option || isOffered(option))
      .map((option) => ('group' in option ? { ...option, items: option.items.filter(isOffered) } : option));
};
