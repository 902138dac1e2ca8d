// Puts new stages where they belong: what a drop, the palette or a picker means as commands.
import type { Cycle, StageId } from '../../../engine/index.ts';
import type { Command, Point, Trigger } from '../../document/command.ts';
import { absolutePlaceOf, freePlace } from '../../document/layout.ts';
import { likeliestTrigger } from '../../document/likely-triggers.ts';
import { makeStageId, slugOf, stageIds, uniqueId } from '../../document/make-id.ts';
import { placeBeside } from '../../document/move-commands.ts';
import { findStage, stagesInside } from '../../document/stage-tree.ts';
import { containerAt } from '../view/container-at.ts';
import { gridStep, stageSize } from '../view/sizes.ts';
import { toFlow } from '../view/to-flow.ts';
import type { StagePreset } from './stage-presets.ts';

const snap = (value: number): number => Math.round(value / gridStep) * gridStep;

export interface Built {
  id: StageId;
  commands: Command[];
}

/** A name is used once among the stages beside it. */
function freshName(cycle: Cycle, inside: StageId | null, name: string): string {
  const taken = new Set(
    Object.entries(stagesInside(cycle, inside)).map(([id, stage]) => (stage.name ?? id).toLowerCase()),
  );
  if (!taken.has(name.toLowerCase())) return name;
  const numbers = Array.from({ length: taken.size + 1 }, (_, index) => `${name} ${index + 2}`);
  return numbers.find((each) => !taken.has(each.toLowerCase())) ?? name;
}

function adding(cycle: Cycle, preset: StagePreset, inside: StageId | null, at: Point): Built {
  const { kind, stageType } = preset;
  const name = freshName(cycle, inside, preset.name);
  const id =
    stageType === 'final' ? uniqueId(slugOf(name, 'closed'), stageIds(cycle)) : makeStageId(cycle, name);
  const place = { x: snap(at.x), y: snap(at.y) };
  return { id, commands: [{ type: 'add-stage', id, name, kind, stageType, inside, at: place }] };
}

/** With its middle at the point, inside the container that lies there. */
export function buildAt(cycle: Cycle, preset: StagePreset, middle: Point): Built {
  const inside = containerAt(toFlow(cycle).stages, middle, null);
  const outer = inside === null ? { x: 0, y: 0 } : absolutePlaceOf(cycle, inside);
  const at = {
    x: middle.x - outer.x - stageSize.width / 2,
    y: middle.y - outer.y - stageSize.height / 2,
  };
  return adding(cycle, preset, inside, freePlace(cycle, inside, at, null));
}

/** Beside the stage that it is appended to, with the likeliest transition between them. */
export function buildAppended(cycle: Cycle, from: StageId, preset: StagePreset, middle: Point | null): Built {
  const parent = findStage(cycle, from)?.parent ?? null;
  const built = middle
    ? buildAt(cycle, preset, middle)
    : adding(cycle, preset, parent, placeBeside(cycle, from));
  const trigger: Trigger = likeliestTrigger(cycle, from);
  const transition: Command = { type: 'add-transition', from, trigger, transition: { to: built.id } };
  return { id: built.id, commands: [...built.commands, transition] };
}

export function duplicateOf(cycle: Cycle, stage: StageId): { id: StageId; command: Command } {
  const id = makeStageId(cycle, `${stage} copy`);
  return { id, command: { type: 'duplicate-stage', stage, id } };
}
