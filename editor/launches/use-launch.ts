// Starts a launch and goes to its page. The same wish sent twice starts it once.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { post } from '../app/api/request.ts';
import type { Launch, NewLaunch } from '../app/api/wire.ts';

export function useLaunch() {
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (launch: NewLaunch) => post<Launch>('/launches', launch),
    onSuccess: async ({ id }) => {
      void client.invalidateQueries({ queryKey: ['launches', 'list'] });
      await navigate({ to: '/launches/$launchId', params: { launchId: id } });
    },
  });
}
