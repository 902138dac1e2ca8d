import { expect, test } from 'vitest';
import { duePast } from '../../../../editor/inbox/bulk/bulk-acts.ts';
import { morningOf, snoozeTimes } from '../../../../editor/inbox/bulk/snooze-times.ts';

const times = (now: string, zone: string) => snoozeTimes(now, zone).map(({ id, until }) => [id, until]);

test('a task comes back in the morning by the wall clock, also over a change of the clocks', () => {
  expect(times('2026-03-27T20:00:00.000Z', 'Europe/Berlin')).toEqual([
    ['later', '2026-03-27T23:00:00.000Z'],
    ['tomorrow', '2026-03-28T07:00:00.000Z'],
    ['monday', '2026-03-30T06:00:00.000Z'],
    ['two-weeks', '2026-04-10T06:00:00.000Z'],
  ]);
});

test('on a Sunday tomorrow is Monday, and said once', () => {
  expect(times('2026-11-29T10:00:00.000Z', 'America/New_York').map(([id]) => id)).toEqual([
    'later',
    'tomorrow',
    'two-weeks',
  ]);
});

test.each([
  ['2026-03-29', 'Europe/Berlin', '2026-03-29T06:00:00.000Z'],
  ['2026-10-25', 'Europe/Berlin', '2026-10-25T07:00:00.000Z'],
  ['2026-11-27', 'Pacific/Kiritimati', '2026-11-26T18:00:00.000Z'],
  ['2026-11-27', 'Pacific/Pago_Pago', '2026-11-27T19:00:00.000Z'],
])('the morning of %s in %s', (day, zone, instant) => {
  expect(morningOf(day, zone)).toBe(instant);
});

test('counts the tasks that fall due meanwhile, those that are late among them', () => {
  const due = (dueAt: string | null) => ({ id: 'x', title: '', componentName: '', dueAt });
  const tasks = [due('2026-11-20T00:00:00.000Z'), due('2026-12-01T00:00:00.000Z'), due(null)];
  expect(duePast(tasks, '2026-11-30T00:00:00.000Z')).toBe(1);
});
