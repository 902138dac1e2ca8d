// The tasks that are picked in the list that is shown.
import { useState } from 'react';
import type { PickedTask } from './bulk-acts.ts';
import { nonePicked, ranged, stillThere, toggled } from './picks.ts';

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

export function usePicks(list: readonly PickedTask[]): Picking {
  const [on, turn] = useState(false);
  const [picks, setPicks] = useState(nonePicked);
  const order = list.map(({ id }) => id);
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
