// A correction of what was verified is proposed until it is verified itself; until then nobody goes by it.
import type { Observation } from '../../../engine/index.ts';
import { findObservation } from '../../store/queries/observations.ts';
import type { Db } from '../../store/schema.ts';

export async function isProposed(db: Db, observation: Observation): Promise<boolean> {
  if (observation.status !== 'provisional') return false;
  for (let next = observation; next.supersedes !== null; ) {
    const before = await findObservation(db, next.supersedes);
    if (!before || before.status === 'void') return false;
    if (before.status === 'verified') return true;
    next = before;
  }
  return false;
}

/** What counts from now on, and what waits for somebody to verify it. */
export async function splitProposed(db: Db, observations: readonly Observation[]) {
  const [inForce, proposed]: [Observation[], Observation[]] = [[], []];
  for (const one of observations) ((await isProposed(db, one)) ? proposed : inForce).push(one);
  return { inForce, proposed };
}
