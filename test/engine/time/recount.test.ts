import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addSpan, type Calendar, everyWeekdayInUtc, recounted } from '../../../engine/index.ts';

const from = everyWeekdayInUtc;
/** Tuesday. */
const at = '2026-01-06T09:00:00.000Z';
const thursday = '2026-01-08T09:00:00.000Z';
const withOff = (...holidays: string[]) => ({ ...from, holidays });

const moves: [what: string, to: Calendar, moved: string][] = [
  ['a day off before it moves it by one working day', withOff('2026-01-07'), '2026-01-09T09:00:00.000Z'],
  ['the day itself is off', withOff('2026-01-08'), '2026-01-09T09:00:00.000Z'],
  ['what is past is past', withOff('2026-01-05'), thursday],
  ['a day off after it', withOff('2026-01-09'), thursday],
  ['a shorter week', { ...from, workingWeekdays: [1, 2] }, '2026-01-13T09:00:00.000Z'],
  [
    'another zone keeps the hour of its clock',
    { ...from, zone: 'America/New_York' },
    '2026-01-08T14:00:00.000Z',
  ],
];

test.for(moves)('what is left of a due day is as many working days as before: %s', ([, to, moved]) => {
  expect(recounted(thursday, { from, to, at })).toBe(moved);
});

test('what is due already stays due, and a day is never put before now', () => {
  expect(recounted('2026-01-05T09:00:00.000Z', { from, to: withOff('2026-01-07'), at })).toBe(
    '2026-01-05T09:00:00.000Z',
  );
  const tokyo = { ...from, zone: 'Asia/Tokyo' };
  expect(recounted('2026-01-06T10:00:00.000Z', { from, to: tokyo, at })).toBe(at);
});

test('counted just when it is given, a day is the one that the other calendar gives', () => {
  const days = fc.constantFrom('2026-01-07', '2026-01-08', '2026-01-12', '2026-01-14');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.uniqueArray(days), (count, holidays) => {
      const to = withOff(...holidays);
      expect(recounted(addSpan(at, `${count}bd`, from), { from, to, at })).toBe(
        addSpan(at, `${count}bd`, to),
      );
    }),
  );
});
