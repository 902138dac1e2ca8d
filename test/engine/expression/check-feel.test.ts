// What the type checker finds, and what it leaves alone.
import { describe, expect, test } from 'vitest';
import { contextOf, date, listOf, number, text } from '../../../engine/expression/types/feel-type.ts';
import { checkExpression, checkFeel } from '../../../engine/index.ts';

const variables = { maxRounds: 4, name: 'x', armed: false, bonus: null, items: [1], extra: { a: 1 } };
const check = (expression: string) => checkExpression(expression, variables).map(({ message }) => message);

test.each([
  ['name - 1', 'Text cannot be used with -.'],
  ['name + 1', 'Text and a number do not go together with +.'],
  ['armed * 2', 'True or false cannot be used with *.'],
  ['today + 1', 'A date and a number do not go together with +.'],
  ['-name', 'Text has no negative.'],
  ['goals + 1', 'A list cannot be used with +.'],
  ['round > "3"', 'A number cannot be compared with text.'],
  ['round = "3"', 'A number cannot be compared with text.'],
  ['round > null', 'Nothing is larger or smaller than null. Use = null.'],
  ['armed > false', 'Nothing is larger or smaller than true or false.'],
  ['component = "c"', 'A context cannot be compared with text.'],
  ['today > "2026-03-02"', 'A date cannot be compared with text.'],
  ['today - period.start > duration("P1M")', 'A duration cannot be compared with a duration in months.'],
  [
    'duration("P1M") + duration("P1D") = null',
    'A duration in months and a duration do not go together with +.',
  ],
  ['today + bonus > 5', 'A date cannot be compared with a number.'],
  ['result.span + now = "a"', 'A date and time cannot be compared with text.'],
  ['outcome in [1..5]', 'Text cannot be compared with a number.'],
  ['outcome in (1, 2)', 'Text cannot be compared with a number.'],
  ['score between "a" and "b"', 'A number cannot be compared with text.'],
  ['score and armed', 'What "and" joins is true or false; this is a number.'],
  ['if score then 1 else 2', 'The condition of an if is true or false; this is a number.'],
  ['not(score)', 'not does not take a number here.'],
  ['component.nam', 'component has no "nam". Did you mean "name"?'],
  ['goals[1].scoer', 'A context has no "scoer". Did you mean "score"?'],
  ['goals.measures.titel', 'A context has no "titel". Did you mean "title"?'],
  ['today.yaer', 'today has no "yaer". Did you mean "year"?'],
  ['score.value', 'score has no "value".'],
  ['goals[score > 3][outcom = "below"]', 'There is no name "outcom" here. Did you mean "outcome"?'],
  ['goals["id"]', 'A filter tests each item or gives its position; this is text.'],
  ['for x in score return x', 'A loop goes over a list or a range; this is a number.'],
  ['every g in goals satisfies g.score', 'What "every" asks of each is true or false; this is a number.'],
  ['some g in goals satisfies g.scroe > 3', 'g has no "scroe". Did you mean "score"?'],
  ['{ a: 1 }.b', 'A context has no "b".'],
  ['cont(goals)', 'There is no function "cont". Did you mean "count"?'],
  ['name(1)', '"name" is a value and no function.'],
  ['count()', 'count takes 1 argument; here are 0.'],
  ['substring("a")', 'substring takes 2 to 3 arguments; here are 1.'],
  ['substring(text: "a", start position: 1)', 'substring has the parameters string, start position, length.'],
  ['upper case(score)', 'upper case does not take a number here.'],
  ['sum(["a", "b"])', 'sum does not take a list here.'],
  ['contains(goals, "x")', 'contains does not take a list here.'],
  ['date("2026-02-30")', '"2026-02-30" is no date.'],
  ['duration("10 days") > duration("P1D")', '"10 days" is no duration.'],
  [
    '@"2026-02-30"',
    '"2026-02-30" is no date, time or duration. Write it as 2026-03-02, 10:15:00, 2026-03-02T10:15:00Z, P10D or P1M.',
  ],
  ['score instance of numbr', 'There is no such type.'],
  ['{ a: 1, a: 2 }', 'The context has two entries "a".'],
])('%s: %s', (expression, message) => {
  expect(check(expression)).toContain(message);
});

describe('leaves alone', () => {
  test.each([
    'bonus + 1',
    'bonus > "a" or bonus > 3',
    'result.anything.at.all > 3',
    'event.data.items[price > 3].name',
    'items[1] = "a"',
    'extra.unknown = 3',
    'outcome = null',
    'score = null or score > 3',
    'goals[status = "open"].score[1] > 3',
    'goals[1].score >= 100',
    'goals[id = "x"].score >= 100',
    'count(goals[critical and outcome = "below"]) = 0',
    'today > date(result.due)',
    'now > today',
    'today in [period.start..period.end]',
    'today - period.start > duration("P10D")',
    'period.start + duration("P1M")',
    '2 * duration("P1D")',
    'min(goals.score) > 3',
    'sum(for g in goals return g.score) / count(goals)',
    'string(score) + "%"',
    'upper case(goals.title)',
    'if armed then 1 else "none"',
    '(if armed then 1 else "none") + 1',
    'get value(result, "due-date")',
    'round in (1, 2, > 5)',
    'outcome in ["below", "meets"]',
    'date and time(today, time("08:00:00")) > now',
  ])('%s', (expression) => {
    expect(check(expression)).toEqual([]);
  });
});

test('says where: offsets into the text, in their order', () => {
  expect(checkExpression('roud > 3 and naem = "x"', variables)).toEqual([
    { message: 'There is no name "roud" here. Did you mean "round"?', from: 0, to: 4 },
    { message: 'There is no name "naem" here. Did you mean "name"?', from: 13, to: 17 },
  ]);
});

test.each([
  ['score', 'This has to be true or false; it is a number.'],
  ['"yes"', 'This has to be true or false; it is text.'],
  ['goals', 'This has to be true or false; it is a list.'],
])('a guard is true or false: %s is not', (expression, message) => {
  expect(checkExpression(expression, variables, 'expression', 'boolean')).toEqual([
    { message, from: 0, to: expression.length },
  ]);
});

test.each(['score > 3', 'armed', 'result.agreed', 'bonus', 'if armed then true else null'])(
  'a guard may be %s',
  (expression) => {
    expect(checkExpression(expression, variables, 'expression', 'boolean')).toEqual([]);
  },
);

test('one of several kinds may be expected', () => {
  const expected = ['date', 'date and time', 'days and time duration'] as const;
  expect(checkExpression('period.end + duration("P3D")', {}, 'expression', expected)).toEqual([]);
  expect(checkExpression('today + duration("P" + string(round) + "D")', {}, 'expression', expected)).toEqual(
    [],
  );
  expect(checkExpression('round', {}, 'expression', expected)[0]?.message).toBe(
    'This has to be a date or a date and time or a duration; it is a number.',
  );
});

describe('unary tests', () => {
  const cell = (tests: string, input = number) =>
    checkFeel(tests, { kind: 'unary', types: { limit: number }, input }).findings.map(
      ({ message }) => message,
    );

  test('fit what they test', () => {
    expect(cell('> 5, [1..3], limit')).toEqual([]);
    expect(cell('"a"')).toEqual(['A number cannot be compared with text.']);
    expect(cell('> "a"')).toEqual(['A number cannot be compared with text.']);
    expect(cell('["a".."c"]')).toEqual(['A number cannot be compared with text.']);
    expect(cell('> 5', text)).toEqual(['Text cannot be compared with a number.']);
    expect(cell('? + 1 > limit')).toEqual([]);
    expect(cell('> 5', listOf(number))).toEqual([]);
    expect(cell('limt')).toEqual(['There is no name "limt" here. Did you mean "limit"?']);
  });
});

test('types with spaces in the names of their fields are read and checked', () => {
  const types = { Applicant: contextOf({ 'date of birth': date, 'credit-score': number }) };
  expect(
    checkFeel('Applicant.date of birth > date("2000-01-01")', { types, functions: 'full' }).findings,
  ).toEqual([]);
  expect(checkFeel('Applicant.credit-score > 600', { types, functions: 'full' })).toMatchObject({
    findings: [],
    type: { kind: 'boolean' },
  });
  expect(checkFeel('Applicant.credit-score > "a"', { types, functions: 'full' }).findings[0]?.message).toBe(
    'A number cannot be compared with text.',
  );
});

test.each([
  ['1 + 1', 'number'],
  ['"a" + result', 'string'],
  ['today - today', 'days and time duration'],
  ['[1, 2][1]', 'number'],
  ['[1, 2][item > 1]', 'list'],
  ['for x in 1..3 return x', 'list'],
  ['goals[1].title', 'string'],
  ['result', 'any'],
  ['if true then 1 else "a"', 'any'],
  ['{ a: 1 }', 'context'],
])('knows the type of %s: %s', (expression, kind) => {
  const types = { result: { kind: 'any' }, today: date, goals: listOf(contextOf({ title: text })) } as const;
  expect(checkFeel(expression, { types }).type.kind).toBe(kind);
});
