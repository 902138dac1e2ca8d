// Components chosen from a tree by few decisions: on one alone, or on it and all below it. Of a component that which is
// said of itself alone counts first, then the nearest branch that it lies in; of what nobody spoke of, nothing is chosen.

export interface ComponentPick {
  componentId: string;
  reach: 'one' | 'branch';
  isIn: boolean;
}

export interface ComponentPicks {
  one: ReadonlyMap<string, boolean>;
  branch: ReadonlyMap<string, boolean>;
}

const reaching = (picks: readonly ComponentPick[], reach: ComponentPick['reach']): Map<string, boolean> =>
  new Map(picks.filter((pick) => pick.reach === reach).map(({ componentId, isIn }) => [componentId, isIn]));

export const readPicks = (picks: readonly ComponentPick[]): ComponentPicks => ({
  one: reaching(picks, 'one'),
  branch: reaching(picks, 'branch'),
});

/** `chain` has the component and then what is above it, nearest first. */
export function isPicked(chain: readonly string[], { one, branch }: ComponentPicks): boolean {
  const [own] = chain;
  const alone = own === undefined ? undefined : one.get(own);
  return alone ?? isBranchPicked(chain, { branch });
}

/** Whether all below the component is chosen, as far as nobody spoke of a part of it. */
export function isBranchPicked(
  chain: readonly string[],
  { branch }: { branch: ComponentPicks['branch'] },
): boolean {
  const nearest = chain.find((id) => branch.has(id));
  return nearest !== undefined && branch.get(nearest) === true;
}
