// The organisation as the boards look at it: what lies below a component, which unit a component belongs to, and who
// manages it. Pure.
import { type Component, lineOfManagers } from '../../../engine/index.ts';

type Place = Pick<Component, 'id' | 'name' | 'parentId' | 'ownerId' | 'managerId'>;

export interface Places {
  /** The component and what is above it, nearest first. */
  chainOf(id: string): Place[];
  managerOf(id: string): string | null;
  /** The part right below the chosen component, or below the one at the top, that the component lies in. */
  unitOf(id: string): Place | null;
  isUnder(id: string, top: string): boolean;
}

export function makePlaces(components: readonly Place[], under?: string): Places {
  const byId = new Map(components.map((one) => [one.id, one]));
  const chains = new Map<string, Place[]>();
  const chainOf = (id: string): Place[] => {
    const known = chains.get(id);
    if (known) return known;
    const own = byId.get(id);
    const chain = own ? [own, ...(own.parentId ? chainOf(own.parentId) : [])] : [];
    chains.set(id, chain);
    return chain;
  };
  const roots = components.filter(({ parentId }) => parentId === null || !byId.has(parentId));
  const top = under ?? (roots.length === 1 ? roots[0]?.id : undefined);
  return {
    chainOf,
    managerOf: (id) => lineOfManagers(chainOf(id))[0] ?? null,
    unitOf: (id) => {
      const chain = chainOf(id);
      const at = chain.findIndex((one) => one.id === top);
      return (at < 0 ? chain.at(-1) : chain[Math.max(0, at - 1)]) ?? null;
    },
    isUnder: (id, above) => chainOf(id).some((one) => one.id === above),
  };
}
