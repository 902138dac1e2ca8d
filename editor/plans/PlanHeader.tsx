// Whose plan it is, where it is, how it stands, and who owes the next act.

import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { PlanDetail } from '../app/api/wire.ts';
import { DueText } from '../app/parts/DueText.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { useMe } from '../app/parts/use-permissions.ts';
import { shortDate } from '../app/words/due.ts';
import { scoreText } from '../app/words/score.ts';
import type { StageInOrder } from '../app/words/stages-in-order.ts';
import { t } from '../language/index.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import { nextAct } from './next-act.ts';
import { PlanMenu } from './PlanMenu.tsx';
import classes from './plans.module.css';
import { SendEvent } from './SendEvent.tsx';
import { Stepper } from './Stepper.tsx';

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div style={{ minWidth: 0 }}>
      <Text size="xs" c="var(--cw-muted)">
        {label}
      </Text>
      <div>{children}</div>
    </div>
  );
}

function Next({ plan }: { plan: PlanDetail }) {
  const me = useMe();
  const act = nextAct(plan);
  const mine = plan.waits.find((wait) => wait.kind === 'task' && wait.assignee?.id === me.id);
  return (
    <Fact label={t('Next act')}>
      {mine?.kind === 'task' && (
        <AnchorLink to="/inbox" search={{ task: mine.taskId }} fw={600} className={classes.noPrint}>
          {t('You: {task}', { task: mine.title })}
        </AnchorLink>
      )}
      <Text span fw={600} className={mine ? classes.onlyPrint : undefined}>
        {act.who ? `${act.who}: ${act.words}` : act.words}
      </Text>{' '}
      {act.dueAt && <DueText at={act.dueAt} />}
    </Fact>
  );
}

function whereIs(plan: PlanDetail): string {
  if (plan.status === 'ended') return nextAct(plan).words;
  const stage = plan.stage.map((id) => plan.stageNames[id] ?? id).join(', ');
  return plan.underReview ? t('{stage}, being reviewed', { stage }) : stage;
}

interface Props {
  plan: PlanDetail;
  stages: StageInOrder[];
}

export function PlanHeader({ plan, stages }: Props) {
  return (
    <Stack gap="md" mb="lg">
      <Group justify="space-between" align="flex-start">
        <div style={{ minWidth: 0, flex: '1 1 280px' }}>
          <Title order={1} style={{ overflowWrap: 'anywhere' }}>
            {plan.componentName}
          </Title>
          <Text c="var(--cw-muted)">
            <AnchorLink
              to="/cycles/$cycleId"
              params={{ cycleId: plan.cycleId }}
              search={{ version: String(plan.version) }}
              inherit
            >
              {t('{cycle}, version {version}', { cycle: plan.cycleName, version: plan.version })}
            </AnchorLink>{' '}
            · {shortDate(plan.period.start)} – {shortDate(plan.period.end)} ·{' '}
            {t('round {round}', { round: plan.round })}
          </Text>
        </div>
        <Group className={classes.noPrint} gap="xs">
          <SendEvent plan={plan} />
          <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
            {t('Print')}
          </Button>
          <PlanMenu plan={plan} />
        </Group>
      </Group>
      <Stepper stages={stages} here={plan.stage} />
      <Group style={{ gap: '12px 32px' }} align="flex-start">
        <Fact label={t('Stage')}>
          <Text fw={600}>{whereIs(plan)}</Text>
        </Fact>
        <Fact label={t('Outcome')}>
          <OutcomeBadge
            outcome={plan.outcome}
            detail={plan.score === null ? undefined : t('score {score}', { score: scoreText(plan.score) })}
          />
        </Fact>
        <Fact label={t('Coverage')}>
          <Text fw={600}>
            {plan.coverage === null
              ? '—'
              : t('{percent} % of the weight has data', { percent: Math.round(plan.coverage * 100) })}
          </Text>
        </Fact>
        {plan.status === 'active' && <Next plan={plan} />}
      </Group>
    </Stack>
  );
}
