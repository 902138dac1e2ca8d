// What a person does with feedback; every list that it is in is read again.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../app/api/request.ts';
import type { Feedback, FeedbackRequest, NewFeedback, NewFeedbackRequest } from '../app/api/wire.ts';

function useThenReload<Wish, Answer>(wish: (given: Wish) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: wish,
    onSuccess: () => client.invalidateQueries({ queryKey: ['feedback'] }),
  });
}

const one = (id: string) => `/feedback/${encodeURIComponent(id)}`;
const request = (id: string) => `/feedback-requests/${encodeURIComponent(id)}`;

export const useGiveFeedback = () =>
  useThenReload((given: NewFeedback) => post<Feedback>('/feedback', given));
export const useReply = (id: string) =>
  useThenReload((text: string) => post<Feedback>(`${one(id)}/replies`, { text }));
export const useThank = (id: string) => useThenReload(() => post<Feedback>(`${one(id)}/thanks`));
export const useAskForFeedback = () =>
  useThenReload((given: NewFeedbackRequest) => post<FeedbackRequest>('/feedback-requests', given));
export const useDecline = (id: string) =>
  useThenReload((reason: string) =>
    post<FeedbackRequest>(`${request(id)}/decline`, reason ? { reason } : {}),
  );
export const useWithdraw = (id: string) =>
  useThenReload(() => post<FeedbackRequest>(`${request(id)}/withdraw`));
