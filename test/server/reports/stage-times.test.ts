import { expect, test } from 'vitest';
import { stageTimes } from '../../../server/reports/stage-times.ts';

const move = (planId: string, at: string, left: string[], entered: string[]) => ({
  planId,
  cycleId: 'loop',
  at: `${at}.000Z`,
  left,
  entered,
  carried: [] as { from: string; to: string }[],
});

test('the median stay counts hours as parts of days, and open stays only as plans that are there now', () => {
  const moves = [
    move('p1', '2026-01-01T00:00:00', [], ['plan']),
    move('p2', '2026-01-01T00:00:00', [], ['plan']),
    move('p1', '2026-01-02T12:00:00', ['plan'], ['observe']),
    move('p2', '2026-01-04T00:00:00', ['plan'], ['observe']),
  ];
  expect(stageTimes(moves)).toEqual([
    { cycleId: 'loop', stage: 'plan', stays: 2, medianDays: 2.25, now: 0 },
    { cycleId: 'loop', stage: 'observe', stays: 0, medianDays: null, now: 2 },
  ]);
});

test('a stay that a migration took to another name goes on there', () => {
  const moves = [
    move('p1', '2026-01-01T00:00:00', [], ['plan', 'review']),
    {
      ...move('p1', '2026-01-03T00:00:00', ['review'], []),
      carried: [{ from: 'plan', to: 'review' }],
    },
    move('p1', '2026-01-05T00:00:00', ['review'], ['observe']),
  ];
  expect(stageTimes(moves)).toEqual([
    { cycleId: 'loop', stage: 'plan', stays: 0, medianDays: null, now: 0 },
    { cycleId: 'loop', stage: 'review', stays: 2, medianDays: 3, now: 0 },
    { cycleId: 'loop', stage: 'observe', stays: 0, medianDays: null, now: 1 },
  ]);
});
