// A button that is pressed is disabled while its act is under way, and a browser takes the focus from what is disabled.
import { type RefObject, useEffect, useRef } from 'react';

/** Gives the button its focus back, unless somebody gave it another place meanwhile. */
export function useKeptFocus(isPending: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const had = useRef(false);
  useEffect(() => {
    if (isPending) had.current = true;
    else if (had.current) {
      had.current = false;
      if (document.activeElement === document.body) button.current?.focus({ preventScroll: true });
    }
  }, [isPending]);
  return button;
}
