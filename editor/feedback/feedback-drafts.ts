// What is written and not sent yet stays on this computer: one draft for each thing that it is for.
import type { FeedbackRequest } from '../app/api/wire.ts';
import { useMe } from '../app/parts/use-permissions.ts';
import { readDraft } from '../inbox/draft-store.ts';

/** Names the draft: of an answer to a request, of feedback for a receiver that was given, or of any other. */
export function purposeOf({
  request,
  to,
}: {
  request?: { id: string } | undefined;
  to?: string | undefined;
}) {
  if (request) return `feedback.request.${request.id}`;
  return to === undefined ? 'feedback' : `feedback.to.${to}`;
}

/** Given or declined: one that was withdrawn can still be answered, and takes no words away. */
export const isMet = ({ state }: Pick<FeedbackRequest, 'state'>): boolean =>
  state === 'answered' || state === 'declined';

/** The request was withdrawn while an answer to it was written. */
export function useLeftAnswer(request: FeedbackRequest): boolean {
  const { id } = useMe();
  return request.state === 'withdrawn' && readDraft(localStorage, id, purposeOf({ request })) !== null;
}
