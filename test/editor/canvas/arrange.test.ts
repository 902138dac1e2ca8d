// Aligning, distributing and snapping: stages in line with one another, and never out of line among themselves.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, arrangements } from '../../../editor/canvas/arrange/arrange.ts';
import { snap } from '../../../editor/canvas/arrange/snap.ts';
import { toFlow } from '../../../editor/canvas/view/to-flow.ts';
import { applyCommand } from '../../../editor/document/apply-command.ts';
import { absolutePlaceOf } from '../../../editor/document/layout.ts';
import type { Cycle } from '../../../engine/index.ts';
import { smallCycle } from '../document/fixture.ts';
import { knottyCycle } from './fixture.ts';

const viewsOf = (cycle: Cycle, ...ids: string[]) => toFlow(cycle).stages.filter(({ id }) => ids.includes(id));
const three = viewsOf(knottyCycle, 'plan', 'appraise', 'closed');

describe('arranging', () => {
  test('left edges, centres and bottoms come to lie on one line', () => {
    expect(arrange(three, 'left')).toEqual([
      { stage: 'appraise', inside: null, at: { x: 0, y: 40 } },
      { stage: 'closed', inside: null, at: { x: 0, y: 48 } },
    ]);
    expect(arrange(three, 'middle')).toEqual([]);
    expect(arrange(three, 'bottom').map(({ at }) => at.y)).toEqual([56]);
  });

  test('stages that are distributed have the same gaps, and the outer ones stay', () => {
    expect(arrange(three, 'across')).toEqual([{ stage: 'appraise', inside: null, at: { x: 780, y: 40 } }]);
  });

  test('every arrangement is stable: what is in order is not moved again', () => {
    for (const { how } of arrangements) {
      const result = applyCommand(knottyCycle, { type: 'move-stages', moves: arrange(three, how) });
      if (result.kind === 'refused') throw new Error(result.reason);
      expect(arrange(viewsOf(result.cycle, 'plan', 'appraise', 'closed'), how)).toEqual([]);
    }
  });

  test('stages in a container are in line also when the container grows for them', () => {
    const moves = [
      { stage: 'watch', inside: 'observe', at: { x: 200, y: 0 } },
      { stage: 'look', inside: 'observe', at: { x: 240, y: 100 } },
    ];
    const result = applyCommand(smallCycle, { type: 'move-stages', moves });
    if (result.kind === 'refused') throw new Error(result.reason);
    expect(absolutePlaceOf(result.cycle, 'watch')).toEqual({ x: 200, y: 0 });
    expect(absolutePlaceOf(result.cycle, 'look')).toEqual({ x: 240, y: 100 });
    expect(absolutePlaceOf(result.cycle, 'before')).toEqual({ x: 384, y: 288 });
  });
});

describe('dragging', () => {
  const { stages } = toFlow(knottyCycle);
  const plan = { x: 0, y: 40, width: 208, height: 64 };
  const dragPlan = (x: number, y: number, how = { reach: 5, free: false }) =>
    snap(stages, [{ id: 'plan', box: { ...plan, x, y } }], how);

  test('a stage within five pixels of a neighbour’s line comes to lie on it, and a guide shows', () => {
    const { shift, guides } = dragPlan(1204, 301);
    expect(shift).toEqual({ x: -4, y: 3 });
    expect(guides).toContainEqual({ from: { x: 1200, y: 40 }, to: { x: 1200, y: 368 } });
  });

  test('farther away the grid holds, and no guide shows', () => {
    const { shift, guides } = dragPlan(1213, 300);
    expect(shift).toEqual({ x: 3, y: 4 });
    expect(guides.filter(({ from, to }) => from.x === to.x)).toEqual([]);
  });

  test('with Alt the stage lies where the pointer has it', () => {
    expect(dragPlan(1204, 301, { reach: 5, free: true })).toEqual({ shift: { x: 0, y: 0 }, guides: [] });
  });

  test('neighbours are those of the container that the stage is over', () => {
    const { shift } = dragPlan(412, 60);
    expect(shift.x).toBe(-4);
    const look = stages.find(({ id }) => id === 'look');
    expect(look?.box.x).toBe(776);
    expect(dragPlan(779, 60).shift.x).toBe(-3);
  });

  test('every guide lies on a line of what is dragged and of a neighbour', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 1800 }), fc.integer({ min: -300, max: 500 }), (x, y) => {
        const { shift, guides } = dragPlan(x, y);
        const marks = [0, plan.width / 2, plan.width].map((mark) => x + shift.x + mark);
        const levels = [0, plan.height / 2, plan.height].map((mark) => y + shift.y + mark);
        for (const { from, to } of guides) {
          if (from.x === to.x) expect(marks).toContain(from.x);
          else expect(levels).toContain(from.y);
        }
      }),
    );
  });
});
