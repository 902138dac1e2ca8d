// Draws a cycle with React Flow and turns its gestures into commands. Needs a ReactFlowProvider around it.
import '@xyflow/react/dist/base.css';
import { useComputedColorScheme } from '@mantine/core';
import { Background, BackgroundVariant, MiniMap, ReactFlow, useReactFlow } from '@xyflow/react';
import { memo, useDeferredValue, useEffect, useRef } from 'react';
import { t } from '../../language/index.ts';
import { nothing, type Selection } from '../../panels/editing.ts';
import { stageKindStyle } from '../../theme/theme.ts';
import { CanvasActsContext, watchOnly } from '../acts/canvas-acts.ts';
import styles from '../canvas.module.css';
import type { StageView } from '../view/flow-view.ts';
import { gridStep } from '../view/sizes.ts';
import type { CanvasProps } from './canvas-props.ts';
import { Follow } from './Follow.tsx';
import { Glass } from './Glass.tsx';
import { Guides } from './Guides.tsx';
import { ManyBar } from './ManyBar.tsx';
import { motionTime } from './motion.ts';
import { StageBar } from './StageBar.tsx';
import { StageNode } from './StageNode.tsx';
import { isLarge, LargeContext } from './sight.ts';
import { Transitions } from './Transitions.tsx';
import type { StageNodeType } from './to-nodes.ts';
import { useDrag } from './use-drag.ts';
import { useDrawn, useNodes } from './use-drawn.ts';
import { useFlowView } from './use-flow-view.ts';
import { useGestures } from './use-gestures.ts';
import { useOverview } from './use-overview.ts';
import { usePanning } from './use-panning.ts';
import { useRoutes } from './use-routes.ts';
import { useStart } from './use-start.ts';
import { ZoomBar } from './ZoomBar.tsx';

const nodeTypes = { stage: StageNode };
const keysWords = t('Press ? for what the keys do.');
/** All that React Flow says by itself here: it leaves the keys to us, and shows no controls of its own. */
const words = {
  'node.a11yDescription.default': keysWords,
  'edge.a11yDescription.default': keysWords,
  'minimap.ariaLabel': t('Overview of the cycle'),
};
const troubleColour = { error: 'var(--cw-danger)', warning: 'var(--cw-warning)', info: null };
const minimapColour = ({ data }: StageNodeType): string =>
  (data.trouble && troubleColour[data.trouble.severity]) ?? stageKindStyle[data.view.kind ?? 'other'].color;

function FlowCanvasView(props: CanvasProps) {
  const { cycle, acts = watchOnly, readOnly = false, overlay, focus, selection = nothing } = props;
  const scheme = useComputedColorScheme('light');
  const overview = useOverview();
  const { setCenter, getZoom } = useReactFlow();
  const frame = useRef<HTMLElement>(null);
  const view = useFlowView(cycle);
  const start = useStart(frame, view.stages, focus ?? overlay?.active);
  const routes = useRoutes(view);
  const { places, guides, ...dragging } = useDrag(view.stages, acts);
  const nodes = useNodes(props, view.stages, places);
  const drawn = useDrawn(view, routes, props, places);
  useEffect(() => {
    if (props.labels) props.labels.current = new Map(drawn.map(({ id, label }) => [id, label]));
  }, [props.labels, drawn]);
  const { isPanning, ...panning } = usePanning();
  const isDragging = Object.keys(places).length > 0;
  // A dropped stage is seen in its place before its bar is made.
  const wasDragging = useDeferredValue(isDragging);
  const gestures = useGestures(view.stages, acts, readOnly);
  return (
    <CanvasActsContext value={acts}>
      <LargeContext value={isLarge(view)}>
        <section
          className={styles.canvas}
          ref={frame}
          aria-label={t('Canvas of {name}', { name: cycle.name })}
        >
          {start && (
            <ReactFlow<StageNodeType>
              nodes={nodes as StageNodeType[]}
              nodeTypes={nodeTypes}
              {...gestures}
              {...dragging}
              {...panning}
              defaultViewport={start}
              colorMode={scheme}
              ariaLabelConfig={words}
              minZoom={0.1}
              maxZoom={2}
              zIndexMode="manual"
              nodesConnectable={!readOnly}
              nodesFocusable
              disableKeyboardA11y
              deleteKeyCode={null}
              zoomOnDoubleClick={false}
              connectOnClick={false}
              elevateNodesOnSelect={false}
            >
              <ArrowHeads />
              <Transitions drawn={drawn} selected={selection.kind === 'transition' ? selection.at : null} />
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
              {!readOnly && !isDragging && !wasDragging && (
                <SelectionBar selection={selection} stages={view.stages} />
              )}
              {(isPanning || isDragging) && <Glass />}
              {props.children}
            </ReactFlow>
          )}
        </section>
      </LargeContext>
    </CanvasActsContext>
  );
}

export const FlowCanvas = memo(FlowCanvasView);

function SelectionBar({ selection, stages }: { selection: Selection; stages: readonly StageView[] }) {
  const shown = selection.kind === 'stages' ? stages.filter(({ id }) => selection.ids.includes(id)) : [];
  const [first] = shown;
  if (!first) return null;
  return shown.length === 1 ? <StageBar view={first} /> : <ManyBar ids={shown.map(({ id }) => id)} />;
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
