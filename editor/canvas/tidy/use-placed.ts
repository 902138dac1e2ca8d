// A cycle that came without places gets some before it is drawn: stages in a heap are nothing to look at.
import { useEffect, useState } from 'react';
import type { Cycle } from '../../../engine/index.ts';
import { hasPlaces } from '../../document/layout.ts';
import { placedCycle } from './placed-cycle.ts';

/** Null until the places are there. When none can be made, the cycle as it is. */
export function usePlaced(cycle: Cycle): Cycle | null {
  const [tidied, setTidied] = useState<{ of: Cycle; placed: Cycle } | null>(null);
  const ready = hasPlaces(cycle);
  useEffect(() => {
    if (ready) return;
    let awaited = true;
    const show = (placed: Cycle) => awaited && setTidied({ of: cycle, placed });
    placedCycle(cycle).then(show, () => show(cycle));
    return () => {
      awaited = false;
    };
  }, [cycle, ready]);
  if (ready) return cycle;
  return tidied?.of === cycle ? tidied.placed : null;
}
