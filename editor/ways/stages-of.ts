// The stages of a way as the canvas shows them; those of a folded container are the container.
import type { Cycle, StageId } from '../../engine/index.ts';
import { shownAs } from '../canvas/view/shown-as.ts';
import type { Way } from './way-of-problem.ts';

export const stagesOf = (cycle: Cycle, { overlay }: Way): readonly StageId[] => [
  ...new Set(
    [...overlay.active, ...overlay.visited.map(({ stage }) => stage)].map((id) => shownAs(cycle, id)),
  ),
];
