// Scenarios as part of the document: what keeps them from being run, and what a check says when one fails.
import { describe, expect, test } from 'vitest';
import { cycleJsonSchema, formatCycle, parseCycle } from '../../../engine/index.ts';
import { cycleWith, review, scenario, scenarioProblems } from './given.ts';

describe('a check', () => {
  test('has nothing to say of scenarios that pass', () => {
    const passing = scenario({ when: [{ wait: 'P90D' }], then: { stage: 'review' } });
    expect(scenarioProblems(cycleWith([passing]))).toEqual([]);
    expect(scenarioProblems(cycleWith([]))).toEqual([]);
  });

  test('says which expectation is not met, and points at it', () => {
    const failing = scenario({
      name: 'A quarter later',
      when: [{ wait: 'P90D', then: { stage: 'agreed' } }],
    });
    expect(scenarioProblems(cycleWith([scenario({}), failing]))).toEqual([
      {
        code: 'SCN-04',
        severity: 'error',
        pointer: '/scenarios/1/when/0/then/stage',
        stage: null,
        message: 'Scenario "A quarter later": The plan should be in agreed; it is in review.',
      },
    ]);
  });

  test('says where the plan went another way', () => {
    const failing = scenario({ when: [{ event: 'unheard.of' }] });
    expect(scenarioProblems(cycleWith([failing]))).toMatchObject([
      { code: 'SCN-03', pointer: '/scenarios/0/when/0' },
    ]);
  });

  test('wants names that are there, and no name twice', () => {
    const first = scenario({ when: [{ complete: 'wirte' }, { observe: 'calls', value: 1 }] });
    const second = scenario({ then: { stage: 'revew', tasks: { write: {} }, timers: { quater: null } } });
    const told = scenarioProblems(cycleWith([first, second])).map(({ code, pointer, message }) => [
      code,
      pointer,
      message,
    ]);
    expect(told).toEqual([
      ['SCN-01', '/scenarios/1/name', 'Two scenarios are called "It". Say in the name what each is about.'],
      [
        'SCN-02',
        '/scenarios/0/when/0/complete',
        'There is no task "wirte" in the cycle. Did you mean "write"?',
      ],
      ['SCN-02', '/scenarios/0/when/1/observe', 'There is no given measure "calls" in the cycle.'],
      ['SCN-02', '/scenarios/1/then/stage', 'There is no stage "revew" in the cycle. Did you mean "review"?'],
      [
        'SCN-02',
        '/scenarios/1/then/timers/quater',
        'There is no timer "quater" in the cycle. Did you mean "quarter"?',
      ],
    ]);
  });

  test('wants each step to be one thing', () => {
    const two = scenario({ when: [{ wait: 'P1D', event: 'x' }, { then: {} }] });
    expect(scenarioProblems(cycleWith([two])).map(({ message }) => message)).toEqual([
      'A step is one of wait, event, complete, observe; this is wait and event.',
      'A step is one of wait, event, complete, observe; this is none of them.',
    ]);
  });

  test('runs only so many steps, and says which scenarios it left out', () => {
    const round = {
      initial: 'a',
      stages: {
        a: { after: [{ delay: 'PT1H', to: 'b' }] },
        b: { after: [{ delay: 'PT1H', to: 'a' }] },
        z: { type: 'final' as const },
      },
      on: { end: [{ to: 'z' }] },
    };
    const long = Array.from({ length: 5 }, (_, index) =>
      scenario({ name: `Long ${index}`, when: [{ wait: 'P70D' }] }),
    );
    expect(scenarioProblems(cycleWith(long, round))).toMatchObject([
      { code: 'SCN-05', severity: 'warning', pointer: '/scenarios/3' },
    ]);
  });

  test('does not run them while the document is no statechart', () => {
    const broken = { ...review, initial: 'gone' };
    const failing = scenario({ then: { stage: 'agreed' } });
    expect(scenarioProblems(cycleWith([failing], broken))).toEqual([]);
  });
});

describe('the document', () => {
  const parse = (scenarios: unknown) =>
    parseCycle({ schema: 'cycle/1', id: 'tested', name: 'Tested', ...review, scenarios });

  test.each([
    [{ name: 'It', wen: [] }, '/scenarios/0/wen', 'The key "wen" is not known here. Did you mean "when"?'],
    [
      { name: 'It', given: { variabels: {} } },
      '/scenarios/0/given/variabels',
      'The key "variabels" is not known here. Did you mean "variables"?',
    ],
    [
      { name: 'It', when: [{ compelte: 'write' }] },
      '/scenarios/0/when/0/compelte',
      'The key "compelte" is not known here. Did you mean "complete"?',
    ],
    [
      { name: 'It', then: { tasks: { write: { asignee: 'owner' } } } },
      '/scenarios/0/then/tasks/write/asignee',
      'The key "asignee" is not known here. Did you mean "assignee"?',
    ],
    [
      { name: 'It', given: { goals: [{ id: 'a', titel: 'A' }] } },
      '/scenarios/0/given/goals/0/titel',
      'The key "titel" is not known here. Did you mean "title"?',
    ],
    [{ name: 'It', then: { effects: { emited: [] } } }, '/scenarios/0/then/effects/emited', undefined],
  ])('refuses %j', (given, pointer, message) => {
    const parsed = parse([given]);
    const problems = parsed.kind === 'refused' ? parsed.problems : [];
    expect(problems).toMatchObject([{ code: 'DOC-unknown-key', pointer, ...(message ? { message } : {}) }]);
  });

  test('is written in one order, whatever the order in which it was said', () => {
    const one = {
      then: { tasks: { write: { due: '2026-04-10', assignee: 'manager' } }, stage: 'review' },
      when: [{ then: { round: 1, stage: 'review' }, data: { urgent: true }, event: 'review.requested' }],
      given: {
        measures: [{ goalId: 'g', id: 'm' }],
        goals: [{ title: 'G', id: 'g' }],
        start: '2026-01-05T09:00:00Z',
      },
      name: 'It',
    };
    const parsed = parse([one]);
    const text = parsed.kind === 'parsed' ? formatCycle(parsed.cycle) : '';
    const written = JSON.parse(text).scenarios[0];
    expect(Object.keys(written)).toEqual(['name', 'given', 'when', 'then']);
    expect(Object.keys(written.given)).toEqual(['start', 'goals', 'measures']);
    expect(Object.keys(written.when[0])).toEqual(['event', 'data', 'then']);
    expect(Object.keys(written.then)).toEqual(['stage', 'tasks']);
    expect(Object.keys(written.then.tasks.write)).toEqual(['assignee', 'due']);
    const again = parseCycle(JSON.parse(text));
    expect(again.kind === 'parsed' && formatCycle(again.cycle)).toBe(text);
  });

  test('has them in its JSON Schema', () => {
    expect(JSON.stringify(cycleJsonSchema())).toContain('"scenarios"');
  });
});
