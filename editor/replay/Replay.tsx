// A plan's way on its cycle, replayed: the stage and the transition of each step lit, and its reason beside it.
import { List, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useMemo } from 'react';
import type { Cycle } from '../../engine/index.ts';
import { cycleVersionQuery } from '../app/api/cycle-queries.ts';
import { planWhyQuery } from '../app/api/plan-queries.ts';
import type { PlanDetail } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { latePart } from '../app/parts/late-part.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { exactly } from '../app/words/due.ts';
import { taskTitles } from '../app/words/stages-in-order.ts';
import { t } from '../language/index.ts';
import { indexOfRevision, overlayAt, type PathStep } from './path.ts';
import classes from './replay.module.css';
import { StepBar } from './StepBar.tsx';
import { stepWords } from './step-words.ts';
import { waitsOnStages } from './waits-on-stages.ts';

const CycleCanvas = latePart(async () => (await import('../canvas/CycleCanvas.tsx')).CycleCanvas);

interface Props {
  plan: PlanDetail;
  path: readonly PathStep[];
  /** Null is the last step: where the plan is now. */
  revision: number | null;
  onRevision: (revision: number | null) => void;
}

export function Replay({ plan, path, revision, onRevision }: Props) {
  const index = indexOfRevision(path, revision);
  const step = path[index];
  const version = step?.version ?? plan.version;
  const cycle = useQuery({
    ...cycleVersionQuery(plan.cycleId, version),
    placeholderData: (before) => before,
  });
  if (!step) return <Text size="sm">{t('This plan has not taken a step yet.')}</Text>;
  const toStep = (next: number) => {
    const to = path[next];
    if (to) onRevision(next === path.length - 1 ? null : to.line.revision);
  };
  return (
    <section className={classes.replay} aria-label={t('The way of the plan')}>
      <Loaded query={cycle}>
        {(published) => (
          <>
            <div className={classes.canvas}>
              <Way plan={plan} cycle={published.cycle} path={path} index={index} />
            </div>
            <div className={classes.side}>
              <StepBar index={index} total={path.length} onStep={toStep} />
              <Step plan={plan} step={step} cycle={published.cycle} />
            </div>
          </>
        )}
      </Loaded>
    </section>
  );
}

interface WayProps {
  plan: PlanDetail;
  cycle: Cycle;
  path: readonly PathStep[];
  index: number;
}

function Way({ plan, cycle, path, index }: WayProps) {
  const overlay = useMemo(() => {
    const way = overlayAt(path, index);
    return index === path.length - 1 ? { ...way, waits: waitsOnStages(cycle, plan) } : way;
  }, [path, index, cycle, plan]);
  return (
    <Suspense fallback={<Skeleton height="100%" />}>
      <CycleCanvas cycle={cycle} overlay={overlay} focus={overlay.active} />
    </Suspense>
  );
}

function Step({ plan, step, cycle }: { plan: PlanDetail; step: PathStep; cycle: Cycle }) {
  const why = useQuery(planWhyQuery(plan.id)).data;
  const names = { stages: plan.stageNames, tasks: taskTitles(cycle.stages) };
  const { title, because, effects } = stepWords(step, why, { names, withGuards: useMay()('cycles.change') });
  return (
    <div aria-live="polite" className={classes.step}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text size="xs" c="var(--cw-muted)">
        {exactly(step.line.at)}
        {step.version !== plan.version && ` · ${t('in version {version}', { version: step.version })}`}
      </Text>
      {because.map((sentence) => (
        <Text key={sentence} size="sm" className={classes.sentence}>
          {sentence}
        </Text>
      ))}
      {effects.length > 0 && (
        <List size="sm" c="var(--cw-muted)" spacing={2}>
          {effects.map((effect) => (
            <List.Item key={effect}>{effect}</List.Item>
          ))}
        </List>
      )}
    </div>
  );
}
