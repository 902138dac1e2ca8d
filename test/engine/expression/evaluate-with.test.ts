import { expect, test } from 'vitest';
import { checkExpressionOver, evaluateWith, makeEvaluator } from '../../../engine/index.ts';

const data = { payload: { value: 9, days: ['2026-01-05'], none: null } };
const evaluate = (text: string) => evaluateWith(makeEvaluator(), text, data);

test.each([
  ['payload.value * 2', 18],
  ['payload.days[1]', '2026-01-05'],
  ['date(payload.days[1])', '2026-01-05'],
  ['payload.absent', null],
  ['{ a: payload.value }', { a: 9 }],
])('%s gives %j', (text, value) => {
  expect(evaluate(text)).toEqual({ kind: 'value', value });
});

test.each(['payload.value + "a"', 'paylaod.value', 'payload.', '[1..3]', 'today()'])('%s fails', (text) => {
  expect(evaluate(text).kind).toBe('failed');
});

test('an expression over given names may use no others', () => {
  expect(checkExpressionOver('payload.value > 3', ['payload'])).toEqual([]);
  expect(checkExpressionOver('score + payload.value', ['payload', 'headers'])).toEqual([
    'There is no name "score" here. Use payload or headers.',
  ]);
  expect(checkExpressionOver('payload.', ['payload']).length).toBe(1);
});
