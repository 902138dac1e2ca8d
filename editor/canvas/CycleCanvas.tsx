// A cycle drawn for reading, with a plan or counts laid over it. Editing is CycleEditor's.
import { Skeleton } from '@mantine/core';
import { ReactFlowProvider } from '@xyflow/react';
import { useEffectEvent, useState } from 'react';
import { nothing, type Selection } from '../panels/editing.ts';
import { type CanvasActs, watchOnly } from './acts/canvas-acts.ts';
import type { CanvasProps } from './flow/canvas-props.ts';
import { FlowCanvas } from './flow/FlowCanvas.tsx';
import { usePlaced } from './tidy/use-placed.ts';

interface Props
  extends Pick<
    CanvasProps,
    'cycle' | 'problems' | 'overlay' | 'counts' | 'marks' | 'changes' | 'focus' | 'selection' | 'children'
  > {
  /** Somebody pressed a stage or a transition. */
  onSelect?: (selection: Selection) => void;
}

export function CycleCanvas({ cycle, onSelect, ...props }: Props) {
  const placed = usePlaced(cycle);
  const acts = useActs(onSelect);
  if (!placed) return <Skeleton height="100%" />;
  return (
    <ReactFlowProvider>
      <FlowCanvas {...props} cycle={placed} acts={acts} readOnly />
    </ReactFlowProvider>
  );
}

/** One stage at a time: what is selected here is looked at, not changed. */
function useActs(onSelect: Props['onSelect']): CanvasActs {
  const select = useEffectEvent((selection: Selection) => onSelect?.(selection));
  const [acts] = useState<CanvasActs>(() => ({
    ...watchOnly,
    select: (change) => select(change(nothing)),
  }));
  return acts;
}
