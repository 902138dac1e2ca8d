// A whole cycle as one SVG, without React Flow: for exports, and small for the gallery. Colours are the theme's tokens.
import { type ReactNode, useMemo } from 'react';
import type { Cycle } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import { hull } from '../route/geometry.ts';
import { placeLabels } from '../route/place-labels.ts';
import { type RoutedTransition, routePaths } from '../route/route-transitions.ts';
import type { Box, FlowView, StageView } from '../view/flow-view.ts';
import { toFlow } from '../view/to-flow.ts';
import { ContainerPicture } from './ContainerPicture.tsx';
import { estimate, type Measure } from './fit-text.ts';
import { MeasureContext } from './picture-context.ts';
import { SmallStage } from './SmallStage.tsx';
import { StagePicture } from './StagePicture.tsx';
import { LabelPicture, PathPicture } from './TransitionPicture.tsx';

interface Props {
  cycle: Cycle;
  measure?: Measure;
  /** A small picture shows shapes and kinds, and no words. */
  small?: boolean;
  /** Drawn into the SVG before all else: fonts, and the document itself. */
  children?: ReactNode;
}

const margin = 32;
const isOpen = ({ type, collapsed }: StageView): boolean =>
  (type === 'compound' || type === 'parallel') && !collapsed;

const noLabels: ReadonlyMap<string, Box> = new Map();

function routed({ stages, transitions }: FlowView, small: boolean): RoutedTransition[] {
  const paths = routePaths(stages, transitions);
  const labels = small ? noLabels : placeLabels(stages, transitions, paths);
  return transitions.map(({ id }) => ({
    id,
    points: paths.get(id) ?? [],
    label: labels.get(id) ?? { x: 0, y: 0, width: 0, height: 0 },
  }));
}

function extentOf(stages: readonly StageView[], routes: readonly RoutedTransition[]): Box {
  const boxes = [
    ...stages.map(({ box, initial }) => (initial ? { ...box, x: box.x - 22, width: box.width + 22 } : box)),
    ...routes.flatMap(({ points, label }) => [
      ...points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })),
      ...(label.width > 0 ? [label] : []),
    ]),
  ];
  const [first = { x: 0, y: 0, width: 0, height: 0 }] = boxes;
  const all = boxes.reduce(hull, first);
  return {
    x: Math.floor(all.x) - margin,
    y: Math.floor(all.y) - margin,
    width: Math.ceil(all.width) + 2 * margin,
    height: Math.ceil(all.height) + 2 * margin,
  };
}

export function CyclePicture({ cycle, measure = estimate, small = false, children }: Props) {
  const { view, routes, extent } = useMemo(() => {
    const flow = toFlow(cycle);
    const ways = routed(flow, small);
    return { view: flow, routes: ways, extent: extentOf(flow.stages, ways) };
  }, [cycle, small]);
  const { x, y, width, height } = extent;
  const drawn = view.transitions.flatMap((transition, index) => {
    const route = routes[index];
    return route ? [{ view: transition, route }] : [];
  });
  return (
    <MeasureContext value={measure}>
      <svg
        xmlns="http://www.w3.org/2000/svg"
        width={width}
        height={height}
        viewBox={`${x} ${y} ${width} ${height}`}
        role="img"
        aria-label={t('Picture of {name}', { name: cycle.name })}
      >
        {children}
        <ArrowHead />
        <rect x={x} y={y} width={width} height={height} fill="var(--cw-ground)" />
        {view.stages.filter(isOpen).map((stage) => (
          <ContainerPicture key={stage.id} view={stage} small={small} />
        ))}
        {drawn.map((each) => (
          <PathPicture key={each.view.id} {...each} thick={small} />
        ))}
        {view.stages
          .filter((stage) => !isOpen(stage))
          .map((stage) =>
            small ? <SmallStage key={stage.id} view={stage} /> : <StagePicture key={stage.id} view={stage} />,
          )}
        {!small && drawn.map((each) => <LabelPicture key={each.view.id} {...each} />)}
      </svg>
    </MeasureContext>
  );
}

function ArrowHead() {
  return (
    <defs>
      <marker
        id="cw-picture-arrow"
        viewBox="0 0 10 10"
        refX="9"
        refY="5"
        markerWidth="9"
        markerHeight="9"
        markerUnits="userSpaceOnUse"
        orient="auto"
      >
        <path d="M0 0.5 L10 5 L0 9.5 z" fill="var(--cw-line)" />
      </marker>
    </defs>
  );
}
