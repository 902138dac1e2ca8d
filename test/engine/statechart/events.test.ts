import { describe, expect, test } from 'vitest';
import { acceptedEvents } from '../../../engine/index.ts';
import { event, given, planHas, rejectedAs, stageIs, timerFired } from '../../support/given.ts';

describe('a transition that waits for all events of a kind', () => {
  const stages = {
    a: {
      on: {
        '*': [{ to: 'any' }],
        'note.*': [{ to: 'note' }],
        'note.urgent.*': [{ to: 'urgent', guard: 'event.data.real' }],
        'note.urgent.now': [{ to: 'now', guard: 'event.data.real' }],
        note: [{ to: 'just-note' }],
      },
      after: [{ delay: 'P1D', to: 'timer' }],
    },
    any: {},
    note: {},
    urgent: {},
    now: {},
    'just-note': {},
    timer: {},
  };
  const cycle = given.cycle({ initial: 'a', stages });

  test.each([
    ['note', {}, 'just-note'],
    ['note.taken', {}, 'note'],
    ['note.urgent', { real: true }, 'urgent'],
    ['note.urgent.now', { real: true }, 'now'],
    ['note.urgent.later', { real: true }, 'urgent'],
    ['note.urgent.now', { real: false }, 'note'],
    ['notes.taken', {}, 'any'],
    ['task', {}, 'any'],
  ])('hears %s with %j as the most exact type that its guards let pass: %s', (type, data, stage) => {
    cycle.started().when(event(type, data)).then(stageIs(stage));
  });

  test('does not hear the timers of stages', () => {
    cycle.started().when(timerFired('a.0')).then(stageIs('timer'));
  });

  test('is listed as it stands among the events that are accepted', () => {
    expect(acceptedEvents(cycle.compiled, cycle.started().plan)).toEqual([
      '*',
      'note.*',
      'note.urgent.*',
      'note.urgent.now',
      'note',
    ]);
  });

  test('hears what is raised inside', () => {
    given
      .cycle({
        initial: 'a',
        stages: {
          a: { entry: [{ do: 'raise', event: 'note.taken' }], on: { 'note.*': [{ to: 'b' }] } },
          b: {},
        },
      })
      .started()
      .then(stageIs('b'));
  });
});

describe('the end of what is inside', () => {
  const review = {
    initial: 'open',
    stages: {
      open: { on: { closed: [{ to: 'settled' }] } },
      settled: { type: 'final' as const, data: { score: 'mark * 2', by: '"manager"' } },
    },
  };

  test('is heard by stages around, with what the final stage gives', () => {
    given
      .cycle({
        initial: 'work',
        variables: { mark: 21, seen: null },
        stages: {
          work: {
            initial: 'review',
            stages: { review },
            on: {
              'done.state.review': [{ to: 'after', do: [{ do: 'set', variable: 'seen', value: 'event' }] }],
            },
          },
          after: {},
        },
      })
      .started()
      .when(event('closed'))
      .then(
        stageIs('after'),
        planHas({
          variables: { mark: 21, seen: { type: 'done.state.review', data: { score: 42, by: 'manager' } } },
        }),
      );
  });

  test('is told by the engine alone', () => {
    given
      .cycle({
        initial: 'review',
        stages: { review, after: {} },
        on: { 'done.state.review': [{ to: 'after' }] },
      })
      .started()
      .when(event('done.state.review'))
      .then(rejectedAs({ code: 'event-not-accepted', type: 'done.state.review', accepted: ['closed'] }));
  });

  test('is taken by its own onDone before anything else hears it', () => {
    given
      .cycle({
        initial: 'review',
        variables: { mark: 1 },
        stages: { review: { ...review, onDone: [{ to: 'own' }] }, own: {}, other: {} },
        on: { '*': [{ to: 'other' }] },
      })
      .started()
      .when(event('closed'))
      .then(stageIs('own'));
  });
});

describe('an action with a guard', () => {
  const noting = (guard: string) => ({
    initial: 'a',
    variables: { n: 1, noted: false },
    stages: {
      a: {
        entry: [
          { do: 'set' as const, variable: 'n', value: 'n + 1' },
          { do: 'set' as const, guard, variable: 'noted', value: 'true' },
        ],
      },
    },
  });

  test('is done when the guard holds just then', () => {
    given
      .cycle(noting('n = 2'))
      .started()
      .then(planHas({ variables: { n: 2, noted: true } }));
  });

  test('is left out when it does not, and when it rests on nothing', () => {
    given
      .cycle(noting('n = 1'))
      .started()
      .then(planHas({ variables: { n: 2, noted: false } }));
    given
      .cycle(noting('missing > 1'))
      .started()
      .then(planHas({ variables: { n: 2, noted: false } }));
  });

  test('stops the step when the guard cannot be read', () => {
    const { kind, ...rest } = given.cycle(noting('n = ')).attempt();
    expect(kind).toBe('rejected');
    expect(rest).toMatchObject({ reason: { code: 'expression-failed', place: 'stages/a/entry/1/guard' } });
  });
});

describe('the stages that a plan is in', () => {
  const seeing = (variable: string) => ({ do: 'set' as const, variable, value: 'stages' });

  test('are known to expressions, with those around them, in document order', () => {
    given
      .cycle({
        initial: 'both',
        variables: { seen: null },
        stages: {
          both: {
            type: 'parallel',
            stages: { a: { initial: 'a1', stages: { a1: {} } }, b: {} },
            on: { asked: [{ do: [seeing('seen')] }] },
          },
        },
      })
      .started()
      .when(event('asked'))
      .then(planHas({ variables: { seen: ['both', 'a', 'a1', 'b'] } }));
  });

  test('count a stage from before its entry until after its exit', () => {
    given
      .cycle({
        initial: 'group',
        variables: { entering: null, leaving: null, between: null, after: null },
        stages: {
          group: {
            initial: 'inner',
            entry: [seeing('entering')],
            exit: [seeing('between')],
            stages: {
              inner: { exit: [seeing('leaving')], on: { left: [{ to: 'next' }] } },
            },
          },
          next: { entry: [seeing('after')] },
        },
      })
      .started()
      .when(event('left'))
      .then(
        planHas({
          variables: {
            entering: ['group'],
            leaving: ['group', 'inner'],
            between: ['group'],
            after: ['next'],
          },
        }),
      );
  });

  test('decide guards between parts of a parallel stage', () => {
    const part = (own: string, other: string) => ({
      initial: `${own}1`,
      stages: {
        [`${own}1`]: { on: { [own]: [{ to: `${own}2` }] } },
        [`${own}2`]: { on: { both: [{ to: 'together', guard: `list contains(stages, "${other}2")` }] } },
      },
    });
    given
      .cycle({
        initial: 'all',
        stages: { all: { type: 'parallel', stages: { a: part('a', 'b'), b: part('b', 'a') } }, together: {} },
      })
      .started()
      .when(event('a'))
      .when(event('both'))
      .then(
        rejectedAs({
          code: 'guards-refused',
          type: 'both',
          refusals: [{ stage: 'a2', to: 'together', guard: 'list contains(stages, "b2")' }],
        }),
      )
      .when(event('b'))
      .when(event('both'))
      .then(stageIs('together'));
  });
});
