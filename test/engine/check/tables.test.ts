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
