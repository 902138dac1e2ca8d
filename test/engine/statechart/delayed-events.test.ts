import { describe, expect, test } from 'vitest';
import { event, given, planHas, rejectedAs, stageIs, timerFired } from '../../support/given.ts';

const raising = (more: object = {}) => ({
  do: 'raise' as const,
  event: 'nudge',
  data: { said: '"hello " + name' },
  delay: 'P3D',
  ...more,
});
const firedBy = (plan: { timers: Record<string, { activation: number }> }, index = 0) => {
  const [id = '', timer] = Object.entries(plan.timers)[index] ?? [];
  return timerFired(id, { activation: timer?.activation ?? 0 });
};

describe('an event raised with a delay', () => {
  const cycle = given.cycle({
    initial: 'a',
    variables: { name: 'Ada', heard: null },
    stages: {
      a: { on: { go: [{ to: 'b', do: [raising(), { do: 'set', variable: 'name', value: '"Max"' }] }] } },
      b: {
        on: {
          nudge: [{ to: 'c', do: [{ do: 'set', variable: 'heard', value: 'event' }] }],
          on: [{ to: 'd' }],
        },
      },
      c: {},
      d: {},
    },
  });

  test('is a timer that the stage which raised it does not take along', () => {
    const { step, plan } = cycle.started().when(event('go'));
    expect(plan.timers).toEqual({
      'raise_2.1': {
        stage: 'a',
        activation: 1,
        dueAt: '2026-01-08T09:00:00.000Z',
        raises: { id: null, type: 'nudge', data: { said: 'hello Ada' } },
      },
    });
    expect(step.kind === 'moved' && step.effects).toEqual([
      {
        type: 'arm-timer',
        timerId: 'raise_2.1',
        stage: 'a',
        activation: 1,
        dueAt: '2026-01-08T09:00:00.000Z',
      },
    ]);
  });

  test('is heard where the plan is then, with what was known when it was raised', () => {
    const waiting = cycle.started().when(event('go'));
    waiting.when(firedBy(waiting.plan)).then(
      stageIs('c'),
      planHas({
        timers: {},
        variables: { name: 'Max', heard: { type: 'nudge', data: { said: 'hello Ada' } } },
      }),
    );
  });

  test('is spent when nothing waits for it any more', () => {
    const waiting = cycle.started().when(event('go')).when(event('on'));
    waiting.when(firedBy(waiting.plan)).then(stageIs('d'), planHas({ timers: {}, revision: 4 }));
  });

  test('is not heard twice, nor by another stay', () => {
    const waiting = cycle.started().when(event('go'));
    const fired = waiting.when(firedBy(waiting.plan));
    fired
      .when(firedBy(waiting.plan))
      .then(rejectedAs({ code: 'event-not-accepted', type: 'timer.raise_2.1', accepted: [] }));
    waiting
      .when(timerFired('raise_2.1', { activation: 7 }))
      .then(rejectedAs({ code: 'event-not-accepted', type: 'timer.raise_2.1', accepted: ['nudge', 'on'] }));
  });
});

describe('an event raised under a name', () => {
  const cycle = given.cycle({
    initial: 'a',
    variables: { name: 'Ada' },
    stages: {
      a: {
        entry: [
          raising({ id: 'reminder' }),
          raising({ id: 'other', delay: 'P5D' }),
          raising({ id: 'reminder', delay: 'P9D' }),
        ],
        on: {
          calm: [{ do: [{ do: 'cancel', id: 'reminder' }] }],
          none: [{ do: [{ do: 'cancel', id: 'nothing' }] }],
          end: [{ to: 'z' }],
        },
      },
      z: { type: 'final' },
    },
  });

  test('is called off by it, each time that it was raised', () => {
    const { step, plan } = cycle.started().when(event('calm'));
    expect(Object.keys(plan.timers)).toEqual(['raise_1.2.other']);
    expect(step.kind === 'moved' && step.effects).toEqual([
      { type: 'cancel-timer', timerId: 'raise_1.1.reminder', activation: 1 },
      { type: 'cancel-timer', timerId: 'raise_1.3.reminder', activation: 1 },
    ]);
  });

  test('stays when another name is called off', () => {
    expect(Object.keys(cycle.started().when(event('none')).plan.timers)).toHaveLength(3);
  });

  test('goes with the end of the plan', () => {
    const { step, plan } = cycle.started().when(event('end'));
    expect(plan.timers).toEqual({});
    expect(step.kind === 'moved' && step.effects.map(({ type }) => type)).toEqual([
      'cancel-timer',
      'cancel-timer',
      'cancel-timer',
      'end-plan',
    ]);
  });
});

test('a guard that fails on a delayed event stops the step with its fault', () => {
  const waiting = given
    .cycle({
      initial: 'a',
      variables: { name: 'Ada' },
      stages: { a: { entry: [raising()], on: { nudge: [{ to: 'a', guard: '1 +' }] } } },
    })
    .started();
  waiting.when(firedBy(waiting.plan)).then(
    rejectedAs({
      code: 'expression-failed',
      expression: '1 +',
      place: 'stages/a/on/nudge/0/guard',
      message: 'The expression is not complete.',
    }),
  );
});

test('a cycle that raises events in a circle is stopped', () => {
  const step = given
    .cycle({
      initial: 'a',
      variables: { name: 'Ada' },
      stages: { a: { entry: [raising(), { do: 'raise', event: 'again' }], on: { again: [{ to: 'a' }] } } },
    })
    .attempt();
  rejectedAs({
    code: 'expression-failed',
    expression: 'P3D',
    place: 'stages/a/entry/0/delay',
    message: 'More than 100 events would wait to be heard: the cycle raises them in a circle.',
  })(step);
});
