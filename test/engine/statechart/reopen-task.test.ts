import { describe, expect, test } from 'vitest';
import { type CompletedTask, canReopen, compareReplay, replayPlan } from '../../../engine/index.ts';
import { completed, effectsAre, event, given, makeCycle } from '../../support/given.ts';
import { recordedPlan } from '../replay/given.ts';

const review = {
  initial: 'review',
  stages: {
    review: {
      tasks: {
        self: { title: 'Look back', assignee: 'owner', form: 'self-appraisal', due: 'P3D', remind: ['-P1D'] },
        rate: { title: 'Rate', assignee: 'manager', form: 'appraisal' },
        note: { title: 'Note', assignee: 'manager', form: 'feedback' },
      },
      on: {
        'task.rate.completed': [{ to: 'done' }],
        'task.note.completed': [{ do: [{ do: 'set', variable: 'noted', value: 'true' }] }],
      },
    },
    done: { type: 'final' },
  },
  variables: { noted: false },
} as never;
const cycle = () => given.cycle(review);
const self: CompletedTask = {
  key: 'self',
  stage: 'review',
  activation: 1,
  purpose: 'self-appraisal',
  unnamed: false,
  askedAnew: false,
  acted: false,
  released: false,
};
const wednesday = '2026-01-07T09:00:00.000Z';
const reopened = (dueAt: string | null = '2026-01-08T09:00:00.000Z') =>
  event('plan.task-reopened', { key: 'self', stage: 'review', activation: 1, dueAt });

describe('a task that was completed is opened again', () => {
  test('in the stay that asked for it, with at least two working days', () => {
    const again = cycle().started().when(completed('self')).when(reopened(), { at: wednesday });
    again.then(
      effectsAre({ type: 'open-task', key: 'self', activation: 1, dueAt: '2026-01-09T09:00:00.000Z' }),
    );
    expect(again.plan.tasks.self).toEqual({
      stage: 'review',
      activation: 1,
      openedAt: wednesday,
      dueAt: '2026-01-09T09:00:00.000Z',
    });
  });

  test('and keeps a later due day, or none', () => {
    const done = cycle().started().when(completed('self'));
    const dueOf = (dueAt: string | null) =>
      done.when(reopened(dueAt), { at: wednesday }).plan.tasks.self?.dueAt;
    expect(dueOf('2026-02-02T09:00:00.000Z')).toBe('2026-02-02T09:00:00.000Z');
    expect(dueOf(null)).toBeNull();
  });

  test('never twice: a task that is open stays as it is', () => {
    const { plan } = cycle().started();
    const after = cycle().started().when(reopened()).plan;
    expect(after.tasks).toEqual(plan.tasks);
  });

  test('so that a replay of its history comes to the same plan', () => {
    const recorded = recordedPlan.in(makeCycle(review))(
      [wednesday, completed('self', { results: 'meets' })],
      ['2026-01-08T09:00:00.000Z', reopened()],
      ['2026-01-09T09:00:00.000Z', { ...completed('self', { results: 'below' }), id: 'again' }],
      ['2026-01-12T09:00:00.000Z', completed('rate')],
    );
    const { compiled } = cycle();
    const again = replayPlan(compiled, recorded);
    expect(again).toMatchObject({ unheard: [], unused: [], fault: null });
    expect(again.steps.map(({ at, event }) => [at, event.type])).toEqual(
      recorded.steps.map(({ at, event }) => [at, event.type]),
    );
    expect(compareReplay(recorded.steps, again)).toMatchObject({ same: true });
  });
});

describe('whether it can be', () => {
  const { compiled } = cycle();
  const started = cycle().started().plan;
  const done = cycle().started().when(completed('self')).plan;
  const refused = (why: string) => ({ kind: 'refused', why });

  test('a seat of a task that the plan still waits for, and a task of a stage that nothing came of', () => {
    expect(canReopen(compiled, started, self)).toEqual({ kind: 'seat' });
    expect(canReopen(compiled, done, self)).toEqual({ kind: 'task' });
  });

  test('not one after which the plan went on, or acted', () => {
    const gone = cycle().started().when(completed('rate')).plan;
    expect(canReopen(compiled, gone, { ...self, key: 'rate' })).toEqual(refused('plan-ended'));
    expect(canReopen(compiled, done, { ...self, acted: true })).toEqual(refused('acted-on'));
    expect(canReopen(compiled, done, { ...self, askedAnew: true })).toEqual(refused('gone-on'));
    expect(canReopen(compiled, done, { ...self, stage: 'elsewhere' })).toEqual(refused('gone-on'));
    expect(canReopen(compiled, started, { ...self, activation: 7 })).toEqual(refused('gone-on'));
  });

  test('nor a signature, an answer without a name, or what is released', () => {
    expect(canReopen(compiled, done, { ...self, purpose: 'acknowledgement' })).toEqual(refused('for-good'));
    expect(canReopen(compiled, done, { ...self, unnamed: true })).toEqual(refused('unnamed'));
    expect(canReopen(compiled, done, { ...self, released: true })).toEqual(refused('released'));
  });
});
