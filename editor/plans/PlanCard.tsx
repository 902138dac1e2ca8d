// A plan on the board: whose it is, its outcome, how long it has been here, who owes the next act.

import { Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { PlanItem } from '../app/api/wire.ts';
import { DueText } from '../app/parts/DueText.tsx';
import { PlainLink } from '../app/parts/links.tsx';
import { daysSince, nowInstant } from '../app/words/due.ts';
import { scoreText } from '../app/words/score.ts';
import { t, viewerZone } from '../language/index.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import { nextAct } from './next-act.ts';
import classes from './plans.module.css';

export function PlanCard({ plan }: { plan: PlanItem }) {
  const act = nextAct(plan);
  const days = daysSince(plan.movedAt, nowInstant(), viewerZone());
  return (
    <PlainLink to="/plans/$planId" params={{ planId: plan.id }} className={classes.card} data-walk>
      <Group justify="space-between" wrap="nowrap" gap={6} align="flex-start">
        <Text size="sm" fw={600} lineClamp={2} title={plan.componentName}>
          {plan.componentName}
        </Text>
        {plan.openIncidents > 0 && (
          <IconAlertTriangle size={16} color="var(--cw-danger)" role="img" aria-label={t('A step failed')} />
        )}
      </Group>
      <Text size="xs" c="var(--cw-muted)" truncate title={act.words}>
        {act.who ? `${act.who}: ${act.words}` : act.words}
      </Text>
      <Group justify="space-between" mt={6} wrap="nowrap" gap={6}>
        <OutcomeBadge
          size="sm"
          outcome={plan.outcome}
          detail={plan.score === null ? undefined : scoreText(plan.score)}
        />
        {act.dueAt ? (
          <DueText at={act.dueAt} />
        ) : (
          <Text size="xs" c="var(--cw-muted)">
            {days === 0
              ? t('since today')
              : t('{count, plural, one {# day} other {# days}}', { count: days })}
          </Text>
        )}
      </Group>
    </PlainLink>
  );
}
