// Where XState 5 goes another way than the SCXML recommendation, the recommendation holds (docs/adr/0013).
import { describe, expect, test } from 'vitest';
import { type Action, isFault, type Stage } from '../../../engine/index.ts';
import { completed, event, given, moves, planHas, stageIs } from '../../support/given.ts';

const count = (variable: string): Action => ({ do: 'set', variable, value: `${variable} + 1` });
const parts = (a: Stage, b: Stage, more: object = {}): Stage => ({
  type: 'parallel',
  stages: { a, b },
  ...more,
});

describe('3.13: a transition leaves everything inside the least common compound stage', () => {
  const inside = (name: string, more: object = {}): Stage => ({
    initial: `${name}1`,
    stages: { [`${name}1`]: { on: { next: [{ to: `${name}2` }] } }, [`${name}2`]: {} },
    ...more,
  });

  test('so a part that leads to itself takes the whole parallel stage along', () => {
    given
      .cycle({
        initial: 'both',
        stages: { both: parts(inside('a', { on: { again: [{ to: 'a' }] } }), inside('b')) },
      })
      .started()
      .when(event('next'))
      .then(stageIs('a2', 'b2'))
      .when(event('again'))
      .then(stageIs('a1', 'b1'), moves(['b2', 'b', 'a2', 'a', 'both'], ['both', 'a', 'a1', 'b', 'b1']));
  });

  test('but an internal transition of a part stays in the part', () => {
    given
      .cycle({
        initial: 'both',
        stages: { both: parts(inside('a', { on: { back: [{ to: 'a1', internal: true }] } }), inside('b')) },
      })
      .started()
      .when(event('next'))
      .when(event('back'))
      .then(stageIs('a1', 'b2'), moves(['a2'], ['a1']));
  });

  test('and a parallel stage has no internal transitions', () => {
    given
      .cycle({
        initial: 'both',
        stages: { both: parts({}, {}, { on: { again: [{ to: 'a', internal: true }] } }) },
      })
      .started()
      .when(event('again'))
      .then(moves(['b', 'a', 'both'], ['both', 'a', 'b']));
  });

  test('nor has a stage one to itself', () => {
    given
      .cycle({ initial: 'a', stages: { a: { on: { again: [{ to: 'a', internal: true }] } } } })
      .started()
      .when(event('again'))
      .then(moves(['a'], ['a']));
  });
});

describe('Appendix D, selectTransitions: each part of a parallel stage answers for itself', () => {
  test('so the stages around are asked for the part that does not answer', () => {
    given
      .cycle({
        initial: 'both',
        variables: { inner: 0, outer: 0 },
        stages: {
          both: parts(
            { on: { heard: [{ do: [count('inner')] }] } },
            {},
            { on: { heard: [{ do: [count('outer')] }] } },
          ),
        },
      })
      .started()
      .when(event('heard'))
      .then(planHas({ variables: { inner: 1, outer: 1 } }));
  });

  test('but the stages around are left alone when all parts answer', () => {
    given
      .cycle({
        initial: 'both',
        variables: { inner: 0, outer: 0 },
        stages: {
          both: parts(
            { on: { heard: [{ do: [count('inner')] }] } },
            { on: { heard: [{ do: [count('inner')] }] } },
            { on: { heard: [{ do: [count('outer')] }] } },
          ),
        },
      })
      .started()
      .when(event('heard'))
      .then(planHas({ variables: { inner: 2, outer: 0 } }));
  });

  test('in document order, also when a part was entered after a later one', () => {
    given
      .cycle({
        initial: 'both',
        variables: { ready: false },
        stages: {
          both: {
            type: 'parallel',
            stages: {
              a: {
                initial: 'a1',
                stages: {
                  a1: { on: { moved: [{ to: 'a2' }] } },
                  a2: { always: [{ to: 'first', guard: 'ready' }] },
                },
              },
              b: {
                on: { readied: [{ do: [{ do: 'set', variable: 'ready', value: 'true' }] }] },
                always: [{ to: 'second', guard: 'ready' }],
              },
            },
          },
          first: {},
          second: {},
        },
      })
      .started()
      .when(event('moved'))
      .when(event('readied'))
      .then(stageIs('first'));
  });
});

describe('Appendix D, removeConflictingTransitions: what would leave the same stage is not taken twice', () => {
  const leaving = (to: string): Stage => ({ on: { left: [{ to }] } });

  test('the part that comes first in the document wins', () => {
    given
      .cycle({
        initial: 'both',
        stages: { both: parts(leaving('x'), leaving('y')), x: {}, y: {} },
      })
      .started()
      .when(event('left'))
      .then(stageIs('x'));
  });

  test('an inner transition wins over one of the stages around that another part would take', () => {
    given
      .cycle({
        initial: 'both',
        stages: { both: parts({}, leaving('y'), { on: { left: [{ to: 'x' }] } }), x: {}, y: {} },
      })
      .started()
      .when(event('left'))
      .then(stageIs('y'));
  });
});

describe('3.4 and 3.7: containers that are done', () => {
  test('are told of in the order in which they end, between what is raised on the way', () => {
    const ending = (name: string): Stage => ({
      initial: `${name}-open`,
      stages: {
        [`${name}-open`]: { on: { ended: [{ to: `${name}-done` }] } },
        [`${name}-done`]: { type: 'final', entry: [{ do: 'raise', event: `${name}.ended` }] },
      },
      onDone: [{ do: [{ do: 'emit', event: `${name}-is-done` }] }],
      on: { [`${name}.ended`]: [{ do: [{ do: 'emit', event: `${name}-ends` }] }] },
    });
    const { step } = given
      .cycle({
        initial: 'both',
        stages: {
          both: parts(ending('a'), ending('b'), {
            onDone: [{ to: 'after', do: [{ do: 'emit', event: 'both-done' }] }],
          }),
          after: {},
        },
      })
      .started()
      .when(event('ended'));
    expect(
      step.kind === 'moved' && step.effects.map((effect) => effect.type === 'emit' && effect.event),
    ).toEqual(['a-ends', 'a-is-done', 'b-ends', 'b-is-done', 'both-done']);
  });

  test('see the event that led to their end, whatever was raised since', () => {
    given
      .cycle({
        initial: 'review',
        stages: {
          review: {
            initial: 'open',
            stages: {
              open: {
                tasks: { judge: { title: 'Judge', assignee: 'manager', form: 'feedback' } },
                on: { 'task.judge.completed': [{ to: 'judged' }] },
              },
              judged: { type: 'final', entry: [{ do: 'raise', event: 'noted' }] },
            },
            on: { noted: [{ to: 'refused', guard: 'result.decision = "refused"' }] },
            onDone: [{ to: 'agreed', guard: 'result.decision = "agreed"' }, { to: 'refused' }],
          },
          agreed: {},
          refused: {},
        },
      })
      .started()
      .when(completed('judge', { decision: 'agreed' }))
      .then(stageIs('agreed'));
  });
});

test('a transition that leads nowhere and does nothing keeps the stages around from being asked', () => {
  const { step } = given
    .cycle({
      initial: 'outer',
      stages: { outer: { initial: 'a', stages: { a: { always: [{}] } }, always: [{ to: 'b' }] }, b: {} },
    })
    .started();
  expect(step.kind === 'rejected' && isFault(step.reason)).toBe(false);
  expect(step.kind === 'moved' && step.plan.stage).toEqual(['a']);
});
