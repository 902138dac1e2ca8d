import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeStays } from '../../../server/reports/stage-times.ts';
import type { StageLine } from '../../../server/store/queries/reports.ts';
import { plainStageTimes } from '../../support/plain-stage-times.ts';

const move = (planId: string, at: string, left: string[], entered: string[]) => ({
  planId,
  cycleId: 'loop',
  at: `${at}.000Z`,
  left,
  entered,
  carried: [] as { from: string; to: string }[],
});

const inOrder = (moves: Omit<StageLine, 'seq'>[]): StageLine[] =>
  moves.map((one, index) => ({ ...one, seq: index + 1 }));

function timesOf(moves: Omit<StageLine, 'seq'>[]) {
  const stays = makeStays();
  stays.take(inOrder(moves));
  return stays.times('all');
}

test('the median stay counts hours as parts of days, and open stays only as plans that are there now', () => {
  const moves = [
    move('p1', '2026-01-01T00:00:00', [], ['plan']),
    move('p2', '2026-01-01T00:00:00', [], ['plan']),
    move('p1', '2026-01-02T12:00:00', ['plan'], ['observe']),
    move('p2', '2026-01-04T00:00:00', ['plan'], ['observe']),
  ];
  expect(timesOf(moves)).toEqual([
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
  expect(timesOf(moves)).toEqual([
    { cycleId: 'loop', stage: 'plan', stays: 0, medianDays: null, now: 0 },
    { cycleId: 'loop', stage: 'review', stays: 2, medianDays: 3, now: 0 },
    { cycleId: 'loop', stage: 'observe', stays: 0, medianDays: null, now: 1 },
  ]);
});

const stage = fc.constantFrom('plan', 'observe', 'review', 'end');
const plans = ['p1', 'p2', 'p3', 'p4'];
const anyMove = fc.record({
  planId: fc.constantFrom(...plans),
  hours: fc.integer({ min: 0, max: 200 }),
  left: fc.uniqueArray(stage, { maxLength: 2 }),
  entered: fc.uniqueArray(stage, { maxLength: 2 }),
  carried: fc.array(fc.record({ from: stage, to: stage }), { maxLength: 2 }),
});
const anyHistory = fc.array(anyMove, { maxLength: 30 }).map((lines) => {
  let at = Date.parse('2026-01-05T09:00:00.000Z');
  return inOrder(
    lines.map(({ hours, ...line }) => {
      at += hours * 3_600_000;
      const cycleId = line.planId === 'p4' ? 'other' : 'loop';
      return { ...line, cycleId, at: new Date(at).toISOString() };
    }),
  );
});

test('stays that are counted as moves come are those of all moves counted anew, of whichever plans, at any instant', () => {
  fc.assert(
    fc.property(anyHistory, fc.subarray(plans), fc.nat(30), (moves, seen, until) => {
      const stays = makeStays();
      const ofSeen = (lines: StageLine[]) => lines.filter(({ planId }) => seen.includes(planId));
      const first = moves.slice(0, until);
      stays.take(first);
      expect(stays.times('all')).toEqual(plainStageTimes(first));
      expect(stays.times(new Set(seen))).toEqual(plainStageTimes(ofSeen(first)));
      // Some of these were taken before.
      stays.take(moves.slice(Math.max(0, until - 3)));
      expect(stays.times('all')).toEqual(plainStageTimes(moves));
      expect(stays.times(new Set(seen))).toEqual(plainStageTimes(ofSeen(moves)));
      expect(stays.last()).toBe(moves.length);
    }),
  );
});
