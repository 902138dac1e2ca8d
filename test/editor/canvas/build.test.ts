import { describe, expect, test } from 'vitest';
import { buildAppended, buildDoubled, buildPastedBelow } from '../../../editor/canvas/chrome/build.ts';
import { stagePresets } from '../../../editor/canvas/chrome/stage-presets.ts';
import { toFlow } from '../../../editor/canvas/view/to-flow.ts';
import { copyStages } from '../../../editor/document/clip/copy-stages.ts';
import type { Command } from '../../../editor/document/command.ts';
import type { Cycle } from '../../../engine/index.ts';

const cycle: Cycle = {
  ...{ schema: 'cycle/1', id: 'c', name: 'C', initial: 'plan' },
  stages: {
    plan: { name: 'Plan' },
    both: { type: 'parallel', name: 'Both', stages: { one: { name: 'One' }, two: { name: 'Two' } } },
  },
  layout: { plan: { x: 0, y: 100 }, both: { x: 360, y: 0 }, one: { x: 24, y: 64 }, two: { x: 24, y: 160 } },
};
const [preset] = stagePresets;
if (!preset) throw new Error('There is nothing to add.');

const placeIn = (commands: readonly Command[]) => {
  const adding = commands.find((command) => command.type === 'add-stage');
  return adding?.type === 'add-stage' ? adding : null;
};
const boxOf = (id: string) => toFlow(cycle).stages.find((view) => view.id === id)?.box;

describe('by keyboard', () => {
  test('a stage that is appended covers no group', () => {
    const added = placeIn(buildAppended(cycle, 'plan', preset, null).commands);
    const both = boxOf('both');
    expect(added?.inside).toBeNull();
    expect(added?.at?.y).toBeGreaterThanOrEqual((both?.y ?? 0) + (both?.height ?? 0));
  });

  test('what is pasted stands below what is selected and beside it, also where that is a group', () => {
    const clip = copyStages(cycle, ['plan', 'both']);
    const pasted = clip && buildPastedBelow(cycle, clip, ['plan', 'both']);
    expect(pasted?.command.inside).toBeNull();
    expect(buildPastedBelow(cycle, clip ?? cycle, ['one'])?.command.inside).toBe('both');
    expect(buildDoubled(cycle, ['plan', 'both'])).toEqual(pasted);
  });
});
