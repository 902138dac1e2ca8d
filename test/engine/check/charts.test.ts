// What the check says of ways into several stages, of patterns, and of events raised with a delay.
import { describe, expect, test } from 'vitest';
import { checkCycle } from '../../../engine/index.ts';
import { cycleOf, shortProblems, soundStages, work } from './given.ts';

const withStages = (changes: object, given: object = {}) => cycleOf({ ...soundStages, ...changes }, given);
const part = (name: string) => ({
  initial: `${name}1`,
  stages: { [`${name}1`]: work(`${name}-work`, `${name}2`), [`${name}2`]: { type: 'final' } },
});

describe('stages that are entered together', () => {
  const both = {
    type: 'parallel',
    stages: { a: part('a'), b: part('b') },
    onDone: [{ to: 'met' }],
  };

  test('are reached, and those that the parts begin with otherwise are not', () => {
    const intervene = {
      ...work('analyse', 'a2'),
      on: { 'task.analyse.completed': [{ to: 'a2', also: ['b2'] }] },
    };
    expect(shortProblems(withStages({ intervene, both }))).toEqual([
      'error CYC-01 /stages/both/stages/a/stages/a1 in a1',
      'error CYC-01 /stages/both/stages/b/stages/b1 in b1',
    ]);
  });

  test('are reached by a beginning deep inside', () => {
    const intervene = {
      initial: 'both',
      begin: { at: ['a2'] },
      stages: { both: { ...both, stages: { a: part('a'), b: { type: 'final' } } } },
    };
    expect(shortProblems(withStages({ intervene }))).toEqual([
      'error CYC-01 /stages/intervene/stages/both/stages/a/stages/a1 in a1',
    ]);
  });

  test('have their actions checked too', () => {
    const intervene = {
      initial: 'look',
      begin: { do: [{ do: 'set', variable: 'found', value: 'nothing' }] },
      stages: {
        look: work('analyse', 'met'),
        back: { type: 'history', do: [{ do: 'set', variable: 'x', value: '1' }] },
      },
      on: { 'plan.returned': [{ to: 'back' }] },
    };
    expect(shortProblems(withStages({ intervene }))).toEqual([
      'error DOC-expression /stages/intervene/begin/do/0/value in intervene',
      'error DOC-variable /stages/intervene/begin/do/0/variable in intervene',
      'error DOC-variable /stages/intervene/stages/back/do/0/variable in back',
    ]);
  });
});

describe('patterns', () => {
  test('hear the outcomes of an appraisal', () => {
    const appraise = { entry: [{ do: 'appraise' }], on: { 'outcome.*': [{ to: 'intervene' }] } };
    expect(shortProblems(withStages({ appraise }))).toEqual([]);
  });

  test('hear what a more exact type refuses', () => {
    const observe = {
      after: [{ delay: 'P3M', to: 'appraise' }],
      on: {
        'note.taken': [
          { to: 'plan', guard: 'event.data.a = 1' },
          { to: 'appraise', guard: 'event.data.a = 2' },
        ],
        'note.*': [{ to: 'intervene' }],
      },
    };
    expect(checkCycle(withStages({ observe })).filter(({ code }) => code === 'CYC-03')).toEqual([]);
  });

  test('hear what is raised', () => {
    const observe = {
      entry: [{ do: 'raise', event: 'note.taken' }],
      after: [{ delay: 'P3M', to: 'appraise' }],
      on: { '*': [{ do: [] }] },
    };
    expect(shortProblems(withStages({ observe }))).toEqual([]);
  });
});

describe('an event raised with a delay', () => {
  test('comes due like a timer', () => {
    const observe = {
      entry: [{ do: 'raise', event: 'time.passed', delay: 'P3M' }],
      on: { 'time.passed': [{ to: 'appraise' }] },
    };
    expect(shortProblems(withStages({ observe }))).toEqual([]);
  });

  test('needs a span, and a name that is called off has to be one', () => {
    const observe = {
      entry: [{ do: 'raise', event: 'time.passed', delay: '3 days', id: 'quarter' }],
      exit: [{ do: 'cancel', id: 'quartal' }],
      on: { 'time.passed': [{ to: 'appraise' }] },
    };
    expect(
      checkCycle(withStages({ observe })).map(({ pointer, message }) => `${pointer} ${message}`),
    ).toEqual([
      '/stages/observe/exit/0/id No event is raised with a delay as "quartal", so there is nothing to cancel. Did you mean "quarter"?',
      '/stages/observe/entry/0/delay "3 days" is not a span. Use a duration such as P10D or PT4H, or 10bd for working days.',
    ]);
  });
});

test('only a stage with stages inside is ever done', () => {
  const on = { 'done.state.plan': [{ to: 'met' }], 'done.state.group': [{ to: 'met' }] };
  expect(checkCycle(withStages({}, { on })).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    'DOC-unknown-stage /on/done.state.plan',
    'DOC-unknown-stage /on/done.state.group',
  ]);
});

test('a stage that a guard asks for is one that there is', () => {
  const asking = (stage: string) => {
    const guard = `list contains(stages, "${stage}")`;
    const observe = {
      after: [
        { delay: 'P2M', to: 'appraise', guard },
        { delay: 'P3M', to: 'appraise' },
      ],
    };
    return checkCycle(withStages({ observe })).map(
      ({ code, pointer, message }) => `${code} ${pointer} ${message}`,
    );
  };
  expect(asking('appraise')).toEqual([]);
  expect(asking('apraise')).toEqual([
    'DOC-unknown-stage /stages/observe/after/0/guard There is no stage "apraise" that a plan could be in, so this is never so. Did you mean "appraise"?',
  ]);
});

test('the guard of an action is an expression like any other', () => {
  const observe = {
    after: [{ delay: 'P3M', to: 'appraise', do: [{ do: 'emit', event: 'looked', guard: 'scoer > 1' }] }],
  };
  expect(checkCycle(withStages({ observe })).map(({ pointer, message }) => `${pointer} ${message}`)).toEqual([
    '/stages/observe/after/0/do/0/guard There is no name "scoer" here. Did you mean "score"?',
  ]);
});

describe('a transition that leaves more than it seems to', () => {
  const part = (name: string, again: object) => ({
    initial: `${name}1`,
    stages: { [`${name}1`]: work(`${name}-work`, `${name}2`), [`${name}2`]: { type: 'final' } },
    on: { 'work.returned': [again] },
  });
  const found = (again: object) =>
    checkCycle(
      withStages({
        intervene: {
          type: 'parallel',
          stages: { a: part('a', again), b: part('b', { to: 'met' }) },
          onDone: [{ to: 'met' }],
        },
      }),
    )
      .filter(({ code }) => code.startsWith('DOC-'))
      .map(({ severity, code, pointer, message }) => `${severity} ${code} ${pointer}: ${message}`);
  const at = '/stages/intervene/stages/a/on/work.returned/0';

  test('is told of when it takes the other parts along', () => {
    expect(found({ to: 'a1' })).toEqual([
      `warning DOC-leaves-all ${at}/to: This leaves and enters all parts of "intervene", which begin anew. Make it internal to leave only its own part.`,
    ]);
    expect(found({ to: 'a' })).toEqual([
      `warning DOC-leaves-all ${at}/to: This leaves and enters all parts of "intervene", which begin anew.`,
    ]);
  });

  test('is not when it stays in its part, or leads out of all of them', () => {
    expect(found({ to: 'a1', internal: true })).toEqual([]);
    expect(found({ to: 'met' })).toEqual([]);
  });

  test('or says that it stays where it does not', () => {
    expect(found({ to: 'met', internal: true })).toEqual([
      `info DOC-internal ${at}/internal: "internal" means nothing here: it keeps a group from being left by a transition to a stage inside it. Remove it.`,
    ]);
  });
});
