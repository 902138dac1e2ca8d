// How far a cycle is with a stage, by the kinds of its stages: a round can be gone through again.
import type { StageInOrder } from '../../app/words/stages-in-order.ts';
import { kindsOf } from '../../plans/Stepper.tsx';
import { stageKindStyle } from '../../theme/theme.ts';

export interface StepsLeft {
  step: number;
  all: number;
  /** What may come after, in words. */
  after: string[];
}

/** Null: the stage is of no kind, or not in the cycle. */
export function stepsLeft(stages: StageInOrder[], stage: string): StepsLeft | null {
  const kinds = kindsOf(stages);
  const kind = stages.find(({ id }) => id === stage)?.kind;
  if (!kind) return null;
  const index = kinds.indexOf(kind);
  return {
    step: index + 1,
    all: kinds.length,
    after: kinds.slice(index + 1).map((next) => stageKindStyle[next].words),
  };
}
