// Undo and redo in a dialog over the canvas, whose own keys are not heard there.
import type { KeyboardEvent } from 'react';
import type { Editing } from './editing.ts';

/** A cell that is typed in keeps the browser's own undo. */
const keepsOwn = '[role="gridcell"] textarea';

export const undoKeys =
  ({ undo, redo }: Pick<Editing, 'undo' | 'redo'>) =>
  (event: KeyboardEvent): void => {
    // Of two dialogs over one another the upper one has undone it already.
    if (event.defaultPrevented) return;
    const isOwn = event.target instanceof Element && event.target.matches(keepsOwn);
    if (!(event.ctrlKey || event.metaKey) || isOwn) return;
    const act = { z: event.shiftKey ? redo : undo, y: redo }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
