// Feedback that others ask of the person: it waits like a task, and is answered or declined.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { feedbackRequestsQuery } from '../app/api/feedback-queries.ts';
import { RequestItem } from '../feedback/RequestItem.tsx';
import { t } from '../language/index.ts';
import { AskedSection } from './AskedSection.tsx';

export function AskedOfYou() {
  const navigate = useNavigate();
  const asked = useQuery(feedbackRequestsQuery('asked')).data ?? [];
  const open = asked.filter(({ state }) => state === 'open');
  return (
    <AskedSection title={t('Feedback asked of you')} count={open.length}>
      {open.map((request) => (
        <RequestItem
          key={request.id}
          request={request}
          side="asked"
          onAnswer={({ id }) => void navigate({ to: '/feedback', search: { tab: 'asked', request: id } })}
        />
      ))}
    </AskedSection>
  );
}
