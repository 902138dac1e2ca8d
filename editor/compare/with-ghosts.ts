// Two versions as one picture: the new version, and in it, as ghosts, the stages and transitions of the old one that
// are gone. Pure. The result is drawn and never saved.
import { type Cycle, type Difference, renameInCycle, type Stage, type StageId } from '../../engine/index.ts';
import { isCollapsed, sizeOf } from '../canvas/view/stage-boxes.ts';
import type { Point } from '../document/command.ts';
import { absolutePlaceOf, placeOf, withPlace } from '../document/layout.ts';
import {
  findStage,
  isContainer,
  isWaiting,
  listStages,
  type PlacedStage,
  stagesInside,
  updateStagesInside,
} from '../document/stage-tree.ts';
import { isSameRef, listTransitions, rewriteList } from '../document/transitions.ts';

export interface WithGhosts {
  cycle: Cycle;
  /** Stages of the old version only. */
  ghosts: ReadonlySet<StageId>;
  /** Where a transition that is gone is drawn, by where it stood in the old version. */
  placeOfGone: ReadonlyMap<string, string>;
}

const text = (json: unknown): string => (typeof json === 'string' ? json : '');

/** The old version in the words of the new one, so that what is gone leads to what is there. */
function inNewNames(old: Cycle, differences: readonly Difference[]): Cycle {
  const names = (kind: Difference['kind']) =>
    new Map(
      differences
        .filter((difference) => difference.kind === kind)
        .map(({ before, after }) => [text(before), text(after)]),
    );
  return renameInCycle(old, { stages: names('stage-renamed'), tasks: names('task-renamed') });
}

/** The nearest container around it that the picture has, too. */
function containerFor(drawn: Cycle, old: Cycle, parent: StageId | null): StageId | null {
  if (parent === null) return null;
  const there = findStage(drawn, parent);
  if (there && isContainer(there.stage)) return parent;
  return containerFor(drawn, old, findStage(old, parent)?.parent ?? null);
}

const emptied = (stage: Stage): Stage => (isContainer(stage) ? { ...stage, stages: {} } : stage);

const rowHeight = 24;
const gap = 16;

/** Its own place, or the first one below where it covers nothing. */
function uncovered(drawn: Cycle, inside: StageId | null, { id, stage }: PlacedStage, at: Point): Point {
  const own = sizeOf(drawn, id, stage);
  const others = Object.entries(stagesInside(drawn, inside)).map(([other, its]) => ({
    ...placeOf(drawn, other),
    ...sizeOf(drawn, other, its),
  }));
  const isFree = ({ x, y }: Point) =>
    others.every(
      (other) =>
        x >= other.x + other.width + gap ||
        other.x >= x + own.width + gap ||
        y >= other.y + other.height + gap ||
        other.y >= y + own.height + gap,
    );
  const lowest = Math.max(at.y, ...others.map(({ y, height }) => y + height + gap));
  const rows = Math.ceil((lowest - at.y) / rowHeight) + 1;
  const places = Array.from({ length: rows }, (_, row) => ({ x: at.x, y: at.y + row * rowHeight }));
  return places.find(isFree) ?? { x: at.x, y: lowest };
}

function withStage(drawn: Cycle, old: Cycle, placed: PlacedStage): Cycle {
  const inside = containerFor(drawn, old, placed.parent);
  const ghost = { ...placed, stage: emptied(placed.stage) };
  const place = absolutePlaceOf(old, placed.id);
  const outer = inside === null ? { x: 0, y: 0 } : absolutePlaceOf(drawn, inside);
  const collapsed = inside !== null && isCollapsed(drawn, inside);
  const wanted = { x: Math.max(place.x - outer.x, inside === null ? -Infinity : gap), y: place.y - outer.y };
  const at = collapsed ? wanted : uncovered(drawn, inside, ghost, wanted);
  const there = updateStagesInside(drawn, inside, (stages) => ({ ...stages, [placed.id]: ghost.stage }));
  return withPlace(there, placed.id, at);
}

/** A container whose place is gone loses nothing; one that has become an end can hold no transition. */
const canHold = (drawn: Cycle, stage: StageId | null): boolean => {
  if (stage === null) return true;
  const holder = findStage(drawn, stage);
  return holder !== null && isWaiting(holder.stage);
};

const isGoneTransition = ({ kind }: Difference): boolean =>
  kind === 'transition-removed' || kind === 'timer-removed';

export function withGhosts(old: Cycle, other: Cycle, differences: readonly Difference[]): WithGhosts {
  const before = inNewNames(old, differences);
  const gone = differences.filter(({ kind }) => kind === 'stage-removed').map(({ stage }) => stage);
  const ghosts = listStages(before).filter(({ id }) => gone.includes(id));
  let cycle = ghosts.reduce((drawn, placed) => withStage(drawn, before, placed), other);
  const placeOfGone = new Map<string, string>();
  const [named, renamed] = [listTransitions(old), listTransitions(before)];
  for (const difference of differences.filter(isGoneTransition)) {
    const found = renamed[named.findIndex(({ pointer }) => pointer === difference.old)];
    if (!found || !canHold(cycle, found.at.stage)) continue;
    const { at, transition } = found;
    let index = 0;
    cycle = rewriteList(cycle, at.stage, at.list, (list) => {
      index = list.length;
      return [...list, transition];
    });
    const drawn = listTransitions(cycle).find((placed) => isSameRef(placed.at, { ...at, index }));
    if (drawn && difference.old !== null) placeOfGone.set(difference.old, drawn.pointer);
  }
  return { cycle, ghosts: new Set(ghosts.map(({ id }) => id)), placeOfGone };
}
