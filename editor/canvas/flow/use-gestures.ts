// What React Flow reports of pointers, told to the canvas' acts. The same functions from one drawing to the next: every
// stage is handed them, and would be drawn anew for others.
import { type NodeMouseHandler, type OnConnectEnd, type OnNodesChange, useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { nothing, type Selection, stageSelection } from '../../panels/editing.ts';
import type { CanvasActs } from '../acts/canvas-acts.ts';
import { stageAt } from '../view/container-at.ts';
import type { StageView } from '../view/flow-view.ts';
import type { StageNodeType } from './to-nodes.ts';

export function useGestures(stages: readonly StageView[], acts: CanvasActs, readOnly: boolean) {
  const onNodesChange: OnNodesChange<StageNodeType> = useCallback(
    (changes) => {
      const chosen = changes.filter((change) => change.type === 'select');
      if (chosen.length > 0) acts.select((before) => selected(before, chosen));
    },
    [acts],
  );
  const onNodeClick: NodeMouseHandler<StageNodeType> = useCallback(
    (event, node) => {
      // Of several chosen ones the pressed one is meant, unless a key says to add it.
      const adds = event.shiftKey || event.ctrlKey || event.metaKey;
      if (!adds && node.selectable) acts.select(() => stageSelection(node.id));
    },
    [acts],
  );
  const onNodeDoubleClick: NodeMouseHandler<StageNodeType> = useCallback(
    (_event, node) => {
      if (!readOnly) acts.ask({ kind: 'rename', stage: node.id });
    },
    [acts, readOnly],
  );
  const onPaneClick = useCallback(() => acts.select(() => nothing), [acts]);
  const onConnectEnd = useConnectEnd(stages, acts);
  return { onNodesChange, onNodeClick, onNodeDoubleClick, onPaneClick, onConnectEnd };
}

function useConnectEnd(stages: readonly StageView[], acts: CanvasActs) {
  const { screenToFlowPosition } = useReactFlow();
  return useCallback<OnConnectEnd>(
    (event, { fromNode }) => {
      if (!fromNode) return;
      const touch = 'changedTouches' in event ? event.changedTouches[0] : event;
      if (!touch) return;
      const near = { x: touch.clientX, y: touch.clientY };
      const at = screenToFlowPosition(near, { snapToGrid: false });
      const to = stageAt(stages, at);
      if (to === null) acts.ask({ kind: 'append', from: fromNode.id, at, near });
      else acts.ask({ kind: 'trigger', from: fromNode.id, to, near });
    },
    [stages, acts, screenToFlowPosition],
  );
}

function selected(before: Selection, changes: readonly { id: string; selected: boolean }[]): Selection {
  const ids = new Set(before.kind === 'stages' ? before.ids : []);
  for (const { id, selected: chosen } of changes) {
    if (chosen) ids.add(id);
    else ids.delete(id);
  }
  if (ids.size === 0) return before.kind === 'transition' ? before : nothing;
  return { kind: 'stages', ids: [...ids] };
}
