// What a canvas is given to draw, and what it is told of.
import type { ReactNode, RefObject } from 'react';
import type { Cycle, Problem, StageId } from '../../../engine/index.ts';
import type { Selection } from '../../panels/editing.ts';
import type { CanvasActs } from '../acts/canvas-acts.ts';
import type { Box } from '../view/flow-view.ts';
import type { CanvasMarks } from './marks.ts';
import type { ChangeMarks, PlanOverlay, StageCounts } from './overlay.ts';

export type LabelPlaces = RefObject<ReadonlyMap<string, Box>>;

export interface CanvasProps {
  cycle: Cycle;
  problems?: readonly Problem[];
  selection?: Selection;
  renaming?: StageId | null;
  acts?: CanvasActs;
  readOnly?: boolean;
  overlay?: PlanOverlay | undefined;
  counts?: StageCounts | undefined;
  /** How it differs from another version. */
  changes?: ChangeMarks | undefined;
  /** What a rehearsal shows on stages and transitions. */
  marks?: CanvasMarks | undefined;
  /** What is brought into sight, at first and whenever it changes. */
  focus?: readonly StageId[] | undefined;
  /** Is kept up to date with where the label of each transition lies, by its JSON Pointer. */
  labels?: LabelPlaces | undefined;
  /** Drawn above the canvas. */
  children?: ReactNode;
}
