import { expect, test } from 'vitest';
import { withNewPoint } from '../../../../editor/goals/measure/new-point.ts';

const curve = (...points: [number, number][]) => points.map(([x, score]) => ({ x, score }));

test('a new point stands as far beyond the last as the points usually stand apart', () => {
  const large = curve([1000, 0], [2000, 100], [3000, 120]);
  expect(withNewPoint(large, 'permits').at(-1)).toEqual({ x: 4000, score: 120 });
  expect(withNewPoint(curve([0.1, 0], [0.2, 100]), 'h').at(-1)?.x).toBe(0.3);
  expect(withNewPoint(curve([30, 0], [20, 100]), 'days').at(-1)?.x).toBe(10);
  expect(withNewPoint(curve([500, 100]), 'permits').at(-1)?.x).toBe(550);
});

test('a new point stands between the last two where beyond them nothing is measured', () => {
  expect(withNewPoint(curve([50, 0], [80, 100], [100, 120]), '%')).toEqual(
    curve([50, 0], [80, 100], [90, 110], [100, 120]),
  );
  expect(withNewPoint(curve([20, 0], [10, 100], [0, 120]), 'days')).toEqual(
    curve([20, 0], [10, 100], [5, 110], [0, 120]),
  );
});
