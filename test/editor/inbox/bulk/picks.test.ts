import { expect, test } from 'vitest';
import {
  fromAddress,
  nonePicked,
  ranged,
  stillThere,
  toAddress,
  toggled,
} from '../../../../editor/inbox/bulk/picks.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const ids = (picks: { ids: ReadonlySet<string> }) => [...picks.ids].toSorted().join('');

test('picks a task and lets it go again', () => {
  const one = toggled(nonePicked, 'b');
  expect([ids(one), ids(toggled(one, 'b'))]).toEqual(['b', '']);
});

test('picks a range from the one picked last, in either direction, and keeps what was picked before', () => {
  const start = toggled(toggled(nonePicked, 'a'), 'c');
  expect(ids(ranged(start, order, 'e'))).toBe('acde');
  expect(ids(ranged(start, order, 'b'))).toBe('abc');
});

test('a range without a beginning that is still listed is the one task', () => {
  expect(ids(ranged(nonePicked, order, 'd'))).toBe('d');
  expect(ids(ranged(toggled(nonePicked, 'gone'), order, 'd'))).toBe('dgone');
});

test('lets go of what has left the list', () => {
  expect(ids(stillThere(toggled(toggled(nonePicked, 'a'), 'gone'), order))).toBe('a');
});

test('the address has what is picked, and brings back what is still listed', () => {
  const picks = toggled(toggled(nonePicked, 'd'), 'b');
  expect(toAddress(picks, order)).toBe('b d');
  expect(ids(fromAddress('b d gone', order))).toBe('bd');
  expect(toAddress(nonePicked, order)).toBeUndefined();
});

test('all of a long list are a word in the address, and many that are not all are not in it', () => {
  const long = Array.from({ length: 60 }, (_, place) => `t${place}`);
  const all = { ids: new Set(long), anchor: null };
  expect(toAddress(all, long)).toBe('all');
  expect(fromAddress('all', long).ids).toEqual(new Set(long));
  expect(toAddress({ ids: new Set(long.slice(1)), anchor: null }, long)).toBeUndefined();
});
