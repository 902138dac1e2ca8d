import { expect, test } from 'vitest';
import { followers } from '../../../editor/inbox/row-focus.ts';

test('after an act on several the keys go to the row below them, and to the one above where there is none', () => {
  const order = ['a', 'b', 'c', 'd', 'e'];
  expect(followers(order, new Set(['b', 'c']))).toEqual(['d', 'e', 'a']);
  expect(followers(order, new Set(['b', 'd', 'e']))).toEqual(['c', 'a']);
  expect(followers(order, new Set(order))).toEqual([]);
});
