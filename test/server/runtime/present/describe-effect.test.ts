import { expect, test } from 'vitest';
import { describeEffect } from '../../../../server/runtime/present/describe-effect.ts';

test('days in a history are those of the place that the plan is about', () => {
  const effect = {
    ...{ type: 'arm-timer' as const, timerId: 'quarter', stage: 'observe', activation: 1 },
    dueAt: '2026-03-04T02:00:00.000Z',
  };
  expect(describeEffect(effect, 'UTC')).toBe('Timer set for 2026-03-04');
  expect(describeEffect(effect, 'America/New_York')).toBe('Timer set for 2026-03-03');
});
