// Feedback that the person gave, received or may read, and what they are asked for.
import { queryOptions } from '@tanstack/react-query';
import { getAll } from './pages.ts';
import type { Feedback, FeedbackRequest } from './wire.ts';

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
