// Feedback on a plan's page: what the reader may read of what its component was told, the newest first.
import { Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { feedbackQuery } from '../app/api/feedback-queries.ts';
import type { PlanDetail } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { t } from '../language/index.ts';
import { FeedbackItem } from './FeedbackItem.tsx';
import classes from './feedback.module.css';
import { PlanAnswers } from './PlanAnswers.tsx';

const SHOWN = 5;

export function PlanFeedback({ plan }: { plan: PlanDetail }) {
  const { componentId, componentName } = plan;
  const query = useQuery(feedbackQuery({ componentId }));
  return (
    <section id="feedback" className={classes.panel} aria-label={t('Feedback')}>
      <Group justify="space-between" align="baseline" mb={4}>
        <Title order={3}>{t('Feedback')}</Title>
        <AnchorLink
          to="/feedback"
          search={{ write: 'give', to: `component:${componentId}` }}
          size="sm"
          className="no-print"
        >
          {t('Write feedback')}
        </AnchorLink>
      </Group>
      <Loaded query={query} lines={3}>
        {(items) =>
          items.length === 0 ? (
            <Text size="sm" c="var(--cw-muted)">
              {t('Nothing that you may read was said to {component} yet.', { component: componentName })}
            </Text>
          ) : (
            <ul className={classes.list}>
              {items.slice(0, SHOWN).map((item) => (
                <FeedbackItem key={item.id} item={item} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <PlanAnswers planId={plan.id} />
    </section>
  );
}
