// Rewards that were given and interventions that were begun.
import { Group, Stack, Text, Title } from '@mantine/core';
import type { PlanDetail } from '../app/api/wire.ts';
import { TimeText } from '../app/parts/TimeText.tsx';
import { t } from '../language/index.ts';
import { StageKindIcon } from '../theme/StageKindIcon.tsx';
import classes from './plans.module.css';

export function Given({ plan }: { plan: PlanDetail }) {
  const { rewards, interventions } = plan;
  if (rewards.length === 0 && interventions.length === 0) return null;
  return (
    <section className={classes.panel} aria-label={t('Rewards and interventions')}>
      <Title order={3} mb="xs">
        {t('Rewards and interventions')}
      </Title>
      <Stack gap={8}>
        {rewards.map(({ key, title, at }) => (
          <Group key={key} gap={8} wrap="nowrap" align="flex-start">
            <StageKindIcon kind="reward" labelled />
            <Text size="sm">
              {title}{' '}
              <Text span size="xs" c="var(--cw-muted)">
                <TimeText at={at} />
              </Text>
            </Text>
          </Group>
        ))}
        {interventions.map(({ key, title, cause, at }) => (
          <Group key={key} gap={8} wrap="nowrap" align="flex-start">
            <StageKindIcon kind="intervene" labelled />
            <Text size="sm">
              {cause ? t('{title}, because of the {cause}', { title, cause }) : title}{' '}
              <Text span size="xs" c="var(--cw-muted)">
                <TimeText at={at} />
              </Text>
            </Text>
          </Group>
        ))}
      </Stack>
    </section>
  );
}
