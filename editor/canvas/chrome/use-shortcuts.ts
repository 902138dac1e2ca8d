// Hears the shortcuts while the editor is shown. Keys pressed in a field, a menu or a dialog are not for us.
import { type RefObject, useEffect, useRef } from 'react';
import { type ShortcutHandlers, shortcutFor } from '../shortcuts.ts';

const elsewhere =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]';

/** Enter belongs to a focused button; on the canvas itself it renames. */
const ownsEnter = 'button, a, summary, [role="button"], [role="tab"], [role="treeitem"]';

/** Is it meant for the canvas, and not for a field, a menu or a dialog? */
export function isOnCanvas(event: Event, root: HTMLElement | null): boolean {
  const { target } = event;
  if (!(target instanceof Element) || !root || event.defaultPrevented) return false;
  // What is around the canvas has the focus when nothing in it took it.
  if (!target.contains(root) && !root.contains(target)) return false;
  if (document.querySelector('[role="dialog"][aria-modal="true"]')) return false;
  return !target.closest(elsewhere) || isWalk(event);
}

/** The next problem is asked for from the field of the last one. */
const isWalk = (event: Event): boolean => event instanceof KeyboardEvent && event.key === 'F8';

function isForUs(event: KeyboardEvent, root: HTMLElement | null): boolean {
  const { target, key } = event;
  if (!(target instanceof Element) || !isOnCanvas(event, root)) return false;
  if (key.startsWith('Arrow') && target.closest('[role="tree"], [role="separator"]')) return false;
  return !(key === 'Enter' && target.closest(ownsEnter));
}

export function useShortcuts(root: RefObject<HTMLElement | null>, handlers: ShortcutHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const shortcut = isForUs(event, root.current) ? shortcutFor(event) : null;
      if (shortcut === null) return;
      event.preventDefault();
      latest.current[shortcut]();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [root]);
}
