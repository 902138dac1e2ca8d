// What the canvas and the panels share while a cycle is edited: the document, what is selected, how to change it.
import { createContext, useContext } from 'react';
import type { Cycle, Problem, StageId } from '../../engine/index.ts';
import type { Checked } from '../check/use-check.ts';
import type { Applied, Command, TransitionRef } from '../document/command.ts';
import { findStage } from '../document/stage-tree.ts';

export type Selection =
  | { kind: 'none' }
  | { kind: 'stages'; ids: readonly StageId[] }
  | { kind: 'transition'; at: TransitionRef };

export const nothing: Selection = { kind: 'none' };
export const stageSelection = (...ids: StageId[]): Selection => ({ kind: 'stages', ids });

/** Is what is selected in the cycle? */
export function isIn(cycle: Cycle, selection: Selection): boolean {
  switch (selection.kind) {
    case 'none':
      return true;
    case 'stages':
      return selection.ids.every((id) => findStage(cycle, id) !== null);
    case 'transition':
      return selection.at.stage === null || findStage(cycle, selection.at.stage) !== null;
    default:
      return selection satisfies never;
  }
}

export interface Editing {
  cycle: Cycle;
  problems: readonly Problem[];
  /** Whether the problems are known. */
  checked: Pick<Checked, 'state'>;
  readOnly: boolean;
  selection: Selection;
  select(selection: Selection): void;
  /** Changes with the same burst are one undo step. A refusal is announced, and given back. */
  run(command: Command, burst?: string): Applied;
  /** Where a dialog is over the canvas, whose keys are not heard there. */
  undo(): void;
  redo(): void;
  /** Tells those who do not see the canvas what happened. */
  say(message: string): void;
  /** The JSON Pointer of the field to focus next. */
  wanted: string | null;
  /** Selects the place of a JSON Pointer and focuses its field. */
  goTo(pointer: string): void;
  /** Draws the way that shows a problem, where one does. */
  showWay(problem: Problem): void;
  /** The wanted field has been focused, or there is none. */
  arrived(): void;
}

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('useEditing is used outside of an EditingContext.');
  return editing;
}
