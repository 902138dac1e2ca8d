// One plan: where it is, how it stands, what makes up its score, and everything that happened.
import { Alert, Stack, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { Cycle } from '../../engine/index.ts';
import { cycleVersionQuery } from '../app/api/cycle-queries.ts';
import { measuresQuery, observationsQuery } from '../app/api/organisation-queries.ts';
import { planProgressQuery, planQuery, planScoreQuery, planVersionsQuery } from '../app/api/plan-queries.ts';
import type { PlanDetail } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { latePart } from '../app/parts/late-part.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { useCrumb } from '../app/shell/crumbs.tsx';
import { stagesInOrder } from '../app/words/stages-in-order.ts';
import { GoalCard } from '../goals/GoalCard.tsx';
import { Parts } from '../goals/Parts.tsx';
import { t } from '../language/index.ts';
import { PlanReplay } from '../replay/PlanReplay.tsx';
import { WhyHere } from '../replay/WhyHere.tsx';
import { AgreementPanel } from './agreement/AgreementPanel.tsx';
import { documentInForce } from './agreement/plan-document.ts';
import { Given } from './Given.tsx';
import { History } from './History.tsx';
import { Observations } from './observations/Observations.tsx';
import { PlanHeader } from './PlanHeader.tsx';
import classes from './plans.module.css';
import { Waterfall } from './Waterfall.tsx';

/** Fetched after the plan itself: they are read further down. */
const FollowUps = latePart(async () => (await import('../interventions/FollowUps.tsx')).FollowUps);
const AppraisalPanel = latePart(async () => (await import('../ratings/AppraisalPanel.tsx')).AppraisalPanel);
const Written = latePart(async () => (await import('../ratings/Written.tsx')).Written);
const Kept = latePart(async () => (await import('./Kept.tsx')).Kept);
const Operation = latePart(async () => (await import('./operation/Operation.tsx')).Operation);
const PlanFeedback = latePart(async () => (await import('../feedback/PlanFeedback.tsx')).PlanFeedback);

const route = getRouteApi('/signed-in/plans/$planId');

function FailedStep({ plan }: { plan: PlanDetail }) {
  const may = useMay();
  if (plan.openIncidents === 0) return null;
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      mb="md"
      title={t('A step of this plan failed')}
    >
      {t('Nothing was lost: the plan stays where it was until somebody tries the step again or skips it.')}{' '}
      {may('incidents.read') && (
        <AnchorLink to="/automations" search={{ tab: 'incidents', plan: plan.id }} inherit>
          {t('See what failed')}
        </AnchorLink>
      )}
    </Alert>
  );
}

interface ContentProps {
  plan: PlanDetail;
  cycle: Cycle | undefined;
  /** Shows the step of a revision on the canvas. */
  onShow: (revision: number) => void;
}

function Content({ plan, cycle, onShow }: ContentProps) {
  const may = useMay();
  const { componentId } = plan;
  const versions = useQuery(planVersionsQuery(plan.id));
  const measures = useQuery(measuresQuery(componentId)).data ?? [];
  const observations = useQuery(observationsQuery(componentId)).data ?? [];
  const scored = useQuery(planScoreQuery(plan.id)).data;
  const progress = useQuery(planProgressQuery(plan.id)).data?.items;
  const score = scored?.score ?? null;
  const measured = score?.goals.flatMap((goal) => goal.measures) ?? [];
  const measurements = Object.fromEntries(measured.map((one) => [one.measureId, one.measurement]));
  return (
    <div className={classes.columns}>
      <Stack gap="md">
        <Loaded query={versions}>
          {(found) => {
            const { goals: own, measures: agreed } = documentInForce(found);
            const total = own.reduce((sum, goal) => sum + goal.priority, 0);
            return (
              <>
                {own.length > 0 && <Title order={2}>{t('Goals')}</Title>}
                {own.map((goal) => (
                  <GoalCard
                    key={goal.id}
                    goal={goal}
                    measures={agreed.filter((measure) => measure.goalId === goal.id)}
                    observations={observations}
                    measurements={measurements}
                    progress={progress}
                    isOutdated={(scored?.versions.length ?? 0) > 0}
                    result={plan.goals[goal.id] ?? score?.goals.find(({ goalId }) => goalId === goal.id)}
                    share={total > 0 ? goal.priority / total : undefined}
                    period={plan.period}
                  />
                ))}
                <Parts componentId={componentId} hasGoals={own.length > 0} />
              </>
            );
          }}
        </Loaded>
        {measures.length > 0 && (
          <Observations measures={measures} observations={observations} period={plan.period} />
        )}
      </Stack>
      <Stack gap="md">
        <Suspense fallback={null}>
          <AppraisalPanel planId={plan.id} />
          <Written planId={plan.id} />
        </Suspense>
        <AgreementPanel plan={plan} />
        <Waterfall
          componentId={componentId}
          score={score}
          goals={versions.data ? documentInForce(versions.data).goals : []}
          versions={scored?.versions ?? []}
          appraised={scored?.revision !== null}
        />
        <Given plan={plan} />
        <Suspense fallback={null}>
          <FollowUps plan={plan} />
          <PlanFeedback plan={plan} />
        </Suspense>
        <WhyHere plan={plan} onShow={onShow} />
        <History plan={plan} cycle={cycle} />
        <Suspense fallback={null}>
          <Kept planId={plan.id} />
        </Suspense>
        {may('incidents.read') && (
          <Suspense fallback={null}>
            <Operation plan={plan} />
          </Suspense>
        )}
      </Stack>
    </div>
  );
}

export function PlanScreen() {
  const { planId } = route.useParams();
  const { step } = route.useSearch();
  const navigate = route.useNavigate();
  const showStep = (next: string | undefined) =>
    void navigate({ search: { step: next }, replace: true, resetScroll: false });
  const query = useQuery(planQuery(planId));
  const { cycleId = '', version = 1, componentName = '' } = query.data ?? {};
  const cycle = useQuery({ ...cycleVersionQuery(cycleId, version), enabled: query.data !== undefined }).data
    ?.cycle;
  useCrumb(componentName);
  return (
    <Loaded query={query} lines={8} what="plan">
      {(plan) => (
        <>
          <FailedStep plan={plan} />
          <PlanHeader plan={plan} stages={cycle ? stagesInOrder(cycle.stages) : []} />
          <PlanReplay plan={plan} step={step} onStep={showStep} />
          <Content plan={plan} cycle={cycle} onShow={(revision) => showStep(String(revision))} />
        </>
      )}
    </Loaded>
  );
}
