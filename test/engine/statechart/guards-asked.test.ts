import { expect, test } from 'vitest';
import type { Step } from '../../../engine/index.ts';
import { completed, event, given, type Moment, timerFired } from '../../support/given.ts';

const asked = (step: Step) => {
  if (step.kind === 'rejected') throw new Error(step.reason.code);
  return step.moves.asked;
};

const agreement = given.cycle({
  initial: 'plan',
  stages: {
    plan: {
      tasks: { agree: { title: 'Agree', assignee: 'owner', form: 'plan-agreement' } },
      on: {
        'task.agree.completed': [
          { to: 'observe', guard: 'result.decision = "agreed"' },
          { to: 'stopped', guard: 'round > 3' },
          { to: 'plan' },
        ],
      },
    },
    observe: {},
    stopped: { type: 'final' },
  },
});

test('a step keeps each guard that it asked, in order, with what the guard looked at', () => {
  agreement
    .started()
    .when(completed('agree', { decision: 'again', comment: 'Too much' }))
    .then((step) =>
      expect(asked(step)).toEqual([
        {
          transition: '/stages/plan/on/task.agree.completed/0',
          guard: 'result.decision = "agreed"',
          passed: false,
          values: { 'result.decision': 'again' },
          after: 0,
        },
        {
          transition: '/stages/plan/on/task.agree.completed/1',
          guard: 'round > 3',
          passed: false,
          values: { round: 1 },
          after: 0,
        },
      ]),
    );
});

test('a guard behind the one that passed is not asked', () => {
  agreement
    .started()
    .when(completed('agree', { decision: 'agreed' }))
    .then((step) => expect(asked(step).map(({ passed }) => passed)).toEqual([true]));
});

test('a guard asked again after a transition is kept again, with its new values', () => {
  given
    .cycle({
      variables: { n: 0 },
      initial: 'count',
      stages: {
        count: {
          always: [
            { to: 'done', guard: 'n >= 2' },
            { to: 'count', guard: 'n > 0', do: [{ do: 'set', variable: 'n', value: 'n + 1' }] },
          ],
          on: { go: [{ do: [{ do: 'set', variable: 'n', value: '1' }] }] },
        },
        done: { type: 'final' },
      },
    })
    .started()
    .when(event('go'))
    .then((step) =>
      expect(
        asked(step)
          .filter(({ guard }) => guard === 'n >= 2')
          .map(({ values, after }) => [values.n, after]),
      ).toEqual([
        [1, 1],
        [2, 2],
      ]),
    );
});

test('a value too large to keep is left out, and the guard is still there', () => {
  const large: Moment = { at: '2026-01-06T09:00:00.000Z' };
  given
    .cycle({
      initial: 'wait',
      stages: {
        wait: { on: { go: [{ to: 'done', guard: 'count(event.data.items) > 10' }] } },
        done: { type: 'final' },
      },
    })
    .started()
    .when(event('go', { items: Array.from({ length: 1_000 }, (_, index) => index) }), large)
    .then((step) => expect(asked(step)).toMatchObject([{ passed: true, values: {} }]));
});

test('a timer without a guard asks nothing', () => {
  given
    .cycle({
      initial: 'wait',
      stages: { wait: { after: [{ delay: 'P1D', to: 'done' }] }, done: { type: 'final' } },
    })
    .started()
    .when(timerFired('wait.0'), { at: '2026-01-06T09:00:00.000Z' })
    .then((step) => expect(asked(step)).toEqual([]));
});
