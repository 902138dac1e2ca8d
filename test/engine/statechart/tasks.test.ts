import { describe, expect, test } from 'vitest';
import { acceptedEvents, describeTransitions } from '../../../engine/index.ts';
import {
  completed,
  effectsAre,
  event,
  given,
  monday,
  planHas,
  rejectedAs,
  someFacts,
  stageIs,
} from '../../support/given.ts';

const agree = {
  title: 'Agree the plan',
  assignee: 'manager',
  form: 'plan-agreement',
  due: '10bd',
  remind: ['-2bd', '-P30D'],
  escalate: [{ after: 'P3D', to: 'manager.manager' }],
} as const;
const task = { ...agree, remind: [...agree.remind], escalate: [...agree.escalate] };

const cycle = given.cycle({
  initial: 'plan',
  stages: {
    plan: {
      tasks: {
        'agree-plan': task,
        note: { title: 'Note', assignee: 'owner', form: 'feedback', complete: 'any' },
      },
      on: {
        'task.agree-plan.completed': [
          { to: 'observe', guard: 'result.decision = "agreed"' },
          { to: 'plan', guard: 'result.decision = "returned"' },
          { guard: 'result.decision = "kept"' },
        ],
        'task.agree-plan.overdue': [{ do: [{ do: 'notify', to: 'role:hr', message: 'Late' }] }],
        sent: [{}],
      },
    },
    observe: { tasks: {} },
  },
});

describe('tasks of a stage', () => {
  test('open when it is entered, with due date, reminders still ahead and escalations', () => {
    cycle.started().then(
      effectsAre(
        {
          type: 'open-task',
          key: 'agree-plan',
          stage: 'plan',
          activation: 1,
          title: 'Agree the plan',
          description: null,
          assignee: 'manager',
          form: 'plan-agreement',
          complete: 'all',
          dueAt: '2026-01-19T09:00:00.000Z',
          reminders: ['2026-01-15T09:00:00.000Z'],
          escalations: [{ at: '2026-01-22T09:00:00.000Z', to: 'manager.manager' }],
        },
        { type: 'open-task', key: 'note', complete: 'any', dueAt: null, reminders: [], escalations: [] },
      ),
      planHas({
        tasks: {
          'agree-plan': {
            stage: 'plan',
            activation: 1,
            openedAt: monday,
            dueAt: '2026-01-19T09:00:00.000Z',
          },
          note: { stage: 'plan', activation: 1, openedAt: monday, dueAt: null },
        },
      }),
    );
  });

  test('close when they are completed, and those left behind because the stage is left', () => {
    cycle
      .started()
      .when(completed('agree-plan', { decision: 'agreed' }))
      .then(
        stageIs('observe'),
        planHas({ tasks: {} }),
        effectsAre(
          { type: 'close-task', key: 'agree-plan', activation: 1, because: 'completed' },
          { type: 'close-task', key: 'note', activation: 1, because: 'stage-left' },
        ),
      );
  });

  test('open again, as others, when the stage is left and entered again', () => {
    cycle
      .started()
      .when(completed('agree-plan', { decision: 'returned' }))
      .then(
        stageIs('plan'),
        effectsAre(
          { type: 'close-task', key: 'agree-plan', activation: 1, because: 'completed' },
          { type: 'close-task', key: 'note', activation: 1, because: 'stage-left' },
          { type: 'open-task', key: 'agree-plan', activation: 2 },
          { type: 'open-task', key: 'note', activation: 2 },
        ),
      );
  });

  test('close because they are completed when the transition stays in the stage', () => {
    const { plan } = cycle
      .started()
      .when(completed('agree-plan', { decision: 'kept' }))
      .then(
        stageIs('plan'),
        effectsAre({ type: 'close-task', key: 'agree-plan', activation: 1, because: 'completed' }),
      );
    expect(Object.keys(plan.tasks)).toEqual(['note']);
  });

  test('stay open, and nothing changes, when every guard refuses the result', () => {
    const before = cycle.started();
    const after = before.when(completed('agree-plan', { decision: 'unknown' })).then(
      rejectedAs({
        code: 'guards-refused',
        type: 'task.agree-plan.completed',
        refusals: [
          { stage: 'plan', to: 'observe', guard: 'result.decision = "agreed"' },
          { stage: 'plan', to: 'plan', guard: 'result.decision = "returned"' },
          { stage: 'plan', to: null, guard: 'result.decision = "kept"' },
        ],
      }),
    );
    expect(after.plan).toEqual(before.plan);
  });

  test('may be completed when no transition waits for them', () => {
    cycle
      .started()
      .when(completed('note'))
      .then(
        stageIs('plan'),
        planHas({ revision: 2 }),
        effectsAre({ type: 'close-task', key: 'note', activation: 1, because: 'completed' }),
      )
      .when(completed('note'))
      .then(
        rejectedAs({
          code: 'event-not-accepted',
          type: 'task.note.completed',
          accepted: ['task.agree-plan.completed', 'task.agree-plan.overdue', 'sent'],
        }),
      );
  });

  test('may be overdue while they are open and somebody waits for that', () => {
    const overdue = event('task.agree-plan.overdue');
    const late = cycle.started().when(overdue);
    late.then(effectsAre({ type: 'notify', to: 'role:hr', message: 'Late' }));
    late
      .when(completed('agree-plan', { decision: 'kept' }))
      .when(overdue)
      .then(
        rejectedAs({
          code: 'event-not-accepted',
          type: 'task.agree-plan.overdue',
          accepted: ['sent', 'task.note.completed'],
        }),
      );
    cycle
      .started()
      .when(event('task.note.overdue'))
      .then(
        rejectedAs({
          code: 'event-not-accepted',
          type: 'task.note.overdue',
          accepted: ['task.agree-plan.completed', 'task.agree-plan.overdue', 'sent', 'task.note.completed'],
        }),
      );
  });

  test('a transition that does nothing is still accepted', () => {
    cycle
      .started()
      .when(event('sent'))
      .then(stageIs('plan'), planHas({ revision: 2 }), effectsAre());
  });
});

describe('an assignee', () => {
  const assigned = (assignee: string, variables = {}) =>
    given
      .cycle({
        initial: 'a',
        variables: { reviewer: 'eve', ...variables },
        stages: { a: { tasks: { t: { title: 'T', assignee, form: 'feedback' } } } },
      })
      .attempt();

  test.each([
    'owner',
    'manager',
    'manager.manager.manager',
    'reports',
    'sponsor',
    'peers(3)',
    'role:hr',
    'person:ada.lovelace',
  ])('is the relation %s itself', (assignee) => {
    expect(assigned(assignee)).toMatchObject({ effects: [{ type: 'open-task', assignee }] });
  });

  test('may be an expression that gives a relation', () => {
    expect(assigned('"person:" + reviewer')).toMatchObject({ effects: [{ assignee: 'person:eve' }] });
    expect(assigned('if component.kind = "department" then "sponsor" else "owner"')).toMatchObject({
      effects: [{ assignee: 'sponsor' }],
    });
  });

  test('that is no relation stops the step with a sentence', () => {
    expect(assigned('reviewer')).toEqual({
      kind: 'rejected',
      reason: {
        code: 'expression-failed',
        expression: 'reviewer',
        place: 'stages/a/tasks/t/assignee',
        message:
          'An assignee is a relation such as owner, manager, role:hr or person:<id>; this gives "eve".',
      },
    });
  });
});

test('accepted events are those of the active stages, innermost first, and of open tasks', () => {
  const { plan } = cycle.started();
  expect(acceptedEvents(cycle.compiled, plan)).toEqual([
    'task.agree-plan.completed',
    'task.agree-plan.overdue',
    'sent',
    'task.note.completed',
  ]);
});

test('describes what a plan waits for and which guard holds now', () => {
  const waiting = given.cycle({
    initial: 'a',
    variables: { maxRounds: 4 },
    stages: {
      a: {
        on: { go: [{ to: 'b', guard: 'round > maxRounds' }, { to: 'b', guard: 'result.ok' }, { to: 'b' }] },
        after: [{ delay: 'P1D', to: 'b', guard: 'bonus > 1' }],
        always: [{ to: 'b', guard: 'score >= 100' }],
      },
      b: {},
    },
    on: { stop: [{ to: 'b', guard: 'round = 1' }] },
  });
  const facts = { at: monday, facts: someFacts };
  expect(describeTransitions(waiting.compiled, waiting.started().plan, facts)).toEqual([
    { stage: 'a', event: 'go', to: 'b', guard: 'round > maxRounds', passes: false, warnings: [] },
    { stage: 'a', event: 'go', to: 'b', guard: 'result.ok', passes: null, warnings: [] },
    { stage: 'a', event: 'go', to: 'b', guard: null, passes: true, warnings: [] },
    {
      stage: 'a',
      event: 'timer.a.0',
      to: 'b',
      guard: 'bonus > 1',
      passes: false,
      warnings: ["Variable 'bonus' not found"],
      delay: 'P1D',
    },
    { stage: 'a', event: 'always', to: 'b', guard: 'score >= 100', passes: false, warnings: [] },
    { stage: '*', event: 'stop', to: 'b', guard: 'round = 1', passes: true, warnings: [] },
  ]);
});
