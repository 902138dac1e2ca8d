// What a JSON Pointer into the document is about: a transition, a stage, or the cycle itself.
import type { Cycle } from '../../../engine/index.ts';
import { isWithin } from '../../document/pointer.ts';
import { listStages } from '../../document/stage-tree.ts';
import { listTransitions } from '../../document/transitions.ts';
import { nothing, type Selection, stageSelection } from '../../panels/editing.ts';

export function selectionAt(cycle: Cycle, pointer: string): Selection {
  const transition = listTransitions(cycle).find((placed) => isWithin(pointer, placed.pointer));
  if (transition) return { kind: 'transition', at: transition.at };
  const stage = listStages(cycle).findLast((placed) => isWithin(pointer, placed.pointer));
  return stage ? stageSelection(stage.id) : nothing;
}
