import { expect, test } from 'vitest';
import { planOrder } from '../../../editor/plans/plan-order.ts';

test('a heading asks for an order, either way round; what is no column asks for none', () => {
  expect(['next', '-next', '-moved', 'score', 'nothing', undefined].map(planOrder)).toEqual([
    'dueAt',
    '-dueAt',
    '-movedAt',
    'score',
    undefined,
    undefined,
  ]);
});
