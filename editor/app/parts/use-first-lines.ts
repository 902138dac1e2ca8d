// A long list is drawn in two steps: what fits on a screen at once, and the others without holding up what a person does.
import { startTransition, useEffect, useState } from 'react';

const onScreen = 40;

/** How many lines of `count` are drawn. */
export function useFirstLines(count: number): number {
  const [isWhole, setWhole] = useState(false);
  const isThere = count > 0;
  useEffect(() => {
    if (isThere) startTransition(() => setWhole(true));
  }, [isThere]);
  return isWhole ? count : Math.min(onScreen, count);
}
