// Stands for "every stage", beside each stage that a transition of the whole cycle leads to.

import { t } from '../../language/index.ts';
import type { Box, StageView, TransitionView } from './flow-view.ts';
import { anySize } from './sizes.ts';

const gap = 152;

type Shown = Pick<StageView, 'id' | 'box' | 'depth'>;

export function anyStages(stages: readonly Shown[], transitions: readonly TransitionView[]): StageView[] {
  const targets = new Set(transitions.filter(({ at }) => at.stage === null).map(({ to }) => to));
  return stages.filter(({ id }) => targets.has(id)).map((target) => anyBeside(target, stages));
}

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + 24 &&
  b.x < a.x + a.width + 24 &&
  a.y < b.y + b.height + 24 &&
  b.y < a.y + a.height + 24;

function anyBeside({ id, box, depth }: Shown, stages: readonly Shown[]): StageView {
  const middle = box.y + (box.height - anySize.height) / 2;
  const centre = box.x + (box.width - anySize.width) / 2;
  const candidates = [
    { x: box.x - gap - anySize.width, y: middle },
    { x: box.x + box.width + gap, y: middle },
    { x: centre, y: box.y - 96 },
    { x: centre, y: box.y + box.height + 64 },
  ].map((at) => ({ ...at, ...anySize }));
  const free = candidates.find((each) => stages.every((stage) => !overlaps(each, stage.box)));
  const lowest = Math.max(...stages.map((stage) => stage.box.y + stage.box.height));
  const place = free ?? { x: centre, y: lowest + 64, ...anySize };
  return {
    id: `any:${id}`,
    type: 'any',
    kind: null,
    name: t('Any stage'),
    facts: '',
    parent: null,
    depth,
    box: place,
    place: { x: place.x, y: place.y },
    initial: false,
    region: false,
    collapsed: false,
    outcome: null,
    deep: false,
    dividers: [],
  };
}
