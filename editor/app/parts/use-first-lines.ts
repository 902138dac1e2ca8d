// A long list is drawn in two steps: what fits on a screen at once, and the others without holding up what a person does.
import { startTransition, useEffect, useState } from 'react';

/** Lines of a table or a list; of what is taller, fewer are on a screen. */
const usual = 40;

/** How many lines of `count` are drawn, where so many are `onScreen` at once. */
export function useFirstLines(count: number, onScreen = usual): number {
  const [isWhole, setWhole] = useState(false);
  const isThere = count > 0;
  useEffect(() => {
    if (isThere) startTransition(() => setWhole(true));
  }, [isThere]);
  return isWhole ? count : Math.min(onScreen, count);
}
