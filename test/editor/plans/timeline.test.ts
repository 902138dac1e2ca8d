import { expect, test } from 'vitest';
import type { Wait } from '../../../editor/app/api/wire.ts';
import { lineOf, monthsIn, placeOf, spanOf } from '../../../editor/plans/timeline.ts';

const task = (dueAt: string): Wait => ({
  kind: 'task',
  taskId: 't',
  key: 'k',
  title: 'T',
  assignee: null,
  dueAt,
});
const plan = (startedAt: string, movedAt: string, due?: string) => ({
  ...{ startedAt, movedAt, status: 'active' as const, ending: null, openIncidents: 0, underReview: false },
  waits: due ? [task(due)] : [],
});
const day = (date: string) => `${date}T00:00:00.000Z`;
const now = day('2026-03-01');

test('the span goes from the first begin to the last due instant, but not years ahead', () => {
  const span = spanOf([plan(day('2026-01-01'), day('2026-02-01'), day('2026-04-01'))], now);
  expect(placeOf(day('2026-01-01'), span)).toBeGreaterThan(0);
  expect(placeOf(day('2026-04-01'), span)).toBeLessThan(1);
  const far = spanOf([plan(day('2026-01-01'), day('2026-02-01'), day('2036-01-01'))], now);
  expect(placeOf(day('2026-07-20'), far)).toBe(1);
});

test('a line tells where it began, moved and is, and whether its next act is late', () => {
  const late = plan(day('2026-01-01'), day('2026-02-01'), day('2026-02-15'));
  const span = spanOf([late], now);
  const { began, moved, until, due, isLate } = lineOf(late, span, now);
  expect([began < moved, moved < (due ?? 0), (due ?? 1) < until, isLate]).toEqual([true, true, true, true]);
  const ended = { ...late, status: 'ended' as const };
  expect(lineOf(ended, span, now)).toMatchObject({ until: moved, due: null, isLate: false });
});

test('months are marked at their first day, no more than there is room for, and none under the word for today', () => {
  const span = { from: Date.parse(day('2026-01-15')), to: Date.parse(day('2026-04-02')) };
  const months = (now: string) => monthsIn(span, day(now)).map((month) => month.slice(0, 10));
  expect(months('2026-01-18')).toEqual(['2026-02-01', '2026-03-01', '2026-04-01']);
  expect(months('2026-02-27')).toEqual(['2026-02-01', '2026-04-01']);
  const years = { ...span, to: Date.parse(day('2031-01-02')) };
  expect(monthsIn(years, day('2026-01-18'), 12).length).toBeLessThanOrEqual(12);
});
