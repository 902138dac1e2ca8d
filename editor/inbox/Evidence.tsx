// What the person can lean on: the plan's score, its goals, its parts and what has happened so far.
import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { cycleVersionQuery } from '../app/api/cycle-queries.ts';
import { planHistoryQuery } from '../app/api/plan-queries.ts';
import type { PlanDetail } from '../app/api/wire.ts';
import { latePart } from '../app/parts/late-part.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { historyWords } from '../app/words/history.ts';
import { scoreText } from '../app/words/score.ts';
import { taskTitles } from '../app/words/stages-in-order.ts';
import { GoalCard } from '../goals/GoalCard.tsx';
import { Parts } from '../goals/Parts.tsx';
import { t } from '../language/index.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import { useGoalFacts } from './goal-facts.ts';
import classes from './inbox.module.css';
import type { Material } from './material.ts';

const PlanAnswers = latePart(async () => (await import('../feedback/PlanAnswers.tsx')).PlanAnswers);
const Given = latePart(async () => (await import('../plans/Given.tsx')).Given);
const InPeriod = latePart(async () => (await import('./page/InPeriod.tsx')).InPeriod);

/** A rating may rest on more than figures. */
function scoreWords({ score, outcome }: NonNullable<Material['plan']>): string {
  if (score !== null) return scoreText(score);
  return outcome === null ? t('Not appraised yet') : t('Rated without figures');
}

function Score({ material }: { material: Material }) {
  const { plan, observations } = material;
  if (!plan) return null;
  const { round, coverage } = plan;
  return (
    <section className={classes.card} aria-label={t('Score')}>
      <Group justify="space-between">
        <div>
          <Text size="xs" c="var(--cw-muted)">
            {t('Score')}
          </Text>
          <Text fz={plan.score === null ? 'md' : 28} fw={650} lh={1.2}>
            {scoreWords(plan)}
          </Text>
        </div>
        <OutcomeBadge outcome={plan.outcome} size="lg" />
      </Group>
      <Text size="sm" c="var(--cw-muted)" mt={4}>
        {coverage === null
          ? t('Round {round}', { round })
          : t('Round {round} · {percent} % of the weight has data', {
              round,
              percent: Math.round(coverage * 100),
            })}
      </Text>
      <Text size="sm" c="var(--cw-muted)">
        {observations.length === 0
          ? t('No observation of its own measures')
          : t('{count, plural, one {# observation} other {# observations}}', {
              count: observations.length,
            })}{' '}
        ·{' '}
        <AnchorLink to="/plans/$planId" params={{ planId: plan.id }} inherit>
          {t('See the whole plan')}
        </AnchorLink>
      </Text>
    </section>
  );
}

function Goals({ material }: { material: Material }) {
  const { goals, measurements, progress } = useGoalFacts(material);
  const total = goals.reduce((sum, { goal }) => sum + goal.priority, 0);
  return goals.map(({ goal, measures, result }) => (
    <GoalCard
      key={goal.id}
      goal={goal}
      measures={measures}
      observations={material.observations}
      measurements={measurements}
      progress={progress}
      result={result}
      share={total > 0 ? goal.priority / total : undefined}
      period={material.plan?.period}
    />
  ));
}

const lastLines = 4;

function SoFar({ plan }: { plan: PlanDetail }) {
  const lines = useQuery(planHistoryQuery(plan.id)).data ?? [];
  const cycle = useQuery(cycleVersionQuery(plan.cycleId, plan.version)).data?.cycle;
  const names = { stages: plan.stageNames, tasks: cycle ? taskTitles(cycle.stages) : {} };
  if (lines.length === 0) return null;
  const recent = [...lines].sort((a, b) => b.seq - a.seq).slice(0, lastLines);
  return (
    <section className={classes.card} aria-label={t('What happened so far')}>
      <Title order={3} size="h4" mb={6}>
        {t('What happened so far')}
      </Title>
      <Stack gap={6}>
        {recent.map((line) => (
          <Text size="sm" key={line.seq}>
            {historyWords(line, names).title}{' '}
            <Text span c="var(--cw-muted)" size="xs">
              <TimeText at={line.at} />
            </Text>
          </Text>
        ))}
      </Stack>
    </section>
  );
}

export function Evidence({ material }: { material: Material }) {
  const { plan, task, goals } = material;
  return (
    <>
      {plan === null && (
        <Alert color="gray" title={t('You see the task, not the whole plan')}>
          {t('Its manager can show you more when you need it.')}
        </Alert>
      )}
      {/* An intervention says why a plan is written anew, and what help was promised. */}
      {plan && (
        <Suspense>
          <Given plan={plan} />
        </Suspense>
      )}
      <Score material={material} />
      <Goals material={material} />
      <Parts componentId={task.componentId} hasGoals={goals.length > 0} />
      {plan && (
        <Suspense>
          <PlanAnswers planId={plan.id} className={classes.card} />
          <InPeriod material={material} plan={plan} />
        </Suspense>
      )}
      {plan && <SoFar plan={plan} />}
    </>
  );
}
