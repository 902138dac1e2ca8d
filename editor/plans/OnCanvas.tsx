// The plan laid over its cycle; the canvas is fetched when somebody asks to see it.
import { Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { Cycle } from '../../engine/index.ts';
import { planHistoryQuery } from '../app/api/plan-queries.ts';
import type { PlanDetail } from '../app/api/wire.ts';
import { overlayOf } from './overlay-of.ts';
import classes from './plans.module.css';

const CycleCanvas = lazy(async () => ({ default: (await import('../canvas/CycleCanvas.tsx')).CycleCanvas }));

export function OnCanvas({ plan, cycle }: { plan: PlanDetail; cycle: Cycle }) {
  const [shown, toggle] = useDisclosure(false);
  const history = useQuery(planHistoryQuery(plan.id));
  return (
    <div className={classes.noPrint} style={{ marginBottom: 24 }}>
      <Button
        variant="default"
        leftSection={<IconRoute size={16} />}
        onClick={toggle.toggle}
        aria-expanded={shown}
      >
        {shown ? 'Hide the canvas' : 'Show on canvas'}
      </Button>
      {shown && (
        <div className={classes.canvas} style={{ marginTop: 12 }}>
          <Suspense fallback={<Skeleton height="100%" />}>
            <CycleCanvas cycle={cycle} overlay={overlayOf(cycle, plan, history.data ?? [])} />
          </Suspense>
        </div>
      )}
    </div>
  );
}
