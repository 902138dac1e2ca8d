// How many errors a cycle has, kept by the hash of its text: a list of cycles asks for all of them each time,
// and a check proves a lot and runs every scenario.
import { type Cycle, checkCycle } from '../../../engine/index.ts';

/** So many documents; then those asked for first are forgotten. */
const MOST = 500;

/** `hash` is that of the cycle's text; `cycleIds` are the cycles that it may start. */
export type CountErrors = (asked: { hash: string; cycle: Cycle; cycleIds: string[] }) => number;

export function makeErrorCounts(): CountErrors {
  const counts = new Map<string, number>();
  return ({ hash, cycle, cycleIds }) => {
    const key = `${hash} ${cycleIds.join(' ')}`;
    const known =
      counts.get(key) ??
      checkCycle(cycle, { cycleIds }).filter(({ severity }) => severity === 'error').length;
    const oldest = counts.keys().next().value;
    if (counts.size >= MOST && oldest !== undefined) counts.delete(oldest);
    counts.set(key, known);
    return known;
  };
}
