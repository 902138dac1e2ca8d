// Saves a goal, a measure or a standard, says so, and reads again what it changes.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { told } from '../app/parts/told.ts';

const stale = ['goals', 'measures', 'reports', 'plans'];

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
      for (const key of stale) await client.invalidateQueries({ queryKey: [key] });
    },
  });
}
