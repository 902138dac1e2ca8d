// Commands on shadows: a candidate goes beside the live plans of a cycle until somebody ends it.
import { formatCycle } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import {
  countOpenShadows,
  endShadow,
  findShadow,
  insertShadow,
  type Shadow,
} from '../../store/queries/shadows.ts';
import type { Db } from '../../store/schema.ts';
import { type CandidateName, findCandidate } from '../cycles/candidate.ts';

/** Each looks at every plan of its cycle that changes. */
const MOST_OPEN = 5;

interface Told {
  at: string;
  actor: string;
  cycleId: string;
}

async function record(
  db: Db,
  id: string,
  what: 'started' | 'ended',
  { at, actor, cycleId }: Told,
): Promise<void> {
  await appendFeed(db, { at, type: `shadow.${what}`, data: { shadowId: id, cycleId } });
  await appendAudit(db, {
    at,
    actor,
    action: `shadow.${what}`,
    resource: `shadows/${id}`,
    detail: {
      cycleId,
      ...(what === 'started'
        ? changeOf(null, { cycleId, state: 'started' })
        : changeOf({ state: 'started' }, { state: 'ended' })),
    },
  });
}

const kindOf = (candidate: CandidateName): Shadow['candidate'] => {
  if (candidate === 'draft') return candidate;
  return typeof candidate === 'number' ? 'version' : 'document';
};

/** @throws ProblemError not-found, invalid, has-problems; conflict when as many as may be are under way. */
export async function startShadow(
  deps: Deps,
  { cycleId, candidate }: { cycleId: string; candidate: CandidateName },
  actor: string,
): Promise<Shadow> {
  const cycle = await findCandidate(deps, cycleId, candidate);
  return deps.store.commit(async (db) => {
    if ((await countOpenShadows(db)) >= MOST_OPEN)
      throw new ProblemError(
        'conflict',
        `${MOST_OPEN} shadows are under way, the most there may be. End one first.`,
      );
    const [id, at] = [deps.ids.next('shd'), deps.clock.now()];
    await insertShadow(db, {
      id,
      cycleId,
      candidate: kindOf(candidate),
      version: typeof candidate === 'number' ? candidate : null,
      document: formatCycle(cycle),
      startedAt: at,
      startedBy: actor,
      endedAt: null,
      endedBy: null,
    });
    await record(db, id, 'started', { at, actor, cycleId });
    return required(await findShadow(db, id));
  });
}

function required(shadow: Shadow | null): Shadow {
  if (!shadow) throw notFound('shadow');
  return shadow;
}

/** Its verdicts stay as they are. Ended again it has no further effect. @throws ProblemError not-found */
export const endShadowOf = ({ store, clock }: Deps, id: string, actor: string): Promise<Shadow> =>
  store.commit(async (db) => {
    const { cycleId } = required(await findShadow(db, id));
    const at = clock.now();
    if (await endShadow(db, { id, at, actor })) await record(db, id, 'ended', { at, actor, cycleId });
    return required(await findShadow(db, id));
  });
