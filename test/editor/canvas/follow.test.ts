import { describe, expect, test } from 'vitest';
import { follow, followAll, plainRoute } from '../../../editor/canvas/route/follow.ts';
import { segmentsOf } from '../../../editor/canvas/route/geometry.ts';
import type { RouteWork } from '../../../editor/canvas/route/route-transitions.ts';

const [left, right] = [
  { x: 0, y: 0, width: 200, height: 60 },
  { x: 400, y: 0, width: 200, height: 60 },
];
const route = {
  points: [
    { x: 200, y: 30 },
    { x: 400, y: 30 },
  ],
  label: { x: 260, y: 20, width: 80, height: 22 },
};
const by = (box: typeof left, x: number, y: number) => ({
  was: box,
  is: { ...box, x: box.x + x, y: box.y + y },
});

describe('a path whose stages were moved', () => {
  test('stays the very same when they were not', () => {
    expect(follow(route, by(left, 0, 0), by(right, 0, 0))).toBe(route);
  });
  test('goes with them when both went the same way', () => {
    expect(follow(route, by(left, 8, 16), by(right, 8, 16))).toEqual({
      points: [
        { x: 208, y: 46 },
        { x: 408, y: 46 },
      ],
      label: { x: 268, y: 36, width: 80, height: 22 },
    });
  });
  test('is drawn plainly from where one is to where the other is', () => {
    const { points, label } = follow(route, by(left, 0, 0), by(right, 0, 120));
    expect(points.at(0)).toEqual({ x: 200, y: 30 });
    expect(points.at(-1)).toEqual({ x: 400, y: 150 });
    expect(segmentsOf(points)).toHaveLength(3);
    expect(label).toEqual({ x: 260, y: 79, width: 80, height: 22 });
  });
  test('is drawn plainly when one of them has another size now', () => {
    const taller = { was: right, is: { ...right, height: 200 } };
    expect(follow(route, by(left, 0, 0), taller).points.at(-1)).toEqual({ x: 400, y: 100 });
  });
});

test('a plain path has its label in the middle', () => {
  expect(plainRoute(left, right, { width: 40, height: 20 }).label).toEqual({
    x: 280,
    y: 20,
    width: 40,
    height: 20,
  });
});

describe('routes of what was drawn before', () => {
  const stage = (id: string, box: typeof left) =>
    ({ id, type: 'atomic', parent: null, box, initial: false, collapsed: false }) as const;
  const line = (id: string, from: string, to: string) => ({
    id,
    from,
    to,
    label: { trigger: 'Done', guard: null, isTimer: false, outcome: null },
  });
  const work: RouteWork = {
    stages: [stage('plan', left), stage('observe', right)],
    transitions: [line('/a', 'plan', 'observe')],
  };
  const before = { work, routes: new Map([['/a', route]]) };

  test('are the very same for stages that lie where they lay', () => {
    expect(followAll(before, work).get('/a')).toBe(route);
  });
  test('are none for what was removed', () => {
    expect(followAll(before, { ...work, transitions: [] })).toEqual(new Map());
    expect(followAll(before, { ...work, stages: [stage('plan', left)] })).toEqual(new Map());
  });
  test('are plain for a transition that is new, and for one that took the place of another', () => {
    const measure = stage('measure', { ...right, y: 200 });
    const transitions = [line('/a', 'plan', 'measure'), line('/b', 'plan', 'observe')];
    const routes = followAll(before, { stages: [...work.stages, measure], transitions });
    expect(routes.get('/a')?.points.at(-1)).toEqual({ x: 400, y: 230 });
    expect(routes.get('/b')?.points).toEqual(route.points);
  });
  test('have a label as high as what it says now', () => {
    const [first] = work.transitions;
    const guarded = { ...line('/a', 'plan', 'observe'), label: { ...first!.label, guard: 'score > 1' } };
    const label = followAll(before, { ...work, transitions: [guarded] }).get('/a')?.label;
    expect(label).toEqual({ x: 260, y: 13, width: 80, height: 36 });
  });
});
