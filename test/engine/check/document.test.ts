// What is wrong with the parts of a cycle: ids, names, expressions, spans, assignees.
import { describe, expect, test } from 'vitest';
import { checkCycle } from '../../../engine/index.ts';
import { cycleOf, rawCycle, shortProblems, soundStages, task, work } from './given.ts';

const withStages = (changes: object) => cycleOf({ ...soundStages, ...changes });
const messageOf = (cycle: ReturnType<typeof cycleOf>, code: string): string | undefined =>
  checkCycle(cycle).find((problem) => problem.code === code)?.message;

test('a sound cycle has no problems', () => {
  expect(shortProblems(cycleOf())).toEqual([]);
});

describe('the chart', () => {
  test('names each stage once in the whole document', () => {
    const intervene = { initial: 'plan', stages: { plan: work('analyse', 'met') } };
    expect(shortProblems(withStages({ intervene }))).toEqual([
      'error DOC-duplicate-stage /stages/intervene/stages/plan in plan',
    ]);
  });

  test('names each task once in the whole document', () => {
    const intervene = work('agree', 'met');
    expect(shortProblems(withStages({ intervene }))).toEqual([
      'error DOC-duplicate-task /stages/intervene/tasks/agree in intervene',
    ]);
  });

  test('names each timer once in the whole document', () => {
    const observe = {
      after: [
        { id: 'wait', delay: 'P1M', to: 'appraise' },
        { id: 'wait', delay: 'P2M', to: 'appraise' },
      ],
    };
    expect(shortProblems(withStages({ observe }))).toEqual([
      'error DOC-duplicate-timer /stages/observe/after/1 in observe',
    ]);
  });

  test('leads only to stages that there are, and suggests the nearest', () => {
    const cycle = withStages({ plan: work('agree', 'obsevre') });
    expect(checkCycle(cycle)).toEqual([
      {
        code: 'DOC-target',
        severity: 'error',
        pointer: '/stages/plan/on/task.agree.completed/0/to',
        stage: 'plan',
        message: 'There is no stage "obsevre" to go to. Did you mean "observe"?',
      },
    ]);
  });

  test('leads only to stages that there are from everywhere', () => {
    const cycle = cycleOf(soundStages, { on: { 'plan.cancelled': [{ to: 'cancelled' }] } });
    expect(shortProblems(cycle)).toEqual(['error DOC-target /on/plan.cancelled/0/to in the cycle']);
  });

  test('begins in a stage that it has', () => {
    expect(shortProblems(cycleOf(soundStages, { initial: 'begin' }))).toEqual([
      'error DOC-initial /initial in the cycle',
    ]);
  });

  test('begins a container in a stage directly inside', () => {
    const intervene = { initial: 'met', stages: { analysis: work('analyse', 'met') } };
    expect(shortProblems(withStages({ intervene }))).toEqual([
      'error DOC-initial /stages/intervene/initial in intervene',
    ]);
  });

  test('never begins in a history stage', () => {
    const intervene = {
      initial: 'back',
      stages: { back: { type: 'history' }, analysis: work('analyse', 'met') },
    };
    expect(shortProblems(withStages({ intervene }))).toEqual([
      'error DOC-initial /stages/intervene/initial in intervene',
    ]);
  });

  test('has something inside a parallel stage', () => {
    const intervene = { type: 'parallel', stages: {}, onDone: [{ to: 'met' }] };
    expect(shortProblems(withStages({ intervene }))).toEqual([
      'error DOC-empty-parallel /stages/intervene/stages in intervene',
    ]);
  });

  test('keeps history stages inside the container that they return to', () => {
    expect(shortProblems(withStages({ back: { type: 'history' } }))).toEqual([
      'error DOC-history /stages/back in back',
    ]);
  });

  test('starts a history stage only beside itself', () => {
    const intervene = {
      initial: 'analysis',
      stages: { analysis: work('analyse', 'met'), back: { type: 'history', to: 'plan' } },
    };
    expect(shortProblems(withStages({ intervene }))).toEqual([
      'error DOC-history /stages/intervene/stages/back/to in back',
    ]);
  });

  test('ends in final stages without anything to do', () => {
    const stages = { ...soundStages, met: { type: 'final', tasks: task('celebrate') } };
    expect(shortProblems(rawCycle(stages))).toEqual(['error DOC-final /stages/met/tasks in met']);
  });
});

describe('names', () => {
  test('of tasks in events are those of tasks', () => {
    const plan = { ...work('agree', 'observe'), after: [{ delay: '30bd', to: 'observe' }] };
    const cycle = withStages({ plan: { ...plan, on: { 'task.agre.completed': [{ to: 'observe' }] } } });
    expect(shortProblems(cycle)).toEqual([
      'error DOC-unknown-task /stages/plan/on/task.agre.completed in plan',
    ]);
    expect(messageOf(cycle, 'DOC-unknown-task')).toBe(
      'There is no task "agre" in this cycle. Did you mean "agree"?',
    );
  });

  test('of rescheduled timers are those of timers', () => {
    const reschedule = { do: 'reschedule', timer: 'observe.1', delay: 'P1D' };
    const cycle = withStages({ observe: { ...soundStages.observe, entry: [reschedule] } });
    expect(shortProblems(cycle)).toEqual([
      'error DOC-unknown-timer /stages/observe/entry/0/timer in observe',
    ]);
  });

  test('of raised events are those of events that a transition waits for', () => {
    const cycle = withStages({
      observe: { ...soundStages.observe, exit: [{ do: 'raise', event: 'observed' }] },
    });
    expect(shortProblems(cycle)).toEqual(['warning DOC-unheard /stages/observe/exit/0/event in observe']);
  });

  test('of started cycles are those of cycles, where these are known', () => {
    const start = { do: 'start', cycle: 'probaton', for: 'children' };
    const cycle = withStages({ observe: { ...soundStages.observe, entry: [start] } });
    expect(shortProblems(cycle)).toEqual([]);
    expect(shortProblems(cycle, { cycleIds: ['probation'] })).toEqual([
      'error DOC-unknown-cycle /stages/observe/entry/0/cycle in observe',
    ]);
  });

  test('in the layout are those of stages', () => {
    const cycle = cycleOf(soundStages, { layout: { plan: { x: 0, y: 0 }, gone: { x: 0, y: 0 } } });
    expect(shortProblems(cycle)).toEqual(['warning DOC-layout /layout/gone in the cycle']);
  });

  test('of variables that are set are declared', () => {
    const observe = { ...soundStages.observe, entry: [{ do: 'set', variable: 'tryes', value: '1' }] };
    const cycle = cycleOf({ ...soundStages, observe }, { variables: { tries: 0 } });
    expect(shortProblems(cycle)).toEqual(['error DOC-variable /stages/observe/entry/0/variable in observe']);
    expect(messageOf(cycle, 'DOC-variable')).toMatch(/Did you mean "tries"\?$/);
  });

  test('of variables are not those of what is computed', () => {
    const observe = { ...soundStages.observe, entry: [{ do: 'set', variable: 'score', value: '120' }] };
    expect(shortProblems(cycleOf({ ...soundStages, observe }, { variables: { goals: 1 } }))).toEqual([
      'error DOC-variable /variables/goals in the cycle',
      'error DOC-variable /stages/observe/entry/0/variable in observe',
    ]);
  });

  test('the round can be set without being declared', () => {
    const observe = { ...soundStages.observe, entry: [{ do: 'set', variable: 'round', value: 'round + 1' }] };
    expect(shortProblems(withStages({ observe }))).toEqual([]);
  });
});

describe('an expression', () => {
  const guarded = (guard: string) =>
    withStages({
      observe: {
        after: [
          { delay: 'P3M', to: 'appraise', guard },
          { delay: 'P4M', to: 'appraise' },
        ],
      },
    });
  const guardAt = 'error DOC-expression /stages/observe/after/0/guard in observe';
  const errors = (cycle: ReturnType<typeof cycleOf>) =>
    shortProblems(cycle).filter((line) => line.startsWith('error'));

  test('is well formed', () => {
    expect(errors(guarded('score > '))).toEqual([guardAt]);
  });

  test('uses names that there are', () => {
    expect(errors(guarded('scor > 100'))).toEqual([guardAt]);
    expect(messageOf(guarded('scor > 100'), 'DOC-expression')).toMatch(/"scor".*"score"/);
  });

  test.each([
    [{ do: 'set', variable: 'tries', value: 'no + ' }, '/value'],
    [{ do: 'raise', event: 'outcome.below', data: { 'a/b': 'nothing' } }, '/data/a~1b'],
    [{ do: 'emit', event: 'moved', data: { who: 'nobody' } }, '/data/who'],
    [{ do: 'notify', to: 'manager', message: 'Score {{ scorre }}' }, '/message'],
    [{ do: 'reward', title: 'Thanks', key: 'roundd' }, '/key'],
    [{ do: 'intervene', title: 'Help', cause: 'cause of it' }, '/cause'],
    [{ do: 'reschedule', timer: 'observe.0', delay: 'later' }, '/delay'],
  ])('is checked in %o', (action, pointer) => {
    const observe = { ...soundStages.observe, entry: [action] };
    expect(errors(cycleOf({ ...soundStages, observe }, { variables: { tries: 0 } }))).toEqual([
      `error DOC-expression /stages/observe/entry/0${pointer} in observe`,
    ]);
  });
});

describe('a span', () => {
  test('is a duration or working days', () => {
    const given = { due: '10 days', remind: ['-P2'], escalate: [{ after: '1.5bd', to: 'manager.manager' }] };
    expect(
      shortProblems(withStages({ plan: { ...work('agree', 'observe'), tasks: task('agree', given) } })),
    ).toEqual([
      'error DOC-span /stages/plan/tasks/agree/due in plan',
      'error DOC-span /stages/plan/tasks/agree/remind/0 in plan',
      'error DOC-span /stages/plan/tasks/agree/escalate/0/after in plan',
    ]);
  });

  test('may be an expression that gives a date', () => {
    const observe = { after: [{ delay: 'period.start + duration("P10D")', to: 'appraise' }] };
    expect(shortProblems(withStages({ observe }))).toEqual([]);
  });
});

describe('an assignee', () => {
  const assigned = (assignee: string) =>
    withStages({ plan: { ...work('agree', 'observe'), tasks: task('agree', { assignee }) } });

  test.each([
    'owner',
    'manager.manager',
    'peers(3)',
    'role:hr',
    'person:p-1',
    'if round > 1 then "sponsor" else "manager"',
  ])('%s is one', (assignee) => {
    expect(shortProblems(assigned(assignee)).filter((line) => line.startsWith('error'))).toEqual([]);
  });

  test.each(['manger', 'peers', 'role:', 'manager.boss', 'person: x'])('%s is none', (assignee) => {
    expect(shortProblems(assigned(assignee))).toEqual([
      'error DOC-assignee /stages/plan/tasks/agree/assignee in plan',
    ]);
  });

  test('is suggested when mistyped', () => {
    expect(messageOf(assigned('manger'), 'DOC-assignee')).toMatch(/Did you mean "manager"\?$/);
    expect(checkCycle(assigned('manger')).flatMap(({ fixes = [] }) => fixes)).toContainEqual({
      title: 'Use manager',
      commands: [{ op: 'replace', path: '/stages/plan/tasks/agree/assignee', value: 'manager' }],
    });
  });

  test('is checked where a message goes', () => {
    const observe = { ...soundStages.observe, entry: [{ do: 'notify', to: 'ownr', message: 'Hello' }] };
    expect(shortProblems(withStages({ observe }))).toEqual([
      'error DOC-assignee /stages/observe/entry/0/to in observe',
    ]);
  });
});
