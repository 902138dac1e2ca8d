// Whether the rating of a line is released, can be, or what is in the way.
import type { Actor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import type { Deps } from '../../deps.ts';
import type { Db } from '../../store/schema.ts';
import { mayRelease } from '../ratings/may-release.ts';
import { heldOf } from '../ratings/rating-sight.ts';
import type { AppraisalLine } from './appraisal-of.ts';

export type LineRelease =
  | { state: 'unrated' }
  | { state: 'released' }
  | { state: 'ready' }
  /** `why` says what comes first, or who may. */
  | { state: 'waiting'; why: string };

interface Asked {
  line: Pick<AppraisalLine, 'planId' | 'componentId' | 'cycleId' | 'version'>;
  actor: Actor;
}

export async function releaseOf(
  deps: Pick<Deps, 'cycles'>,
  db: Db,
  { line: { planId, ...place }, actor }: Asked,
): Promise<LineRelease> {
  const { since, releasedBy } = await heldOf(deps, db, { id: planId, ...place });
  if (since === null) return { state: releasedBy === null ? 'unrated' : 'released' };
  if (!scopeOf(actor, 'ratings.release')) return { state: 'waiting', why: 'HR releases these ratings.' };
  const releasable = await mayRelease(deps, db, { actor, planId });
  if (releasable.kind === 'refused') return { state: 'waiting', why: releasable.why };
  return releasable.kind === 'not-found'
    ? { state: 'waiting', why: 'HR releases these ratings.' }
    : { state: 'ready' };
}
