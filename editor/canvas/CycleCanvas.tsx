// A cycle drawn for reading, with a plan or counts laid over it. Editing is CycleEditor's.
import { Skeleton } from '@mantine/core';
import { ReactFlowProvider } from '@xyflow/react';
import { useEffect, useState } from 'react';
import type { Cycle } from '../../engine/index.ts';
import { hasPlaces } from '../document/layout.ts';
import { type CanvasProps, FlowCanvas } from './flow/FlowCanvas.tsx';
import { placedCycle } from './tidy/placed-cycle.ts';

type Props = Pick<CanvasProps, 'cycle' | 'problems' | 'overlay' | 'counts'>;

export function CycleCanvas({ cycle, ...props }: Props) {
  const placed = usePlaced(cycle);
  if (!placed) return <Skeleton height="100%" />;
  return (
    <ReactFlowProvider>
      <FlowCanvas {...props} cycle={placed} readOnly />
    </ReactFlowProvider>
  );
}

/** A cycle that came without places gets some to be looked at; null until then. */
function usePlaced(cycle: Cycle): Cycle | null {
  const [tidied, setTidied] = useState<{ of: Cycle; placed: Cycle } | null>(null);
  const ready = hasPlaces(cycle);
  useEffect(() => {
    if (ready) return;
    let awaited = true;
    const show = (placed: Cycle) => awaited && setTidied({ of: cycle, placed });
    placedCycle(cycle).then(show, () => show(cycle));
    return () => {
      awaited = false;
    };
  }, [cycle, ready]);
  if (ready) return cycle;
  return tidied?.of === cycle ? tidied.placed : null;
}
