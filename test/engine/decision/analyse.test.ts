// What is proved of tables: examples of every kind, and the proof against a grid of values.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseTable } from '../../../engine/decision/analyse/analyse-table.ts';
import { tableProblems } from '../../../engine/decision/analyse/table-problems.ts';
import { evaluateModel } from '../../../engine/decision/evaluate-model.ts';
import type { DecisionTable, Json } from '../../../engine/index.ts';
import { compiled, inWords, type TableParts, table } from './given.ts';

const typeOf: Record<string, string> = {
  age: 'number',
  risk: 'string',
  on: 'date',
  time: 'time',
  at: 'date and time',
  notice: 'years and months duration',
  wait: 'days and time duration',
  ok: 'boolean',
};

const placed = (logic: DecisionTable) => {
  const inputs = {
    ...Object.fromEntries(Object.entries(typeOf).map(([name, type]) => [name, { type }])),
    limit: {},
  };
  const ready = compiled({ inputs, decisions: { answer: { logic } } });
  return { ready, table: ready.tables[0] ?? expect.fail() };
};

const findings = (parts: TableParts) =>
  tableProblems(placed(table(parts)).table).map((problem) =>
    `${problem.severity} ${inWords(problem)}`.replace('/decisions/answer/logic', ''),
  );

const risk = { expression: 'risk', allowed: '"low", "high"' };

describe('completeness', () => {
  test.each<[string, TableParts]>([
    [
      'open and closed ends that meet',
      {
        inputs: ['age'],
        rules: [
          [['< 18'], ['1']],
          [['>= 18'], ['2']],
        ],
      },
    ],
    [
      'comparisons that name what they test',
      {
        inputs: ['age'],
        rules: [
          [['? < 18'], ['1']],
          [['? >= 18'], ['2']],
        ],
      },
    ],
    [
      'intervals one after the other',
      {
        inputs: ['age'],
        rules: [
          [['<= 1'], ['1']],
          [['(1..5]'], ['2']],
          [['> 5'], ['3']],
        ],
      },
    ],
    [
      'a value and all but it',
      {
        inputs: ['age'],
        rules: [
          [['7'], ['1']],
          [['not(7)'], ['2']],
        ],
      },
    ],
    [
      'all allowed texts',
      {
        inputs: [risk],
        rules: [
          [['"low"'], ['1']],
          [['"high"'], ['2']],
        ],
      },
    ],
    [
      'true and false',
      {
        inputs: ['ok'],
        rules: [
          [['true'], ['1']],
          [['false'], ['2']],
        ],
      },
    ],
    [
      'one day and the next',
      {
        inputs: ['on'],
        rules: [
          [['<= date("2026-01-31")'], ['1']],
          [['>= date("2026-02-01")'], ['2']],
        ],
      },
    ],
    [
      'one month and the next',
      {
        inputs: ['notice'],
        rules: [
          [['< duration("P3M")'], ['1']],
          [['>= duration("P3M")'], ['2']],
        ],
      },
    ],
    [
      'two inputs crosswise',
      {
        inputs: ['age', risk],
        rules: [
          [['< 18', '-'], ['1']],
          [['>= 18', '"low"'], ['2']],
          [['>= 18', '"high"'], ['3']],
        ],
      },
    ],
    ['no input at all', { inputs: [], rules: [[[], ['1']]] }],
  ])('is proved for %s', (_, parts) => {
    expect(findings(parts)).toEqual([]);
  });

  test.each<[TableParts, string]>([
    [
      {
        inputs: ['age'],
        rules: [
          [['< 18'], ['1']],
          [['> 18'], ['2']],
        ],
      },
      'age is 18',
    ],
    [
      {
        inputs: ['age'],
        rules: [
          [['[0..10]'], ['1']],
          [['[11..20]'], ['2']],
          [['< 0'], ['3']],
          [['> 20'], ['4']],
        ],
      },
      'age is 10.5',
    ],
    [
      {
        inputs: ['age', risk],
        rules: [
          [['< 18', '-'], ['1']],
          [['>= 18', '"low"'], ['2']],
        ],
      },
      'age is 18 and risk is "high"',
    ],
    [
      {
        inputs: ['risk'],
        rules: [
          [['"low"'], ['1']],
          [['"high"'], ['2']],
        ],
      },
      'risk is "other"',
    ],
    [
      {
        inputs: ['on'],
        rules: [
          [['< date("2026-01-31")'], ['1']],
          [['> date("2026-01-31")'], ['2']],
        ],
      },
      'on is 2026-01-31',
    ],
    [
      {
        inputs: ['time'],
        rules: [
          [['< time("09:00:00")'], ['1']],
          [['> time("17:30:00")'], ['2']],
        ],
      },
      'time is 09:00:00',
    ],
    [
      {
        inputs: ['notice'],
        rules: [
          [['< duration("P1Y")'], ['1']],
          [['> duration("P13M")'], ['2']],
        ],
      },
      'notice is P1Y',
    ],
    [{ inputs: ['wait'], rules: [[['<= duration("P1D")'], ['1']]] }, 'wait is P1DT1S'],
    [{ inputs: ['ok'], rules: [[['true'], ['1']]] }, 'ok is false'],
    [{ inputs: ['age'], rules: [] }, 'age is 0'],
  ])('shows the row that no rule matches: %j', (parts, row) => {
    expect(findings(parts)).toEqual([
      `warning DEC-05 /rules No rule matches when ${row}, so the table gives nothing there. Add a rule, or a default for its outputs.`,
    ]);
  });

  test('is not asked of a table with a default', () => {
    expect(findings({ inputs: ['age'], outputs: [{ default: '0' }], rules: [[['< 18'], ['1']]] })).toEqual(
      [],
    );
  });

  test.each([
    ['instants of a zone', 'date and time("2026-02-01T00:00:00Z")'],
    ['a day beside instants', 'date("2026-02-01")'],
  ])('is not claimed of %s', (_, end) => {
    const parts = {
      inputs: ['at'],
      rules: [
        [[`< ${end}`], ['1']],
        [[`>= ${end}`], ['2']],
      ] as TableParts['rules'],
    };
    expect(findings(parts)).toEqual([
      'info DEC-08 /rules/0/when/0 It is not proved that a rule matches always: the test of rule 1 is known only when it runs.',
      'info DEC-08 /rules/0/when/0 It is not proved that at most one rule matches: the test of rule 1 is known only when it runs.',
    ]);
  });

  test('knows the values that the type of a parameter allows', () => {
    const gapOf = (when: string) => {
      const logic = table({ inputs: ['x'], rules: [[[when], ['1']]] });
      const types = { mood: { type: 'string', allowed: '"good", "bad"' } };
      const decisions = { answer: { parameters: [{ name: 'x', type: 'mood' }], logic } };
      const [first] = compiled({ types, decisions }).tables;
      return tableProblems(first ?? expect.fail()).map(({ message }) => message.split(',')[0]);
    };
    expect(gapOf('"good"')).toEqual(['No rule matches when x is "bad"']);
    expect(gapOf('"good", "bad"')).toEqual([]);
  });

  test('is not claimed when a test depends on another name', () => {
    expect(
      findings({
        hit: 'F',
        inputs: ['age'],
        rules: [
          [['> limit'], ['1']],
          [['<= 10'], ['2']],
        ],
      }),
    ).toEqual([
      'info DEC-08 /rules/0/when/0 It is not proved that a rule matches always: the test of rule 1 is known only when it runs.',
    ]);
    expect(
      findings({
        hit: 'F',
        inputs: ['age'],
        rules: [
          [['> limit'], ['1']],
          [['-'], ['2']],
        ],
      }),
    ).toEqual([]);
  });
});

describe('overlap', () => {
  const overlapping = (hit: TableParts['hit'], gives: [string, string]) =>
    findings({
      ...(hit && { hit }),
      inputs: ['age'],
      outputs: [{ allowed: '1, 2' }],
      rules: [
        [['<= 18'], [gives[0]]],
        [['>= 18'], [gives[1]]],
      ],
    });

  test('is an error for U, whatever the rules give', () => {
    const said =
      'error DEC-06 /rules/1 The rules 1 and 2 both match when age is 18. Only one may: then the table gives nothing. Narrow one of them.';
    expect(overlapping('U', ['1', '2'])).toEqual([said]);
    expect(overlapping(undefined, ['1', '1'])).toEqual([said]);
  });

  test('is an error for A when they give different values, and none when the same', () => {
    expect(overlapping('A', ['1', '2'])[0]).toContain(
      'error DEC-06 /rules/1 The rules 1 and 2 both match when age is 18. They do not give the same',
    );
    expect(overlapping('A', ['1', '1.0'])).toEqual([]);
  });

  test('is a warning for A when what they give depends on names', () => {
    const rules: TableParts['rules'] = [
      [['<= 18'], ['age']],
      [['>= 18'], ['limit']],
    ];
    expect(findings({ hit: 'A', inputs: ['age'], rules })[0]).toContain('warning DEC-06 /rules/1');
  });

  test('is information for F and P, and nothing to the others', () => {
    expect(overlapping('F', ['1', '2'])).toEqual([
      'info DEC-06 /rules/1 The rules 1 and 2 both match when age is 18. The first is taken.',
    ]);
    expect(overlapping('P', ['1', '2'])).toEqual([
      'info DEC-06 /rules/1 The rules 1 and 2 both match when age is 18. The one with the higher priority is taken.',
    ]);
    for (const hit of ['R', 'O', 'C', 'C+', 'C<', 'C>', 'C#'] as const)
      expect(overlapping(hit, ['1', '2'])).toEqual([]);
  });
});

describe('rules that are never taken', () => {
  test('stand behind others that cover them together', () => {
    const rules: TableParts['rules'] = [
      [['< 10'], ['1']],
      [['>= 5'], ['2']],
      [['[0..20]'], ['3']],
      [['-'], ['4']],
    ];
    expect(findings({ hit: 'F', inputs: ['age'], rules }).filter((line) => line.includes('DEC-07'))).toEqual([
      'warning DEC-07 /rules/2 Rule 3 is never taken: others match wherever it does and come before it. Move it up or remove it.',
      'warning DEC-07 /rules/3 Rule 4 is never taken: others match wherever it does and come before it. Move it up or remove it.',
    ]);
  });

  test('have a lower priority than others that cover them', () => {
    const outputs = [{ allowed: '"a", "b"' }];
    const lower: TableParts['rules'] = [
      [['[0..5]'], ['"b"']],
      [['-'], ['"a"']],
    ];
    expect(findings({ hit: 'P', inputs: ['age'], outputs, rules: lower })).toContain(
      'warning DEC-07 /rules/0 Rule 1 is never taken: others match wherever it does and come before it. Move it up or remove it.',
    );
    const higher: TableParts['rules'] = [
      [['[0..5]'], ['"a"']],
      [['-'], ['"b"']],
    ];
    expect(findings({ hit: 'P', inputs: ['age'], outputs, rules: higher }).join()).not.toContain('DEC-07');
  });

  test('match no value that their input may have', () => {
    const input = { expression: 'age', allowed: '[0..120]' };
    const rules: TableParts['rules'] = [
      [['<= 120'], ['1']],
      [['> 120'], ['2']],
    ];
    expect(findings({ inputs: [input], rules })).toEqual([
      'warning DEC-07 /rules/1 Rule 2 matches no value that the inputs may have. Change it or remove it.',
    ]);
  });

  test('are not those that ask for null', () => {
    expect(
      findings({
        inputs: ['age'],
        rules: [
          [['null'], ['0']],
          [['-'], ['1']],
        ],
      }).join(),
    ).not.toContain('DEC-07');
  });
});

describe('cells that do not fit their column', () => {
  test('are errors: they never match, or give what is null', () => {
    const outputs = [{ type: 'string', allowed: '"a", "b"' }];
    expect(
      findings({
        inputs: ['age'],
        outputs,
        rules: [
          [['"old"'], ['"c"']],
          [['-'], ['"a"']],
        ],
      }),
    ).toEqual([
      'error DEC-09 /rules/0/when/0 "old" is about a string, and the input is a number, which never is one.',
      'error DEC-09 /rules/0/give/0 "c" does not fit string ("a", "b").',
    ]);
  });
});

const numbers = fc.integer({ min: 0, max: 6 });
const interval = fc
  .tuple(numbers, numbers, fc.constantFrom('[', '('), fc.constantFrom(']', ')'))
  .map(([a, b, open, close]) => `${open}${Math.min(a, b)}..${Math.max(a, b)}${close}`);
const comparison = fc
  .tuple(fc.constantFrom('<', '<=', '>', '>=', ''), numbers)
  .map(([operator, n]) => `${operator} ${n}`.trim());
const numberTest = fc.oneof(
  { weight: 2, arbitrary: fc.constant('-') },
  comparison,
  interval,
  fc.tuple(comparison, interval).map((tests) => tests.join(', ')),
  fc.tuple(comparison, comparison).map((tests) => `not(${tests.join(', ')})`),
);
const textTest = fc.constantFrom('-', '"a"', '"b"', '"a", "b"', 'not("a")', 'not("a", "c")');
const booleanTest = fc.constantFrom('-', 'true', 'false', 'not(true)');
const rule = fc
  .tuple(numberTest, textTest, booleanTest, fc.constantFrom('"x"', '"y"', '"z"'))
  .map(([n, s, b, give]): [string[], string[]] => [[n, s, b], [give]]);

/** Every value that the tests can tell apart, and those between them. */
const grid: [number, string, boolean][] = [
  -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5,
].flatMap((n) =>
  ['a', 'b', 'c', 'd'].flatMap((s) => [true, false].map((b): [number, string, boolean] => [n, s, b])),
);

describe('the analysis of any table', () => {
  const parts = (hit: 'U' | 'F' | 'P', rules: [string[], string[]][]): TableParts => ({
    hit,
    inputs: ['age', 'risk', 'ok'],
    outputs: [{ allowed: '"x", "y", "z"' }],
    rules,
  });

  /** The rules that match at each point, as the evaluator sees them. */
  function matchesOver(rules: [string[], string[]][]): number[][] {
    const { ready } = placed(table({ ...parts('U', rules), hit: 'R' }));
    return grid.map(([age, is, ok]) => {
      const { traces } = evaluateModel(ready, { age, risk: is, ok });
      return traces[0]?.rows ?? [];
    });
  }

  test('agrees with the evaluator at every point of a grid', () => {
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('U', 'F', 'P'),
        (rules, hit) => {
          const at = placed(table(parts(hit as 'U', rules))).table;
          const { findings: found, complete } = analyseTable(at.table, at);
          const matches = matchesOver(rules);
          expect(complete).toBe(matches.every((rows) => rows.length > 0));

          const pairs = new Set(
            matches.flatMap((rows) => rows.flatMap((a) => rows.filter((b) => b > a).map((b) => `${a} ${b}`))),
          );
          const told = found.flatMap((finding) =>
            finding.kind === 'overlap' ? [finding.rules.join(' ')] : [],
          );
          if (hit === 'U') expect(new Set(told)).toEqual(pairs);

          const ranks = rules.map(([, [give]]) => '"x" "y" "z"'.indexOf(give ?? ''));
          const taken = new Set(
            matches.flatMap((rows) =>
              [...rows]
                .sort((a, b) => (hit === 'P' ? (ranks[a] ?? 0) - (ranks[b] ?? 0) : 0) || a - b)
                .slice(0, 1),
            ),
          );
          const unreached = found.flatMap((finding) =>
            finding.kind === 'masked' || finding.kind === 'never' ? [finding.rule] : [],
          );
          const expected = rules
            .map((_, index) => index)
            .filter((index) =>
              hit === 'U' ? !matches.some((rows) => rows.includes(index)) : !taken.has(index),
            );
          expect([...unreached].sort()).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  /** The rules that match the values of a counter-example. */
  function rowsAt(ready: ReturnType<typeof placed>['ready'], example: readonly string[]): number[] {
    const [age = null, is = null, ok = null] = example.map((text): Json => JSON.parse(text));
    return evaluateModel(ready, { age, risk: is, ok }).traces[0]?.rows ?? [];
  }

  test('its counter-examples are what they say', () => {
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), (rules) => {
        const { ready, table: at } = placed(table(parts('U', rules)));
        for (const finding of analyseTable(at.table, at).findings) {
          if (finding.kind === 'gap') expect(rowsAt(ready, finding.example)).toEqual([]);
          if (finding.kind === 'overlap')
            expect(rowsAt(ready, finding.example)).toEqual(expect.arrayContaining(finding.rules));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a table of a thousand rules is proved', () => {
    const rules = Array.from({ length: 1000 }, (_, n): [string[], string[]] => [
      [`[${n}..${n + 1})`, '-'],
      [`${n}`],
    ]);
    const all: TableParts['rules'] = [[['< 0', '-'], ['-1']], ...rules, [['>= 1000', '-'], ['1000']]];
    expect(findings({ inputs: ['age', 'risk'], rules: all })).toEqual([]);
  });
});
