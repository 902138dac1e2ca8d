// What a person does with feedback; every list that it is in is read again.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../app/api/request.ts';
import type { Feedback, FeedbackRequest, NewFeedback, NewFeedbackRequest } from '../app/api/wire.ts';
import type { LocalDraft } from '../inbox/use-local-draft.ts';

function useThenReload<Wish, Answer>(wish: (given: Wish) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: wish,
    onSuccess: () => client.invalidateQueries({ queryKey: ['feedback'] }),
  });
}

/** What a draft holds, and the sending of it that counts once. */
interface Once<Given> {
  send: LocalDraft<object>['send'];
  given: Given;
}

const one = (id: string) => `/feedback/${encodeURIComponent(id)}`;
const request = (id: string) => `/feedback-requests/${encodeURIComponent(id)}`;

export const useGiveFeedback = () =>
  useThenReload(({ send, given }: Once<NewFeedback>) =>
    send((key) => post<Feedback>('/feedback', given, key)),
  );
export const useReply = (id: string) =>
  useThenReload(({ send, given }: Once<string>) =>
    send((key) => post<Feedback>(`${one(id)}/replies`, { text: given }, key)),
  );
export const useThank = (id: string) => useThenReload(() => post<Feedback>(`${one(id)}/thanks`));
export const useAskForFeedback = () =>
  useThenReload(({ send, given }: Once<NewFeedbackRequest>) =>
    send((key) => post<FeedbackRequest>('/feedback-requests', given, key)),
  );
export const useDecline = (id: string) =>
  useThenReload((reason: string) =>
    post<FeedbackRequest>(`${request(id)}/decline`, reason ? { reason } : {}),
  );
export const useWithdraw = (id: string) =>
  useThenReload(() => post<FeedbackRequest>(`${request(id)}/withdraw`));
