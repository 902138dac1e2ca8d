import { expect, test } from 'vitest';
import { overReach } from './over-reach.ts';

const page = (name: string, took: number | null) => ({ name, took, reach: 1_000, unit: 'ms' as const });

test('names each page that takes longer than is stated, and no other', () => {
  expect(overReach([page('inbox', 1_204), page('goals', 570), page('palette', 1_001)])).toEqual([
    'inbox: 1204 ms are more than 1000 ms.',
    'palette: 1001 ms are more than 1000 ms.',
  ]);
});

test('goes by the figure as it is printed', () => {
  expect(overReach([page('inbox', 1_000), page('goals', 1_000.4)])).toEqual([]);
});

test('fails a page that could not be measured', () => {
  expect(overReach([page('inbox', 500), page('goals', null)])).toEqual(['goals: could not be measured.']);
});

test('fails when nothing was measured', () => {
  expect(overReach([])).toEqual(['Nothing was measured.']);
});

test('says seconds with one digit', () => {
  const start = { name: 'from the command to the inbox', reach: 60, unit: 's' as const };
  expect(overReach([{ ...start, took: 61.24 }])).toEqual([
    'from the command to the inbox: 61.2 s are more than 60 s.',
  ]);
  expect(overReach([{ ...start, took: 60.04 }])).toEqual([]);
});
