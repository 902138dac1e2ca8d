// What the rules that match give together (DMN 8.2.10).
import { describe, expect, test } from 'vitest';
import type { HitPolicy, TableOutput } from '../../../engine/index.ts';
import { answer, table } from './given.ts';

const levels: TableOutput = { allowed: '"high", "middle", "low"' };

/** Rules 1 to 3 match from 10, 20 and 30 on. */
const ladder = (hit: HitPolicy | undefined, gives: string[], output: TableOutput = {}) =>
  table({
    ...(hit && { hit }),
    inputs: ['n'],
    outputs: [output],
    rules: gives.map((give, index) => [[`>= ${(index + 1) * 10}`], [give]]),
  });

const given = (hit: HitPolicy | undefined, n: number, gives: string[], output?: TableOutput) =>
  answer(ladder(hit, gives, output), { n }).values.answer;

describe('a table with one output', () => {
  test('U gives the only match, and nothing for several', () => {
    expect(given('U', 15, ['1', '2', '3'])).toBe(1);
    const { values, problems } = answer(ladder('U', ['1', '2', '3']), { n: 25 });
    expect(values).toEqual({ answer: null });
    expect(problems).toEqual(['answer: The rules 1, 2 match, and only one may.']);
  });

  test('U is the policy of a table that names none', () => {
    expect(given(undefined, 15, ['1', '2', '3'])).toBe(1);
    expect(given(undefined, 25, ['1', '2', '3'])).toBeNull();
  });

  test('A gives what all matches agree on, and nothing when they do not', () => {
    expect(given('A', 35, ['1', '1.0', '2 - 1'])).toBe(1);
    const { values, problems } = answer(ladder('A', ['1', '1', '2']), { n: 35 });
    expect(values).toEqual({ answer: null });
    expect(problems).toEqual(['answer: The rules 1, 2, 3 match, and they do not give the same.']);
  });

  test('F gives the first match in the order of the rules', () => {
    expect(given('F', 35, ['"low"', '"high"', '"middle"'])).toBe('low');
  });

  test('P gives the match whose value stands first among the allowed ones', () => {
    expect(given('P', 35, ['"low"', '"high"', '"middle"'], levels)).toBe('high');
    expect(given('P', 15, ['"low"', '"high"', '"middle"'], levels)).toBe('low');
  });

  test('P ranks by the allowed values of the type when the output has none', () => {
    const types = { level: { type: 'string', allowed: '"high", "middle", "low"' } };
    const logic = ladder('P', ['"low"', '"high"', '"middle"'], { type: 'level' });
    expect(answer(logic, { n: 35 }, { types }).values.answer).toBe('high');
  });

  test('R and C give all matches in the order of the rules', () => {
    expect(given('R', 35, ['"low"', '"high"', '"low"'])).toEqual(['low', 'high', 'low']);
    expect(given('C', 25, ['"low"', '"high"', '"low"'])).toEqual(['low', 'high']);
  });

  test('O gives all matches by the order of the allowed values, equal ones by rule', () => {
    expect(given('O', 35, ['"low"', '"high"', '"middle"'], levels)).toEqual(['high', 'middle', 'low']);
  });

  test.each([
    ['C+', 0.6],
    ['C<', 0.1],
    ['C>', 0.3],
    ['C#', 3],
  ] as const)('%s comes to %d, exactly', (hit, expected) => {
    expect(given(hit, 35, ['0.1', '0.2', '0.3'])).toBe(expected);
  });

  test.each(['U', 'A', 'P', 'F', 'R', 'O', 'C', 'C+', 'C<', 'C>', 'C#'] as const)(
    '%s gives null when no rule matches, or the default',
    (hit) => {
      const allowed = { allowed: '1, 2, 3, 7' };
      expect(given(hit, 5, ['1', '2', '3'], allowed)).toBeNull();
      expect(given(hit, 5, ['1', '2', '3'], { ...allowed, default: '7' })).toBe(7);
    },
  );
});

describe('a table with several outputs', () => {
  const bands = (hit: HitPolicy) =>
    table({
      hit,
      inputs: ['n'],
      outputs: [
        { name: 'band', allowed: '"A", "B"' },
        { name: 'pay step', allowed: '3, 2, 1' },
      ],
      rules: [
        [['>= 10'], ['"B"', '3']],
        [['>= 20'], ['"A"', '1']],
        [['>= 30'], ['"A"', '2']],
      ],
    });
  const rows = [
    { band: 'B', 'pay step': 3 },
    { band: 'A', 'pay step': 1 },
    { band: 'A', 'pay step': 2 },
  ];
  const [b3, a1, a2] = rows;

  test('gives contexts by the names of the outputs', () => {
    expect(answer(bands('U'), { n: 15 }).values.answer).toEqual(b3);
    expect(answer(bands('R'), { n: 35 }).values.answer).toEqual(rows);
  });

  test('ranks by the first output, then by the next', () => {
    expect(answer(bands('P'), { n: 35 }).values.answer).toEqual(a2);
    expect(answer(bands('O'), { n: 35 }).values.answer).toEqual([a2, a1, b3]);
  });

  test.each([
    ['C+', '"a"', 'What the rules 1, 2 give cannot be added.'],
    ['C<', '"a"', 'What the rules 1, 2 give cannot be put in order.'],
    ['C>', 'null', 'What the rules 1, 2 give cannot be put in order.'],
  ] as const)('with %s tells of rules that give 1 and %s', (hit, other, message) => {
    const mixed = table({
      hit,
      inputs: ['n'],
      rules: [
        [['-'], ['1']],
        [['-'], [other]],
      ],
    });
    const { values, problems } = answer(mixed, { n: 1 });
    expect([values.answer, problems]).toEqual([null, [`answer: ${message}`]]);
  });

  test('aggregates each output for itself', () => {
    const sums = table({
      hit: 'C+',
      inputs: ['n'],
      outputs: ['points', 'days'],
      rules: [
        [['>= 10'], ['1', '10']],
        [['>= 20'], ['2', '20']],
      ],
    });
    expect(answer(sums, { n: 25 }).values.answer).toEqual({ points: 3, days: 30 });
  });

  test('gives its defaults together', () => {
    const withDefaults = table({
      inputs: ['n'],
      outputs: [
        { name: 'band', default: '"C"' },
        { name: 'step', default: '0' },
      ],
      rules: [[['> 10'], ['"A"', '1']]],
    });
    expect(answer(withDefaults, { n: 1 }).values.answer).toEqual({ band: 'C', step: 0 });
  });
});

describe('the cells of a table', () => {
  const matching = (cell: string, n: unknown) =>
    answer(table({ inputs: ['n'], rules: [[[cell], ['"yes"']]] }), { n: n as never }).values.answer === 'yes';

  test.each([
    ['-', 7, true],
    ['', 7, true],
    ['7', 7, true],
    ['6, 7', 7, true],
    ['not(6, 7)', 7, false],
    ['[1..7)', 7, false],
    ['(6..7]', 7, true],
    [']6..7]', 7, true],
    ['< 7', 7, false],
    ['? > 5 and ? < 8', 7, true],
    ['"a"', 'a', true],
    ['null', null, true],
    ['> 1', null, false],
    ['true', true, true],
    ['contains(?, "ell")', 'hello', true],
  ])('%s tests %j: %j', (cell, n, expected) => {
    expect(matching(cell, n)).toBe(expected);
  });

  test('an input of another type is told, and the rules are asked all the same', () => {
    const rules: [string[], string[]][] = [
      [['false'], ['"no"']],
      [['true'], ['"yes"']],
    ];
    const logic = table({ inputs: [{ expression: 'n', type: 'string' }], rules });
    const { values, problems } = answer(logic, { n: true });
    expect(values.answer).toBe('yes');
    expect(problems).toEqual(['answer: n does not fit string.']);
  });

  test('an input that is not allowed asks no rule', () => {
    const logic = table({
      inputs: [{ expression: 'n', type: 'number', allowed: '[0..100]' }],
      outputs: [{ default: '"default"' }],
      rules: [[['-'], ['"any"']]],
    });
    expect(answer(logic, { n: 50 }).values.answer).toBe('any');
    const { values, problems } = answer(logic, { n: 101 });
    expect(values.answer).toBeNull();
    expect(problems).toEqual(['answer: n does not fit number or its allowed values, so no rule is asked.']);
  });

  test('a value that the output does not allow is null', () => {
    const logic = table({ inputs: [], outputs: [{ allowed: '"a"' }], rules: [[[], ['"b"']]] });
    const { values, problems } = answer(logic);
    expect(values.answer).toBeNull();
    expect(problems).toEqual(['answer: What rule 1 gives does not fit Any ("a"), so it is null.']);
  });
});

describe('a table that is not in shape', () => {
  const problemsOf = (logic: ReturnType<typeof table>) => {
    try {
      answer(logic, { n: 1 });
      return '';
    } catch (cause) {
      return (cause as Error).message;
    }
  };

  test('has as many cells in a rule as it has columns', () => {
    expect(
      problemsOf(
        table({
          inputs: ['n'],
          rules: [
            [
              ['-', '-'],
              ['1', '2'],
            ],
          ],
        }),
      ),
    ).toBe(
      [
        'DEC-04 /decisions/answer/logic/rules/0/when Rule 1 has 2 tests for 1 inputs.',
        'DEC-04 /decisions/answer/logic/rules/0/give Rule 1 has 2 values for 1 outputs.',
      ].join('\n'),
    );
  });

  test('names its outputs, each once', () => {
    expect(problemsOf(table({ inputs: ['n'], outputs: [{}, 'a'], rules: [] }))).toBe(
      'DEC-04 /decisions/answer/logic/outputs/0 A table with several outputs needs a name for each.',
    );
    expect(problemsOf(table({ inputs: ['n'], outputs: ['a', 'a'], rules: [] }))).toBe(
      'DEC-04 /decisions/answer/logic/outputs/1/name Two outputs are called "a".',
    );
  });
});
