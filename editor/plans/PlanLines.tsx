// Plans on a narrow screen: one below the other, in the order that is chosen above them.
import { Group, Select, Stack, Text } from '@mantine/core';
import type { PlanItem } from '../app/api/wire.ts';
import { DueText } from '../app/parts/DueText.tsx';
import { PlainLink } from '../app/parts/links.tsx';
import { scoreText } from '../app/words/score.ts';
import { t } from '../language/index.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import { nextAct } from './next-act.ts';
import classes from './plans.module.css';
import type { StageNames } from './use-stage-names.ts';

interface Props {
  plans: PlanItem[];
  stageNames: StageNames;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
}

function PlanLine({ plan, stage }: { plan: PlanItem; stage: string }) {
  const act = nextAct(plan);
  return (
    <PlainLink to="/plans/$planId" params={{ planId: plan.id }} className={classes.card}>
      <Group justify="space-between" wrap="nowrap" gap={8} align="flex-start">
        <Text size="sm" fw={600} lineClamp={2}>
          {plan.componentName}
        </Text>
        <OutcomeBadge
          size="sm"
          outcome={plan.outcome}
          detail={plan.score === null ? undefined : scoreText(plan.score)}
        />
      </Group>
      <Text size="xs" c="var(--cw-muted)">
        {plan.cycleName} {plan.version} · {stage}
      </Text>
      <Group justify="space-between" mt={6} wrap="nowrap" gap={8} align="flex-start">
        <Text size="xs" lineClamp={2}>
          {act.who ? `${act.who}: ${act.words}` : act.words}
        </Text>
        {act.dueAt && <DueText at={act.dueAt} />}
      </Group>
    </PlainLink>
  );
}

export function PlanLines({ plans, stageNames, sort, onSort }: Props) {
  return (
    <>
      <Select
        size="xs"
        mb="xs"
        aria-label={t('Order')}
        placeholder={t('What needs somebody most first')}
        clearable
        value={sort ?? null}
        onChange={(next) => onSort(next ?? undefined)}
        data={[
          { value: 'component', label: t('By component') },
          { value: 'cycle', label: t('By cycle') },
          { value: 'stage', label: t('By stage') },
          { value: '-score', label: t('Highest score first') },
          { value: 'score', label: t('Lowest score first') },
          { value: 'next', label: t('By the day of the next act') },
          { value: '-moved', label: t('Moved last first') },
        ]}
      />
      <Stack gap={2} component="ul" className={classes.lines} aria-label={t('Plans')}>
        {plans.map((plan) => (
          <li key={plan.id}>
            <PlanLine plan={plan} stage={stageNames(plan)} />
          </li>
        ))}
      </Stack>
    </>
  );
}
