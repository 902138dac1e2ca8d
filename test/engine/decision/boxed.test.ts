// Boxed expressions, functions, and the graph of requirements (DMN 6 and 10.2).
import { describe, expect, test } from 'vitest';
import { answer, errorsOf, evaluated, expression, table } from './given.ts';

const decide = (logic: Parameters<typeof answer>[0], input = {}, more = {}) =>
  answer(logic, input, more).values.answer;

describe('boxed expressions', () => {
  test('an entry of a context sees those before it, and the last without a name is the result', () => {
    const entries = [
      { name: 'net', logic: expression('100') },
      { name: 'tax', logic: expression('net * 0.2') },
    ];
    expect(decide({ kind: 'context', entries })).toEqual({ net: 100, tax: 20 });
    expect(decide({ kind: 'context', entries: [...entries, { logic: expression('net + tax') }] })).toBe(120);
  });

  test('names with spaces are read as they are written', () => {
    const entries = [
      { name: 'base pay', logic: expression('monthly pay * 12') },
      { name: 'total', logic: expression('base pay + 1') },
    ];
    expect(decide({ kind: 'context', entries }, { 'monthly pay': 10 })).toEqual({
      'base pay': 120,
      total: 121,
    });
  });

  test('a list and a relation hold what their cells give', () => {
    expect(decide({ kind: 'list', items: [expression('1'), expression('"a" + "b"')] })).toEqual([1, 'ab']);
    const columns = [{ name: 'name' }, { name: 'price', type: 'number' }];
    const rows = [
      [expression('"bolt"'), expression('1.5')],
      [expression('"nut"'), expression('"cheap"')],
    ];
    const { values, problems } = answer({ kind: 'relation', columns, rows });
    expect(values.answer).toEqual([
      { name: 'bolt', price: 1.5 },
      { name: 'nut', price: null },
    ]);
    expect(problems).toEqual(['answer: price does not fit number, so it is null.']);
  });

  test('a conditional takes the second way unless the test is true', () => {
    const logic = {
      kind: 'conditional',
      test: expression('n > 1'),
      yes: expression('"more"'),
      no: expression('"less"'),
    } as const;
    expect(decide(logic, { n: 2 })).toBe('more');
    expect(decide(logic, { n: null })).toBe('less');
  });

  test('a filter knows the item and its entries', () => {
    const input = {
      staff: [
        { name: 'Ada', score: 90 },
        { name: 'Bo', score: 120 },
      ],
    };
    const logic = { kind: 'filter', in: expression('staff'), match: expression('score > 100') } as const;
    expect(decide(logic, input)).toEqual([{ name: 'Bo', score: 120 }]);
    expect(decide({ kind: 'filter', in: expression('[1, 2, 3]'), match: expression('item > 1') })).toEqual([
      2, 3,
    ]);
    const items = [{ item: 1 }, { item: 2 }];
    expect(
      decide({ kind: 'filter', in: expression('rows'), match: expression('item > 1') }, { rows: items }),
    ).toEqual([{ item: 2 }]);
  });

  test('iterations return a list, or ask of some or every item', () => {
    const over = (kind: 'for' | 'some' | 'every', body: string) =>
      decide({ kind, variable: 'n', in: expression('[1, 2, 3]'), body: expression(body) });
    expect(over('for', 'n * n')).toEqual([1, 4, 9]);
    expect(over('for', 'n + count(partial)')).toEqual([1, 3, 5]);
    expect(over('some', 'n > 2')).toBe(true);
    expect(over('some', 'n > 3')).toBe(false);
    expect(over('every', 'n > 0')).toBe(true);
    expect(over('every', 'n > 1')).toBe(false);
  });

  test('a table may stand inside other logic', () => {
    const inner = table({ inputs: ['n'], rules: [[['> 1'], ['"big"']]] });
    const logic = {
      kind: 'context',
      entries: [{ name: 'size', logic: inner }, { logic: expression('size + "!"') }],
    } as const;
    expect(decide({ ...logic, entries: [...logic.entries] }, { n: 2 })).toBe('big!');
  });
});

describe('functions', () => {
  const instalment = {
    instalment: {
      type: 'number',
      parameters: [
        { name: 'sum', type: 'number' },
        { name: 'months', type: 'number' },
      ],
      logic: expression('sum / months'),
    },
  };

  test('are invoked from text by position and by name', () => {
    expect(decide(expression('instalment(120, 12) + 1'), {}, { decisions: instalment })).toBe(11);
    expect(decide(expression('instalment(months: 12, sum: 120)'), {}, { decisions: instalment })).toBe(10);
  });

  test('are invoked by a box with bindings', () => {
    const logic = {
      kind: 'invocation' as const,
      function: 'instalment',
      arguments: [
        { name: 'months', logic: expression('n') },
        { name: 'sum', logic: expression('240') },
      ],
    };
    expect(decide(logic, { n: 24 }, { decisions: instalment })).toBe(10);
    const unknown = { ...logic, arguments: [{ name: 'years', logic: expression('2') }] };
    const { values, problems } = answer(unknown, { n: 24 }, { decisions: instalment });
    expect(values.answer).toBeNull();
    expect(problems).toEqual(['answer: instalment has no parameter "years".']);
  });

  test('give null for an argument that does not fit', () => {
    const { values, problems } = answer(expression('instalment("much", 12)'), {}, { decisions: instalment });
    expect(values.answer).toBeNull();
    expect(problems[0]).toBe('instalment: sum does not fit number, so it is null.');
  });

  test('are values: a context can hold them', () => {
    const twice = {
      kind: 'function' as const,
      parameters: [{ name: 'n', type: 'number' }],
      body: expression('n * 2'),
    };
    const entries = [{ name: 'twice', logic: twice }, { logic: expression('twice(21)') }];
    expect(decide({ kind: 'context', entries })).toBe(42);
  });

  test('have tables for logic, and leave a trace of the rules that matched', () => {
    const decisions = {
      'size of': {
        parameters: [{ name: 'n' }],
        logic: table({
          inputs: ['n'],
          rules: [
            [['<= 10'], ['"small"']],
            [['> 10'], ['"big"']],
          ],
        }),
      },
    };
    const { values, traces } = answer(expression('size of(12)'), {}, { decisions });
    expect(values).toEqual({ answer: 'big' });
    expect(traces).toEqual([
      { decision: 'size of', inputs: [{ label: 'n', value: 12 }], rows: [1], value: 'big', problems: [] },
      { decision: 'answer', inputs: [], rows: [], value: 'big', problems: [] },
    ]);
  });

  test('may invoke themselves', () => {
    const parameters = [{ name: 'n', type: 'number' }];
    const logic = expression('if n <= 1 then 1 else n * factorial(n - 1)');
    const { values } = answer(
      expression('factorial(6)'),
      {},
      { decisions: { factorial: { parameters, logic } } },
    );
    expect(values.answer).toBe(720);
  });

  test('that invoke themselves without end are stopped', () => {
    const again = { parameters: [{ name: 'n' }], logic: expression('again(n + 1)') };
    const { values, problems } = answer(expression('again(1)'), {}, { decisions: { again } });
    expect(values.answer).toBeNull();
    expect(problems).toContain('answer: Functions call each other too deep.');
  });

  test('that invoke themselves twice are stopped before long, and nothing else is said of it', () => {
    const fib = {
      parameters: [{ name: 'n' }],
      logic: expression('if n < 2 then n else fib(n - 1) + fib(n - 2)'),
    };
    const { values, problems, traces } = answer(expression('fib(30)'), {}, { decisions: { fib } });
    expect(values.answer).toBeNull();
    expect(traces.length).toBeLessThan(16_000);
    const stopped = 'The expression takes too many steps.';
    expect(problems).toEqual([`fib: ${stopped}`, `answer: ${stopped}`]);
  });

  test('may be invoked for every item of a long list', () => {
    const double = { parameters: [{ name: 'n' }], logic: expression('n * 2') };
    const text = 'sum(for i in 1..10000 return double(i))';
    expect(answer(expression(text), {}, { decisions: { double } }).values).toEqual({ answer: 100_010_000 });
  });

  test('that never come to an end are stopped', () => {
    const endless = {
      parameters: [{ name: 'f' }, { name: 'n' }],
      logic: expression('f(f, n + 1)'),
    };
    const { values, problems } = answer(expression('endless(endless, 1)'), {}, { decisions: { endless } });
    expect(values.answer).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
  });
});

describe('the graph of requirements', () => {
  test('decisions take what they need first, whatever the order they are written in', () => {
    const { values, traces } = evaluated(
      {
        inputs: { pay: { type: 'number' } },
        decisions: {
          total: { logic: expression('tax + fee') },
          tax: { logic: expression('pay * 0.1') },
          fee: { logic: expression('if tax > 5 then 0 else 2') },
        },
      },
      { pay: 40 },
    );
    expect(values).toEqual({ total: 6, tax: 4, fee: 2 });
    expect(traces.map(({ decision }) => decision)).toEqual(['tax', 'fee', 'total']);
  });

  test('a circle is refused with the names on it', () => {
    const decisions = {
      a: { logic: expression('b + 1') },
      b: { logic: expression('c + 1') },
      c: { logic: expression('a + 1') },
      d: { logic: expression('d') },
    };
    expect(errorsOf({ decisions })).toEqual([
      'DEC-02 /decisions/a A decision cannot need itself: a → b → c → a.',
      'DEC-02 /decisions/d A decision cannot need itself: d → d.',
    ]);
  });

  test('a context whose result is not its last entry, or with two entries of one name, is refused', () => {
    const entries = [
      { logic: expression('1') },
      { name: 'b', logic: expression('2') },
      { name: 'b', logic: expression('3') },
    ];
    expect(errorsOf({ decisions: { a: { logic: { kind: 'context', entries } } } })).toEqual([
      'DEC-04 /decisions/a/logic/entries/0 The result of a context is its last entry. Move it down, or name it.',
      'DEC-04 /decisions/a/logic/entries/2 The context has two entries "b". Rename one.',
    ]);
  });

  test('a name that nothing has is refused, with the nearest one', () => {
    const decisions = { total: { logic: expression('incom * 2') } };
    expect(errorsOf({ inputs: { income: {} }, decisions })).toEqual([
      'DEC-01 /decisions/total/logic/text There is no name "incom" here. Did you mean "income"?',
    ]);
  });

  test('a name inside a filter may be an entry of the item, outside it may not', () => {
    const parts = (text: string) => ({
      inputs: { staff: {} },
      decisions: { who: { logic: expression(text) } },
    });
    const staff = [
      { team: 1, name: 'Ada' },
      { team: 2, name: 'Bo' },
    ];
    expect(evaluated(parts('staff[team = 2].name'), { staff }).values).toEqual({ who: ['Bo'] });
    expect(errorsOf(parts('staff[team = 2].name[1] + team'))).toEqual([
      'DEC-01 /decisions/who/logic/text There is no name "team" here.',
    ]);
  });

  test('text that is no FEEL is refused where it stands', () => {
    const logic = table({ inputs: ['1 +'], rules: [[['>'], ['(']]] });
    expect(
      errorsOf({ decisions: { total: { logic } } }).map((line) => line.split(' ').slice(0, 2).join(' ')),
    ).toEqual([
      'DEC-03 /decisions/total/logic/inputs/0/expression',
      'DEC-03 /decisions/total/logic/rules/0/when/0',
      'DEC-03 /decisions/total/logic/rules/0/give/0',
    ]);
  });

  test('a name of another element is not read where FEEL means a word of its own', () => {
    const between = 'years and months duration(date("2020-01-01"), date("2021-03-01"))';
    const parts = {
      decisions: { years: { logic: expression('span.years') }, span: { logic: expression(between) } },
      requires: new Map([
        ['years', ['span']],
        ['span', []],
      ]),
    };
    expect(evaluated(parts).values).toEqual({ years: 1, span: 'P1Y2M' });
  });
});
