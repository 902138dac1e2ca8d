import { describe, expect, test } from 'vitest';
import { applyCommand } from '../../../editor/document/apply-command.ts';
import type { Command } from '../../../editor/document/command.ts';
import { makeDocumentStore } from '../../../editor/document/document-store.ts';
import { type Cycle, cycleSchema } from '../../../engine/index.ts';
import { smallCycle } from './fixture.ts';

const run = (command: Command, cycle: Cycle = smallCycle): Cycle => {
  const result = applyCommand(cycle, command);
  if (result.kind === 'refused') throw new Error(result.reason);
  return result.cycle;
};
const reasonFor = (command: Command, cycle: Cycle = smallCycle): string | null => {
  const result = applyCommand(cycle, command);
  return result.kind === 'refused' ? result.reason : null;
};
/** What lies at a path of a document. */
const at = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>((inner, key) => Object(inner)[key], value);
const inStages = (cycle: Cycle, ...path: (string | number)[]) => at(cycle.stages, ...path);
const agreed = {
  stage: 'plan',
  list: { kind: 'event', event: 'task.agree-plan.completed' },
  index: 0,
} as const;

const everyCommand: Command[] = [
  {
    type: 'add-stage',
    id: 'reward',
    name: 'Reward',
    kind: 'reward',
    stageType: 'atomic',
    inside: null,
    at: { x: 8, y: 200 },
  },
  {
    type: 'add-stage',
    id: 'talk',
    name: 'Talk',
    kind: null,
    stageType: 'parallel',
    inside: 'observe',
    at: { x: 300, y: 64 },
  },
  { type: 'remove-stage', stage: 'observe' },
  {
    type: 'add-stages',
    stages: { talk: { name: 'Talk', kind: 'observe' } },
    layout: { talk: { x: 0, y: 200 } },
    inside: null,
  },
  { type: 'rename-stage', stage: 'plan', name: 'Agree' },
  { type: 'change-stage-id', stage: 'observe', id: 'watching' },
  { type: 'set-stage', stage: 'done', patch: { outcome: 'stopped' } },
  { type: 'set-kind', stage: 'plan', kind: 'measure' },
  { type: 'set-type', stage: 'observe', stageType: 'parallel' },
  { type: 'set-type', stage: 'plan', stageType: 'compound' },
  { type: 'set-initial', stage: 'observe' },
  { type: 'set-initial', stage: 'look' },
  { type: 'set-actions', stage: 'plan', when: 'entry', actions: [{ do: 'appraise' }] },
  { type: 'move-stage', stage: 'plan', to: { x: 16, y: 24 } },
  { type: 'move-into', stage: 'plan', inside: 'observe', to: { x: 400, y: 100 } },
  { type: 'move-into', stage: 'look', inside: null, to: { x: 0, y: 400 } },
  {
    type: 'move-stages',
    moves: [
      { stage: 'plan', inside: null, at: { x: 40, y: 48 } },
      { stage: 'look', inside: 'observe', at: { x: 500, y: 300 } },
      { stage: 'watch', inside: null, at: { x: 0, y: 400 } },
    ],
  },
  { type: 'collapse-stage', stage: 'observe', collapsed: true },
  { type: 'tidy', layout: { plan: { x: 1, y: 2 }, done: { x: 3, y: 4 } } },
  {
    type: 'add-transition',
    from: 'plan',
    trigger: { kind: 'after', delay: '10bd' },
    transition: { to: 'done' },
  },
  { type: 'add-transition', from: 'observe', trigger: { kind: 'onDone' }, transition: { to: 'done' } },
  {
    type: 'add-transition',
    from: null,
    trigger: { kind: 'event', event: 'plan.stopped' },
    transition: { to: 'done' },
  },
  { type: 'set-transition', at: agreed, patch: { guard: 'round < maxRounds' } },
  {
    type: 'set-transition',
    at: { stage: null, list: { kind: 'event', event: 'plan.cancelled' }, index: 0 },
    patch: { to: 'plan' },
  },
  { type: 'set-trigger', at: agreed, trigger: { kind: 'always' } },
  { type: 'remove-transition', at: agreed },
  { type: 'reorder-transition', at: agreed, to: 1 },
  {
    type: 'set-task',
    stage: 'plan',
    key: 'sign',
    task: { title: 'Sign', assignee: 'owner', form: 'acknowledgement' },
  },
  { type: 'rename-task', stage: 'plan', key: 'agree-plan', to: 'agree' },
  { type: 'remove-task', stage: 'plan', key: 'agree-plan' },
  { type: 'set-variables', variables: { maxRounds: 2 } },
  { type: 'add-scenario', scenario: { name: 'All is well' } },
  { type: 'set-cycle', patch: { name: 'Another', description: 'What for' } },
  {
    type: 'mend',
    fix: {
      title: 'Release the ratings, and say how long drafts are kept',
      commands: [
        { op: 'add', path: '/stages/plan/released', value: true },
        { op: 'add', path: '/retention', value: { drafts: 'P90D' } },
      ],
    },
  },
];

describe.each(everyCommand)('$type', (command) => {
  test('gives a document that the schema accepts', () => {
    expect(cycleSchema.safeParse(run(command)).error).toBeUndefined();
  });
  test('is undone to the same bytes and redone to the same bytes', () => {
    const store = makeDocumentStore(smallCycle);
    store.run(command);
    const after = JSON.stringify(store.get().cycle);
    expect(after).not.toBe(JSON.stringify(smallCycle));
    store.undo();
    expect(JSON.stringify(store.get().cycle)).toBe(JSON.stringify(smallCycle));
    store.redo();
    expect(JSON.stringify(store.get().cycle)).toBe(after);
  });
});

describe('stages', () => {
  test('a removed stage takes the stages inside, the transitions to them and their places along', () => {
    const cycle = run({ type: 'remove-stage', stage: 'observe' });
    expect(cycle.stages).toEqual({
      plan: {
        ...Object(inStages(smallCycle, 'plan')),
        on: { 'task.agree-plan.completed': [{ to: 'plan' }] },
      },
      done: smallCycle.stages.done,
    });
    expect(cycle.layout).toEqual({ plan: { x: 0, y: 0 }, done: { x: 800, y: 0 } });
  });
  test('the first stage left becomes the initial one when the initial one goes', () => {
    expect(run({ type: 'remove-stage', stage: 'plan' }).initial).toBe('observe');
    expect(inStages(run({ type: 'remove-stage', stage: 'watch' }), 'observe', 'initial')).toBe('look');
  });
  test('a history stage forgets a target that is removed', () => {
    expect(inStages(run({ type: 'remove-stage', stage: 'look' }), 'observe', 'stages', 'before')).toEqual({
      type: 'history',
    });
  });
  test('a container that loses its last stage is a plain stage again', () => {
    const empty = ['before', 'look', 'watch'].reduce(
      (cycle, stage) => run({ type: 'remove-stage', stage }, cycle),
      smallCycle,
    );
    expect(Object.keys(Object(inStages(empty, 'observe')))).toEqual(['name', 'kind', 'after', 'on']);
  });
  test('a new id is followed by every reference', () => {
    const cycle = run({ type: 'change-stage-id', stage: 'observe', id: 'watching' });
    expect(JSON.stringify(cycle)).not.toContain('"observe"}');
    expect(Object.keys(cycle.stages)).toEqual(['plan', 'watching', 'done']);
    expect(inStages(cycle, 'plan', 'on', 'task.agree-plan.completed', 0, 'to')).toBe('watching');
    expect(inStages(cycle, 'watching', 'on', 'plan.returned', 0, 'do', 0, 'timer')).toBe('watching.0');
    expect(Object.keys(cycle.layout ?? {})).toContain('watching');
  });
  test('a stage put into another container leaves its old one', () => {
    const cycle = run({ type: 'move-into', stage: 'plan', inside: 'observe', to: { x: 400, y: 100 } });
    expect(Object.keys(cycle.stages)).toEqual(['observe', 'done']);
    expect(Object.keys(Object(inStages(cycle, 'observe', 'stages')))).toEqual([
      'watch',
      'look',
      'before',
      'plan',
    ]);
    expect(cycle.initial).toBe('observe');
    expect(cycle.layout?.plan).toEqual({ x: 400, y: 100 });
  });
  test('a container grows to the left and up, and the stages inside keep their absolute places', () => {
    const cycle = run({ type: 'move-stage', stage: 'watch', to: { x: -40, y: 24 } });
    expect(cycle.layout?.observe).toEqual({ x: 360 - 64, y: -40 });
    expect(cycle.layout?.watch).toEqual({ x: 24, y: 64 });
    expect(cycle.layout?.look).toEqual({ x: 88, y: 216 });
  });
  test('a renamed task is followed by the transitions that wait for it', () => {
    const cycle = run({ type: 'rename-task', stage: 'plan', key: 'agree-plan', to: 'agree' });
    expect(Object.keys(Object(inStages(cycle, 'plan', 'on')))).toEqual(['task.agree.completed']);
  });
});

describe('transitions', () => {
  test('a changed trigger moves the transition to the list of what it waits for', () => {
    const cycle = run({ type: 'set-trigger', at: agreed, trigger: { kind: 'after', delay: 'P3D' } });
    expect(inStages(cycle, 'plan', 'after')).toEqual([
      { to: 'observe', guard: 'result.decision = "agreed"', delay: 'P3D' },
    ]);
    expect(inStages(cycle, 'plan', 'on')).toEqual({ 'task.agree-plan.completed': [{ to: 'plan' }] });
  });
  test('the last transition of a list takes the list along', () => {
    const once = run({ type: 'remove-transition', at: agreed });
    expect(inStages(run({ type: 'remove-transition', at: agreed }, once), 'plan', 'on')).toBeUndefined();
  });
  test('order says which guard is tried first', () => {
    const cycle = run({ type: 'reorder-transition', at: agreed, to: 1 });
    expect(
      [0, 1].map((index) => inStages(cycle, 'plan', 'on', 'task.agree-plan.completed', index, 'to')),
    ).toEqual(['plan', 'observe']);
  });
});

describe('refusals', () => {
  const onlyPlan: Cycle = {
    schema: 'cycle/1',
    id: 'one',
    name: 'One',
    initial: 'plan',
    stages: { plan: {} },
  };
  test.each<[string, Command, Cycle?]>([
    ['A cycle needs at least one stage.', { type: 'remove-stage', stage: 'plan' }, onlyPlan],
    ['There is no stage "gone" any more.', { type: 'remove-stage', stage: 'gone' }],
    ['A stage needs a name.', { type: 'rename-stage', stage: 'plan', name: '  ' }],
    [
      'Another stage here is called "Observe"; choose a name of its own.',
      { type: 'rename-stage', stage: 'plan', name: 'Observe' },
    ],
    [
      'The stage id "done" is in use; choose another.',
      { type: 'change-stage-id', stage: 'plan', id: 'done' },
    ],
    ['Move or delete the stages inside first.', { type: 'set-type', stage: 'observe', stageType: 'final' }],
    [
      'A stage cannot be put inside itself.',
      { type: 'move-into', stage: 'observe', inside: 'look', to: { x: 0, y: 0 } },
    ],
    [
      'An end or a history stage cannot hold other stages.',
      { type: 'move-into', stage: 'plan', inside: 'done', to: { x: 0, y: 0 } },
    ],
    ['A history stage cannot be the initial one.', { type: 'set-initial', stage: 'before' }],
    [
      'Nothing leads out of an end or a history stage.',
      { type: 'add-transition', from: 'done', trigger: { kind: 'always' }, transition: { to: 'plan' } },
    ],
    [
      'Only a stage with stages inside can wait for them to be done.',
      { type: 'add-transition', from: 'plan', trigger: { kind: 'onDone' }, transition: { to: 'done' } },
    ],
    [
      'The whole cycle can only wait for events.',
      { type: 'add-transition', from: null, trigger: { kind: 'always' }, transition: { to: 'done' } },
    ],
    ['There is no stage "gone" to go to.', { type: 'set-transition', at: agreed, patch: { to: 'gone' } }],
    [
      'The task key "agree-plan" is in use in another stage; choose another.',
      {
        type: 'set-task',
        stage: 'watch',
        key: 'agree-plan',
        task: { title: 'x', assignee: 'owner', form: 'goals' },
      },
    ],
    ['A cycle needs a name.', { type: 'set-cycle', patch: { name: '' } }],
    [
      'The cycle has changed where this would mend it. Check it again.',
      { type: 'mend', fix: { title: 'Remove it', commands: [{ op: 'remove', path: '/stages/gone' }] } },
    ],
  ])('%s', (reason, command, cycle) => {
    expect(reasonFor(command, cycle)).toBe(reason);
  });
});
