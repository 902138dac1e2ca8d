// Decisions in a plan's steps: guards, actions, assignees and dates that use them, and what a step keeps of them.
import { describe, expect, test } from 'vitest';
import {
  compileCycle,
  type Decision,
  describeTransitions,
  type Effect,
  everyWeekdayInUtc,
  type Step,
} from '../../../engine/index.ts';
import { event, given, makeCycle, monday, planHas, someFacts, stageIs } from '../../support/given.ts';
import { expression, table } from '../decision/given.ts';

const band: Decision = {
  name: 'Band',
  logic: table({
    inputs: [{ label: 'Points', expression: 'points', type: 'number' }],
    outputs: [{ type: 'string' }],
    rules: [
      [['< 10'], ['"low"']],
      [['[10..20)'], ['"middle"']],
      [['>= 20'], ['"high"']],
    ],
  }),
};

const recorded = (step: Step): Extract<Effect, { type: 'record-decisions' }>['decisions'] =>
  step.kind === 'moved'
    ? step.effects.flatMap((effect) => (effect.type === 'record-decisions' ? effect.decisions : []))
    : [];

describe('a guard', () => {
  const cycle = (points: number) =>
    given.cycle({
      variables: { points },
      decisions: { band },
      initial: 'a',
      stages: {
        a: {
          on: {
            go: [
              { to: 'low', guard: 'band = "low"' },
              { to: 'high', guard: 'band = "high"' },
              { to: 'between' },
            ],
          },
        },
        low: {},
        high: {},
        between: {},
      },
    });

  test.each([
    [9, 'low', 0],
    [15, 'between', 1],
    [20, 'high', 2],
  ])('goes by the rule that matches: %d leads to %s', (points, stage, row) => {
    const { step } = cycle(points).started().when(event('go')).then(stageIs(stage));
    expect(recorded(step)).toEqual([
      {
        decision: 'band',
        inputs: [{ label: 'Points', value: points }],
        rows: [row],
        value: ['low', 'middle', 'high'][row],
        problems: [],
      },
    ]);
  });

  test('is told before the event as it would hold now', () => {
    const compiled = cycle(20).compiled;
    const step = cycle(20).started().step;
    if (step.kind !== 'moved') throw new Error('The plan did not start.');
    const situation = { at: monday, facts: { ...someFacts, calendar: everyWeekdayInUtc } };
    expect(describeTransitions(compiled, step.plan, situation).map(({ passes }) => passes)).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('on a decision that looks at the event is told when the event is there', () => {
    const waiting = given.cycle({
      decisions: { fits: { logic: expression('event.data.size < 10') } },
      initial: 'a',
      stages: { a: { on: { go: [{ to: 'b', guard: 'fits' }] } }, b: {} },
    });
    const { step } = waiting.started();
    if (step.kind !== 'moved') throw new Error('The plan did not start.');
    const situation = { at: monday, facts: someFacts };
    expect(describeTransitions(waiting.compiled, step.plan, situation)[0]?.passes).toBeNull();
    waiting
      .started()
      .when(event('go', { size: 9 }))
      .then(stageIs('b'));
    expect(waiting.started().when(event('go', { size: 10 })).step.kind).toBe('rejected');
  });
});

describe('actions', () => {
  test('use decisions in set, reward, intervene, messages and data', () => {
    const { step } = given
      .cycle({
        variables: { points: 15, kept: null },
        decisions: {
          band,
          'award key': { logic: expression('"award-" + band') },
          doubled: { parameters: [{ name: 'n', type: 'number' }], logic: expression('n * 2') },
        },
        initial: 'a',
        stages: {
          a: {
            on: {
              go: [
                {
                  do: [
                    { do: 'set', variable: 'kept', value: '{ band: band, twice: doubled(points) }' },
                    { do: 'reward', title: 'Well done', key: 'award key' },
                    { do: 'intervene', title: 'Talk', cause: 'if band = "middle" then "pace" else "none"' },
                    { do: 'notify', to: 'owner', message: 'Your band: {{ band }}' },
                    { do: 'emit', event: 'banded', data: { band: 'band' } },
                  ],
                },
              ],
            },
          },
        },
      })
      .started()
      .when(event('go'))
      .then(planHas({ variables: { points: 15, kept: { band: 'middle', twice: 30 } } }));
    expect(step.kind === 'moved' && step.effects).toMatchObject([
      { type: 'reward', key: 'award-middle' },
      { type: 'intervene', cause: 'pace' },
      { type: 'notify', message: 'Your band: middle' },
      { type: 'emit', data: { band: 'middle' } },
      { type: 'record-decisions' },
    ]);
  });

  test('see a decision anew when what it looks at was set', () => {
    const { step } = given
      .cycle({
        variables: { points: 5, before: '', after: '' },
        decisions: { band },
        initial: 'a',
        stages: {
          a: {
            on: {
              go: [
                {
                  do: [
                    { do: 'set', variable: 'before', value: 'band' },
                    { do: 'set', variable: 'points', value: '25' },
                    { do: 'set', variable: 'after', value: 'band' },
                  ],
                },
              ],
            },
          },
        },
      })
      .started()
      .when(event('go'))
      .then(planHas({ variables: { points: 25, before: 'low', after: 'high' } }));
    expect(recorded(step).map(({ inputs, value }) => [inputs[0]?.value, value])).toEqual([
      [5, 'low'],
      [25, 'high'],
    ]);
  });

  test('take a decision once, however often it is asked for', () => {
    const { step } = given
      .cycle({
        variables: { points: 5 },
        decisions: { band, loud: { logic: expression('upper case(band)') } },
        initial: 'a',
        stages: {
          a: {
            on: {
              go: [
                { to: 'b', guard: 'band = "none"' },
                { to: 'b', guard: 'loud = "NONE"' },
                { to: 'b', guard: 'loud = "LOW" and band = "low"' },
              ],
            },
          },
          b: {},
        },
      })
      .started()
      .when(event('go'))
      .then(stageIs('b'));
    expect(recorded(step).map(({ decision }) => decision)).toEqual(['band', 'loud']);
  });
});

describe('tasks', () => {
  test('are given to whom a decision says, and are due when it says', () => {
    const { step } = given
      .cycle({
        variables: { points: 25 },
        decisions: {
          band,
          reviewer: {
            logic: table({
              inputs: ['band'],
              rules: [
                [['"high"'], ['"role:hr"']],
                [['not("high")'], ['"manager"']],
              ],
            }),
          },
          patience: { logic: expression('duration(if band = "high" then "P2D" else "P5D")') },
        },
        initial: 'a',
        stages: {
          a: {
            tasks: { review: { title: 'Review', assignee: 'reviewer', form: 'feedback', due: 'patience' } },
          },
        },
      })
      .started();
    expect(step.kind === 'moved' && step.effects[0]).toMatchObject({
      type: 'open-task',
      assignee: 'role:hr',
      dueAt: '2026-01-07T09:00:00.000Z',
    });
  });

  test('whose assignee gives nobody stop the step', () => {
    const step = given
      .cycle({
        decisions: { nobody: { logic: expression('"the boss"') } },
        initial: 'a',
        stages: { a: { tasks: { review: { title: 'Review', assignee: 'nobody', form: 'feedback' } } } },
      })
      .attempt();
    expect(step).toMatchObject({ reason: { code: 'expression-failed', expression: 'nobody' } });
  });
});

describe('what a step keeps', () => {
  test('is nothing when it looked at no decision', () => {
    const { step } = given
      .cycle({
        variables: { points: 1 },
        decisions: { band },
        initial: 'a',
        stages: { a: { on: { go: [{ to: 'b' }] } }, b: {} },
      })
      .started()
      .when(event('go'));
    expect(step.kind === 'moved' && step.effects).toEqual([]);
  });

  test('says what went wrong, and is small', () => {
    const { step } = given
      .cycle({
        variables: { text: 'x'.repeat(2_000) },
        decisions: {
          both: {
            logic: table({
              inputs: [{ label: 'Text', expression: 'text' }],
              rules: [
                [['-'], ['1']],
                [['-'], ['2']],
              ],
            }),
          },
        },
        initial: 'a',
        stages: { a: { on: { go: [{ to: 'b', guard: 'both = null' }] } }, b: {} },
      })
      .started()
      .when(event('go'));
    const [trace] = recorded(step);
    expect(trace).toMatchObject({
      rows: [0, 1],
      value: null,
      problems: ['The rules 1, 2 match, and only one may.'],
    });
    expect(String(trace?.inputs[0]?.value)).toHaveLength(501);
  });
});

test('a guard is kept with the values of the decisions that it looked at', () => {
  const { step } = given
    .cycle({
      variables: { points: 15 },
      decisions: { 'point band': band },
      initial: 'a',
      stages: {
        a: {
          on: {
            go: [
              { to: 'b', guard: 'point band = "low"' },
              { to: 'b', guard: 'points > 1' },
            ],
          },
        },
        b: {},
      },
    })
    .started()
    .when(event('go'));
  expect(step.kind === 'moved' && step.moves.asked.map(({ passed, values }) => ({ passed, values }))).toEqual(
    [
      { passed: false, values: { 'point band': 'middle' } },
      { passed: true, values: { points: 15 } },
    ],
  );
});

describe('the facts that a cycle needs', () => {
  const factsOf = (guard: string) =>
    compileCycle(
      makeCycle({
        decisions: {
          'goal count': { logic: expression('count(goals)') },
          busy: { logic: expression('goal count > 3') },
          idle: { logic: expression('count(children) = 0') },
        },
        initial: 'a',
        stages: { a: { on: { go: [{ to: 'b', guard }] } }, b: {} },
      }),
      1,
    ).facts;

  test('are found through the decisions that it uses', () => {
    expect([...factsOf('busy')].sort()).toEqual(['goals', 'measures']);
    expect([...factsOf('idle')]).toEqual(['children']);
    expect([...factsOf('round > 1')]).toEqual([]);
  });
});
