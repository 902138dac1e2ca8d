// The events that a subscription can hear of, as the server's catalogue has them; a cycle's own come besides.
import { useQuery } from '@tanstack/react-query';
import { eventTypesQuery } from '../app/api/automation-queries.ts';

export function useKnownEvents(): string[] {
  const { data = [] } = useQuery(eventTypesQuery);
  return data.map(({ type }) => type);
}

export const eventPatterns = ['plan.*', 'task.*', '*'];
