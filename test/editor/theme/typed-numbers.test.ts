import { expect, test } from 'vitest';
import { endsInGroup, withoutGroups } from '../../../editor/theme/typed-numbers.ts';

test.each([
  ['1,234.5', '.', '1234.5'],
  ['1,234', '.', '1234'],
  ['25 000', '.', '25000'],
  ['-1,234,567', '.', '-1234567'],
  ['1.234,5', ',', '1234,5'],
  ['1.234.567', ',', '1234567'],
])('%s with decimals behind %s is pasted as %s', (text, decimal, plain) => {
  expect(withoutGroups(text, decimal)).toBe(plain);
});

test.each([
  ['2,5', '.'],
  ['0,125', '.'],
  ['1.234', '.'],
  ['2.5', ','],
  ['12 apples', ','],
])('%s with decimals behind %s has no thousands', (text, decimal) => {
  expect(withoutGroups(text, decimal)).toBe(text);
});

test('three digits behind a sign are thousands, unless nothing is before it', () => {
  expect(['1.234', '-12.000', '0.125', '1.23', '1.2345'].map(endsInGroup)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
