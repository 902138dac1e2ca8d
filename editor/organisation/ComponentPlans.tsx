// The plans of a component, newest first.
import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { plansQuery } from '../app/api/plan-queries.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import cards from '../goals/goals.module.css';
import { t } from '../language/index.ts';
import { nextAct } from '../plans/next-act.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';

export function ComponentPlans({ componentId }: { componentId: string }) {
  const may = useMay();
  const plans = useQuery({ ...plansQuery({ componentId }), enabled: may('plans.read') });
  if (!may('plans.read')) return null;
  return (
    <section className={cards.card} aria-label={t('Plans')}>
      <Title order={4} mb="xs">
        {t('Plans')}
      </Title>
      <Loaded query={plans} lines={2}>
        {(items) =>
          items.length === 0 ? (
            <Text size="sm" c="var(--cw-muted)">
              {t('No cycle has been launched for it yet.')}
            </Text>
          ) : (
            <Stack gap={10}>
              {items.map((plan) => (
                <div key={plan.id}>
                  <Group justify="space-between" wrap="nowrap">
                    <AnchorLink to="/plans/$planId" params={{ planId: plan.id }} size="sm" fw={500}>
                      {plan.cycleName}
                    </AnchorLink>
                    <OutcomeBadge size="sm" outcome={plan.outcome} />
                  </Group>
                  <Text size="xs" c="var(--cw-muted)">
                    {t('Round {round}', { round: plan.round })} · {nextAct(plan).words}
                  </Text>
                </div>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </section>
  );
}
