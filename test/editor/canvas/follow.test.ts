import { describe, expect, test } from 'vitest';
import { follow, plainRoute } from '../../../editor/canvas/route/follow.ts';
import { segmentsOf } from '../../../editor/canvas/route/geometry.ts';

const [left, right] = [
  { x: 0, y: 0, width: 200, height: 60 },
  { x: 400, y: 0, width: 200, height: 60 },
];
const route = {
  points: [
    { x: 200, y: 30 },
    { x: 400, y: 30 },
  ],
  label: { x: 260, y: 20, width: 80, height: 20 },
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
      label: { x: 268, y: 36, width: 80, height: 20 },
    });
  });
  test('is drawn plainly from where one is to where the other is', () => {
    const { points, label } = follow(route, by(left, 0, 0), by(right, 0, 120));
    expect(points.at(0)).toEqual({ x: 200, y: 30 });
    expect(points.at(-1)).toEqual({ x: 400, y: 150 });
    expect(segmentsOf(points)).toHaveLength(3);
    expect(label).toEqual({ x: 260, y: 80, width: 80, height: 20 });
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
