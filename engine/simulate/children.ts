// The plans of the parts, as the plan of the component above sees them in the course of time. A plan knows nothing
// of the one above it, so the parts are simulated first and what they went through is shown afterwards.
import type { ChildPlan } from '../model/facts.ts';

/** How a plan stood from an instant on. */
export interface Sighting {
  at: number;
  seen: ChildPlan;
}

export interface Children {
  /** The latest plan of each part that has begun by then; the same list as long as nothing changes. */
  at(now: number): ChildPlan[];
  /** When the last plan that was still going had ended. */
  settled: readonly number[];
}

const none: ChildPlan[] = [];
export const noChildren: Children = { at: () => none, settled: [] };

/** `tracks` are the sightings of each part's plan, in order. The instants that are asked for must not go back. */
export function watchChildren(tracks: readonly (readonly Sighting[])[]): Children {
  const order = tracks
    .flatMap((track, child) => track.map((sighting) => ({ ...sighting, child })))
    .sort((a, b) => a.at - b.at || a.child - b.child);
  const standing = new Map<number, ChildPlan>();
  let next = 0;
  let shown = none;
  return {
    settled: settledIn(order),
    at(now) {
      const before = next;
      for (let sighting = order[next]; sighting && sighting.at <= now; sighting = order[next]) {
        standing.set(sighting.child, sighting.seen);
        next += 1;
      }
      if (next > before) shown = [...standing].sort(([a], [b]) => a - b).map(([, seen]) => seen);
      return shown;
    },
  };
}

function settledIn(order: readonly { at: number; child: number; seen: ChildPlan }[]): number[] {
  const active = new Set<number>();
  const settled: number[] = [];
  for (const { at, child, seen } of order) {
    if (!seen.settled) active.add(child);
    else if (active.delete(child) && active.size === 0) settled.push(at);
  }
  return settled;
}
