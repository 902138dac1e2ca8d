import { describe, expect, test } from 'vitest';
import { compileCycle, isFault } from '../../../engine/index.ts';
import { effectsAre, event, given, makeCycle, planHas, rejectedAs, stageIs } from '../../support/given.ts';

describe('a step that does not come to rest is stopped', () => {
  const endless = rejectedAs({ code: 'too-many-steps', limit: 1000 });
  const b = { b: { on: { go: [{ to: 'a' }] } } };

  test('when two stages always lead to each other', () => {
    given
      .cycle({ initial: 'b', stages: { a: { always: [{ to: 'c' }] }, c: { always: [{ to: 'a' }] }, ...b } })
      .started()
      .when(event('go'))
      .then(endless);
  });

  test('when a transition that stays always fires', () => {
    given
      .cycle({
        initial: 'b',
        variables: { n: 0 },
        stages: { a: { always: [{ do: [{ do: 'set', variable: 'n', value: 'n + 1' }] }] }, ...b },
      })
      .started()
      .when(event('go'))
      .then(endless);
  });

  test('when an event raises itself', () => {
    given
      .cycle({
        initial: 'a',
        stages: {
          a: {
            on: {
              go: [
                {
                  do: [
                    { do: 'raise', event: 'go' },
                    { do: 'raise', event: 'go' },
                  ],
                },
              ],
            },
          },
        },
      })
      .started()
      .when(event('go'))
      .then(endless);
  });

  test('also while the plan starts', () => {
    endless(given.cycle({ initial: 'a', stages: { a: { always: [{ to: 'a' }] } } }).attempt());
  });

  test('but a loop that ends is run to its end', () => {
    given
      .cycle({
        initial: 'b',
        variables: { n: 0 },
        stages: {
          a: {
            always: [
              { guard: 'n < 300', do: [{ do: 'set', variable: 'n', value: 'n + 1' }] },
              { to: 'done', guard: 'n = 300' },
            ],
          },
          done: {},
          ...b,
        },
      })
      .started()
      .when(event('go'))
      .then(stageIs('done'), planHas({ variables: { n: 300 } }));
  });
});

describe('an expression', () => {
  const guarded = (guard: string) =>
    given.cycle({ initial: 'a', stages: { a: { on: { go: [{ to: 'b', guard }] } }, b: {} } });

  test.each(['1 +', 'function() 1', 'matches("a", "(")', 'for i in 1..1000000 return i', 'now() > now'])(
    'that throws stops the step: %s',
    (guard) => {
      const { step } = guarded(guard).started().when(event('go'));
      expect(step).toMatchObject({
        kind: 'rejected',
        reason: { code: 'expression-failed', expression: guard, place: 'stages/a/on/go/0/guard' },
      });
      expect(step.kind === 'rejected' && isFault(step.reason)).toBe(true);
    },
  );

  test.each([
    'null',
    '"yes"',
    '1',
    'score > 100',
    'result.nothing > 3',
    'nobody != "me"',
    '1 + "a" != 3',
    'event.data.open',
  ])('that is not true does not pass: %s', (guard) => {
    guarded(guard)
      .started()
      .when(event('go'))
      .then(rejectedAs({ code: 'guards-refused', type: 'go', refusals: [{ stage: 'a', to: 'b', guard }] }));
  });

  test('that throws in the middle of a list leaves nothing of the step', () => {
    const cycle = given.cycle({
      initial: 'a',
      variables: { n: 0 },
      stages: {
        a: {
          on: {
            go: [
              {
                to: 'b',
                do: [
                  { do: 'set', variable: 'n', value: '1' },
                  { do: 'notify', to: 'owner', message: 'sent?' },
                  { do: 'set', variable: 'n', value: 'n +' },
                ],
              },
            ],
          },
        },
        b: {},
      },
    });
    const before = cycle.started();
    const after = before.when(event('go')).then(
      rejectedAs({
        code: 'expression-failed',
        expression: 'n +',
        place: 'stages/a/on/go/0/do/2/value',
        message: 'The expression is not complete.',
      }),
    );
    expect(after.plan).toEqual(before.plan);
  });
});

test('a plan that grows too large is refused', () => {
  const cycle = given.cycle({
    initial: 'a',
    variables: { text: 'x'.repeat(1000) },
    stages: { a: { on: { grow: [{ do: [{ do: 'set', variable: 'text', value: 'text + text' }] }] } } },
  });
  let scenario = cycle.started();
  while (scenario.step.kind === 'moved') scenario = scenario.when(event('grow'));
  expect(scenario.step).toMatchObject({
    reason: { code: 'state-too-large', limit: 1_048_576, size: expect.any(Number) },
  });
  expect(JSON.stringify(scenario.plan).length).toBeLessThan(1_048_576);
});

test('an event that no transition of the active stages waits for does not run always again', () => {
  given
    .cycle({
      initial: 'a',
      stages: { a: { always: [{ to: 'b', guard: 'today >= date("2026-02-01")' }], on: { go: [{}] } }, b: {} },
    })
    .started()
    .when(event('other'), { at: '2026-03-01T00:00:00Z' })
    .then(rejectedAs({ code: 'event-not-accepted', type: 'other', accepted: ['go'] }))
    .when(event('go'), { at: '2026-03-01T00:00:00Z' })
    .then(stageIs('b'), effectsAre());
});

describe('a cycle that is no statechart does not compile', () => {
  test.each([
    ['an unknown target', { a: { on: { go: [{ to: 'nowhere' }] } } }, 'There is no stage "nowhere"'],
    ['an empty parallel stage', { a: { type: 'parallel' as const, stages: {} } }, 'parallel stage "a"'],
    [
      'an id that is used twice',
      { a: { initial: 'b', stages: { b: {} } }, b: {} },
      'The stage id "b" is used twice',
    ],
    [
      'a history stage that starts in another',
      {
        a: {
          initial: 'b',
          stages: {
            b: {},
            h: { type: 'history' as const, to: 'k' },
            k: { type: 'history' as const, to: 'h' },
          },
        },
      },
      'history stage "h"',
    ],
    [
      'an initial stage that only remembers',
      { a: { initial: 'h', stages: { b: {}, h: { type: 'history' as const } } } },
      '"h"',
    ],
  ])('%s', (_, stages, message) => {
    expect(() => compileCycle(makeCycle({ initial: 'a', stages }), 1)).toThrow(message);
  });
});

describe('the facts a cycle needs', () => {
  const factsOf = (guard: string, entry: { do: 'appraise' }[] = []) => [
    ...given.cycle({ initial: 'a', stages: { a: { entry, on: { go: [{ guard }] } } } }).compiled.facts,
  ];

  test('are those its expressions and actions can look at', () => {
    expect(factsOf('result.ok and component.id = "x"')).toEqual([]);
    expect(factsOf('count(goals) > 1')).toEqual(['goals', 'measures']);
    expect(factsOf('every c in children satisfies c.settled')).toEqual(['children']);
    expect(factsOf('true', [{ do: 'appraise' }])).toEqual(['goals', 'measures', 'observations']);
  });
});
