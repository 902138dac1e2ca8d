// DMN 10.3.2.8 and 7.3.3: whether a value passes the tests of a cell.
import { expect, test } from 'vitest';
import { parseTemporal } from '../../../../engine/expression/temporal/parse-calendar.ts';
import { toFeel } from '../../../../engine/index.ts';
import type { Json } from '../../../../engine/model/json.ts';
import { evaluate } from './given.ts';

const lines: readonly (readonly [tests: string, input: Json, passes: boolean | null])[] = [
  ['-', 5, true],
  ['5', 5, true],
  ['5', 6, false],
  ['> 5', 6, true],
  ['> 5', 5, false],
  ['>= 5, < 2', 1, true],
  ['[1..5]', 5, true],
  ['(1..5)', 5, false],
  ['1, 2, 3', 2, true],
  ['not(1, 2)', 3, true],
  ['not(1, 2)', 2, false],
  ['not(> 5)', 6, false],
  ['"a", "b"', 'b', true],
  ['"a"', 5, false],
  ['true', true, true],
  ['false', true, false],
  ['true', null, false],
  ['true, false', null, false],
  ['not(true)', null, true],
  ['true', 5, false],
  ['n = 3', null, true],
  ['null', null, true],
  ['null', 1, false],
  ['not(null)', 1, true],
  ['not(null)', null, false],
  ['not(null, "a")', 'b', true],
  ['not(null, "a")', 'a', false],
  ['> 5', null, null],
  ['not(> 5)', null, null],
  ['? > 5', 6, true],
  ['? > 5 and ? < 8', 9, false],
  ['string length(?) > 2', 'abc', true],
  ['? = true', true, true],
  ['xs', 2, true],
  ['xs', 7, false],
  ['n', 3, true],
  ['> n', 4, true],
  ['[n..n + 2]', 5, true],
  ['n > 2', 'any', true],
  ['contains(?, "b")', 'abc', true],
  ['list contains(?, 2)', [1, 2], true],
  ['[1, 2]', [1, 2], true],
  ['!= 5', 6, true],
  ['= 5', 6, false],
];

test.each(lines)('%s tests %j: %s', (tests, input, passes) => {
  expect(evaluate(tests, toFeel(input))).toBe(passes);
});

test.each([
  ['> date("2026-03-01")', '2026-03-02', true],
  ['[@"2026-01-01"..@"2026-02-01"]', '2026-03-02', false],
  ['@"2026-03-02"', '2026-03-02', true],
  ['< duration("P2D")', 'P1D', true],
])('%s tests the calendar value %s: %s', (tests, text, passes) => {
  expect(evaluate(tests, parseTemporal(text))).toBe(passes);
});

test.each([
  [
    '> 1 and < 5',
    '"< 5" is no condition, so "and" cannot join it. For values between two, write [1..5] or (1..5).',
  ],
  [
    '? > 1 and < 5',
    '"< 5" is no condition, so "and" cannot join it. For values between two, write [1..5] or (1..5).',
  ],
  [
    '< 1 or > 5',
    '"> 5" is no condition, so "or" cannot join it. Write a comma between tests, such as < 1, > 5.',
  ],
])('%s is refused: %s', (tests, message) => {
  expect(() => evaluate(tests, toFeel(3))).toThrow(message);
});
