// Feedback that the person gave, received or may read, and what they are asked for.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { getAll } from './pages.ts';
import { get } from './request.ts';
import type { Feedback, FeedbackRequest, PlanAnswers } from './wire.ts';

export interface FeedbackFilter {
  box?: 'received' | 'given' | 'team';
  componentId?: string;
  planId?: string;
}

export const feedbackQuery = (filter: FeedbackFilter) =>
  queryOptions({
    queryKey: ['feedback', 'list', filter],
    queryFn: () => getAll<Feedback>('/feedback', { ...filter }, 500),
  });
export const feedbackRequestsQuery = (side: 'asked' | 'sent') =>
  queryOptions({
    queryKey: ['feedback', 'requests', side],
    queryFn: () => getAll<FeedbackRequest>('/feedback-requests', { side }, 200),
  });
const answersPath = (planId: string) => `/plans/${encodeURIComponent(planId)}/answers`;
export const planAnswersQuery = (planId: string) =>
  queryOptions({
    queryKey: ['feedback', 'answers', planId],
    queryFn: () => get<PlanAnswers>(answersPath(planId), { open: false }),
  });

/** Opens what the reader has not opened of the rounds about them; others read it after that. */
export function useOpenAnswers(planId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => get<PlanAnswers>(answersPath(planId), { open: true }),
    onSuccess: (opened) => client.setQueryData(planAnswersQuery(planId).queryKey, opened),
  });
}
