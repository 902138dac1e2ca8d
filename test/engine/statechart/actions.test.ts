import { describe, expect, test } from 'vitest';
import type { Action, Json, Step } from '../../../engine/index.ts';
import { type Check, effectsAre, event, given, moves, planHas, stageIs, took } from '../../support/given.ts';

const doing = (actions: Action[], variables: Record<string, Json> = {}) =>
  given.cycle({
    initial: 'a',
    variables,
    stages: { a: { on: { go: [{ do: actions }], 'outcome.not-scored': [{ to: 'b' }] } }, b: {} },
  });

const acting = (actions: Action[], variables: Record<string, Json> = {}) =>
  doing(actions, variables)
    .started()
    .when(event('go', { result: { rating: 4 }, by: 'ada' }));

describe('set', () => {
  test('is seen by what comes after it in the same list', () => {
    acting(
      [
        { do: 'set', variable: 'count', value: 'count + 1' },
        { do: 'notify', to: 'owner', message: 'Number {{ count }} of {{count * 2}}: {{ event.data.by }}' },
        { do: 'set', variable: 'count', value: 'count * 10' },
        { do: 'emit', event: 'counted', data: { count: 'count', rating: 'result.rating' } },
      ],
      { count: 1 },
    ).then(
      planHas({ variables: { count: 20 } }),
      effectsAre(
        { type: 'notify', to: 'owner', message: 'Number 2 of 4: ada' },
        { type: 'emit', event: 'counted', data: { count: 20, rating: 4 } },
      ),
    );
  });

  test('keeps dates as text, lists and contexts as they are', () => {
    acting([
      { do: 'set', variable: 'day', value: 'today + duration("P1D")' },
      { do: 'set', variable: 'list', value: '[1, "two", { three: 3 }]' },
    ]).then(planHas({ variables: { day: '2026-01-06', list: [1, 'two', { three: 3 }] } }));
  });

  test('of round counts the round', () => {
    acting([{ do: 'set', variable: 'round', value: 'round + 1' }]).then(planHas({ round: 2, variables: {} }));
  });

  test.each([
    [
      'bonus + 1',
      "The expression gives nothing: Variable 'bonus' not found; Null cannot be added to a number.",
    ],
    ['10 ** 400', 'The value is not a number, text, true or false, date, list or context.'],
    ['matches("a", "(")', 'The pattern "(" is not supported.'],
  ])('of %s stops the step', (value, message) => {
    const { step } = acting([{ do: 'set', variable: 'x', value }]);
    expect(step).toEqual({
      kind: 'rejected',
      reason: { code: 'expression-failed', expression: value, place: 'stages/a/on/go/0/do/0/value', message },
    });
  });

  test('of a round that is no number stops the step', () => {
    expect(acting([{ do: 'set', variable: 'round', value: '"two"' }]).step).toMatchObject({
      reason: { code: 'expression-failed', message: 'The round is a whole number; this gives "two".' },
    });
  });
});

describe('raise', () => {
  test('is heard after the step that raised it, with its data', () => {
    given
      .cycle({
        initial: 'a',
        variables: { heard: '' },
        stages: {
          a: {
            on: { go: [{ to: 'b', do: [{ do: 'raise', event: 'called', data: { name: '"b" + "!"' } }] }] },
          },
          b: {
            on: { called: [{ to: 'c', do: [{ do: 'set', variable: 'heard', value: 'event.data.name' }] }] },
          },
          c: {},
        },
      })
      .started()
      .when(event('go'))
      .then(
        stageIs('c'),
        moves(['a', 'b'], ['b', 'c']),
        took('/stages/a/on/go/0', '/stages/b/on/called/0'),
        planHas({ variables: { heard: 'b!' }, revision: 2 }),
      );
  });

  test('of what nobody waits for is ignored', () => {
    acting([{ do: 'raise', event: 'unheard' }]).then(stageIs('a'), effectsAre());
  });
});

describe('effects', () => {
  test('come in the order of exit, transition and entry', () => {
    const say = (message: string): Action[] => [{ do: 'notify', to: 'owner', message }];
    given
      .cycle({
        initial: 'a',
        stages: {
          a: { entry: say('enter a'), exit: say('leave a'), on: { go: [{ to: 'inner', do: say('go') }] } },
          b: {
            entry: say('enter b'),
            initial: 'inner',
            stages: { inner: { entry: say('enter inner') } },
          },
        },
      })
      .started()
      .when(event('go'))
      .then(
        effectsAre(
          ...['leave a', 'go', 'enter b', 'enter inner'].map((message) => ({
            type: 'notify' as const,
            message,
          })),
        ),
      );
  });

  const one = (action: Action, check: Check) => acting([action], { cause: 'method' }).then(check);

  test('reward is given once a round, or once for a key of its own', () => {
    one({ do: 'reward', title: 'Bonus' }, effectsAre({ type: 'reward', key: 'round-1', title: 'Bonus' }));
    one(
      { do: 'reward', title: 'Bonus', key: '"year-" + string(period.end.year)' },
      effectsAre({ type: 'reward', key: 'year-2026', title: 'Bonus' }),
    );
  });

  test('intervene has its cause and a key of its own', () => {
    acting(
      [
        { do: 'intervene', title: 'Look again', cause: 'cause' },
        { do: 'intervene', title: 'Train' },
      ],
      { cause: 'method' },
    ).then(
      effectsAre(
        { type: 'intervene', key: '2-1', title: 'Look again', cause: 'method' },
        { type: 'intervene', key: '2-2', title: 'Train', cause: null },
      ),
    );
  });

  test('start asks for plans of another cycle', () => {
    one(
      { do: 'start', cycle: 'improvement', for: 'children' },
      effectsAre({ type: 'start-plan', cycleId: 'improvement', for: 'children' }),
    );
  });

  test('notify may be sent to whom an expression names', () => {
    one(
      {
        do: 'notify',
        to: '"person:" + component.ownerId',
        message: 'Hello {{ component.name }}{{ nothing }}',
      },
      effectsAre({ type: 'notify', to: 'person:ada', message: 'Hello Parks' }),
    );
  });
});

describe('appraise', () => {
  test('keeps the score, records its parts and raises its outcome', () => {
    const scored: Step = acting([{ do: 'appraise' }]).step;
    expect(scored).toMatchObject({
      kind: 'moved',
      plan: { stage: ['b'], score: null, outcome: null, goals: {} },
      effects: [{ type: 'record-score', score: { componentId: 'parks', reason: 'no_goals' } }],
    });
  });

  test('what people decided is the outcome, and the score stays that of the figures', () => {
    const decided: Step = acting([{ do: 'appraise', outcome: '"exceeds"' }]).step;
    expect(decided).toMatchObject({
      kind: 'moved',
      plan: { score: null, outcome: 'exceeds' },
      effects: [{ type: 'record-score', score: { outcome: null } }],
    });
  });

  test('where nobody decided the figures stand', () => {
    const undecided: Step = acting([{ do: 'appraise', outcome: 'null' }]).step;
    expect(undecided).toMatchObject({ kind: 'moved', plan: { outcome: null } });
  });

  test('what is no outcome keeps the plan where it is', () => {
    const wrong: Step = acting([{ do: 'appraise', outcome: '"splendid"' }]).step;
    expect(wrong).toMatchObject({
      kind: 'rejected',
      reason: { message: expect.stringContaining('"below", "meets", "exceeds", or null') },
    });
  });
});
