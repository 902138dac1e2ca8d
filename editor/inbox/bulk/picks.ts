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

/** More would make an address that is no longer sent on; all that match are said by a word. */
const MOST_NAMED = 40;
const ALL = 'all';

/** As the address has them; undefined says nothing. */
export function toAddress({ ids }: Picks, order: readonly string[]): string | undefined {
  if (ids.size === 0) return undefined;
  if (ids.size > MOST_NAMED) return order.every((id) => ids.has(id)) ? ALL : undefined;
  return order.filter((id) => ids.has(id)).join(' ');
}

export function fromAddress(said: string, order: readonly string[]): Picks {
  if (said === ALL) return { ids: new Set(order), anchor: order.at(-1) ?? null };
  return stillThere({ ids: new Set(said.split(' ')), anchor: null }, order);
}
