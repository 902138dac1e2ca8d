// DMN 10.3.1.2 and 10.3.2.2: literals and names.
import { expect, test } from 'vitest';
import { fromFeel, toFeel } from '../../../../engine/index.ts';
import { evaluate, gives } from './given.ts';

gives([
  ['1', '1'],
  ['-1.50', '-1.5'],
  ['.5', '0.5'],
  ['1e3', '1000'],
  ['1.2E-2', '0.012'],
  ['12345678901234567890123456789012345678', '12345678901234567890123456789012350000'],
  ['true', 'true'],
  ['null', 'null'],
  ['"a\\"b"', '"a\\"b"'],
  ['"\\u00e9"', '"é"'],
  ['"\\U01F40E"', '"🐎"'],
  ['string length("\\U01F40E")', '1'],
  ['"a\\nb"', '"a\\nb"'],
  ['"\\d+"', '"\\\\d+"'],
  ['@"2026-03-02"', '2026-03-02'],
  ['@"10:15:00"', '10:15:00'],
  ['@"10:15:00.25Z"', '10:15:00.25Z'],
  ['@"2026-03-02T10:15:00+01:00"', '2026-03-02T10:15:00+01:00'],
  ['@"2026-03-02T10:15:00@Europe/Paris"', '2026-03-02T10:15:00@Europe/Paris'],
  ['@"P1DT2H30M"', 'P1DT2H30M'],
  ['@"-P1Y2M"', '-P1Y2M'],
  ['@"PT36H"', 'P1DT12H'],
  ['@"P0D"', 'PT0S'],
  ['@"P14M"', 'P1Y2M'],
  ['n', '3'],
  ['Applicant Age', '42'],
  ['Applicant   Age + 1', '43'],
  ['pre-tax', '7'],
  ['pre - tax', '7'],
  ['c.due date', '"2026-03-02"'],
  ['c.pre-tax', '7'],
  ['nobody', 'null'],
  ['1 // a remark', '1'],
  ['1 + /* one */ 1', '2'],
  ['[]', '[]'],
  ['[1, "a", null]', '[1, "a", null]'],
  ['{ a: 1, "b c": 2 }', '{a: 1, "b c": 2}'],
  ['{ a b: 1 }.a b', '1'],
]);

test.each([0.1, 0.30000000000000004, 1e21, 123456789.123, 5e-324, -0])(
  '%d comes out of FEEL as it went in',
  (number) => {
    expect(fromFeel(toFeel(number))).toBe(number + 0);
  },
);

test('a number with more digits than JSON holds comes out as the nearest', () => {
  expect(fromFeel(evaluate('1 / 3'))).toBe(1 / 3);
  expect(fromFeel(evaluate('10 ** 400'))).toBe(undefined);
});

test('an object of JSON is a context, whatever it looks like', () => {
  expect(fromFeel(toFeel({ kind: 'date', date: '2026-03-02' }))).toEqual({
    kind: 'date',
    date: '2026-03-02',
  });
});
