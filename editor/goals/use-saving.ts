// Saves a goal, a measure or a standard, says so, and reads again what it changes.
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { told } from '../app/parts/told.ts';

const stale = ['goals', 'measures', 'reports', 'plans'];

export async function refreshGoals(client: QueryClient): Promise<void> {
  for (const key of stale) await client.invalidateQueries({ queryKey: [key] });
}

export function useSaving<Values>(
  save: (values: Values) => Promise<unknown>,
  said: string,
  onDone: () => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: save,
    onSuccess: async () => {
      told(said);
      onDone();
      await refreshGoals(client);
    },
  });
}
