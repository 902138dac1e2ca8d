// The cycle for whom it does not matter where it is drawn: another one only when it says something else. A stage that
// is moved has nothing checked and no field drawn anew.
import { useMemo, useRef } from 'react';
import type { Cycle } from '../../engine/index.ts';
import { isSameButLayout } from '../document/layout.ts';

export function useSaid(cycle: Cycle): Cycle {
  const said = useRef(cycle);
  return useMemo(() => {
    if (!isSameButLayout(said.current, cycle)) said.current = cycle;
    return said.current;
  }, [cycle]);
}
