// The drawer of a line gives the focus back to the line: the last one looked at, as each decision opens the next.
import { useEffect } from 'react';

export const lineId = (planId: string): string => `line-${planId}`;

/** Unless somebody else gave the focus a place meanwhile. */
export function useFocusGivenBack(planId: string | undefined): void {
  useEffect(() => {
    if (planId === undefined) return;
    return () => {
      if (document.activeElement === document.body) document.getElementById(lineId(planId))?.focus();
    };
  }, [planId]);
}
