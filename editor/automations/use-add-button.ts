// The button that adds to a list has the focus when what had it is gone: the empty place with its own button, or the line
// that was removed.
import { type RefObject, useEffect, useRef } from 'react';

interface AddButton {
  button: RefObject<HTMLButtonElement | null>;
  /** Unless somebody else gave the focus a place meanwhile. */
  giveBack(): void;
}

/** `count`: how many the list has; undefined while it is read. */
export function useAddButton(count: number | undefined): AddButton {
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(count);
  const giveBack = () => {
    const { activeElement } = document;
    // A dialog that ends is still drawn, or not.
    if (activeElement === document.body || activeElement?.closest('[role="dialog"]')) button.current?.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a line that goes takes the focus along.
  useEffect(() => {
    const isFewer = count !== undefined && before.current !== undefined && count < before.current;
    before.current = count;
    if (isFewer) giveBack();
  }, [count]);
  return { button, giveBack };
}
