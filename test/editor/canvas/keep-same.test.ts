import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDrawnParts } from '../../../editor/canvas/flow/to-drawn.ts';
import { toNodeParts } from '../../../editor/canvas/flow/to-nodes.ts';
import { plainRoute } from '../../../editor/canvas/route/follow.ts';
import type { Route } from '../../../editor/canvas/route/route-transitions.ts';
import type { Box, FlowView } from '../../../editor/canvas/view/flow-view.ts';
import { makeKeep, type Part } from '../../../editor/canvas/view/keep-same.ts';
import { type FlowKeep, toFlow } from '../../../editor/canvas/view/to-flow.ts';
import { applyCommand } from '../../../editor/document/apply-command.ts';
import type { Command } from '../../../editor/document/command.ts';
import type { Cycle } from '../../../engine/index.ts';
import { arbitraryEdits, editCycle } from '../../support/edit-cycle.ts';
import { readCycle, sampleCycleFiles } from '../../support/sample-cycles.ts';
import { smallCycle } from '../document/fixture.ts';

interface Thing {
  id: string;
  box: { x: number; y: number };
}

const part = (id: string, ...of: number[]): Part<Thing> => ({
  id,
  of,
  make: () => ({ id, box: { x: of[0] ?? 0, y: 0 } }),
});

describe('what is kept', () => {
  test('is the list itself when nothing in it differs', () => {
    const keep = makeKeep<Thing>();
    const before = keep([part('plan', 0), part('observe', 100)]);
    expect(keep([part('plan', 0), part('observe', 100)])).toBe(before);
  });

  test('is all but what is made of something else', () => {
    const keep = makeKeep<Thing>();
    const before = keep([part('plan', 0), part('observe', 100)]);
    const after = keep([part('plan', 0), part('observe', 108)]);
    expect(after).toEqual([
      { id: 'plan', box: { x: 0, y: 0 } },
      { id: 'observe', box: { x: 108, y: 0 } },
    ]);
    expect(after[0]).toBe(before[0]);
    // Its box alone differs.
    expect(after[1]?.id).toBe(before[1]?.id);
  });

  test('is what came out the same, though it was made of something else', () => {
    const keep = makeKeep<Thing>();
    const before = keep([part('plan', 0, 1)]);
    expect(keep([part('plan', 0, 2)])).toBe(before);
  });

  test('is known by its id in another place of the list, and gone with it', () => {
    const keep = makeKeep<Thing>();
    const [plan, observe] = keep([part('plan', 0), part('observe', 100)]);
    const after = keep([part('measure', 50), part('observe', 100)]);
    expect(after[1]).toBe(observe);
    expect(keep([part('plan', 0)])[0]).not.toBe(plan);
  });
});

const edited = (cycle: Cycle, command: Command): Cycle => {
  const result = applyCommand(cycle, command);
  if (result.kind === 'refused') throw new Error(result.reason);
  return result.cycle;
};

const keepAll = (): FlowKeep => ({ stages: makeKeep(), transitions: makeKeep() });

test('a stage that is moved is the only one that is another', () => {
  const keep = keepAll();
  const before = toFlow(smallCycle, keep);
  const moved = edited(smallCycle, { type: 'move-stage', stage: 'plan', to: { x: 8, y: 0 } });
  const after = toFlow(moved, keep);
  expect(after.transitions).toBe(before.transitions);
  expect(after.stages.filter((view, index) => view !== before.stages[index]).map(({ id }) => id)).toEqual([
    'plan',
  ]);
});

interface Drawing {
  view: FlowView;
  nodes: unknown;
  drawn: unknown;
}

const extrasOf = (cycle: Cycle, turn: number) => ({
  problems: [],
  renaming: turn % 2 === 0 ? cycle.initial : null,
  readOnly: turn % 3 === 0,
  overlay: { active: [cycle.initial], visited: [{ stage: cycle.initial, order: turn }] },
  counts: turn % 2 === 0 ? { [cycle.initial]: { active: turn, overdue: 0, ended: 0 } } : undefined,
  marks: undefined,
  changes: undefined,
});

const routeOf = (from: Box | undefined, to: Box | undefined): Route => {
  if (!from || !to) throw new Error('A transition leads to nothing that is drawn.');
  return plainRoute(from, to, { width: 80, height: 20 });
};

/** As the canvas draws: each step is made out of the one before it. */
function drawer(): (cycle: Cycle, turn: number) => Drawing {
  const [keep, nodes, drawn] = [keepAll(), makeKeep<unknown>(), makeKeep<unknown>()];
  return (cycle, turn) => {
    const view = toFlow(cycle, keep);
    const boxes = new Map(view.stages.map(({ id, box }) => [id, box]));
    const routes = view.transitions.map(
      ({ id, from, to }) => [id, routeOf(boxes.get(from), boxes.get(to))] as const,
    );
    const extras = extrasOf(cycle, turn);
    return {
      view,
      nodes: nodes(toNodeParts(view.stages, extras)),
      drawn: drawn(toDrawnParts(view, new Map(routes), extras)),
    };
  };
}

/** With a transition from outside into a container, which leads to the container when that is folded up. */
const reachingIn = edited(smallCycle, {
  type: 'add-transition',
  from: 'plan',
  trigger: { kind: 'event', event: 'plan.due' },
  transition: { to: 'look' },
});

test.each<Command>([
  { type: 'rename-stage', stage: 'look', name: 'Look well' },
  { type: 'set-initial', stage: 'observe' },
  { type: 'set-initial', stage: 'look' },
  { type: 'set-type', stage: 'observe', stageType: 'parallel' },
  { type: 'collapse-stage', stage: 'observe', collapsed: true },
  { type: 'move-into', stage: 'watch', inside: null, to: { x: 0, y: 400 } },
  { type: 'move-stage', stage: 'observe', to: { x: 400, y: 80 } },
  { type: 'change-stage-id', stage: 'look', id: 'see' },
  { type: 'remove-stage', stage: 'plan' },
])(
  'after $type and after it is undone, what is drawn is what is drawn of a cycle that comes new',
  (command) => {
    const drawNext = drawer();
    const steps = [reachingIn, edited(reachingIn, command), reachingIn];
    for (const [turn, cycle] of steps.entries()) expect(drawNext(cycle, turn)).toEqual(drawer()(cycle, turn));
  },
);

test('after any edits, what is drawn is what is drawn of a cycle that comes new', () => {
  fc.assert(
    fc.property(fc.constantFrom(...sampleCycleFiles), arbitraryEdits(), (file, edits) => {
      const drawNext = drawer();
      edits.reduce<Cycle>((cycle, edit, turn) => {
        const next = editCycle(cycle, [edit]);
        expect(drawNext(next, turn)).toEqual(drawer()(next, turn));
        return next;
      }, readCycle(file));
    }),
    { numRuns: 15 },
  );
});
