// Keys of one screen: silent while somebody types or a dialog is open.
import { useEffect, useEffectEvent } from 'react';
import { isShown } from './is-shown.ts';
import { type KeyTable, makeKeyEar, type Pressed } from './key-ear.ts';

/** What Enter and Space press by themselves. */
const PRESSED = 'button, a[href], summary, [role="button"], [role="link"], [role="tab"], [role="treeitem"]';

const isPress = ({ key, target }: Pressed): boolean =>
  (key === 'Enter' || key === ' ') && target instanceof Element && target.closest(PRESSED) !== null;

/** In a tree a letter goes to the next line that begins with it. */
const isOfTree = ({ key, target }: Pressed): boolean =>
  key.length === 1 && target instanceof Element && target.closest('[role="tree"]') !== null;

function isTaken(event: Pressed): boolean {
  const { target } = event;
  if (isPress(event) || isOfTree(event) || isShown('[role="dialog"], [role="menu"], [role="listbox"]'))
    return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [contenteditable="true"]') !== null)
  );
}

export function useHotkeys(keys: KeyTable): void {
  const table = useEffectEvent(() => keys);
  useEffect(() => {
    const { early, late } = makeKeyEar({ table: () => table(), isTaken });
    window.addEventListener('keydown', early, { capture: true });
    window.addEventListener('keydown', late);
    return () => {
      window.removeEventListener('keydown', early, { capture: true });
      window.removeEventListener('keydown', late);
    };
  }, []);
}
