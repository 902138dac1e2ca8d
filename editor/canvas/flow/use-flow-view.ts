// The document as the canvas draws it. What a change left as it was stays the same object.
import { useMemo, useState } from 'react';
import type { Cycle } from '../../../engine/index.ts';
import type { FlowView, StageView, TransitionView } from '../view/flow-view.ts';
import { makeKeep } from '../view/keep-same.ts';
import { toFlow } from '../view/to-flow.ts';

export function useFlowView(cycle: Cycle): FlowView {
  const [keep] = useState(() => ({ stages: makeKeep<StageView>(), transitions: makeKeep<TransitionView>() }));
  const { stages, transitions } = useMemo(() => toFlow(cycle, keep), [cycle, keep]);
  return useMemo(() => ({ stages, transitions }), [stages, transitions]);
}
