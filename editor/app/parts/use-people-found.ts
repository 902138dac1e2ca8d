// People called so: the server is asked once the letters come to rest.
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { peopleFoundQuery } from '../api/people-queries.ts';

export interface Named {
  id: string;
  name: string;
}

export const isCalled = ({ name }: Named, typed: string): boolean =>
  name.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase());

/**
 * Until the server was asked by the last letter, what it found by those before it may fit no more: whoever types and
 * presses Enter at once must not choose somebody else.
 */
export function usePeopleFound(typed: string): readonly Named[] {
  const [asked] = useDebouncedValue(typed, 120);
  const { data = [], isPlaceholderData } = useQuery(peopleFoundQuery(asked));
  return asked === typed && !isPlaceholderData ? data : data.filter((one) => isCalled(one, typed));
}
