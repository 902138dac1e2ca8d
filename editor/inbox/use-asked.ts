// What others ask of the person besides tasks: it waits above them.
import { useQuery } from '@tanstack/react-query';
import { feedbackRequestsQuery } from '../app/api/feedback-queries.ts';
import { reopeningsQuery } from '../app/api/task-queries.ts';
import type { FeedbackRequest, TaskReopening } from '../app/api/wire.ts';
import { useUses } from '../app/parts/use-permissions.ts';

const noReopenings: TaskReopening[] = [];

export const useAskedReopenings = (): TaskReopening[] =>
  useQuery(reopeningsQuery).data?.items ?? noReopenings;

const noRequests: FeedbackRequest[] = [];

/** Open or not; none where the organisation asks for none. Undefined until it is known. */
export function useRequests(): FeedbackRequest[] | undefined {
  const uses = useUses()('feedback-requests');
  const asked = useQuery({ ...feedbackRequestsQuery('asked'), enabled: uses }).data;
  return uses ? asked : noRequests;
}

export const useAskedFeedback = (): FeedbackRequest[] =>
  (useRequests() ?? noRequests).filter(({ state }) => state === 'open');

export function useIsAsked(): boolean {
  const reopenings = useAskedReopenings();
  return useAskedFeedback().length > 0 || reopenings.length > 0;
}
