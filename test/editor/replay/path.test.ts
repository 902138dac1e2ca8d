import { expect, test } from 'vitest';
import type { HistoryLine, PlanWhy, Wait } from '../../../editor/app/api/wire.ts';
import { hiddenLinks } from '../../../editor/replay/hidden-links.ts';
import { indexOfRevision, overlayAt, pathOf } from '../../../editor/replay/path.ts';
import { stepWords } from '../../../editor/replay/step-words.ts';
import { waitsOnStages } from '../../../editor/replay/waits-on-stages.ts';
import type { Cycle } from '../../../engine/index.ts';

const line = (revision: number, given: Partial<HistoryLine>): HistoryLine => ({
  seq: revision,
  revision,
  at: `2026-11-0${revision}T09:00:00.000Z`,
  actor: { id: 'ada', name: 'Ada' },
  event: { id: `e${revision}`, type: 'task.agree-plan.completed', data: {} },
  left: [],
  entered: [],
  transitions: [],
  stage: [],
  effects: [],
  outcome: null,
  score: null,
  ...given,
});

const start = line(1, {
  event: { id: 'e1', type: 'plan.started', data: {} },
  entered: ['around', 'plan'],
  stage: ['plan'],
});
const recorded = line(2, {
  event: { id: 'e2', type: 'observation.recorded', data: {} },
  stage: ['plan'],
});
const agreed = line(3, {
  left: ['plan'],
  entered: ['watch'],
  transitions: ['/stages/plan/on/task.agree-plan.completed/0'],
  stage: ['watch'],
});
const carried = line(4, {
  event: { id: 'e4', type: 'plan.migrated', data: { from: 1, to: 2, lines: [] } },
  stage: ['look'],
});
const back = line(5, {
  left: ['look'],
  entered: ['plan'],
  transitions: ['/stages/look/after/0'],
  stage: ['plan'],
});

test('the way has the steps that moved the plan, counted from one', () => {
  const path = pathOf([agreed, start, recorded], 1);
  expect(path.map(({ number, line: { revision } }) => [number, revision])).toEqual([
    [1, 1],
    [2, 3],
  ]);
  expect(path[1]?.before).toEqual(recorded);
});

test('each step is drawn on the version that it followed', () => {
  const path = pathOf([start, recorded, agreed, carried, back], 2);
  expect(path.map(({ line: { revision }, version }) => [revision, version])).toEqual([
    [1, 1],
    [3, 1],
    [4, 2],
    [5, 2],
  ]);
  expect(overlayAt(path, 3)).toEqual({
    active: ['plan'],
    visited: [{ stage: 'plan', order: 4 }],
    transitions: ['/stages/look/after/0'],
    lit: ['/stages/look/after/0'],
  });
});

test('a migration that was undone leads back to the version before', () => {
  const undone = line(5, {
    event: { id: 'e5', type: 'plan.migration-undone', data: { from: 2, to: 1, lines: [] } },
    stage: ['watch'],
  });
  const path = pathOf([start, agreed, carried, undone], 1);
  expect(path.map(({ version }) => version)).toEqual([1, 1, 2, 1]);
});

test('up to a step the way is lit, and what came later is not', () => {
  const path = pathOf([start, agreed], 1);
  expect(overlayAt(path, 0)).toEqual({
    active: ['plan'],
    visited: [
      { stage: 'around', order: 1 },
      { stage: 'plan', order: 1 },
    ],
    transitions: [],
    lit: [],
  });
  expect(overlayAt(path, 1)).toMatchObject({ active: ['watch'], lit: agreed.transitions });
});

test('a step is found by its revision; without one it is the last', () => {
  const path = pathOf([start, recorded, agreed], 1);
  expect([1, 2, 3, null].map((revision) => indexOfRevision(path, revision))).toEqual([0, 1, 1, 1]);
});

test('a step on the chain of causes is told with its guards to designers, another as the history tells it', () => {
  const [, step] = pathOf([start, agreed], 1);
  if (!step) throw new Error('There are two steps.');
  const names = { stages: { plan: 'Plan', watch: 'Watch' }, tasks: { 'agree-plan': 'Agree the plan' } };
  const because = ['So it went from Plan to Watch, because the condition result.decision = "agreed" held.'];
  const why: PlanWhy = {
    stage: [{ id: 'watch', name: 'Watch' }],
    links: [
      {
        revision: 3,
        at: agreed.at,
        because: 1,
        event: agreed.event.type,
        transitions: agreed.transitions,
        guards: [],
        words: {
          cause: 'On 2026-11-03 Ada completed “Agree the plan”.',
          because,
          plain: ['So it went from Plan to Watch, by a condition of the cycle.'],
          effects: [],
        },
      },
    ],
  };
  const told = (given: typeof why | undefined, withGuards: boolean) =>
    stepWords(step, given, { names, withGuards });
  expect(told(why, true)).toEqual({ title: 'Ada did “Agree the plan”', because, effects: [] });
  expect(told(why, false).because).toEqual(['So it went from Plan to Watch, by a condition of the cycle.']);
  expect(told(undefined, true).because).toEqual(['from Plan to Watch']);
});

test('of a long chain the first and the last causes are shown', () => {
  expect([1, 4, 5, 6, 20].map(hiddenLinks)).toEqual([0, 0, 0, 2, 16]);
});

test('a stage says what the plan waits for there', () => {
  const task: Wait = {
    kind: 'task',
    taskId: 't',
    key: 'agree-plan',
    title: 'Agree the plan',
    assignee: { id: 'ada', name: 'Ada' },
    dueAt: null,
  };
  const cycle: Cycle = {
    schema: 'cycle/1',
    id: 'loop',
    name: 'Loop',
    initial: 'around',
    stages: {
      around: {
        initial: 'plan',
        stages: {
          plan: { tasks: { 'agree-plan': { title: 'Agree', assignee: 'manager', form: 'plan-agreement' } } },
        },
      },
    },
  };
  expect(waitsOnStages(cycle, { stage: ['plan'], waits: [task] })).toEqual({ plan: 'Ada: Agree the plan' });
});
