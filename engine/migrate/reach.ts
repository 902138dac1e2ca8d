// Which stages of a version a plan can ever be in, and from which of them a final stage can be reached. Guards are
// taken as possibly true: what is said to be out of reach is so whatever they say.
import { viewChart } from '../check/chart-view.ts';
import { leavesReader, waysOf } from '../check/exits.ts';
import { reachOf } from '../check/reachable.ts';
import type { Cycle } from '../model/cycle.ts';
import type { StageId } from '../model/ids.ts';
import { isEnd } from './configuration.ts';

export interface ReachInCycle {
  reachable: ReadonlySet<StageId>;
  /** Leaves from which a plan can come to its end. */
  ending: ReadonlySet<StageId>;
}

export function reachInCycle(cycle: Cycle): ReachInCycle {
  const view = viewChart(cycle);
  const reach = reachOf(view);
  const ways = waysOf(view, reach);
  const entered = leavesReader(view);
  const comesFrom = new Map<StageId, StageId[]>();
  for (const { id } of ways.leaves) {
    const exits = [...(ways.exits.get(id) ?? []), ...ways.everywhere];
    for (const to of exits.flatMap(entered)) comesFrom.set(to, [...(comesFrom.get(to) ?? []), id]);
  }
  const ending = new Set<StageId>();
  const left = ways.leaves.filter(isEnd).map(({ id }) => id);
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (ending.has(id)) continue;
    ending.add(id);
    left.push(...(comesFrom.get(id) ?? []));
  }
  return { reachable: reach.stages, ending };
}
