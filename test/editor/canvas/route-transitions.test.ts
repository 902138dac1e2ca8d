import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  boxesMeet,
  inflated,
  pathLength,
  segmentMeets,
  segmentsOf,
  sharedLength,
} from '../../../editor/canvas/route/geometry.ts';
import { pathData } from '../../../editor/canvas/route/path-data.ts';
import { makeRouteMemory } from '../../../editor/canvas/route/route-memory.ts';
import {
  type RoutedTransition,
  routePaths,
  routeTransitions,
} from '../../../editor/canvas/route/route-transitions.ts';
import type { FlowView, StageView } from '../../../editor/canvas/view/flow-view.ts';
import { toFlow } from '../../../editor/canvas/view/to-flow.ts';
import { type Cycle, cycleSchema } from '../../../engine/index.ts';
import { knottyCycle } from './fixture.ts';

const cyclesIn = (folder: string): Cycle[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.cycle.json'))
    .map((file) => cycleSchema.parse(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))));

const samples = cyclesIn('samples');

const isOpen = ({ type, collapsed }: StageView) => (type === 'compound' || type === 'parallel') && !collapsed;

/** Is one the other, or around it? */
function isAround(outer: StageView, inner: string, stages: readonly StageView[]): boolean {
  for (
    let view = stages.find(({ id }) => id === inner);
    view;
    view = stages.find(({ id }) => id === view?.parent)
  ) {
    if (view.id === outer.id) return true;
  }
  return false;
}

function crossings({ stages, transitions }: FlowView, routes: readonly RoutedTransition[]): string[] {
  return transitions.flatMap(({ id, from, to }) => {
    const segments = segmentsOf(routes.find((route) => route.id === id)?.points ?? []);
    return stages
      .filter((stage) => !isAround(stage, from, stages) && !isAround(stage, to, stages))
      .filter(
        (stage) =>
          !isAround(stages.find((view) => view.id === from) ?? stage, stage.id, stages) || from === to,
      )
      .filter(({ box }) => segments.some((segment) => segmentMeets(segment, box)))
      .map((stage) => `${id} crosses ${stage.id}`);
  });
}

function overlappingPaths(routes: readonly RoutedTransition[]): string[] {
  return routes.flatMap((a, index) =>
    routes.slice(index + 1).flatMap((b) => {
      const shared = segmentsOf(a.points).reduce(
        (sum, one) => sum + segmentsOf(b.points).reduce((all, other) => all + sharedLength(one, other, 2), 0),
        0,
      );
      const share = shared / Math.min(pathLength(a.points), pathLength(b.points));
      return share > 0.3 ? [`${a.id} and ${b.id} share ${Math.round(share * 100)} %`] : [];
    }),
  );
}

function hiddenLabels(stages: readonly StageView[], routes: readonly RoutedTransition[]): string[] {
  const solid = stages.filter((stage) => !isOpen(stage));
  const onStages = routes.flatMap(({ id, label }) =>
    solid.filter(({ box }) => boxesMeet(label, box)).map((stage) => `${id} under ${stage.id}`),
  );
  const onLabels = routes.flatMap((a, index) =>
    routes.slice(index + 1).flatMap((b) => (boxesMeet(a.label, b.label) ? [`${a.id} under ${b.id}`] : [])),
  );
  return [...onStages, ...onLabels];
}

/** As far as a label is still seen to belong to its path. */
const beside = 16;

const labelsApart = (routes: readonly RoutedTransition[]): string[] =>
  routes
    .filter(
      ({ points, label }) => !segmentsOf(points).some((each) => segmentMeets(each, inflated(label, beside))),
    )
    .map(({ id }) => id);

describe.each<Cycle>([knottyCycle, ...samples])('the cycle $id', (cycle) => {
  const view = toFlow(cycle);
  const routes = routeTransitions(view.stages, view.transitions);

  test('has a path of level and upright lines for every transition', () => {
    const slanted = routes.filter(({ points }) =>
      points.some((point, index) => {
        const before = points[index - 1];
        return before !== undefined && before.x !== point.x && before.y !== point.y;
      }),
    );
    expect(routes.map(({ id }) => id)).toEqual(view.transitions.map(({ id }) => id));
    expect(routes.filter(({ points }) => points.length < 2)).toEqual([]);
    expect(slanted).toEqual([]);
  });
  test('has no path through a stage that is not its end', () => {
    expect(crossings(view, routes)).toEqual([]);
  });
  test('has no two paths that share more than 30 % of their length', () => {
    expect(overlappingPaths(routes)).toEqual([]);
  });
  test('has no label under a stage or another label', () => {
    expect(hiddenLabels(view.stages, routes)).toEqual([]);
  });
  test('has every label on its path or right beside it', () => {
    expect(labelsApart(routes)).toEqual([]);
  });
  test('is routed the same way every time', () => {
    expect(routeTransitions(view.stages, view.transitions)).toEqual(routes);
  });
  test('has the paths that would be found anew when they are remembered from before a move', () => {
    const memory = makeRouteMemory();
    const [, second = ''] = Object.keys(cycle.stages);
    const place = cycle.layout?.[second] ?? { x: 0, y: 0 };
    for (const by of [0, 8, 120, 8]) {
      const layout = { ...cycle.layout, [second]: { ...place, x: place.x + by } };
      const { stages, transitions } = toFlow({ ...cycle, layout });
      expect(routePaths(stages, transitions, memory)).toEqual(routePaths(stages, transitions));
    }
  });
});

test('corners are rounded, and less so where there is little room', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 40, y: 0 },
    { x: 40, y: 12 },
    { x: 80, y: 12 },
  ];
  expect(pathData(points)).toBe('M 0 0 L 34 0 Q 40 0 40 6 L 40 6 Q 40 12 46 12 L 80 12');
});

test.each(cyclesIn('samples/templates'))(
  'the template $id has every label on its path or right beside it',
  (cycle) => {
    const view = toFlow(cycle);
    expect(labelsApart(routeTransitions(view.stages, view.transitions))).toEqual([]);
  },
);
