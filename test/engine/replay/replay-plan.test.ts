import { describe, expect, test } from 'vitest';
import {
  type Cycle,
  compareReplay,
  compileCycle,
  type RecordedStep,
  replayPlan,
} from '../../../engine/index.ts';
import { completed, event, makeCycle, someFacts } from '../../support/given.ts';
import { aGoal, aMeasure, anObservation } from '../score/given.ts';
import { edited, finished, original, recordedPlan, waiting } from './given.ts';

const replayed = (change: (draft: Cycle) => void, plan = finished) =>
  replayPlan(compileCycle(edited(change), 2), plan);

test('a plan goes through its own version as it went, to the millisecond', () => {
  const again = replayed(() => undefined);
  expect(again.steps.map(({ at, stage }) => [at, stage])).toEqual(
    finished.steps.map(({ at, stage }) => [at, stage]),
  );
  expect(again).toMatchObject({ unheard: [], unused: [], fault: null });
  expect(compareReplay(finished.steps, again)).toMatchObject({ same: true, parting: null });
});

test('answers keep how long they took when a stage takes longer, and its timer is on time', () => {
  const longer = replayed((draft) => {
    waiting(draft, 'observe').after = [{ delay: 'P60D', to: 'talk' }];
  });
  expect(longer.steps.map(({ at }) => at)).toEqual([
    '2026-01-05T09:00:00.000Z',
    '2026-01-07T09:00:00.000Z',
    '2026-01-08T15:00:00.000Z',
    '2026-03-09T15:00:00.000Z',
    '2026-03-11T09:59:56.000Z',
  ]);
  expect(compareReplay(finished.steps, longer)).toMatchObject({ same: true, parting: null });
});

describe('a plan that would have ended otherwise', () => {
  test('is told where the ways part, with the guards that were asked there', () => {
    const strict = replayed((draft) => {
      const plan = waiting(draft, 'plan');
      plan.on = {
        'task.agree.completed': [{ to: 'observe', guard: 'result.decision = "signed"' }, { to: 'plan' }],
      };
    });
    const verdict = compareReplay(finished.steps, strict);
    expect(verdict).toMatchObject({
      same: false,
      recorded: { ended: true, ending: 'met', rewards: ['Day off'] },
      replayed: { ended: false, stage: ['plan'], rewards: [] },
      parting: {
        recorded: { at: '2026-01-08T15:00:00.000Z', revision: 3, moves: { entered: ['observe'] } },
        replayed: {
          at: '2026-01-08T15:00:00.000Z',
          moves: { entered: ['plan'], asked: [{ passed: false, values: { 'result.decision': 'agreed' } }] },
        },
      },
    });
    expect(strict.unused.map(({ type }) => type)).toEqual(['task.talk.completed']);
  });

  test('is told of an event that the version does not listen to any more', () => {
    const deaf = replayed((draft) => {
      waiting(draft, 'talk').on = { 'talk.held': [{ to: 'closed' }] };
    });
    const verdict = compareReplay(finished.steps, deaf);
    expect(verdict.same).toBe(false);
    expect(verdict.replayed).toMatchObject({ ended: false, stage: ['talk'] });
  });

  test('is told of the fault that stops it', () => {
    const broken = replayed((draft) => {
      waiting(draft, 'talk').entry = [{ do: 'set', variable: 'n', value: '1 + "x"' }];
    });
    expect(compareReplay(finished.steps, broken)).toMatchObject({
      same: false,
      fault: { code: 'expression-failed' },
    });
  });
});

test('a task that nobody answered in the record is overdue in a version that minds', () => {
  const idle = recordedPlan();
  const minding = replayed((draft) => {
    const plan = waiting(draft, 'plan');
    plan.on = { ...plan.on, 'task.agree.overdue': [{ to: 'closed' }] };
  }, idle);
  expect(minding.steps.map(({ event: { type }, at }) => [type, at])).toEqual([
    ['plan.started', '2026-01-05T09:00:00.000Z'],
    ['task.agree.overdue', '2026-01-15T09:00:00.000Z'],
  ]);
});

test('what came from outside keeps its instant, and is noted when no stage listens then', () => {
  const sold = recordedPlan(
    ['2026-01-06T09:00:00.000Z', completed('agree', { decision: 'agreed' })],
    ['2026-01-20T09:00:00.000Z', event('sale.made')],
  );
  const slow = replayed((draft) => {
    waiting(draft, 'plan').on = { 'task.agree.completed': [{ to: 'talk' }] };
  }, sold);
  expect(slow.unheard).toMatchObject([
    { at: '2026-01-20T09:00:00.000Z', event: { type: 'sale.made' }, reason: { code: 'event-not-accepted' } },
  ]);
});

test('up to an instant a live plan is where its version would have it then', () => {
  const live = recordedPlan(['2026-01-06T09:00:00.000Z', completed('agree', { decision: 'agreed' })]);
  const version = compileCycle(original, 2);
  expect(replayPlan(version, live, '2026-02-05T08:59:59.000Z').plan?.stage).toEqual(['observe']);
  expect(replayPlan(version, live, '2026-02-05T09:00:00.000Z').plan?.stage).toEqual(['talk']);
});

test('each step sees the observations of its time and no later ones', () => {
  const draft = makeCycle({
    initial: 'ask',
    stages: {
      ask: { after: [{ delay: 'P10D', to: 'done' }] },
      done: { type: 'final', entry: [{ do: 'appraise' }] },
    },
  });
  const idle = recordedPlan();
  const inJanuary = (at: string) =>
    anObservation({ componentId: 'parks', periodStart: '2026-01-01', periodEnd: '2026-01-09', at });
  const scoreWhen = (at: string) => {
    const facts = {
      ...someFacts,
      goals: [aGoal({ componentId: 'parks' })],
      measures: [aMeasure()],
      observations: [inJanuary(at)],
    };
    return replayPlan(compileCycle(draft, 2), { ...idle, facts }).plan?.score;
  };
  expect([scoreWhen('2026-01-14T09:00:00.000Z'), scoreWhen('2026-01-16T09:00:00.000Z')]).toEqual([100, null]);
});

test('a cycle that goes round for ever under its timers is stopped', () => {
  const round = makeCycle({
    initial: 'a',
    stages: { a: { after: [{ delay: 'P1D', to: 'a' }] }, b: { type: 'final' } },
  });
  expect(replayPlan(compileCycle(round, 2), recordedPlan()).fault).toEqual({
    code: 'too-many-steps',
    limit: 5000,
  });
});

test('a timer that was late when its stage was left does not come before what happened meanwhile', () => {
  const past = makeCycle({
    initial: 'a',
    stages: {
      a: { after: [{ id: 'soon', delay: 'PT0S', to: 'late' }], on: { go: [{ to: 'b' }] } },
      b: { on: { go: [{ to: 'c' }] } },
      c: { type: 'final' },
      late: { type: 'final' },
    },
  });
  const at = '2026-01-05T09:00:00.000Z';
  const quick = recordedPlan.in(past)([at, event('go')], ['2026-01-06T09:00:00.000Z', event('go')]);
  const again = replayPlan(compileCycle(past, 1), quick);
  expect(again.steps.map(({ stage }) => stage)).toEqual([['a'], ['b'], ['c']]);
  const patient = structuredClone(past);
  const first = waiting(patient, 'a');
  first.on = { went: [{ to: 'b' }] };
  // Nothing led away this time, so the timer is heard at last.
  expect(replayPlan(compileCycle(patient, 2), quick).plan?.stage).toEqual(['late']);
});

test('a migration in the history is no event to a version', () => {
  const [first, ...others] = finished.steps;
  if (!first) throw new Error('There is no first step.');
  const moves = { left: [], entered: [], transitions: [], asked: [] };
  const migration = event('plan.migrated', { migrationId: 'm1', from: 1, to: 2, stages: [], lines: [] });
  const migrated: RecordedStep = { ...first, event: migration, moves, effects: [], revision: 2 };
  const later = others.map((step) => ({ ...step, revision: step.revision + 1 }));
  const plan = { ...finished, steps: [first, migrated, ...later] };
  expect(replayPlan(compileCycle(original, 1), plan).unheard).toEqual([]);
});
