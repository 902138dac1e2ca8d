// A long list is drawn in two steps: what fits on a screen at once, and the others without holding up what a person does.
import { startTransition, useEffect, useState } from 'react';

/** Lines of a table or a list; of what is taller, fewer are on a screen. */
const usual = 40;

/** Whether what nobody sees at once is drawn too, once there is something to see. */
function useIsWhole(isThere: boolean): boolean {
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    if (isThere) startTransition(() => setWhole(true));
  }, [isThere]);
  return isWhole;
}

/** How many lines of `count` are drawn, where so many are `onScreen` at once. */
export function useFirstLines(count: number, onScreen = usual): number {
  return useIsWhole(count > 0) ? count : Math.min(onScreen, count);
}
