import { describe, expect, test } from 'vitest';
import { checkExpression, freeNames } from '../../../engine/expression/check-expression.ts';

const check = (text: string, variables: string[] = []) => checkExpression(text, variables, 'expression');

test.each([
  'result.decision = "agreed"',
  'round >= maxRounds',
  'count(goals[outcome != "below" and status = "open"]) > 2',
  'every goal in goals satisfies goal.score >= 100',
  'some g in goals, m in g.measures satisfies m.unit = "%"',
  'for i in 1..12 return i * 2',
  'x in [1..maxRounds]',
  'overlaps([1..5], [3..8])',
  'today + duration("P10D") > date("2026-01-01")',
  'now < date and time("2026-01-01T00:00:00Z")',
  'if score = null then "none" else "some"',
  '{ a: score, b: a + 1 }.b > 100',
  'event.data.items[anything > 3]',
  'years and months duration(period.start, today) > duration("P1Y")',
])('accepts %s', (text) => {
  expect(check(text, ['maxRounds', 'x'])).toEqual([]);
});

test('names the place of a mistyped name and the name that was meant', () => {
  expect(check('roud > 3')).toEqual([
    { message: 'There is no name "roud" here. Did you mean "round"?', from: 0, to: 4 },
  ]);
});

test('asks to declare a name that resembles nothing', () => {
  expect(check('bonus > 3')).toEqual([
    { message: 'There is no name "bonus" here. Declare it in the variables of the cycle.', from: 0, to: 5 },
  ]);
});

test('knows the fields of what is in scope, also inside a filter', () => {
  expect(check('component.nam = "x"')[0]?.message).toBe('component has no "nam". Did you mean "name"?');
  expect(check('goals[scor > 1]')[0]?.message).toBe('There is no name "scor" here. Did you mean "score"?');
});

test('knows every function by name', () => {
  expect(check('cont(goals)')[0]?.message).toBe('There is no function "cont". Did you mean "count"?');
  expect(check('today() > now')[0]?.message).toBe('Write today without parentheses: it is a value here.');
});

test('accepts a unary test only where one is asked for', () => {
  expect(checkExpression('> 5, [1..3]', [], 'unary')).toEqual([]);
  expect(check('> 5, [1..3]')).not.toEqual([]);
});

test('lists the free names once each, without functions and without names of loops', () => {
  expect(freeNames('sum(for g in goals return g.score) > score + score')).toEqual(['goals', 'score']);
});

describe('refuses what may not end or what nobody can read', () => {
  test.each([
    ['1 +', 'The expression is not complete.'],
    ['a ] b', 'This is not an expression: "]" is not expected here.'],
    ['function(a) a', 'Functions cannot be defined here.'],
    ['for i in 1..100000 return i', 'Loops over ranges may count to 10000 at most.'],
    ['for i in [1..100000] return i', 'Loops over ranges may count to 10000 at most.'],
    ['for a in 1..1000 return for b in 1..1000 return a', 'Loops over ranges may count to 10000 at most.'],
    ['some a in 1..1000, b in 1..1000 satisfies a = b', 'Loops over ranges may count to 10000 at most.'],
    ['for i in 1..n return i', 'A range in a loop needs whole numbers written out, such as 1..12.'],
    ['for i in [0.5..1] return i', 'A range in a loop needs whole numbers written out, such as 1..12.'],
    ['{ r: [1..n] }.r', 'A range can be tested, as in x in [1..5], or looped over; it cannot be kept.'],
    [
      'for a in goals, b in goals, c in goals, d in goals return a',
      'At most 3 loops or filters may be nested.',
    ],
    [`${'('.repeat(40)}1${')'.repeat(40)}`, 'Expressions may be nested 32 deep at most.'],
    ['1'.repeat(5000), 'An expression may have 4,096 characters at most; this one has 5,000.'],
  ])('%s', (text, message) => {
    expect(check(text, ['n', 'a', 'b']).map((finding) => finding.message)).toContain(message);
  });
});
