import { describe, expect, test } from 'vitest';
import { advance } from '../../../engine/index.ts';
import {
  completed,
  effectsAre,
  event,
  given,
  monday,
  moves,
  planHas,
  rejectedAs,
  someFacts,
  stageIs,
} from '../../support/given.ts';

const task = { title: 'Agree', assignee: 'manager', form: 'plan-agreement' } as const;

describe('a plan', () => {
  const cycle = given.cycle({
    initial: 'plan',
    stages: {
      plan: { on: { agreed: [{ to: 'observe' }] } },
      observe: { on: { ended: [{ to: 'closed' }] } },
      closed: { type: 'final', outcome: 'met', entry: [{ do: 'emit', event: 'plan.closed' }] },
    },
    on: { cancelled: [{ to: 'closed' }] },
  });

  test('starts in the initial stage with revision 1', () => {
    expect(cycle.started().plan).toEqual({
      id: 'plan-1',
      componentId: 'parks',
      cycleId: 'tested',
      cycleVersion: 1,
      period: { start: '2026-01-01', end: '2026-12-31' },
      status: 'active',
      stage: ['plan'],
      chart: { value: 'plan', history: {} },
      variables: {},
      round: 1,
      outcome: null,
      score: null,
      coverage: null,
      goals: {},
      tasks: {},
      timers: {},
      activations: 1,
      ending: null,
      revision: 1,
      startedAt: '2026-01-05T09:00:00.000Z',
      movedAt: '2026-01-05T09:00:00.000Z',
    });
  });

  test('moves with the event and counts a revision', () => {
    cycle
      .started()
      .when(event('agreed'), { at: '2026-02-01T00:00:00Z' })
      .then(
        stageIs('observe'),
        moves(['plan'], ['observe']),
        planHas({ revision: 2, movedAt: '2026-02-01T00:00:00.000Z', startedAt: '2026-01-05T09:00:00.000Z' }),
      );
  });

  test('ends in a final stage with its outcome, the end after what was done on entry', () => {
    cycle
      .inStage('observe')
      .when(event('ended'))
      .then(
        stageIs('closed'),
        planHas({ status: 'ended', ending: 'met' }),
        moves(['observe'], ['closed']),
        effectsAre({ type: 'emit', event: 'plan.closed', data: {} }, { type: 'end-plan', ending: 'met' }),
      );
  });

  test('hears what holds in the whole cycle from every stage', () => {
    cycle.started().when(event('cancelled')).then(stageIs('closed'));
    cycle.inStage('observe').when(event('cancelled')).then(stageIs('closed'));
  });

  test('hears nothing more once it has ended', () => {
    cycle
      .inStage('closed')
      .when(event('cancelled'))
      .then(rejectedAs({ code: 'plan-ended' }));
  });

  test('says which events it accepts when it does not accept one', () => {
    cycle
      .started()
      .when(event('ended'))
      .then(rejectedAs({ code: 'event-not-accepted', type: 'ended', accepted: ['agreed', 'cancelled'] }));
  });

  test.each(['xstate.stop', 'xstate.init', '*', 'xstate.done.state.plan', '__proto__', 'constructor'])(
    'does not take the event %s for more than an unknown one',
    (type) => {
      cycle
        .started()
        .when(event(type))
        .then(rejectedAs({ code: 'event-not-accepted', type, accepted: ['agreed', 'cancelled'] }));
    },
  );
});

describe('a compound stage', () => {
  const cycle = given.cycle({
    initial: 'review',
    stages: {
      review: {
        initial: 'draft',
        stages: {
          draft: { on: { written: [{ to: 'check' }] } },
          check: { on: { passed: [{ to: 'finished' }], escalated: [{ to: 'deep' }] } },
          nested: { initial: 'deep', stages: { deep: {} } },
          finished: { type: 'final' },
        },
        on: { restarted: [{ to: 'review' }], sent: [{ to: 'check', internal: true }] },
        onDone: [{ to: 'closed' }],
      },
      closed: { type: 'final' },
    },
  });

  test('is entered with its initial stage', () => {
    cycle.started().then(stageIs('draft'), planHas({ chart: { value: { review: 'draft' }, history: {} } }));
  });

  test('is left by onDone when its final stage is reached', () => {
    cycle
      .inStage('check')
      .when(event('passed'))
      .then(stageIs('closed'), moves(['check', 'finished', 'review'], ['finished', 'closed']));
  });

  test('may be entered deep inside by the id alone', () => {
    cycle
      .inStage('check')
      .when(event('escalated'))
      .then(stageIs('deep'), moves(['check'], ['nested', 'deep']));
  });

  test('is left and entered again by a transition to itself', () => {
    cycle
      .inStage('check')
      .when(event('restarted'))
      .then(stageIs('draft'), moves(['check', 'review'], ['review', 'draft']));
  });

  test('stays entered when the transition is internal', () => {
    cycle
      .inStage('draft')
      .when(event('sent'))
      .then(stageIs('check'), moves(['draft'], ['check']));
  });
});

describe('a parallel stage', () => {
  const cycle = given.cycle({
    initial: 'appraisal',
    stages: {
      appraisal: {
        type: 'parallel',
        stages: {
          self: {
            initial: 'self-open',
            stages: {
              'self-open': {
                tasks: { 'rate-self': task },
                on: { 'task.rate-self.completed': [{ to: 'self-done' }] },
              },
              'self-done': { type: 'final' },
            },
          },
          peers: {
            initial: 'peers-open',
            stages: {
              'peers-open': { on: { heard: [{ to: 'peers-done' }] } },
              'peers-done': { type: 'final' },
            },
          },
        },
        onDone: [{ to: 'talk' }],
      },
      talk: {},
    },
  });

  test('is in all its stages at once, in document order', () => {
    cycle.started().then(
      stageIs('self-open', 'peers-open'),
      planHas({
        chart: { value: { appraisal: { self: 'self-open', peers: 'peers-open' } }, history: {} },
      }),
    );
  });

  test('is left when each of its parts is finished, whichever comes last', () => {
    cycle
      .started()
      .when(event('heard'))
      .then(stageIs('self-open', 'peers-done'))
      .when(completed('rate-self'))
      .then(stageIs('talk'));
    cycle.started().when(completed('rate-self')).when(event('heard')).then(stageIs('talk'));
  });
});

describe('a history stage', () => {
  const stages = (history: 'shallow' | 'deep') => ({
    work: {
      initial: 'first',
      stages: {
        first: { on: { next: [{ to: 'second' }] } },
        second: {
          initial: 'second-a',
          stages: { 'second-a': { on: { next: [{ to: 'second-b' }] } }, 'second-b': {} },
        },
        back: { type: 'history' as const, history },
      },
      on: { paused: [{ to: 'leave' }] },
    },
    leave: { on: { resumed: [{ to: 'back' }] } },
  });

  test('goes back to the stage directly inside when it is shallow', () => {
    given
      .cycle({ initial: 'work', stages: stages('shallow') })
      .inStage('second-b')
      .when(event('paused'))
      .then(stageIs('leave'), planHas({ chart: { value: 'leave', history: { back: ['second'] } } }))
      .when(event('resumed'))
      .then(stageIs('second-a'));
  });

  test('goes back to the innermost stage when it is deep', () => {
    given
      .cycle({ initial: 'work', stages: stages('deep') })
      .inStage('second-b')
      .when(event('paused'))
      .then(planHas({ chart: { value: 'leave', history: { back: ['second-b'] } } }))
      .when(event('resumed'))
      .then(stageIs('second-b'));
  });

  test('goes to the initial stage while there is no history', () => {
    given
      .cycle({ initial: 'leave', stages: stages('deep') })
      .started()
      .when(event('resumed'))
      .then(stageIs('first'));
  });

  test('goes where it says while there is no history', () => {
    const { work, leave } = stages('deep');
    const back = { type: 'history' as const, to: 'second' };
    given
      .cycle({ initial: 'leave', stages: { leave, work: { ...work, stages: { ...work.stages, back } } } })
      .started()
      .when(event('resumed'))
      .then(stageIs('second-a'));
  });

  test('restores every part of a parallel stage', () => {
    const part = (name: string) => ({
      initial: `${name}-1`,
      stages: { [`${name}-1`]: { on: { [`${name}-next`]: [{ to: `${name}-2` }] } }, [`${name}-2`]: {} },
    });
    given
      .cycle({
        initial: 'both',
        stages: {
          both: {
            type: 'parallel',
            stages: { a: part('a'), b: part('b'), back: { type: 'history', history: 'deep' } },
            on: { paused: [{ to: 'leave' }] },
          },
          leave: { on: { resumed: [{ to: 'back' }] } },
        },
      })
      .started()
      .when(event('b-next'))
      .when(event('paused'))
      .then(planHas({ chart: { value: 'leave', history: { back: ['a-1', 'b-2'] } } }))
      .when(event('resumed'))
      .then(stageIs('a-1', 'b-2'));
  });
});

describe('a plan of something else', () => {
  const cycle = given.cycle({ initial: 'a', stages: { a: { on: { go: [{ to: 'b' }] } }, b: {} } });
  const { plan } = cycle.started();

  test.each([
    ['another version', { ...plan, cycleVersion: 2 }],
    ['another cycle', { ...plan, cycleId: 'other' }],
    ['a stage the cycle does not have', { ...plan, chart: { value: 'x', history: {} } }],
    ['a place that is not one', { ...plan, chart: { value: { a: 'b' }, history: {} } }],
    ['a chart that is not one', { ...plan, chart: { value: 7, history: {} } }],
    ['history of a stage that keeps none', { ...plan, chart: { value: 'a', history: { b: ['a'] } } }],
  ])('is refused: %s', (_, stranger) => {
    expect(advance(cycle.compiled, stranger, event('go'), { at: monday, facts: someFacts })).toEqual({
      kind: 'rejected',
      reason: {
        code: 'cycle-mismatch',
        expected: 'tested 1',
        given: `${stranger.cycleId} ${stranger.cycleVersion}`,
      },
    });
  });
});
