// Components called so: the server is asked once the list is open and the letters come to rest.
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type Choosing, chosenComponentsQuery, componentsFoundQuery } from '../api/choice-queries.ts';
import type { ComponentChoice } from '../api/wire.ts';
import { isCalled } from './use-people-found.ts';

const none: readonly ComponentChoice[] = [];

/** As with people: what an earlier letter found and no longer fits is not offered. */
export function useComponentsFound(
  typed: string,
  { among, enabled }: { among: Choosing; enabled: boolean },
): readonly ComponentChoice[] {
  const [asked] = useDebouncedValue(typed, 120);
  const { data = none, isPlaceholderData } = useQuery({ ...componentsFoundQuery(asked, among), enabled });
  return asked === typed && !isPlaceholderData ? data : data.filter((one) => isCalled(one, typed));
}

/** The component of an id; null until it is there. */
export const useComponentChosen = (id: string | null): ComponentChoice | null =>
  useQuery(chosenComponentsQuery(id === null ? [] : [id])).data?.[0] ?? null;
