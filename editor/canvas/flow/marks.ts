// Paint laid over a cycle while it is rehearsed: where the plan stands, what was gone through, where time is spent.
// Each paint says in words what it means; colour alone never does.
import type { StageId } from '../../../engine/index.ts';

export type StageMark =
  | { kind: 'token' | 'covered' | 'missed'; text: string }
  /** `share` of the warmest stage, from 0 to 1. */
  | { kind: 'heat'; share: number; text: string };

/** `open` could be taken now, `shut` is held by its guard, `taken` was the last step, the others are of scenarios. */
export type TransitionMark = 'taken' | 'open' | 'shut' | 'covered' | 'missed';

export interface CanvasMarks {
  stages: Readonly<Record<StageId, StageMark>>;
  /** By JSON Pointer of the transition. */
  transitions: Readonly<Record<string, TransitionMark>>;
}

/** One transition that leads to several stages is several paths. */
export const markOf = (marks: CanvasMarks | undefined, path: string): TransitionMark | null =>
  marks?.transitions[path.replace(/\/also\/\d+$/, '')] ?? null;
