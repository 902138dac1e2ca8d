// What is ticked in the tree of a launch: decisions on single components and on whole branches, each with the ids above it,
// so that a later one on a branch takes the place of those inside it.
import {
  type ComponentPick,
  type ComponentPicks,
  isBranchPicked,
  isPicked,
  readPicks,
} from '../../engine/index.ts';

/** A component and what is above it, nearest first. */
export type Chain = readonly [string, ...string[]];
export interface Decision extends ComponentPick {
  above: readonly string[];
}

const decision = ([componentId, ...above]: Chain, reach: Decision['reach'], isIn: boolean): Decision => ({
  componentId,
  reach,
  isIn,
  above,
});

/** What says nothing new is left out. */
const withDecision = (others: readonly Decision[], wanted: Decision, isSaid: boolean): Decision[] =>
  isSaid ? [...others] : [...others, wanted];

/** One alone goes in, or out when it is in. */
export function tickOne(decisions: readonly Decision[], chain: Chain): Decision[] {
  const isIn = !isPicked(chain, readPicks(decisions));
  const others = decisions.filter(({ reach, componentId }) => reach !== 'one' || componentId !== chain[0]);
  return withDecision(
    others,
    decision(chain, 'one', isIn),
    isBranchPicked(chain, readPicks(others)) === isIn,
  );
}

/** It and all below it are in, as far as anybody spoke of them. */
export const isWholeIn = (decisions: readonly Decision[], chain: Chain, picks: ComponentPicks): boolean =>
  isBranchPicked(chain, picks) &&
  decisions.every(
    ({ componentId, above, isIn }) => isIn || (componentId !== chain[0] && !above.includes(chain[0])),
  );

/** A whole branch goes in, or out when all of it is in. */
export function tickBranch(decisions: readonly Decision[], chain: Chain): Decision[] {
  const isIn = !isWholeIn(decisions, chain, readPicks(decisions));
  const others = decisions.filter(
    ({ componentId, above }) => componentId !== chain[0] && !above.includes(chain[0]),
  );
  return withDecision(
    others,
    decision(chain, 'branch', isIn),
    isBranchPicked(chain, readPicks(others)) === isIn,
  );
}

/** All of these go in, each alone. */
export const tickThese = (decisions: readonly Decision[], chains: readonly Chain[]): Decision[] =>
  chains.reduce<Decision[]>(
    (all, chain) => (isPicked(chain, readPicks(all)) ? all : tickOne(all, chain)),
    [...decisions],
  );

/** As the server is told. */
export const toPicks = (decisions: readonly Decision[]): ComponentPick[] =>
  decisions.map(({ componentId, reach, isIn }) => ({ componentId, reach, isIn }));
