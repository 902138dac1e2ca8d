// The organisation as the boards look at it: what lies below a component, which unit a component belongs to, and who
// manages it. Pure.
import { type Component, lineOfManagers } from '../../../engine/index.ts';

export type Place = Pick<Component, 'id' | 'name' | 'parentId' | 'ownerId' | 'managerId'>;

export interface Places {
  ids: readonly string[];
  /** The component and what is above it, nearest first. */
  chainOf(id: string): Place[];
  managerOf(id: string): string | null;
  /** The part right below `under`, or below the one at the top, that the component lies in. */
  unitOf(id: string, under?: string): Place | null;
  /** What narrows a list to the part: to it and what is below, or to itself alone where its parts are counted by themselves. */
  narrowedTo(id: string, under?: string): { under: string } | { component: string };
  isUnder(id: string, top: string): boolean;
}

/** Answers what was asked before without working it out again. */
function once<Value>(make: (id: string) => Value): (id: string) => Value {
  const known = new Map<string, Value>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined || known.has(id)) return found as Value;
    const made = make(id);
    known.set(id, made);
    return made;
  };
}

export function makePlaces(components: readonly Place[]): Places {
  const byId = new Map(components.map((one) => [one.id, one]));
  const chainOf = once((id: string): Place[] => {
    const own = byId.get(id);
    return own ? [own, ...(own.parentId ? chainOf(own.parentId) : [])] : [];
  });
  const roots = components.filter(({ parentId }) => parentId === null || !byId.has(parentId));
  const whole = roots.length === 1 ? roots[0]?.id : undefined;
  return {
    ids: components.map(({ id }) => id),
    chainOf,
    managerOf: once((id) => lineOfManagers(chainOf(id))[0] ?? null),
    unitOf: (id, under = whole) => {
      const chain = chainOf(id);
      const at = chain.findIndex((one) => one.id === under);
      return (at < 0 ? chain.at(-1) : chain[Math.max(0, at - 1)]) ?? null;
    },
    narrowedTo: (id, under = whole) => (id === under ? { component: id } : { under: id }),
    isUnder: (id, above) => chainOf(id).some((one) => one.id === above),
  };
}
