// The cycle as the panels show it. What is typed is drawn on the canvas at once; a panel of many fields follows when the
// page has time, and before the next key or press is heard: nothing is ever changed out of an older cycle.
import { useDeferredValue, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Cycle } from '../../../engine/index.ts';
import type { DocumentState } from '../../document/document-store.ts';
import { isIn, type Selection } from '../../panels/editing.ts';

/** After what still waits to be applied, which is at the window, and before any field. */
const heardAt = ['keydown', 'beforeinput', 'pointerdown', 'click'];

export function useFollowed(
  cycle: Cycle,
  { isBurst }: Pick<DocumentState, 'isBurst'>,
  selection: Selection,
): Cycle {
  const followed = useDeferredValue(cycle);
  const [needed, setNeeded] = useState<Cycle | null>(null);
  const isBehind = isBurst && followed !== cycle && needed !== cycle && isIn(followed, selection);
  useEffect(() => {
    if (!isBehind) return;
    const catchUp = () => flushSync(() => setNeeded(cycle));
    for (const event of heardAt) document.addEventListener(event, catchUp, true);
    return () => {
      for (const event of heardAt) document.removeEventListener(event, catchUp, true);
    };
  }, [cycle, isBehind]);
  return isBehind ? followed : cycle;
}
