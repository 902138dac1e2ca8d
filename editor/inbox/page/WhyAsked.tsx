// Why somebody has a task: the rule that chose them, the event that opened it, the version of the cycle that says so,
// and that very step on the canvas.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { cycleVersionQuery } from '../../app/api/cycle-queries.ts';
import { planWhyQuery } from '../../app/api/plan-queries.ts';
import type { PlanDetail, TaskDetail } from '../../app/api/wire.ts';
import { AnchorLink } from '../../app/parts/links.tsx';
import { TimeText } from '../../app/parts/TimeText.tsx';
import { useMe } from '../../app/parts/use-permissions.ts';
import { causeInWords } from '../../app/words/cause.ts';
import { saidInWords } from '../../app/words/due.ts';
import { stagesInOrder } from '../../app/words/stages-in-order.ts';
import { t, tx } from '../../language/index.ts';
import { Stepper } from '../../plans/Stepper.tsx';
import classes from '../inbox.module.css';
import { openedBy } from './opened-by.ts';
import { stepsLeft } from './steps-left.ts';

interface Props {
  task: TaskDetail;
  /** Null: the reader does not see the plan. */
  plan: PlanDetail | null;
}

function Opened({ task, plan }: { task: TaskDetail; plan: PlanDetail }) {
  const why = useQuery(planWhyQuery(plan.id)).data;
  const link = why && openedBy(why.links, task.openedAt);
  if (!link) return null;
  return (
    <>
      <dt>{t('What opened it')}</dt>
      <dd>
        {causeInWords(link)}{' '}
        <AnchorLink
          to="/plans/$planId"
          params={{ planId: plan.id }}
          search={{ step: String(link.revision) }}
          inherit
        >
          {t('Show this step on the canvas')}
        </AnchorLink>
      </dd>
    </>
  );
}

export function WhyAsked({ task, plan }: Props) {
  const me = useMe().id;
  const cycle = useQuery(cycleVersionQuery(task.cycleId, task.cycleVersion)).data?.cycle;
  const stages = cycle ? stagesInOrder(cycle.stages) : [];
  const left = stepsLeft(stages, task.stage);
  return (
    <details className={`${classes.card} ${classes.why}`}>
      <summary>
        {task.assignee?.id === me
          ? t('Why you have it, and what comes after')
          : t('Why it is asked, and what comes after')}
      </summary>
      <dl>
        <dt>{t('Rule')}</dt>
        <dd>{saidInWords(task.why)}</dd>
        {plan && <Opened task={task} plan={plan} />}
        <dt>{t('Opened')}</dt>
        <dd>
          <TimeText at={task.openedAt} />
        </dd>
        <dt>{t('Cycle')}</dt>
        <dd>
          <AnchorLink
            to="/cycles/$cycleId"
            params={{ cycleId: task.cycleId }}
            search={{ version: String(task.cycleVersion) }}
            inherit
          >
            {t('{cycle}, version {version}', {
              cycle: cycle?.name ?? task.cycleId,
              version: task.cycleVersion,
            })}
          </AnchorLink>
        </dd>
        {left && (
          <>
            <dt>{t('Steps left')}</dt>
            <dd>
              {tx('Step {step} of {all}; {left}', {
                step: left.step,
                all: left.all,
                left:
                  left.after.length > 0 ? t('then {next}', { next: left.after.join(', ') }) : t('the last'),
              })}
              <Stepper stages={stages} here={[task.stage]} />
            </dd>
          </>
        )}
      </dl>
      <Text size="xs" c="var(--cw-muted)">
        {t(
          'A published version of a cycle never changes, so the rule is the one that it was when the task was opened.',
        )}
      </Text>
    </details>
  );
}
