import { expect, test } from 'vitest';
import {
  type Chain,
  type Decision,
  isWholeIn,
  tickBranch,
  tickOne,
  tickThese,
  toPicks,
} from '../../../editor/launches/picking.ts';
import { isPicked, readPicks } from '../../../engine/index.ts';

const city: Chain = ['city'];
const parks: Chain = ['parks', 'city'];
const trees: Chain = ['trees', 'parks', 'city'];
const fire: Chain = ['fire', 'city'];
const all = [city, parks, trees, fire];
const ids = (decisions: readonly Decision[]) =>
  all.filter((chain) => isPicked(chain, readPicks(decisions))).map(([id]) => id);

test('one is ticked and ticked off again, and nothing is left of it', () => {
  const ticked = tickOne([], trees);
  expect(ids(ticked)).toEqual(['trees']);
  expect(tickOne(ticked, trees)).toEqual([]);
});

test('a branch is one decision, however much is below it, and is ticked off as one', () => {
  const branch = tickBranch([], parks);
  expect(toPicks(branch)).toEqual([{ componentId: 'parks', reach: 'branch', isIn: true }]);
  expect(ids(branch)).toEqual(['parks', 'trees']);
  expect(tickBranch(branch, parks)).toEqual([]);
});

test('one goes out of a branch that is in, and its branch is no longer whole', () => {
  const without = tickOne(tickBranch([], city), trees);
  expect(ids(without)).toEqual(['city', 'parks', 'fire']);
  const picks = readPicks(without);
  expect([city, parks, fire].map((chain) => isWholeIn(without, chain, picks))).toEqual([false, false, true]);
});

test('a branch that is not whole comes in whole, and what was said inside it is forgotten', () => {
  const without = tickOne(tickBranch([], city), trees);
  expect(toPicks(tickBranch(without, city))).toEqual([{ componentId: 'city', reach: 'branch', isIn: true }]);
});

test('a branch goes out of the branch that it lies in', () => {
  const without = tickBranch(tickBranch([], city), parks);
  expect(ids(without)).toEqual(['city', 'fire']);
  expect(ids(tickOne(without, trees))).toEqual(['city', 'trees', 'fire']);
});

test('what a search found is ticked, and what was in already is not ticked twice', () => {
  const decisions = tickThese(tickBranch([], parks), [trees, fire]);
  expect(ids(decisions)).toEqual(['parks', 'trees', 'fire']);
  expect(decisions.length).toBe(2);
});
