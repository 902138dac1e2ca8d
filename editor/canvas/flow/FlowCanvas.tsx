// Draws a cycle with React Flow and turns its gestures into commands. Needs a ReactFlowProvider around it.
import '@xyflow/react/dist/base.css';
import { useComputedColorScheme } from '@mantine/core';
import {
  Background,
  BackgroundVariant,
  MiniMap,
  type NodeChange,
  type OnConnectEnd,
  ReactFlow,
  useReactFlow,
} from '@xyflow/react';
import { useCallback, useRef } from 'react';
import { nothing, type Selection, stageSelection } from '../../panels/editing.ts';
import { stageKindStyle } from '../../theme/theme.ts';
import { type CanvasActs, CanvasActsContext, watchOnly } from '../acts/canvas-acts.ts';
import styles from '../canvas.module.css';
import { stageAt } from '../view/container-at.ts';
import type { StageView } from '../view/flow-view.ts';
import { gridStep } from '../view/sizes.ts';
import type { CanvasProps } from './canvas-props.ts';
import { Follow } from './Follow.tsx';
import { Guides } from './Guides.tsx';
import { ManyBar } from './ManyBar.tsx';
import { motionTime } from './motion.ts';
import { StageBar } from './StageBar.tsx';
import { StageNode } from './StageNode.tsx';
import { startingViewport } from './starting-viewport.ts';
import { TransitionEdge } from './TransitionEdge.tsx';
import type { TransitionEdgeType } from './to-edges.ts';
import type { StageNodeType } from './to-nodes.ts';
import { useDrag } from './use-drag.ts';
import { useEdges, useNodes } from './use-drawn.ts';
import { useFlowView } from './use-flow-view.ts';
import { useOverview } from './use-overview.ts';
import { ZoomBar } from './ZoomBar.tsx';

const nodeTypes = { stage: StageNode };
const edgeTypes = { transition: TransitionEdge };
const words = {
  'minimap.ariaLabel': 'Overview of the cycle',
};
const troubleColour = { error: 'var(--cw-danger)', warning: 'var(--cw-warning)', info: null };
const minimapColour = ({ data }: StageNodeType): string =>
  (data.trouble && troubleColour[data.trouble.severity]) ?? stageKindStyle[data.view.kind ?? 'other'].color;

export function FlowCanvas(props: CanvasProps) {
  const { cycle, acts = watchOnly, readOnly = false, overlay, focus, selection = nothing } = props;
  const scheme = useComputedColorScheme('light');
  const overview = useOverview();
  const { setCenter, getZoom } = useReactFlow();
  const frame = useRef<HTMLElement>(null);
  const view = useFlowView(cycle);
  const { places, guides, onNodeDrag, onNodeDragStop } = useDrag(view.stages, acts);
  const nodes = useNodes(props, view.stages, places);
  const edges = useEdges(view, props, selection, places);
  const onConnectEnd = useConnectEnd(view.stages, acts);
  const onNodesChange = useCallback(
    (changes: NodeChange<StageNodeType>[]) => {
      const chosen = changes.filter((change) => change.type === 'select');
      if (chosen.length > 0) acts.select((before) => selected(before, chosen));
    },
    [acts],
  );
  return (
    <CanvasActsContext value={acts}>
      <section className={styles.canvas} ref={frame} aria-label={`Canvas of ${cycle.name}`}>
        <ReactFlow<StageNodeType, TransitionEdgeType>
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onNodeDrag={onNodeDrag}
          onNodeDragStop={onNodeDragStop}
          onConnectEnd={onConnectEnd}
          onNodeClick={(event, node) => {
            // Of several chosen ones the pressed one is meant, unless a key says to add it.
            const adds = event.shiftKey || event.ctrlKey || event.metaKey;
            if (!adds && node.selectable) acts.select(() => stageSelection(node.id));
          }}
          onNodeDoubleClick={(_event, node) => !readOnly && acts.ask({ kind: 'rename', stage: node.id })}
          onEdgeClick={(_event, { data }) => data && acts.select(() => ({ kind: 'transition', at: data.at }))}
          onPaneClick={() => acts.select(() => nothing)}
          onInit={(flow) =>
            flow.setViewport(startingViewport(view.stages, sizeOf(frame.current), focus ?? overlay?.active))
          }
          colorMode={scheme}
          ariaLabelConfig={words}
          minZoom={0.1}
          maxZoom={2}
          zIndexMode="manual"
          nodesConnectable={!readOnly}
          nodesFocusable
          edgesFocusable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          zoomOnDoubleClick={false}
          connectOnClick={false}
          elevateNodesOnSelect={false}
        >
          <ArrowHeads />
          <Background variant={BackgroundVariant.Dots} gap={gridStep * 2} size={1.4} />
          {overview.shown && (
            <MiniMap
              pannable
              zoomable
              onClick={(_event, { x, y }) =>
                void setCenter(x, y, { zoom: getZoom(), duration: motionTime() })
              }
              nodeColor={minimapColour}
              maskColor="color-mix(in srgb, var(--cw-ground) 70%, transparent)"
              bgColor="var(--cw-surface)"
              className={styles.minimap}
            />
          )}
          <ZoomBar />
          <Follow stages={focus ?? overlay?.active ?? []} />
          <Guides lines={guides} />
          {!readOnly && Object.keys(places).length === 0 && (
            <SelectionBar selection={selection} stages={view.stages} />
          )}
          {props.children}
        </ReactFlow>
      </section>
    </CanvasActsContext>
  );
}

function SelectionBar({ selection, stages }: { selection: Selection; stages: readonly StageView[] }) {
  const shown = selection.kind === 'stages' ? stages.filter(({ id }) => selection.ids.includes(id)) : [];
  const [first] = shown;
  if (!first) return null;
  return shown.length === 1 ? <StageBar view={first} /> : <ManyBar ids={shown.map(({ id }) => id)} />;
}

const sizeOf = (frame: HTMLElement | null) => ({
  width: frame?.clientWidth ?? 1000,
  height: frame?.clientHeight ?? 600,
});

function useConnectEnd(stages: ReturnType<typeof useFlowView>['stages'], acts: CanvasActs) {
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

function ArrowHeads() {
  return (
    <svg className={styles.spoken} aria-hidden="true">
      <defs>
        {(['', '-accent', '-added', '-removed', '-changed'] as const).map((name) => (
          <marker
            key={name}
            id={`cw-arrow${name}`}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0.5 L10 5 L0 9.5 z" fill={`var(--cw${name || '-line'})`} />
          </marker>
        ))}
      </defs>
    </svg>
  );
}
