// The plan's way, shown when somebody asks for it or when the address names a step.
import { Button } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { planHistoryQuery } from '../app/api/plan-queries.ts';
import type { PlanDetail } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { t } from '../language/index.ts';
import { pathOf } from './path.ts';
import { Replay } from './Replay.tsx';
import classes from './replay.module.css';

interface Props {
  plan: PlanDetail;
  /** A revision, `last`, or undefined while nothing is shown. */
  step: string | undefined;
  onStep: (step: string | undefined) => void;
}

export const lastStep = 'last';

export function PlanReplay({ plan, step, onStep }: Props) {
  const history = useQuery(planHistoryQuery(plan.id));
  const path = useMemo(() => pathOf(history.data ?? [], plan.version), [history.data, plan.version]);
  const shown = step !== undefined;
  return (
    <div className={classes.frame}>
      <Button
        variant="default"
        leftSection={<IconRoute size={16} />}
        onClick={() => onStep(shown ? undefined : lastStep)}
        aria-expanded={shown}
      >
        {shown ? t('Hide the canvas') : t('Show on canvas')}
      </Button>
      {shown && (
        <Loaded query={history}>
          {() => (
            <Replay
              plan={plan}
              path={path}
              revision={step === lastStep ? null : Number(step)}
              onRevision={(revision) => onStep(revision === null ? lastStep : String(revision))}
            />
          )}
        </Loaded>
      )}
    </div>
  );
}
