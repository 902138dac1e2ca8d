// Functions of one's own, values of the scope that are functions, arguments by name (DMN 10.3.2.13).
import { expect, test } from 'vitest';
import { compileFeel, type Feel, type FeelFunction, numberOf } from '../../../../engine/index.ts';
import { gives, shown } from './given.ts';

gives([
  ['(function(a, b) a + b)(1, 2)', '3'],
  ['(function(a, b) a - b)(b: 1, a: 5)', '4'],
  ['{ double: function(x) x * 2, r: double(4) }.r', '8'],
  ['{ add: function(a) function(b) a + b, r: add(1)(2) }.r', '3'],
  ['(for x in 1..3 return function() x)[2]()', '2'],
  ['(function(a) a)(1, 2)', 'null'],
  ['(function(a) a)(b: 1)', 'null'],
  ['(function(a) external { java: "x" })(1)', 'null'],
  ['(function(a: number) a + 1)(1)', '2'],
  ['(function(a: number) a + 1)([1])', '2'],
  ['(function(a: number) a = null)(null)', 'true'],
  ['(function(a: number) 1)("x")', 'null'],
  ['n(1)', 'null'],
  ['nobody(1)', 'null'],
  ['sort(xs, function(a, b) a > b)', '[3, 2, 1]'],
  ['sort(rows, function(a, b) a.name > b.name).id', '[2, 1]'],
  ['list replace(xs, function(item, new) item > 1, 0)', '[1, 0, 0]'],
  ['{ f: max, r: f([1, 5, 2]) }.r', '5'],
  ['substring(string: "foobar", start position: 3)', '"obar"'],
  ['substring(start position: 3, string: "foobar", length: 2)', '"ob"'],
  ['substring(text: "foobar", start position: 3)', 'null'],
  ['date(year: 2026, month: 3, day: 2)', '2026-03-02'],
  ['[1..5](3)', 'true'],
]);

const bonus: FeelFunction = {
  kind: 'function',
  parameters: ['base', 'rate'],
  invoke: ([base, rate]) => {
    const compiled = compileFeel('base * rate', { dialect: 'expression', names: ['base', 'rate'] });
    return compiled.kind === 'compiled'
      ? compiled.program.evaluate((name) => (name === 'base' ? base : rate)).value
      : null;
  },
};

const invoke = (text: string, functions: 'confined' | 'full') => {
  const compiled = compileFeel(text, { dialect: 'expression', names: ['bonus rule'], functions });
  return compiled.kind === 'compiled' ? compiled.program.evaluate(() => bonus as Feel) : null;
};

test('a function in scope, such as a business knowledge model, is invoked by place and by name', () => {
  expect(invoke('bonus rule(100, 0.2)', 'full')?.value).toEqual(numberOf(20));
  expect(invoke('bonus rule(rate: 0.2, base: 10)', 'full')?.value).toEqual(numberOf(2));
});

test('what cycles may use invokes functions in scope too, but writes none of its own', () => {
  expect(invoke('bonus rule(100, 0.2)', 'confined')?.value).toEqual(numberOf(20));
  expect(invoke('nobody(100)', 'confined')?.warnings[0]?.code).toBe('no-function');
  expect(invoke('(function(a) a)(1)', 'confined')).toBeNull();
});

test('what a function leaves of the budget is what its caller has', () => {
  const greedy: FeelFunction = {
    kind: 'function',
    parameters: [],
    invoke: (_, budget) => {
      const compiled = compileFeel('for a in 1..9999 return for b in 1..9999 return a', {
        dialect: 'expression',
        names: [],
        functions: 'full',
      });
      return compiled.kind === 'compiled'
        ? compiled.program.evaluate(() => undefined, null, budget).value
        : null;
    },
  };
  const compiled = compileFeel('greedy() = null', {
    dialect: 'expression',
    names: ['greedy'],
    functions: 'full',
  });
  const result = compiled.kind === 'compiled' ? compiled.program.evaluate(() => greedy) : null;
  expect(result).toMatchObject({ value: null, warnings: [{ code: 'stopped' }] });
});

test('functions that call each other without end are stopped', () => {
  const endless: FeelFunction = {
    kind: 'function',
    parameters: ['x'],
    invoke: ([x], budget) => {
      const compiled = compileFeel('f(x)', { dialect: 'expression', names: ['f', 'x'], functions: 'full' });
      if (compiled.kind === 'refused') return null;
      return compiled.program.evaluate((name) => (name === 'f' ? endless : x), null, budget).value;
    },
  };
  const compiled = compileFeel('f(1)', { dialect: 'expression', names: ['f'], functions: 'full' });
  const result = compiled.kind === 'compiled' ? compiled.program.evaluate(() => endless) : null;
  expect(shown(result!.value)).toBe('null');
});
