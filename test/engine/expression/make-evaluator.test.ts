import { expect, test } from 'vitest';
import { makeEvaluator } from '../../../engine/expression/make-evaluator.ts';
import { type FeelValue, feelDate, feelDateTime } from '../../../engine/expression/value.ts';

const names: Record<string, FeelValue> = {
  result: { decision: 'agreed', ratings: [3, 4, 5] },
  score: 104.5,
  outcome: null,
  today: feelDate('2026-03-02'),
  now: feelDateTime('2026-03-02T10:15:00', 'Europe/Paris'),
};
const evaluate = (text: string) => makeEvaluator().evaluate(text, (name) => names[name]);
const value = (text: string) => {
  const evaluated = evaluate(text);
  return evaluated.kind === 'value' ? evaluated.json : evaluated.message;
};

test.each([
  ['result.decision = "agreed"', true],
  ['score >= 100 and outcome = null', true],
  ['sum(result.ratings) / count(result.ratings)', 4],
  ['today + duration("P10D")', '2026-03-12'],
  ['now + duration("PT1H")', '2026-03-02T11:15:00@Europe/Paris'],
  ['concatenate(result.ratings, [6])', [3, 4, 5, 6]],
  ['{ a: score, b: a * 2 }', { a: 104.5, b: 209 }],
  ['for i in 1..4 return i * i', [1, 4, 9, 16]],
])('evaluates %s', (text, expected) => {
  expect(value(text)).toEqual(expected);
});

test('reads only the names that the expression uses', () => {
  const asked: string[] = [];
  makeEvaluator().evaluate('result.decision = "agreed"', (name) => {
    asked.push(name);
    return names[name];
  });
  expect(asked).toEqual(['result']);
});

test('treats an absent entry as null without doubting the value', () => {
  expect(evaluate('result.comment = null')).toEqual({
    kind: 'value',
    json: true,
    type: 'json',
    warnings: ["Key 'comment' not found in '{...}'"],
    sure: true,
  });
});

test('doubts a value that rests on an unknown name or on types that do not fit', () => {
  expect(evaluate('nobody != 1')).toMatchObject({ sure: false, warnings: ["Variable 'nobody' not found"] });
  expect(evaluate('1 + "a" != 3')).toMatchObject({ sure: false });
});

test('matches hostile patterns in linear time', () => {
  expect(value(`matches("${'a'.repeat(2000)}!", "^(a+)+$")`)).toBe(false);
});

test('reads patterns as FEEL does', () => {
  expect(value('matches("Over Budget", "budget", "i")')).toBe(true);
  expect(value('replace("abcd", "(ab)|(a)", "[1=$1]")')).toBe('[1=ab]cd');
  expect(value('split("a;b;;c", ";")')).toEqual(['a', 'b', '', 'c']);
  expect(value('matches(1, "a")')).toBe(null);
});

test.each([
  ['matches("a", "(")', 'The pattern "(" is not supported.'],
  ['matches("a", "a", "x")', 'The flag "x" of a pattern is not known; use i, s or m.'],
  ['now()', 'Write now without parentheses: it is a value here.'],
  ['1 +', 'The expression is not complete.'],
  ['function(a) a', 'Functions cannot be defined here.'],
])('fails with a sentence on %s', (text, message) => {
  expect(evaluate(text)).toEqual({ kind: 'failed', message });
});

test('does not let a chain of lists grow without bound', () => {
  const chain = Array.from({ length: 40 }, (_, i) => `v${i + 1}: concatenate(v${i}, v${i})`).join(', ');
  expect(evaluate(`{ v0: [1, 1], ${chain} }`)).toEqual({
    kind: 'failed',
    message: 'A list may have at most 10,000 items.',
  });
});

test('gives no JSON for an infinite number', () => {
  expect(evaluate('10 ** 400')).toMatchObject({ kind: 'value', json: null, type: 'other' });
});

test('keeps a hostile key from becoming a prototype', () => {
  const hostile: FeelValue = JSON.parse('{"__proto__": {"admin": true}, "a": 1}');
  const evaluated = makeEvaluator().evaluate('data', () => hostile);
  expect(JSON.stringify(evaluated)).toBe(
    '{"kind":"value","json":{"a":1},"type":"json","warnings":[],"sure":true}',
  );
  expect(Reflect.get({}, 'admin')).toBe(undefined);
});

test('keeps a program and no results: other values give another answer', () => {
  const evaluator = makeEvaluator();
  const ask = (round: number) => evaluator.evaluate('round > 2', () => round);
  expect(ask(3)).toEqual(ask(3));
  expect(ask(1)).toMatchObject({ json: false });
});
