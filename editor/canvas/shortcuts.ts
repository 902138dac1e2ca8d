// The one table of shortcuts: behaviour, help and labels all come from it. What is done `by` the browser comes as an
// event of its own, which carries the clipboard; the frame around the page hears the rest itself.
import { t, tAs } from '../language/index.ts';

export const shortcuts = [
  { id: 'new', keys: 'N', words: t('New stage'), group: 'build' },
  { id: 'append', keys: 'A', words: t('Append a stage to the selected one'), group: 'build' },
  { id: 'connect', keys: 'C', words: t('Connect the selected stage to another'), group: 'build' },
  { id: 'rename', keys: 'F2', words: t('Rename'), group: 'build' },
  { id: 'rename-enter', keys: 'Enter', words: t('Rename'), group: 'build' },
  { id: 'remove', keys: 'Delete', words: t('Delete what is selected'), group: 'build' },
  { id: 'duplicate', keys: 'Ctrl+D', words: t('Duplicate the selected stages'), group: 'build' },
  { id: 'copy', keys: 'Ctrl+C', words: t('Copy the selected stages'), group: 'build', by: 'browser' },
  { id: 'cut', keys: 'Ctrl+X', words: t('Cut the selected stages'), group: 'build', by: 'browser' },
  { id: 'paste', keys: 'Ctrl+V', words: t('Paste stages'), group: 'build', by: 'browser' },
  { id: 'all', keys: 'Ctrl+A', words: t('Select every stage beside the selected one'), group: 'build' },
  { id: 'fold', keys: 'F', words: t('Fold up or unfold the selected group'), group: 'build' },
  {
    id: 'into',
    keys: 'I',
    words: t('Move the selected stages into a group, or out of one'),
    group: 'build',
  },
  { id: 'undo', keys: 'Ctrl+Z', words: t('Undo'), group: 'change' },
  { id: 'redo', keys: 'Ctrl+Shift+Z', words: t('Redo'), group: 'change' },
  { id: 'redo-y', keys: 'Ctrl+Y', words: t('Redo'), group: 'change' },
  { id: 'tidy', keys: 'Shift+L', words: t('Tidy the layout'), group: 'change' },
  { id: 'left', keys: 'ArrowLeft', words: t('Go to the stage on the left'), group: 'move' },
  { id: 'right', keys: 'ArrowRight', words: t('Go to the stage on the right'), group: 'move' },
  { id: 'up', keys: 'ArrowUp', words: t('Go to the stage above'), group: 'move' },
  { id: 'down', keys: 'ArrowDown', words: t('Go to the stage below'), group: 'move' },
  { id: 'nudge-left', keys: 'Shift+ArrowLeft', words: t('Move the selected stages left'), group: 'move' },
  {
    id: 'nudge-right',
    keys: 'Shift+ArrowRight',
    words: t('Move the selected stages right'),
    group: 'move',
  },
  { id: 'nudge-up', keys: 'Shift+ArrowUp', words: t('Move the selected stages up'), group: 'move' },
  { id: 'nudge-down', keys: 'Shift+ArrowDown', words: t('Move the selected stages down'), group: 'move' },
  { id: 'escape', keys: 'Escape', words: t('Select nothing'), group: 'move' },
  { id: 'search', keys: 'Ctrl+F', words: t('Find a stage, a task or a transition'), group: 'look' },
  { id: 'problem', keys: 'F8', words: t('Next problem'), group: 'look' },
  { id: 'problem-back', keys: 'Shift+F8', words: t('Previous problem'), group: 'look' },
  { id: 'fit', keys: '1', words: t('Show the whole cycle'), group: 'look' },
  { id: 'actual', keys: '0', words: t('Show at 100 %'), group: 'look' },
  { id: 'rehearse', keys: 'T', words: t('Rehearse, or go back to drawing'), group: 'look' },
  { id: 'overview', keys: 'M', words: t('Show or hide the overview'), group: 'look' },
  { id: 'page', keys: 'F1', words: t('Help for this page'), group: 'look', by: 'frame' },
  { id: 'help', keys: '?', words: t('Show the shortcuts'), group: 'look' },
] as const;

type Shortcut = (typeof shortcuts)[number];
/** Those that we hear as keys. */
export type ShortcutId = Exclude<Shortcut, { by: string }>['id'];
export type ShortcutHandlers = Record<ShortcutId, () => void>;

const isHeard = (shortcut: Shortcut): shortcut is Exclude<Shortcut, { by: string }> => !('by' in shortcut);

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** Signs such as ? are made with Shift on some keyboards and without on others, so only the sign counts. */
export function shortcutFor(pressed: Pressed): ShortcutId | null {
  if (pressed.altKey) return null;
  const found = shortcuts.filter(isHeard).find(({ keys }) => {
    const parts = keys.split('+');
    const key = parts.at(-1) ?? '';
    const isSign = key.length === 1 && !/[a-z]/i.test(key);
    const shift = isSign || parts.includes('Shift') === pressed.shiftKey;
    const control = parts.includes('Ctrl') === (pressed.ctrlKey || pressed.metaKey);
    return shift && control && key.toLowerCase() === pressed.key.toLowerCase();
  });
  return found?.id ?? (pressed.key === 'Backspace' && !pressed.ctrlKey ? 'remove' : null);
}

export const groupWords: Record<Shortcut['group'], string> = {
  build: t('Build'),
  change: tAs('verb', 'Change'),
  move: t('Move'),
  look: t('Look'),
};

const keyWords: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Ctrl: tAs('on a keyboard', 'Ctrl'),
  Shift: tAs('on a keyboard', 'Shift'),
  Enter: tAs('on a keyboard', 'Enter'),
  Delete: tAs('on a keyboard', 'Del'),
  Escape: 'Esc',
};
export const keyNames = (keys: string): string[] => keys.split('+').map((key) => keyWords[key] ?? key);
