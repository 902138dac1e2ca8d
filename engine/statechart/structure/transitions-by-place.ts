// Every transition of a cycle by the JSON Pointer under which steps name it.
import type { Cycle } from '../../model/cycle.ts';
import type { StageId } from '../../model/ids.ts';
import { indexStages } from './stage-index.ts';
import { type PlacedTransition, transitionsOfCycle, transitionsOfStage } from './transitions.ts';

export interface StandingTransition extends PlacedTransition {
  /** Null for a transition that holds in every stage. */
  stage: StageId | null;
}

export function transitionsByPlace(cycle: Cycle): ReadonlyMap<string, StandingTransition> {
  const own = [...indexStages(cycle).values()].flatMap(({ id, stage, place }) =>
    transitionsOfStage(id, stage, place).map((placed) => ({ ...placed, stage: id })),
  );
  const everywhere = transitionsOfCycle(cycle).map((placed) => ({ ...placed, stage: null }));
  return new Map([...own, ...everywhere].map((placed) => [`/${placed.place}`, placed]));
}
