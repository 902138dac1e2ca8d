import { describe, expect, test } from 'vitest';
import {
  completeLayout,
  standingApart,
  toElkGraph,
  toLayout,
} from '../../../editor/canvas/tidy/elk-graph.ts';
import { containerAt, stageAt } from '../../../editor/canvas/view/container-at.ts';
import { neighbourOf } from '../../../editor/canvas/view/neighbour.ts';
import { toFlow } from '../../../editor/canvas/view/to-flow.ts';
import { smallCycle } from '../document/fixture.ts';
import { knottyCycle } from './fixture.ts';

const view = toFlow(smallCycle);
const stage = (id: string) => view.stages.find((each) => each.id === id);

describe('stages', () => {
  test('come in document order, and one that stands for every stage', () => {
    expect(view.stages.map(({ id }) => id)).toEqual([
      'plan',
      'observe',
      'watch',
      'look',
      'before',
      'done',
      'any:done',
    ]);
  });
  test('an atomic stage has its size, its words and its initial mark', () => {
    expect(stage('plan')).toEqual({
      id: 'plan',
      type: 'atomic',
      kind: 'plan',
      name: 'Plan',
      facts: '1 task',
      parent: null,
      depth: 0,
      box: { x: 0, y: 0, width: 208, height: 64 },
      place: { x: 0, y: 0 },
      initial: true,
      region: false,
      collapsed: false,
      outcome: null,
      deep: false,
      dividers: [],
    });
  });
  test('a container fits what is inside it, and inner boxes are absolute', () => {
    expect(stage('observe')?.box).toEqual({ x: 360, y: 0, width: 256, height: 352 });
    expect(stage('look')?.box).toEqual({ x: 384, y: 176, width: 208, height: 64 });
  });
  test('parallel regions are divided halfway between them', () => {
    const regions = toFlow({
      ...smallCycle,
      stages: { ...smallCycle.stages, plan: { type: 'parallel', stages: { a: {}, b: {} } } },
      layout: { ...smallCycle.layout, a: { x: 24, y: 64 }, b: { x: 24, y: 168 } },
    });
    const parallel = regions.stages.find(({ id }) => id === 'plan');
    expect(parallel?.dividers).toEqual([{ from: { x: 0, y: 148 }, to: { x: 256, y: 148 } }]);
    expect(regions.stages.filter(({ region }) => region).map(({ id }) => id)).toEqual(['a', 'b']);
  });
  test('a folded container hides what is inside, and paths end at it', () => {
    const folded = toFlow({
      ...smallCycle,
      layout: { ...smallCycle.layout, observe: { x: 0, y: 0, collapsed: true } },
    });
    expect(folded.stages.map(({ id }) => id)).toEqual(['plan', 'observe', 'done', 'any:done']);
    expect(folded.transitions.map(({ from, to }) => [from, to])).toEqual([
      ['plan', 'observe'],
      ['plan', 'plan'],
      ['observe', 'plan'],
      ['observe', 'done'],
      ['any:done', 'done'],
    ]);
  });
});

describe('transitions', () => {
  test('have words, guard and the whole truth on hover', () => {
    expect(view.transitions[0]).toEqual({
      id: '/stages/plan/on/task.agree-plan.completed/0',
      at: { stage: 'plan', list: { kind: 'event', event: 'task.agree-plan.completed' }, index: 0 },
      from: 'plan',
      to: 'observe',
      label: {
        trigger: 'agree plan done',
        guard: 'result.decision = "agreed"',
        isTimer: false,
        outcome: null,
      },
      title: 'task.agree-plan.completed [result.decision = "agreed"] → Observe',
      acts: false,
    });
  });
  test('a timer says its delay, an outcome its shape', () => {
    const words = [...view.transitions, ...toFlow(knottyCycle).transitions].map(({ label }) => label);
    expect(words).toContainEqual({ trigger: 'after 3 months', guard: null, isTimer: true, outcome: null });
    expect(words).toContainEqual({ trigger: 'below', guard: 'round < 4', isTimer: false, outcome: 'below' });
  });
});

describe('finding stages', () => {
  test('the innermost container at a point, never the moved stage itself', () => {
    expect(containerAt(view.stages, { x: 400, y: 200 })).toBe('observe');
    expect(containerAt(view.stages, { x: 400, y: 200 }, ['observe'])).toBeNull();
    expect(containerAt(view.stages, { x: 4000, y: 200 })).toBeNull();
  });
  test('the innermost stage at a point', () => {
    expect(stageAt(view.stages, { x: 400, y: 200 })).toBe('look');
    expect(stageAt(view.stages, { x: 370, y: 20 })).toBe('observe');
    expect(stageAt(view.stages, { x: -500, y: 20 })).toBeNull();
  });
  test('arrow keys walk to the stage that lies there', () => {
    expect(neighbourOf(view.stages, null, 'right')).toBe('plan');
    expect(neighbourOf(view.stages, 'watch', 'down')).toBe('look');
    expect(neighbourOf(view.stages, 'watch', 'left')).toBe('plan');
    expect(neighbourOf(view.stages, 'plan', 'left')).toBeNull();
  });
});

test('the layout graph nests containers, starts with the initial stage and snaps to the grid', () => {
  const graph = toElkGraph(view);
  expect(graph.children?.map(({ id }) => id)).toEqual(['plan', 'observe', 'done']);
  expect(graph.edges?.map(({ sources, targets }) => [...sources, ...targets])).toEqual([
    ['plan', 'observe'],
    ['observe', 'plan'],
    ['observe', 'done'],
    ['watch', 'look'],
    ['look', 'watch'],
  ]);
  expect(graph.children?.[1]?.children?.map(({ id }) => id)).toEqual(['watch', 'look', 'before']);
  expect(
    toLayout({ id: 'x', children: [{ id: 'a', x: 13, y: 3, children: [{ id: 'b', x: 24, y: 66 }] }] }),
  ).toEqual({
    a: { x: 16, y: 0 },
    b: { x: 24, y: 64 },
  });
});

test('a stage that only a transition of the whole cycle leads to lies below the rest', () => {
  const cycle = { ...smallCycle, stages: { ...smallCycle.stages, cancelled: { type: 'final' as const } } };
  const apart = standingApart(toFlow(cycle));
  expect(apart).toEqual(['cancelled']);
  expect(toElkGraph(toFlow(cycle)).children?.map(({ id }) => id)).not.toContain('cancelled');
  expect(completeLayout({ id: 'x', children: [{ id: 'plan', x: 0, y: 8, height: 64 }] }, apart)).toEqual({
    plan: { x: 0, y: 8 },
    cancelled: { x: 280, y: 144 },
  });
});
