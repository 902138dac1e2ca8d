// How plans would go through a cycle: unreachable stages, dead ends, silent waiting, open decisions, endless loops.
import { describe, expect, test } from 'vitest';
import { checkCycle } from '../../../engine/index.ts';
import { cycleOf, nextRound, shortProblems, soundStages, task, work } from './given.ts';

const withStages = (changes: object) => cycleOf({ ...soundStages, ...changes });
const timed = (to: string) => ({ after: [{ delay: 'P1M', to }] });

describe('CYC-01: every stage is reached', () => {
  test('or connected by somebody', () => {
    expect(shortProblems(withStages({ lost: work('wonder', 'met') }))).toEqual([
      'error CYC-01 /stages/lost in lost',
    ]);
  });

  test('where a container is not, only the container is told of', () => {
    const lost = { initial: 'inner', stages: { inner: work('wonder', 'met') } };
    expect(shortProblems(withStages({ lost }))).toEqual(['error CYC-01 /stages/lost in lost']);
  });

  test('by what holds everywhere', () => {
    const stages = { ...soundStages, cancelled: { type: 'final' } };
    expect(shortProblems(cycleOf(stages, { on: { 'plan.cancelled': [{ to: 'cancelled' }] } }))).toEqual([]);
  });

  test('by the end of a container, when that can be reached', () => {
    const inside = (to: string) => ({
      initial: 'analysis',
      onDone: [{ to: 'after' }],
      stages: { analysis: work('analyse', to), analysed: { type: 'final' } },
    });
    expect(shortProblems(withStages({ intervene: inside('analysed'), after: timed('met') }))).toEqual([]);
    expect(shortProblems(withStages({ intervene: inside('met'), after: timed('met') }))).toEqual([
      'error CYC-01 /stages/intervene/stages/analysed in analysed',
      'error CYC-01 /stages/after in after',
    ]);
  });

  test('through a parallel stage, when all its parts can end', () => {
    const part = (key: string, stages: object) => ({
      initial: `${key}-open`,
      stages: { [`${key}-open`]: work(key, `${key}-done`), [`${key}-done`]: { type: 'final' }, ...stages },
    });
    const together = (other: object) => ({
      type: 'parallel',
      onDone: [{ to: 'met' }],
      stages: { self: part('self', {}), other },
    });
    expect(shortProblems(withStages({ intervene: together(part('peer', {})) }))).toEqual([]);
    // The other part goes round, with all parts, and never ends, so the parallel stage is never done.
    expect(shortProblems(withStages({ intervene: together(timed('other')) }))).toEqual([
      'error CYC-01 /stages/intervene/stages/other in other',
      'warning DOC-leaves-all /stages/intervene/stages/other/after/0/to in other',
    ]);
  });

  test('a branch behind one without a guard leads nowhere', () => {
    const plan = {
      ...work('agree', 'observe'),
      on: { 'task.agree.completed': [{ to: 'observe' }, { to: 'extra' }] },
    };
    expect(shortProblems(withStages({ plan, extra: timed('met') }))).toEqual([
      'error CYC-01 /stages/extra in extra',
    ]);
  });

  test('a history stage that nothing leads to is only worth a warning', () => {
    const intervene = {
      initial: 'analysis',
      stages: { analysis: work('analyse', 'met'), back: { type: 'history' } },
    };
    expect(shortProblems(withStages({ intervene }))).toEqual([
      'warning CYC-01 /stages/intervene/stages/back in back',
    ]);
  });
});

describe('CYC-01: every stage leads to an end', () => {
  test('so there is a final stage', () => {
    expect(shortProblems(cycleOf({ plan: timed('observe'), observe: work('look', 'plan', {}) }))).toContain(
      'error CYC-01 /stages in the cycle',
    );
  });

  test('a final stage inside a container ends the container and not the plan', () => {
    const stages = {
      plan: { initial: 'open', stages: { open: work('agree', 'closed'), closed: { type: 'final' } } },
    };
    expect(shortProblems(cycleOf(stages))).toContain('error CYC-01 /stages in the cycle');
  });

  test('stages that lead only to each other are told of once', () => {
    const cycle = withStages({ intervene: work('analyse', 'measure'), measure: timed('intervene') });
    expect(shortProblems(cycle)).toEqual(['error CYC-01 /stages/intervene in intervene']);
    expect(checkCycle(cycle)[0]?.message).toBe(
      'The stages "intervene", "measure" lead only to each other, never to a final stage. Add a way out.',
    );
  });

  test('a way out that holds everywhere is a way, and worth a warning', () => {
    const stages = { ...soundStages, intervene: work('analyse', 'measure'), measure: timed('intervene') };
    const lines = shortProblems(cycleOf(stages, { on: { 'plan.cancelled': [{ to: 'met' }] } }));
    expect(lines).toEqual([
      'warning CYC-01 /stages/intervene in intervene',
      'error CYC-04 /stages/intervene in intervene',
    ]);
  });

  test('a part of a parallel stage ends with the part that leads out', () => {
    const intervene = {
      type: 'parallel',
      stages: { talk: work('talk', 'met'), listen: { on: { 'feedback.received': [{}] } } },
    };
    expect(shortProblems(withStages({ intervene }))).toEqual([]);
  });

  test('a stage that was left by history is come back to', () => {
    const intervene = {
      initial: 'analysis',
      on: { 'leave.started': [{ to: 'away' }] },
      stages: { analysis: work('analyse', 'met'), back: { type: 'history' } },
    };
    const away = { on: { 'leave.ended': [{ to: 'back' }] }, after: [{ delay: 'P1Y', to: 'back' }] };
    expect(shortProblems(withStages({ intervene, away })).filter((line) => line.includes('CYC-01'))).toEqual(
      [],
    );
  });
});

describe('CYC-02: no stage waits in silence', () => {
  test('a stage without any way out is an error', () => {
    expect(shortProblems(withStages({ intervene: { tasks: task('analyse') } }))).toEqual([
      'error CYC-02 /stages/intervene in intervene',
    ]);
  });

  test('a stage that only outside events leave is an error', () => {
    expect(
      shortProblems(withStages({ observe: { on: { 'review.requested': [{ to: 'appraise' }] } } })),
    ).toEqual(['error CYC-02 /stages/observe in observe']);
  });

  test('a part of a parallel stage that nothing ends is an error', () => {
    const intervene = {
      type: 'parallel',
      onDone: [{ to: 'met' }],
      stages: {
        talk: { initial: 'talking', stages: { talking: work('talk', 'talked'), talked: { type: 'final' } } },
        rest: {},
      },
    };
    expect(shortProblems(withStages({ intervene }))).toEqual([
      'error CYC-02 /stages/intervene/stages/rest in rest',
    ]);
  });

  test('a task needs a due time, after which somebody else is asked', () => {
    const asking = (given: object) => ({ ...work('analyse', 'met'), tasks: task('analyse', given) });
    expect(shortProblems(withStages({ intervene: asking({ due: undefined }) }))).toEqual([
      'error CYC-02 /stages/intervene in intervene',
    ]);
    expect(shortProblems(withStages({ intervene: asking({ escalate: undefined }) }))).toEqual([
      'warning CYC-02 /stages/intervene in intervene',
    ]);
  });

  test('a timer around the stage is enough', () => {
    const intervene = {
      initial: 'talk',
      after: [{ delay: 'P1M', to: 'met' }],
      stages: { talk: { on: { 'talk.held': [{ to: 'met' }] } } },
    };
    expect(shortProblems(withStages({ intervene }))).toEqual([]);
  });

  test('a stage that is passed through waits for nothing', () => {
    const observe = { on: { 'review.requested': [{ to: 'met' }] }, always: [{ to: 'appraise' }] };
    expect(shortProblems(withStages({ observe }))).toEqual([]);
  });
});

describe('CYC-03: decisions', () => {
  const deciding = (branches: object[], given: object = {}) =>
    withStages({ observe: { ...timed('appraise'), on: { 'score.published': branches }, ...given } });
  const lastBranch = 'warning CYC-03 /stages/observe/on/score.published/1 in observe';

  test('of an event say what happens else', () => {
    const branches = [
      { to: 'met', guard: 'round > 3' },
      { to: 'appraise', guard: 'round > 2' },
    ];
    expect(shortProblems(deciding(branches))).toEqual([lastBranch]);
  });

  test('have an else in their last branch', () => {
    expect(shortProblems(deciding([{ to: 'met', guard: 'round > 3' }, { to: 'appraise' }]))).toEqual([]);
  });

  test('are whole when one guard is the opposite of another', () => {
    const branches = [
      { to: 'met', guard: 'round > 3' },
      { to: 'appraise', guard: 'not( round > 3 )' },
    ];
    expect(shortProblems(deciding(branches))).toEqual([]);
  });

  test('of a container around the stage can be the else', () => {
    const branches = [
      { to: 'met', guard: 'round > 3' },
      { to: 'appraise', guard: 'round > 2' },
    ];
    const stages = { ...soundStages, observe: { ...timed('appraise'), on: { 'score.published': branches } } };
    expect(shortProblems(cycleOf(stages, { on: { 'score.published': [{}] } }))).toEqual([]);
  });

  test('of a task only tell that a refused form stays open while that can change', () => {
    const plan = {
      ...work('agree', 'observe'),
      on: { 'task.agree.completed': [{ to: 'observe', guard: 'count(goals) > 0' }] },
    };
    expect(checkCycle(withStages({ plan }))).toEqual([
      {
        code: 'CYC-03',
        severity: 'info',
        pointer: '/stages/plan/on/task.agree.completed/0',
        stage: 'plan',
        message: expect.stringContaining('task.agree.completed is refused'),
        counterexample: { 'count(goals)': 0 },
      },
    ]);
  });

  test('that run by themselves need an else where there is no other way', () => {
    const observe = { always: [{ to: 'appraise', guard: 'round > 1' }] };
    expect(shortProblems(withStages({ observe }))).toEqual([
      'error CYC-03 /stages/observe/always/0 in observe',
    ]);
    expect(shortProblems(withStages({ observe: { ...observe, ...timed('appraise') } }))).toEqual([]);
  });

  test('of a timer are made once, so another way has to be there', () => {
    const observe = {
      after: [{ delay: 'P1M', to: 'appraise', guard: 'round > 1' }],
      on: { 'appraisal.requested': [{ to: 'appraise' }] },
    };
    expect(shortProblems(withStages({ observe }))).toEqual([
      'warning CYC-03 /stages/observe/after/0 in observe',
    ]);
    const later = { after: [...observe.after, { delay: 'P2M', to: 'appraise' }] };
    expect(shortProblems(withStages({ observe: later }))).toEqual([]);
  });

  test('of a container that is done say what happens else', () => {
    const intervene = {
      initial: 'analysis',
      onDone: [{ to: 'met', guard: 'round > 1' }],
      stages: { analysis: work('analyse', 'analysed'), analysed: { type: 'final' } },
    };
    expect(shortProblems(withStages({ intervene }))).toEqual([
      'error CYC-03 /stages/intervene/onDone/0 in intervene',
    ]);
  });
});

describe('CYC-03: an appraisal', () => {
  const appraising = (on: object) => withStages({ appraise: { entry: [{ do: 'appraise' }], on } });
  const {
    'outcome.below': below,
    'outcome.meets': meets,
    'outcome.exceeds': exceeds,
  } = soundStages.appraise.on;
  const notScored = soundStages.appraise.on['outcome.not-scored'];

  test('has a transition for each outcome', () => {
    const on = { 'outcome.below': below, 'outcome.meets': meets, 'outcome.not-scored': notScored };
    expect(shortProblems(appraising(on))).toEqual(['error CYC-03 /stages/appraise/entry/0 in appraise']);
  });

  test('without one for what is not scored is worth a warning', () => {
    const on = { 'outcome.below': below, 'outcome.meets': meets, 'outcome.exceeds': exceeds };
    expect(shortProblems(appraising(on))).toEqual(['warning CYC-03 /stages/appraise/entry/0 in appraise']);
  });

  test('may be answered by guards on the outcome', () => {
    const appraise = {
      entry: [{ do: 'appraise' }],
      always: [{ to: 'intervene', guard: 'outcome = "below"' }, { to: 'met' }],
    };
    expect(shortProblems(withStages({ appraise }))).toEqual([]);
  });

  test('that nobody reaches needs none', () => {
    const observe = timed('intervene');
    expect(
      shortProblems(withStages({ observe, appraise: { entry: [{ do: 'appraise' }], ...timed('met') } })),
    ).toEqual(['error CYC-01 /stages/appraise in appraise']);
  });
});

describe('CYC-04: loops', () => {
  test('that wait for nothing are errors', () => {
    const stages = {
      plan: { always: [{ to: 'observe' }], on: { stopped: [{ to: 'met' }] } },
      observe: { always: [{ to: 'plan' }] },
      met: { type: 'final' },
    };
    expect(shortProblems(cycleOf(stages))).toEqual(['error CYC-04 /stages/plan/always/0 in plan']);
  });

  test('through the end of a container are errors too', () => {
    const plan = {
      initial: 'done',
      onDone: [{ to: 'plan' }],
      on: { stopped: [{ to: 'met' }] },
      stages: { done: { type: 'final' } },
    };
    expect(shortProblems(cycleOf({ plan, met: { type: 'final' } }))).toEqual([
      'error CYC-04 /stages/plan/onDone/0 in plan',
    ]);
  });

  test('of one transition without a target and without a guard are errors', () => {
    const observe = { ...timed('appraise'), always: [{ do: [{ do: 'emit', event: 'waiting' }] }] };
    expect(shortProblems(withStages({ observe }))).toEqual([
      'error CYC-04 /stages/observe/always/0 in observe',
    ]);
  });

  test('that a guard may leave do not run away', () => {
    const plan = { ...timed('met'), always: [{ to: 'met', guard: 'component.kind = "team"' }] };
    expect(shortProblems(cycleOf({ plan, met: { type: 'final' } }))).toEqual([]);
  });

  test('of rounds without a bound are errors', () => {
    expect(shortProblems(withStages({ intervene: work('analyse', 'plan') }))).toEqual([
      'error CYC-04 /stages/plan in plan',
    ]);
  });

  test('that a person asks for by giving a task back are worth a warning', () => {
    const plan = {
      ...work('agree', 'observe'),
      on: { 'task.agree.completed': [{ to: 'observe', guard: 'result.text = "yes"' }, { to: 'plan' }] },
    };
    expect(shortProblems(withStages({ plan }))).toEqual(['warning CYC-04 /stages/plan in plan']);
  });

  const counting = (variable: string) => ({ do: 'set', variable, value: `${variable} + 1` });

  test.each([
    ['the round', 'round < 4', [nextRound]],
    ['a date', 'today < date("2030-01-01")', []],
    ['a counter', 'tries < maxTries', [counting('tries')]],
  ])('are bound by %s', (_name, guard, actions) => {
    const intervene = {
      ...work('analyse', 'met'),
      on: { 'task.analyse.completed': [{ to: 'plan', guard, do: actions }, { to: 'met' }] },
    };
    const cycle = cycleOf({ ...soundStages, intervene }, { variables: { tries: 0, maxTries: 4 } });
    expect(shortProblems(cycle)).toEqual([]);
  });

  test('are bound by a branch that leaves before', () => {
    const intervene = {
      ...work('analyse', 'met'),
      on: {
        'task.analyse.completed': [
          { to: 'met', guard: 'round >= 4' },
          { to: 'plan', do: [nextRound] },
        ],
      },
    };
    expect(shortProblems(withStages({ intervene }))).toEqual([]);
  });

  test('are not bound by a round that nobody counts', () => {
    const intervene = {
      ...work('analyse', 'met'),
      on: { 'task.analyse.completed': [{ to: 'plan', guard: 'round < 4' }, { to: 'met' }] },
    };
    expect(shortProblems(withStages({ intervene }))).toEqual(['error CYC-04 /stages/plan in plan']);
  });

  test('are not bound by a variable that never changes on the way round', () => {
    const intervene = {
      ...work('analyse', 'met'),
      on: { 'task.analyse.completed': [{ to: 'plan', guard: 'wanted' }, { to: 'met' }] },
    };
    expect(shortProblems(cycleOf({ ...soundStages, intervene }, { variables: { wanted: true } }))).toEqual([
      'error CYC-04 /stages/plan in plan',
    ]);
  });

  test('are bound by a timer around them', () => {
    const observe = {
      ...timed('appraise'),
      initial: 'watch',
      stages: { watch: { after: [{ delay: 'P1W', to: 'look' }] }, look: work('record', 'watch') },
    };
    expect(shortProblems(withStages({ observe }))).toEqual([]);
  });

  test('are bound by what runs beside them', () => {
    const observe = {
      type: 'parallel',
      stages: {
        clock: timed('appraise'),
        recording: {
          initial: 'watch',
          stages: { watch: { after: [{ delay: 'P1W', to: 'look' }] }, look: work('record', 'watch') },
        },
      },
    };
    expect(shortProblems(withStages({ observe }))).toEqual([]);
  });

  test('that outside events drive are the senders to bound', () => {
    const plan = work('agree', 'observe');
    const observe = { ...timed('appraise'), on: { 'change.requested': [{ to: 'plan' }] } };
    expect(shortProblems(withStages({ plan, observe }))).toEqual([]);
  });
});

describe('CYC-15: results below expectations', () => {
  const belowLeadsTo = (branches: object[]) =>
    withStages({
      appraise: { ...soundStages.appraise, on: { ...soundStages.appraise.on, 'outcome.below': branches } },
      observe: { ...timed('appraise'), on: { 'help.asked': [{ to: 'intervene' }] } },
    });

  test('do not lead straight to the end', () => {
    expect(shortProblems(belowLeadsTo([{ to: 'met' }]))).toEqual([
      'warning CYC-15 /stages/appraise/on/outcome.below/0/to in appraise',
    ]);
  });

  test('may end the plan when an intervention was tried before', () => {
    expect(shortProblems(belowLeadsTo([{ to: 'met', guard: 'round >= 4' }, { to: 'intervene' }]))).toEqual(
      [],
    );
  });
});
