import { expect, test } from 'vitest';
import { plansBehind } from '../../../editor/reports/plans-behind.ts';

const filter = { cycleId: 'okr', version: '2', under: 'dob', from: '2026-01-01', to: '2026-03-31' };

test('the plans behind a row are narrowed by all that the report is narrowed to', () => {
  const { cycleId: cycle, ...rest } = filter;
  expect(plansBehind({ owes: 'max' }, filter)).toEqual({ view: 'list', cycle, ...rest, owes: 'max' });
});

test('the part that a row stands for is narrower than that of the report', () => {
  expect(plansBehind({ under: 'permits', late: 'true' }, filter)).toMatchObject({
    under: 'permits',
    late: 'true',
  });
});

test('the days of feedback are not those on which plans began', () => {
  const { from, to } = plansBehind({ under: 'permits' }, filter, 'feedback');
  expect([from, to]).toEqual([undefined, undefined]);
});
