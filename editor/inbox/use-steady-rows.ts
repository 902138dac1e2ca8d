// What comes in or goes above the row that is chosen or focused does not move it: the list scrolls by what was added.
import { type RefObject, useLayoutEffect, useRef } from 'react';

const held = (list: HTMLElement): HTMLElement | null => {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && list.contains(activeElement)) return activeElement;
  return list.querySelector<HTMLElement>('[data-current]');
};

export function useSteadyRows(list: RefObject<HTMLElement | null>): void {
  const before = useRef<{ row: HTMLElement; top: number } | null>(null);
  // After every drawing: whatever the reason for it, the same row stays where it was.
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const row = held(element);
    if (row && before.current?.row === row) {
      const moved = row.offsetTop - before.current.top;
      if (moved !== 0) element.scrollTop += moved;
    }
    before.current = row && { row, top: row.offsetTop };
  });
}
