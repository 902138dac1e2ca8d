import { describe, expect, test } from 'vitest';
import { detailOf, steppedSight } from '../../../editor/canvas/flow/sight.ts';

const box = { x: 1000, y: 0, width: 200, height: 60 };
const at = (x: number, zoom = 1) => ({
  transform: [x, 0, zoom] as [number, number, number],
  width: 800,
  height: 600,
});

describe('a stage of a large cycle', () => {
  test('is drawn in full where it is seen, and shortly before', () => {
    expect(detailOf(at(-400), box)).toBe('full');
    expect(detailOf(at(-100), box)).toBe('full');
  });
  test('is not drawn where it is out of sight', () => {
    expect(detailOf(at(0), box)).toBe('none');
    expect(detailOf(at(-2000), box)).toBe('none');
  });
  test('is drawn without words where they cannot be read', () => {
    expect(detailOf(at(0, 0.3), box)).toBe('afar');
  });
});

test('the window of the transitions stays the same for small moves and holds all that is seen', () => {
  const still = steppedSight(at(-400));
  expect(steppedSight(at(-420))).toEqual(still);
  expect(steppedSight(at(-500))).not.toEqual(still);
  for (const x of [-400, -420, -439]) {
    const { box: window } = steppedSight(at(x));
    expect(window?.x).toBeLessThanOrEqual(-x);
    expect((window?.x ?? 0) + (window?.width ?? 0)).toBeGreaterThanOrEqual(-x + 800);
  }
});
