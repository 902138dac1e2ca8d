// Feedback that others ask of the person: it waits like a task, and is answered or declined.
import { useNavigate } from '@tanstack/react-router';
import { RequestItem } from '../feedback/RequestItem.tsx';
import { t } from '../language/index.ts';
import { AskedSection } from './AskedSection.tsx';
import { useAskedFeedback } from './use-asked.ts';

export function AskedOfYou() {
  const navigate = useNavigate();
  const open = useAskedFeedback();
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
