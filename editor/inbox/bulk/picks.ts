// Which tasks are picked for one act, as a pure value: single ones, a range from the one picked last, or all that match.
export interface Picks {
  ids: ReadonlySet<string>;
  /** The one picked last, where a range begins. */
  anchor: string | null;
}

export const nonePicked: Picks = { ids: new Set(), anchor: null };

export function toggled({ ids }: Picks, id: string): Picks {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** From the one picked last to this one, in the order shown; without one only this. */
export function ranged(picks: Picks, order: readonly string[], id: string): Picks {
  const [from, to] = [order.indexOf(picks.anchor ?? ''), order.indexOf(id)];
  if (from < 0 || to < 0) return toggled(picks, id);
  const between = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...picks.ids, ...between]), anchor: id };
}

/** Without those that have left the list meanwhile. */
export const stillThere = ({ ids, anchor }: Picks, order: readonly string[]): Picks => ({
  ids: new Set(order.filter((id) => ids.has(id))),
  anchor,
});
