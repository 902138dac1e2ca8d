// What the canvas draws: the document made plain. Absolute boxes, words, and who belongs where.
import type { StageId, StageKind } from '../../../engine/index.ts';
import type { Point, TransitionRef } from '../../document/command.ts';
import type { StageType } from '../../document/stage-tree.ts';
import type { OutcomeOrNone } from '../../theme/theme.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Line {
  from: Point;
  to: Point;
}

export interface StageView {
  id: StageId;
  /** `any` stands for every stage: transitions of the whole cycle start there. */
  type: StageType | 'any';
  kind: StageKind | null;
  name: string;
  /** The second line: tasks, first timer. */
  facts: string;
  parent: StageId | null;
  depth: number;
  /** Absolute. */
  box: Box;
  /** Relative to its container, as in the document. */
  place: Point;
  initial: boolean;
  /** Directly inside a parallel stage. */
  region: boolean;
  collapsed: boolean;
  /** How a plan ends here, for an end. */
  outcome: string | null;
  deep: boolean;
  /** Between the regions of a parallel stage; relative to its box. */
  dividers: Line[];
}

export interface LabelText {
  trigger: string;
  guard: string | null;
  isTimer: boolean;
  outcome: OutcomeOrNone | null;
}

export interface TransitionView {
  /** The JSON Pointer of the transition. */
  id: string;
  at: TransitionRef;
  /** A stage on the canvas; when the real one is hidden in a collapsed container, that container. */
  from: StageId;
  to: StageId;
  label: LabelText;
  /** The whole truth in one line, with the dotted name of the event. */
  title: string;
  /** It only acts: the stage is not left. */
  acts: boolean;
}

/** What paths depend on. */
export type StageShape = Pick<StageView, 'id' | 'type' | 'parent' | 'box' | 'initial' | 'collapsed'>;
export type TransitionShape = Pick<TransitionView, 'id' | 'from' | 'to' | 'label'>;

export interface FlowView {
  stages: readonly StageView[];
  transitions: readonly TransitionView[];
}
