import { expect, test } from 'vitest';
import { keepSame } from '../../../editor/canvas/flow/keep-same.ts';

const [plan, observe] = [
  { id: 'plan', box: { x: 0, y: 0 } },
  { id: 'observe', box: { x: 100, y: 0 } },
];
const before = [plan, observe];

test('the list is the same when nothing in it differs', () => {
  expect(keepSame(structuredClone(before), before)).toBe(before);
});

test('only what differs is another object', () => {
  const kept = keepSame([structuredClone(plan), { id: 'observe', box: { x: 108, y: 0 } }], before);
  expect(kept).toEqual([plan, { id: 'observe', box: { x: 108, y: 0 } }]);
  expect(kept[0]).toBe(plan);
});

test('what is in another place of the list is known by its id', () => {
  const kept = keepSame([{ id: 'measure', box: { x: 50, y: 0 } }, ...structuredClone(before)], before);
  expect(kept.slice(1)).toEqual(before);
  expect(kept[1]).toBe(plan);
  expect(kept[2]).toBe(observe);
});

test('a list that lost its last is another list', () => {
  expect(keepSame([structuredClone(plan)], before)).toEqual([plan]);
});
