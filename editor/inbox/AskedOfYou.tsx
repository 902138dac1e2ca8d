// Feedback that others ask of the person: it waits like a task, and is answered or declined.
import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { feedbackRequestsQuery } from '../app/api/feedback-queries.ts';
import { RequestItem } from '../feedback/RequestItem.tsx';
import { t } from '../language/index.ts';
import classes from './inbox.module.css';

export function AskedOfYou() {
  const navigate = useNavigate();
  const asked = useQuery(feedbackRequestsQuery('asked')).data ?? [];
  const open = asked.filter(({ state }) => state === 'open');
  if (open.length === 0) return null;
  return (
    <section aria-label={t('Feedback asked of you')}>
      <h2 className={classes.section}>
        {t('Feedback asked of you')}
        <Badge size="xs" variant="light" color="gray">
          {open.length}
        </Badge>
      </h2>
      <ul className={classes.asked}>
        {open.map((request) => (
          <RequestItem
            key={request.id}
            request={request}
            side="asked"
            onAnswer={({ id }) => void navigate({ to: '/feedback', search: { tab: 'asked', request: id } })}
          />
        ))}
      </ul>
    </section>
  );
}
