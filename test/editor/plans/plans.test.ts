import { expect, test } from 'vitest';
import type { PlanItem, Wait } from '../../../editor/app/api/wire.ts';
import { toBoard } from '../../../editor/plans/board-columns.ts';
import { nextAct } from '../../../editor/plans/next-act.ts';
import { waterfallOf } from '../../../editor/plans/waterfall.ts';
import type { ComponentScore } from '../../../engine/index.ts';

const plan = (id: string, stage: string[], given: Partial<PlanItem> = {}): PlanItem => ({
  id,
  componentId: id,
  cycleId: 'loop',
  version: 1,
  stage,
  status: 'active',
  round: 1,
  outcome: null,
  score: null,
  coverage: null,
  revision: 1,
  componentName: id,
  componentKind: 'team',
  cycleName: 'Loop',
  launchId: null,
  ending: null,
  underReview: false,
  startedAt: '2026-11-01T00:00:00.000Z',
  movedAt: '2026-11-01T00:00:00.000Z',
  openIncidents: 0,
  waits: [],
  ...given,
});
const timer: Wait = { kind: 'timer', timerId: 'x', stage: 'observe', dueAt: '2027-01-01T00:00:00.000Z' };
const task: Wait = {
  kind: 'task',
  taskId: 't',
  key: 'agree-plan',
  title: 'Agree the plan',
  assignee: { id: 'ada', name: 'Ada' },
  dueAt: null,
};

test('the board keeps the cycle’s order, adds stages of older versions, and sets empty ones apart', () => {
  const stages = [
    { id: 'plan', name: 'Plan', kind: 'plan' as const, final: false },
    { id: 'observe', name: 'Observe', kind: 'observe' as const, final: false },
    { id: 'weigh', name: 'Weigh', kind: 'appraise' as const, final: false },
    { id: 'agree', name: 'Agree', kind: 'plan' as const, final: false },
    { id: 'closed', name: 'Closed', kind: null, final: true },
  ];
  const plans = [plan('a', ['observe']), plan('b', ['gone']), plan('c', ['closed', 'observe'])];
  const { columns, empty } = toBoard(plans, stages);
  expect(columns.map((column) => [column.id, column.plans.map(({ id }) => id)])).toEqual([
    ['observe', ['a', 'c']],
    ['gone', ['b']],
  ]);
  expect(empty).toEqual([
    { kind: 'plan', names: ['Plan', 'Agree'] },
    { kind: 'appraise', names: ['Weigh'] },
  ]);
});

test('an end has a column once a plan is there', () => {
  const stages = [{ id: 'closed', name: 'Closed', kind: null, final: true }];
  expect(toBoard([], stages)).toEqual({ columns: [], empty: [] });
  expect(toBoard([plan('a', ['closed'])], stages).columns.map(({ id }) => id)).toEqual(['closed']);
});

test('a task that several people have names the first of them and counts the others', () => {
  const of = (id: string, name: string) => ({ ...task, taskId: id, assignee: { id, name } });
  const waits = [of('a', 'Ada'), of('b', 'Bo'), { ...of('c', 'Cy'), key: 'another' }];
  expect(nextAct(plan('a', ['plan'], { waits })).who).toBe('Ada and 1 more');
});

test('a person’s task is the next act before a timer; a failed step before both', () => {
  expect(nextAct(plan('a', ['plan'], { waits: [timer, task] }))).toEqual({
    words: 'Agree the plan',
    who: 'Ada',
    dueAt: null,
  });
  expect(nextAct(plan('a', ['plan'], { waits: [timer] })).words).toBe('Waits for its time');
  expect(nextAct(plan('a', ['plan'], { waits: [task], openIncidents: 1 })).who).toBe('Administrator');
  expect(nextAct(plan('a', [], { status: 'ended', ending: 'met' })).words).toBe('Ended: met');
  expect(nextAct(plan('a', ['plan'])).words).toBe('Waits for an event');
  expect(nextAct(plan('a', ['rate'], { underReview: true })).words).toBe(
    'Being reviewed: what comes of it is told at the release',
  );
});

const score = (value: number | null, contributions: number[]): ComponentScore => ({
  componentId: 'c',
  state: 'scored',
  score: value,
  outcome: null,
  reason: null,
  coverage: 1,
  provisionalShare: 0,
  staleCount: 0,
  goals: [],
  parts: contributions.map((contribution, index) => ({
    id: `g${index}`,
    weight: 1,
    score: 100,
    contribution,
  })),
});

test('the bars of a waterfall follow one another from 100 to the score', () => {
  const shape = waterfallOf(score(94, [4, -10]), { goals: [{ id: 'g0', title: 'First' }], parts: [] });
  expect(shape?.steps.map(({ name, contribution }) => [name, contribution])).toEqual([
    ['First', 4],
    ['g1', -10],
  ]);
  const [up, down] = shape?.steps ?? [];
  expect(up?.from).toBeCloseTo(shape?.start ?? -1);
  expect(down?.to).toBeCloseTo(up?.to ?? -1);
  expect(down?.from).toBeCloseTo(shape?.end ?? -1);
});

test('where a component has no goals of its own, the bars are its parts by name', () => {
  const parts = [{ componentId: 'g0', name: 'Parking violations' }];
  const shape = waterfallOf(score(104, [4]), { goals: [], parts });
  expect(shape?.steps.map(({ name }) => name)).toEqual(['Parking violations']);
});

const none = { goals: [], parts: [] };

test('there is no waterfall without a score', () => {
  expect(waterfallOf(score(null, []), none)).toBeNull();
  expect(waterfallOf(null, none)).toBeNull();
});

test('a column says how many plans there are, also of those that are not loaded', () => {
  const stages = [{ id: 'observe', name: 'Observe', kind: null, final: false }];
  const groups = [
    { stage: ['observe'], count: 40 },
    { stage: ['observe', 'closed'], count: 2 },
    { stage: ['gone'], count: 3 },
  ];
  const { columns } = toBoard([plan('a', ['observe'])], stages, groups);
  expect(columns.map(({ id, total, plans }) => [id, total, plans.length])).toEqual([
    ['observe', 42, 1],
    ['gone', 3, 0],
  ]);
});
