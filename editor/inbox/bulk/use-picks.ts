// The tasks that are picked in the list that is shown. The address has them too, so that a reload loses none.
import { useEffect, useState } from 'react';
import type { PickedTask } from './bulk-acts.ts';
import { fromAddress, nonePicked, type Picks, ranged, stillThere, toAddress, toggled } from './picks.ts';

export interface Picking {
  /** Boxes stand before the tasks. */
  on: boolean;
  turn: (on: boolean) => void;
  ids: ReadonlySet<string>;
  tasks: readonly PickedTask[];
  /** `range`: from the one picked last. */
  pick: (id: string, range: boolean) => void;
  all: () => void;
  clear: () => void;
}

interface Address {
  said: string | undefined;
  say: (picked: string | undefined) => void;
}

/** What the address said is picked once the list is there; from then on the address follows. */
function useAddress(
  { said, say }: Address,
  order: readonly string[],
  { picks, setPicks }: { picks: Picks; setPicks: (picks: Picks) => void },
): void {
  const [begun, setBegun] = useState(said === undefined);
  const listed = order.length > 0;
  const wanted = toAddress(stillThere(picks, order), order);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is picked and whether there is a list decide, not each render.
  useEffect(() => {
    if (!listed) return;
    if (!begun) {
      setPicks(fromAddress(said ?? '', order));
      setBegun(true);
    } else if (wanted !== said) say(wanted);
  }, [listed, begun, wanted, said]);
}

export function usePicks(list: readonly PickedTask[], address: Address): Picking {
  const [on, turn] = useState(false);
  const [picks, setPicks] = useState(nonePicked);
  const order = list.map(({ id }) => id);
  useAddress(address, order, { picks, setPicks });
  const { ids } = stillThere(picks, order);
  const clear = () => {
    setPicks(nonePicked);
    turn(false);
  };
  return {
    on: on || ids.size > 0,
    turn: (next) => (next ? turn(true) : clear()),
    ids,
    tasks: list.filter(({ id }) => ids.has(id)),
    pick: (id, range) => setPicks((before) => (range ? ranged(before, order, id) : toggled(before, id))),
    all: () => setPicks({ ids: new Set(order), anchor: order.at(-1) ?? null }),
    clear,
  };
}
