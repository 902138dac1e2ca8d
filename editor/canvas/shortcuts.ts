// The one table of shortcuts: behaviour, help and labels all come from it. What is done `by` the browser comes as an
// event of its own, which carries the clipboard.
export const shortcuts = [
  { id: 'new', keys: 'N', words: 'New stage', group: 'Build' },
  { id: 'append', keys: 'A', words: 'Append a stage to the selected one', group: 'Build' },
  { id: 'connect', keys: 'C', words: 'Connect the selected stage to another', group: 'Build' },
  { id: 'rename', keys: 'F2', words: 'Rename', group: 'Build' },
  { id: 'rename-enter', keys: 'Enter', words: 'Rename', group: 'Build' },
  { id: 'remove', keys: 'Delete', words: 'Delete what is selected', group: 'Build' },
  { id: 'duplicate', keys: 'Ctrl+D', words: 'Duplicate the selected stages', group: 'Build' },
  { id: 'copy', keys: 'Ctrl+C', words: 'Copy the selected stages', group: 'Build', by: 'browser' },
  { id: 'cut', keys: 'Ctrl+X', words: 'Cut the selected stages', group: 'Build', by: 'browser' },
  { id: 'paste', keys: 'Ctrl+V', words: 'Paste stages', group: 'Build', by: 'browser' },
  { id: 'all', keys: 'Ctrl+A', words: 'Select every stage beside the selected one', group: 'Build' },
  { id: 'fold', keys: 'F', words: 'Fold up or unfold the selected group', group: 'Build' },
  { id: 'into', keys: 'I', words: 'Move the selected stages into a group, or out of one', group: 'Build' },
  { id: 'undo', keys: 'Ctrl+Z', words: 'Undo', group: 'Change' },
  { id: 'redo', keys: 'Ctrl+Shift+Z', words: 'Redo', group: 'Change' },
  { id: 'redo-y', keys: 'Ctrl+Y', words: 'Redo', group: 'Change' },
  { id: 'tidy', keys: 'Shift+L', words: 'Tidy the layout', group: 'Change' },
  { id: 'left', keys: 'ArrowLeft', words: 'Go to the stage on the left', group: 'Move' },
  { id: 'right', keys: 'ArrowRight', words: 'Go to the stage on the right', group: 'Move' },
  { id: 'up', keys: 'ArrowUp', words: 'Go to the stage above', group: 'Move' },
  { id: 'down', keys: 'ArrowDown', words: 'Go to the stage below', group: 'Move' },
  { id: 'nudge-left', keys: 'Shift+ArrowLeft', words: 'Move the selected stages left', group: 'Move' },
  { id: 'nudge-right', keys: 'Shift+ArrowRight', words: 'Move the selected stages right', group: 'Move' },
  { id: 'nudge-up', keys: 'Shift+ArrowUp', words: 'Move the selected stages up', group: 'Move' },
  { id: 'nudge-down', keys: 'Shift+ArrowDown', words: 'Move the selected stages down', group: 'Move' },
  { id: 'escape', keys: 'Escape', words: 'Select nothing', group: 'Move' },
  { id: 'search', keys: 'Ctrl+F', words: 'Find a stage, a task or a transition', group: 'Look' },
  { id: 'problem', keys: 'F8', words: 'Next problem', group: 'Look' },
  { id: 'problem-back', keys: 'Shift+F8', words: 'Previous problem', group: 'Look' },
  { id: 'fit', keys: '1', words: 'Show the whole cycle', group: 'Look' },
  { id: 'actual', keys: '0', words: 'Show at 100 %', group: 'Look' },
  { id: 'rehearse', keys: 'T', words: 'Rehearse, or go back to drawing', group: 'Look' },
  { id: 'overview', keys: 'M', words: 'Show or hide the overview', group: 'Look' },
  { id: 'help', keys: '?', words: 'Show the shortcuts', group: 'Look' },
] as const;

type Shortcut = (typeof shortcuts)[number];
/** Those that we hear as keys. */
export type ShortcutId = Exclude<Shortcut, { by: 'browser' }>['id'];
export type ShortcutHandlers = Record<ShortcutId, () => void>;

const isHeard = (shortcut: Shortcut): shortcut is Exclude<Shortcut, { by: 'browser' }> => !('by' in shortcut);

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

const keyWords: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
  Escape: 'Esc',
};
export const keyNames = (keys: string): string[] => keys.split('+').map((key) => keyWords[key] ?? key);
