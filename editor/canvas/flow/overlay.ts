// Where a plan is and how it got there, laid over its cycle.
import type { StageId } from '../../../engine/index.ts';

export interface PlanOverlay {
  /** The stages that the plan is in. */
  active: readonly StageId[];
  /** In the order of the visit; a stage that was visited twice is listed twice. */
  visited: readonly { stage: StageId; order: number }[];
  /** The transitions taken on the way, by JSON Pointer; without them they are guessed from the visits. */
  transitions?: readonly string[];
  /** Those of the step that is shown. */
  lit?: readonly string[];
  /** What each stage waits for, in words. */
  waits?: Readonly<Record<StageId, string>>;
}

/** How a stage or transition differs from another version of the cycle; `moved` is only drawn elsewhere. */
export type ChangeLook = 'added' | 'removed' | 'changed' | 'moved';

/** What is not named here is the same in both versions. */
export interface ChangeMarks {
  stages: Readonly<Record<StageId, ChangeLook>>;
  /** By the JSON Pointer of the transition. */
  transitions: Readonly<Record<string, ChangeLook>>;
}

/** Plans in a stage: those that are there, those of them that are late, those that ended there. */
export interface StageCount {
  active: number;
  overdue: number;
  ended: number;
}
export type StageCounts = Readonly<Record<StageId, StageCount>>;

/** The numbers of the visits to a stage, such as "2, 5". */
export const stepsAt = (overlay: PlanOverlay | undefined, stage: StageId): string =>
  (overlay?.visited ?? [])
    .filter((visit) => visit.stage === stage)
    .map(({ order }) => order)
    .join(', ');

/** The pairs of stages that were walked one after another. */
export function walkedPairs(overlay: PlanOverlay | undefined): Set<string> {
  const visits = (overlay?.visited ?? []).toSorted((a, b) => a.order - b.order);
  return new Set(visits.slice(1).map((visit, index) => `${visits[index]?.stage}>${visit.stage}`));
}
