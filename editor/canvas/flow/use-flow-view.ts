// The document as the canvas draws it. What a change left as it was stays the same object.
import { useMemo, useRef } from 'react';
import type { Cycle } from '../../../engine/index.ts';
import type { FlowView } from '../view/flow-view.ts';
import { toFlow } from '../view/to-flow.ts';
import { keepSame } from './keep-same.ts';

const empty: FlowView = { stages: [], transitions: [] };

export function useFlowView(cycle: Cycle): FlowView {
  const before = useRef(empty);
  return useMemo(() => {
    const next = toFlow(cycle);
    const stages = keepSame(next.stages, before.current.stages);
    const transitions = keepSame(next.transitions, before.current.transitions);
    const isSame = stages === before.current.stages && transitions === before.current.transitions;
    before.current = isSame ? before.current : { stages, transitions };
    return before.current;
  }, [cycle]);
}
