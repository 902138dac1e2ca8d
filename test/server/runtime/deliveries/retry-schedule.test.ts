import { expect, test } from 'vitest';
import {
  readRetryAfter,
  retrySpans,
  retryWait,
} from '../../../../server/runtime/deliveries/retry-schedule.ts';

const at = '2026-01-05T09:00:00.000Z';

test('waits are up to 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h, and then it is given up', () => {
  const longest = retrySpans.map((_, index) => retryWait(index + 1, { random: () => 1, retryAfter: null }));
  expect(longest.map((wait) => (wait ?? 0) / 1000)).toEqual([
    5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400,
  ]);
  expect(retryWait(10, { random: () => 1, retryAfter: null })).toBe(null);
});

test('a wait is a random part of its span', () => {
  expect(retryWait(2, { random: () => 0.25, retryAfter: null })).toBe(75_000);
  expect(retryWait(2, { random: () => 0, retryAfter: null })).toBe(0);
});

test('a wait is never shorter than the receiver asked for', () => {
  expect(retryWait(1, { random: () => 0.5, retryAfter: 60_000 })).toBe(60_000);
  expect(retryWait(3, { random: () => 0.5, retryAfter: 60_000 })).toBe(900_000);
});

test.each([
  ['120', 120_000],
  ['Mon, 05 Jan 2026 09:10:00 GMT', 600_000],
  ['Mon, 05 Jan 2026 08:00:00 GMT', 0],
  ['99999999', 86_400_000],
  ['soon', null],
  [undefined, null],
])('Retry-After %s asks for %s milliseconds', (header, wait) => {
  expect(readRetryAfter(header, at)).toBe(wait);
});
