// Keys of one screen: silent while somebody types or a dialog is open.
import { useEffect, useEffectEvent } from 'react';
import { isShown } from './is-shown.ts';

/** A key, as `j`, or two in a row, as `g i`, and what it does. */
export type KeyTable = [string, () => void][];

function isTaken(target: EventTarget | null): boolean {
  if (isShown('[role="dialog"], [role="menu"], [role="listbox"]')) return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [contenteditable="true"]') !== null)
  );
}

/** What Enter and Space press by themselves. */
const PRESSED = 'button, a[href], summary, [role="button"], [role="link"], [role="tab"], [role="treeitem"]';

const isPress = ({ key, target }: KeyboardEvent): boolean =>
  (key === 'Enter' || key === ' ') && target instanceof Element && target.closest(PRESSED) !== null;

const sequenceMs = 1_500;

export function useHotkeys(keys: KeyTable): void {
  const press = useEffectEvent((event: KeyboardEvent, before: string, taken: boolean): string => {
    if (event.ctrlKey || event.metaKey || event.altKey || taken || isPress(event)) return '';
    const table = new Map(keys);
    const act = table.get(`${before} ${event.key}`.trim()) ?? table.get(event.key);
    if (!act) return event.key;
    event.preventDefault();
    act();
    return '';
  });
  useEffect(() => {
    let before = { key: '', at: 0 };
    // Asked before anybody hears the key: the Escape that closes a dialog is not also one for the page behind it.
    let taken = false;
    const ask = (event: KeyboardEvent) => {
      taken = isTaken(event.target);
    };
    const listen = (event: KeyboardEvent) => {
      const recent = event.timeStamp - before.at < sequenceMs ? before.key : '';
      before = { key: press(event, recent, taken || isTaken(event.target)), at: event.timeStamp };
    };
    window.addEventListener('keydown', ask, { capture: true });
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', ask, { capture: true });
      window.removeEventListener('keydown', listen);
    };
  }, []);
}
