// DEC: problems of a cycle's decisions, at their place in the document.
import { describe, expect, test } from 'vitest';
import { checkCycle, type Decision, parseCycle } from '../../../engine/index.ts';
import { expression, table } from '../decision/given.ts';
import { cycleOf, soundStages } from './given.ts';

const problemsOf = (given: object): string[] =>
  checkCycle(cycleOf(soundStages, given))
    .filter(({ code, severity }) => code.startsWith('DEC') || severity === 'error')
    .map(({ severity, code, pointer, message }) => `${severity} ${code} ${pointer} ${message}`);

const withDecisions = (decisions: Record<string, Decision>, given: object = {}) =>
  problemsOf({ decisions, ...given });

const matrix = table({
  inputs: ['outcome', { expression: 'methods', allowed: '"below", "meets"' }],
  outputs: [{ type: 'string', allowed: '"reward", "talk"' }],
  rules: [
    [['"below"', '-'], ['"talk"']],
    [['not("below")', '"below"'], ['"talk"']],
    [['"meets", "exceeds"', '"meets"'], ['"reward"']],
  ],
});

test('a cycle whose tables are complete and free of overlap has no finding', () => {
  const decisions = {
    consequence: { type: 'string', logic: matrix },
    'talk needed': { logic: expression('consequence = "talk"') },
    longer: { parameters: [{ name: 'text', type: 'string' }], logic: expression('string length(text) > 10') },
    loud: { logic: expression('longer(consequence)') },
  };
  expect(withDecisions(decisions, { variables: { methods: 'meets' } })).toEqual([]);
});

test('what an appraisal gives is known: a table over outcomes or scores needs no allowed values', () => {
  const rules: [string[], string[]][] = [
    [['"below"', '< 100'], ['1']],
    [['"meets"', '-'], ['2']],
    [['"exceeds"', '-'], ['3']],
  ];
  expect(withDecisions({ level: { logic: table({ inputs: ['outcome', 'score'], rules }) } })).toEqual([
    'warning DEC-05 /decisions/level/logic/rules No rule matches when outcome is "below" and score is 100, so the table gives nothing there. Add a rule, or a default for its outputs.',
  ]);
});

describe('the names that decisions use', () => {
  test.each<[Record<string, Decision>, string]>([
    [
      { a: { logic: expression('outcom = "below"') } },
      'error DEC-01 /decisions/a/logic/text There is no name "outcom" here. Did you mean "outcome"?',
    ],
    [
      { a: { type: 'ratng', logic: expression('1') } },
      'error DEC-01 /decisions/a/type There is no type "ratng".',
    ],
    [
      { a: { logic: expression('a + 1') } },
      'error DEC-02 /decisions/a A decision cannot need itself: a → a.',
    ],
    [
      { score: { logic: expression('1') } },
      'error DEC-13 /decisions/score "score" already has a meaning in expressions. Give the decision another name.',
    ],
    [{ a: { logic: expression('score + "x"') } }, 'error DEC-03 /decisions/a/logic/text '],
    [
      { a: { logic: { kind: 'function', parameters: [], body: expression('1') } } },
      'error DEC-04 /decisions/a/logic Functions cannot be defined inside a decision of a cycle.',
    ],
  ])('%j', (decisions, problem) => {
    expect(withDecisions(decisions).map((line) => line.slice(0, problem.length))).toContain(problem);
  });

  test('are not those of variables', () => {
    expect(withDecisions({ limit: { logic: expression('1') } }, { variables: { limit: 2 } })).toEqual([
      'error DEC-13 /decisions/limit "limit" is a variable of the cycle. Give the decision another name.',
    ]);
  });
});

test('an unknown decision in a guard is an error with the nearest name', () => {
  const stages = {
    ...soundStages,
    observe: {
      after: [
        { delay: 'P3M', to: 'appraise', guard: 'consequnce = "talk"' },
        { delay: 'P4M', to: 'appraise' },
      ],
    },
  };
  const cycle = cycleOf(stages, { decisions: { consequence: { logic: expression('"talk"') } } });
  expect(checkCycle(cycle).filter(({ severity }) => severity === 'error')).toMatchObject([
    { code: 'DOC-expression', message: expect.stringContaining('Did you mean "consequence"?') },
  ]);
});

test('a decision stands for what it looks at: a guard on it decides on the outcome', () => {
  const appraise = {
    entry: [{ do: 'appraise' }],
    always: [{ to: 'met', guard: 'good' }, { to: 'intervene' }],
  };
  const decisions = { good: { logic: expression('outcome != "below"') } };
  expect(
    checkCycle(cycleOf({ ...soundStages, appraise }, { decisions })).filter(({ code }) => code === 'CYC-03'),
  ).toEqual([]);
});

describe('the document', () => {
  const refusals = (decisions: object): string[] => {
    const parsed = parseCycle({ ...cycleOf(), decisions });
    return parsed.kind === 'refused'
      ? parsed.problems.map(({ code, pointer, message }) => `${code} ${pointer} ${message}`)
      : [];
  };

  test.each<[object, string]>([
    [
      { a: { logic: { kind: 'table', inputs: [], outputs: [{}], rules: [{ when: [], gives: [] }] } } },
      'DOC-unknown-key /decisions/a/logic/rules/0/gives The key "gives" is not known here. Did you mean "give"?',
    ],
    [
      {
        a: { logic: { kind: 'context', entries: [{ nam: 'x', logic: { kind: 'expression', text: '1' } }] } },
      },
      'DOC-unknown-key /decisions/a/logic/entries/0/nam The key "nam" is not known here. Did you mean "name"?',
    ],
    [
      { a: { logic: { kind: 'tabel' } } },
      'DOC-invalid /decisions/a/logic/kind The logic of a decision is an expression, table, context, list, relation, invocation, function, conditional, filter, for, some or every.',
    ],
    [
      { '1st': { logic: { kind: 'expression', text: '1' } } },
      'DOC-invalid /decisions/1st "1st" cannot be used as the name of a decision. Use letters, digits and _, in words joined by single spaces, starting with a letter.',
    ],
  ])('%j', (decisions, problem) => {
    expect(refusals(decisions)).toContain(problem);
  });
});

test('a name inside a filter is held against what the items have', () => {
  const about = (text: string) => withDecisions({ a: { logic: expression(text) } });
  expect(about('count(goals[outcome = "below"]) > 0')).toEqual([]);
  expect(about('count(goals[title = "Speed" and critical]) > 0')).toEqual([]);
  expect(about('count(goals[titel = "Speed"]) > 0')).toEqual([
    'error DEC-03 /decisions/a/logic/text There is no name "titel" here.',
  ]);
});

test('a warning can be accepted with its reason', () => {
  const rules: [string[], string[]][] = [[['"below"'], ['1']]];
  const decisions = { level: { logic: table({ inputs: ['outcome'], rules }) } };
  const accepts = { 'DEC-05': 'Everybody else has no level.' };
  expect(withDecisions(decisions, { accepts })).toEqual([
    expect.stringMatching(/^info DEC-05 .* Accepted: Everybody else has no level\.$/),
  ]);
});

describe('guards that use decisions', () => {
  const stagesWith = (...guards: string[]) => ({
    work: {
      on: { done: [...guards.map((guard) => ({ to: 'end', guard })), { to: 'end' }] },
      after: [{ delay: 'P30D', to: 'end' }],
    },
    end: { type: 'final' },
  });
  const decisions = { 'pay grade': { type: 'number', logic: expression('grades + 1') } };
  const found = (given: object, ...guards: string[]) =>
    checkCycle(cycleOf(stagesWith(...guards), { variables: { grades: 1 }, decisions, ...given })).map(
      ({ severity, code, message }) => `${severity} ${code} ${message}`,
    );

  test('are taken as possibly true or false', () => {
    expect(found({}, 'pay grade > 3')).toEqual([]);
    expect(found({}, 'pay grade > 3', 'pay grade > 4')).toEqual([
      expect.stringMatching(/^warning CYC-03 This transition is never taken/),
    ]);
  });

  test('are held against the types of the decisions', () => {
    expect(found({}, 'pay grade = "high"')).toEqual([expect.stringMatching(/^error DOC-expression/)]);
    expect(found({}, 'pay grad > 3')).toEqual([expect.stringMatching(/Did you mean "pay grade"\?$/)]);
  });

  test('a variable that is set to another kind of value has no type to hold a decision against', () => {
    const stages = {
      ...stagesWith('pay grade > 3'),
      work: {
        ...stagesWith('pay grade > 3').work,
        entry: [{ do: 'set', variable: 'grades', value: '"none"' }],
      },
    };
    const named = { 'pay grade': { logic: expression('if grades = "none" then 0 else 1') } };
    const problems = checkCycle(cycleOf(stages, { variables: { grades: 1 }, decisions: named }));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('a finding comes with data', () => {
  const found = (logic: Decision['logic']) =>
    checkCycle(cycleOf(soundStages, { decisions: { level: { logic } } })).filter(({ code }) =>
      code.startsWith('DEC'),
    );

  test('the row that no rule matches', () => {
    const inputs = ['outcome', { label: 'Score', expression: 'score', type: 'number' }];
    const rules: [string[], string[]][] = [[['-', '< 60.5'], ['1']]];
    expect(found(table({ inputs, rules }))[0]?.counterexample).toEqual({ outcome: 'below', Score: 60.5 });
  });

  test('the row that two match, and the other rule', () => {
    const rules: [string[], string[]][] = [
      [['< date("2026-03-02")'], ['1']],
      [['>= date("2026-03-01")'], ['2']],
    ];
    expect(found(table({ inputs: [{ expression: 'today', type: 'date' }], rules }))).toMatchObject([
      {
        code: 'DEC-06',
        pointer: '/decisions/level/logic/rules/1',
        related: [{ pointer: '/decisions/level/logic/rules/0' }],
        counterexample: { today: '2026-03-01' },
      },
    ]);
  });

  test('the command that removes a rule which is never taken', () => {
    const rules: [string[], string[]][] = [
      [['-'], ['1']],
      [['"below"'], ['2']],
    ];
    const masked = found(table({ hit: 'F', inputs: ['outcome'], rules })).find(
      ({ code }) => code === 'DEC-07',
    );
    expect(masked?.fixes?.[0]?.commands).toEqual([{ op: 'remove', path: '/decisions/level/logic/rules/1' }]);
  });
});
