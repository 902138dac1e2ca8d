// Aligning and distributing the chosen stages: where each of them goes. Pure; boxes are absolute.
import type { StageMove } from '../../document/command.ts';
import { t } from '../../language/index.ts';
import { hull } from '../route/geometry.ts';
import type { Box, StageView } from '../view/flow-view.ts';

export const arrangements = [
  { how: 'left', words: t('Align left edges'), least: 2 },
  { how: 'centre', words: t('Align centres'), least: 2 },
  { how: 'right', words: t('Align right edges'), least: 2 },
  { how: 'top', words: t('Align top edges'), least: 2 },
  { how: 'middle', words: t('Align middles'), least: 2 },
  { how: 'bottom', words: t('Align bottom edges'), least: 2 },
  { how: 'across', words: t('Distribute across'), least: 3 },
  { how: 'down', words: t('Distribute down'), least: 3 },
] as const;

export type Arrangement = (typeof arrangements)[number]['how'];

type Place = (box: Box, all: Box) => Partial<Box>;

const alignments: Record<Exclude<Arrangement, 'across' | 'down'>, Place> = {
  left: (_box, all) => ({ x: all.x }),
  centre: (box, all) => ({ x: all.x + (all.width - box.width) / 2 }),
  right: (box, all) => ({ x: all.x + all.width - box.width }),
  top: (_box, all) => ({ y: all.y }),
  middle: (box, all) => ({ y: all.y + (all.height - box.height) / 2 }),
  bottom: (box, all) => ({ y: all.y + all.height - box.height }),
};

/** The outer two stay where they are; the gaps between all of them become the same. */
function distributed(views: readonly StageView[], axis: 'x' | 'y'): Map<string, Partial<Box>> {
  const side = axis === 'x' ? 'width' : 'height';
  const sorted = views.toSorted((a, b) => a.box[axis] - b.box[axis]);
  const first = sorted[0]?.box;
  const last = sorted.at(-1)?.box;
  if (!first || !last) return new Map();
  const room = last[axis] + last[side] - first[axis];
  const filled = sorted.reduce((sum, { box }) => sum + box[side], 0);
  const gap = (room - filled) / Math.max(1, sorted.length - 1);
  const places = new Map<string, Partial<Box>>();
  let next = first[axis];
  for (const { id, box } of sorted) {
    places.set(id, { [axis]: next });
    next += box[side] + gap;
  }
  return places;
}

/** Only stages that move are named. */
export function arrange(views: readonly StageView[], how: Arrangement): StageMove[] {
  const [first] = views;
  if (!first) return [];
  const all = views.reduce((box, view) => hull(box, view.box), first.box);
  const across = how === 'across' || how === 'down';
  const shared = across ? distributed(views, how === 'across' ? 'x' : 'y') : null;
  return views.flatMap(({ id, parent, box }) => {
    const to = { ...box, ...(across ? shared?.get(id) : alignments[how](box, all)) };
    const at = { x: Math.round(to.x), y: Math.round(to.y) };
    return at.x === box.x && at.y === box.y ? [] : [{ stage: id, inside: parent, at }];
  });
}
