import { expect, test } from 'vitest';
import { startingViewport } from '../../../editor/canvas/flow/starting-viewport.ts';
import { toFlow } from '../../../editor/canvas/view/to-flow.ts';
import { readCycle, sampleCycleFiles } from '../../support/sample-cycles.ts';

const size = { width: 900, height: 700 };

test('a cycle that is too large to be read whole opens where it begins, in a readable size', () => {
  for (const file of sampleCycleFiles) {
    const { stages } = toFlow(readCycle(file));
    const { x, y, zoom } = startingViewport(stages, size, undefined);
    expect(zoom).toBeGreaterThanOrEqual(0.5);
    const start = stages.find(({ initial, parent }) => initial && parent === null);
    const left = (start?.box.x ?? 0) * zoom + x;
    const top = (start?.box.y ?? 0) * zoom + y;
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left).toBeLessThan(size.width / 2);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(size.height * 0.7);
  }
});

test('a small cycle opens whole', () => {
  const cycle = {
    schema: 'cycle/1' as const,
    id: 'two',
    name: 'Two',
    initial: 'a',
    stages: { a: {}, b: {} },
    layout: { a: { x: 0, y: 0 }, b: { x: 320, y: 0 } },
  };
  const { stages } = toFlow(cycle);
  const { x, zoom } = startingViewport(stages, size, undefined);
  expect(zoom).toBe(1);
  for (const { box } of stages) {
    expect(box.x + x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width + x).toBeLessThanOrEqual(size.width);
  }
});
