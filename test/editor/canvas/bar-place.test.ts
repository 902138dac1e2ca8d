import { describe, expect, test } from 'vitest';
import { placeBar } from '../../../editor/canvas/flow/bar-place.ts';

const canvas = { width: 800, height: 600 };
const bar = { width: 200, height: 38 };
const at = (x: number, y: number) => placeBar({ x, y, width: 100, height: 40 }, bar, canvas);

describe('the bar of what is selected', () => {
  test('stands in the middle above it', () => {
    expect(at(350, 300)).toEqual({ aside: 0, below: false });
  });
  test('goes aside as far as it must at the borders', () => {
    // Its middle would be at 20 + 50, so its left side at -30.
    expect(at(20, 300)).toEqual({ aside: 38, below: false });
    expect(at(740, 300)).toEqual({ aside: -98, below: false });
  });
  test('goes below where there is no room above, unless there is none below either', () => {
    expect(at(350, 20)).toEqual({ aside: 0, below: true });
    expect(placeBar({ x: 0, y: 0, width: 800, height: 600 }, bar, canvas).below).toBe(false);
  });
  test('leaves the canvas with what is selected', () => {
    expect(at(-200, 300)).toEqual({ aside: 0, below: false });
    expect(at(350, -80)).toEqual({ aside: 0, below: false });
  });
  test('begins at the border where it is wider than the canvas', () => {
    const narrow = placeBar({ x: 50, y: 300, width: 100, height: 40 }, bar, { width: 180, height: 600 });
    expect(narrow.aside).toBe(8);
  });
});
