// Puts new stages where they belong: what a drop, the palette or a picker means as commands.
import type { Cycle, StageId } from '../../../engine/index.ts';
import { copyStages, outermost } from '../../document/clip/copy-stages.ts';
import { type Pasted, pasteStages } from '../../document/clip/paste-stages.ts';
import type { Command, Point, StageMove, Trigger } from '../../document/command.ts';
import { absolutePlaceOf, containerPadding, freePlace } from '../../document/layout.ts';
import { likeliestTrigger } from '../../document/likely-triggers.ts';
import { freshName, makeStageId, slugOf, stageIds, uniqueId } from '../../document/make-id.ts';
import { placeBeside } from '../../document/move-commands.ts';
import { findStage } from '../../document/stage-tree.ts';
import { containerAt } from '../view/container-at.ts';
import { gridStep, stageSize } from '../view/sizes.ts';
import { toFlow } from '../view/to-flow.ts';
import type { StagePreset } from './stage-presets.ts';

const snap = (value: number): number => Math.round(value / gridStep) * gridStep;

export interface Built {
  id: StageId;
  commands: Command[];
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
  const inside = containerAt(toFlow(cycle).stages, middle);
  const outer = cornerOf(cycle, inside);
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
    : adding(cycle, preset, parent, uncovered(cycle, parent, placeBeside(cycle, from)));
  const trigger: Trigger = likeliestTrigger(cycle, from);
  const transition: Command = { type: 'add-transition', from, trigger, transition: { to: built.id } };
  return { id: built.id, commands: [...built.commands, transition] };
}

/** Below what the container holds; at the top, below everything. */
export function movesInto(cycle: Cycle, ids: readonly StageId[], inside: StageId | null): StageMove[] {
  const views = toFlow(cycle).stages;
  const bottoms = views
    .filter(({ parent, type }) => parent === inside && type !== 'any')
    .map(({ box }) => box.y + box.height);
  const outer = inside === null ? null : views.find(({ id }) => id === inside)?.box;
  const left = outer ? outer.x + containerPadding.left : 0;
  const top = outer ? outer.y + containerPadding.top : 0;
  let y = Math.max(top, ...bottoms.map((bottom) => bottom + gap));
  return outermost(cycle, ids).map(({ id }) => {
    const at = { x: left, y };
    y += (views.find((view) => view.id === id)?.box.height ?? 0) + gap;
    return { stage: id, inside, at };
  });
}

/** Where the clip's middle lies at the point, or below it where nothing is. */
export function buildPasted(cycle: Cycle, clip: Cycle, middle: Point): Pasted | null {
  const views = toFlow(cycle).stages;
  const inside = containerAt(views, middle);
  const size = extentOf(clip);
  return pasteFree(cycle, clip, inside, { x: middle.x - size.width / 2, y: middle.y - size.height / 2 });
}

/** Below these stages, in the same container. */
export function buildPastedBelow(cycle: Cycle, clip: Cycle, ids: readonly StageId[]): Pasted | null {
  const [root, ...others] = outermost(cycle, ids);
  if (!root) return null;
  const above = new Set([root, ...others].map(({ id }) => id));
  const boxes = toFlow(cycle)
    .stages.filter(({ id }) => above.has(id))
    .map(({ box }) => box);
  const corner = {
    x: Math.min(...boxes.map(({ x }) => x)),
    y: Math.max(...boxes.map(({ y, height }) => y + height)) + gap,
  };
  return pasteFree(cycle, clip, root.parent, corner);
}

export function buildDoubled(cycle: Cycle, ids: readonly StageId[]): Pasted | null {
  const clip = copyStages(cycle, ids);
  return clip && buildPastedBelow(cycle, clip, ids);
}

const gap = 4 * gridStep;

interface Size {
  width: number;
  height: number;
}

function extentOf(clip: Cycle): Size {
  const boxes = toFlow(clip).stages.filter(({ type, parent }) => type !== 'any' && parent === null);
  return {
    width: Math.max(0, ...boxes.map(({ box }) => box.x + box.width)),
    height: Math.max(0, ...boxes.map(({ box }) => box.y + box.height)),
  };
}

/** `corner` is absolute. Steps down until nothing in the container is covered. */
function freeCorner(cycle: Cycle, inside: StageId | null, corner: Point, size: Size): Point {
  const beside = toFlow(cycle).stages.filter(({ parent, type }) => parent === inside && type !== 'any');
  const isFree = ({ x, y }: Point) =>
    beside.every(
      ({ box }) =>
        x >= box.x + box.width ||
        box.x >= x + size.width ||
        y >= box.y + box.height ||
        box.y >= y + size.height,
    );
  const tries = Array.from({ length: 200 }, (_, row) => ({
    x: snap(corner.x),
    y: snap(corner.y) + row * gap,
  }));
  return tries.find(isFree) ?? corner;
}

const cornerOf = (cycle: Cycle, container: StageId | null): Point =>
  container === null ? { x: 0, y: 0 } : absolutePlaceOf(cycle, container);

function pasteFree(cycle: Cycle, clip: Cycle, inside: StageId | null, corner: Point): Pasted | null {
  const at = freeCorner(cycle, inside, corner, extentOf(clip));
  const outer = cornerOf(cycle, inside);
  return pasteStages(cycle, clip, inside, { x: at.x - outer.x, y: at.y - outer.y });
}

/** A place in a container for one stage, or below it where a group covers that. */
function uncovered(cycle: Cycle, container: StageId | null, { x, y }: Point): Point {
  const outer = cornerOf(cycle, container);
  const at = freeCorner(cycle, container, { x: x + outer.x, y: y + outer.y }, stageSize);
  return { x: at.x - outer.x, y: at.y - outer.y };
}
