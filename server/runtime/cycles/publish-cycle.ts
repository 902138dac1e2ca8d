// Publishing: a draft without errors becomes an immutable version, addressed by the hash of its text.
import { createHash } from 'node:crypto';
import { type Cycle, checkCycle, formatCycle, type Problem } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { type CycleVersion, findCycleVersion, insertCycleVersion } from '../../store/queries/cycles.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import { readSecondPerson } from '../../store/queries/settings.ts';
import type { Db } from '../../store/schema.ts';
import { readCheckContext } from './check-context.ts';

const hashes = new WeakMap<Cycle, string>();

/** Of its text, whose making costs more than all else in a list of cycles: it is made once. A cycle is never changed in place. */
export function hashOf(cycle: Cycle): string {
  const hash = hashes.get(cycle) ?? createHash('sha256').update(formatCycle(cycle)).digest('hex');
  hashes.set(cycle, hash);
  return hash;
}

export function refuseErrors(problems: Problem[]): void {
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length === 0) return;
  throw new ProblemError(
    'has-problems',
    `The cycle has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}; mend ${errors.length === 1 ? 'it' : 'them'} and publish again. The draft is kept.`,
    { errors: errors.map(({ code, pointer, message }) => ({ code, pointer, detail: message })) },
  );
}

/** The new version, or the latest one when its content is the same. In the commit of what it belongs to. */
export async function publishIn(
  db: Db,
  { cycle, note, actor, at }: { cycle: Cycle; note: string; actor: Pick<Actor, 'id'>; at: string },
): Promise<{ version: CycleVersion; created: boolean }> {
  const hash = hashOf(cycle);
  const latest = await findCycleVersion(db, cycle.id);
  if (latest?.hash === hash) {
    const { document: _, ...version } = latest;
    return { version, created: false };
  }
  const version: CycleVersion = {
    cycleId: cycle.id,
    version: (latest?.version ?? 0) + 1,
    name: cycle.name,
    hash,
    note,
    publishedAt: at,
    publishedBy: actor.id,
  };
  await insertCycleVersion(db, { ...version, document: formatCycle(cycle) });
  await appendFeed(db, {
    at,
    type: 'cycle.published',
    data: { cycleId: cycle.id, version: version.version },
  });
  await appendAudit(db, {
    at,
    actor: actor.id,
    action: 'cycle.publish',
    resource: `cycle/${cycle.id}`,
    detail: {
      ...{ version: version.version, hash },
      ...changeOf(latest && { version: latest.version }, { version: version.version }),
    },
  });
  return { version, created: true };
}

/**
 * @returns the new version, or the latest one when its content is the same.
 * @throws ProblemError has-problems when the cycle has an error.
 */
export async function publishCycle(
  deps: Pick<Deps, 'store' | 'drafts' | 'clock'>,
  given: { cycle: Cycle; note: string; actor: Actor },
): Promise<{ version: CycleVersion; created: boolean }> {
  const { store, clock } = deps;
  refuseErrors(checkCycle(given.cycle, await readCheckContext(deps)));
  return store.commit((db) => publishIn(db, { ...given, at: clock.now() }));
}

/** @throws ProblemError approval-needed when the organisation wants a second person to approve. */
export async function publishAlone(
  deps: Pick<Deps, 'store' | 'drafts' | 'clock'>,
  given: { cycle: Cycle; note: string; actor: Actor },
): Promise<{ version: CycleVersion; created: boolean }> {
  if (await deps.store.read(readSecondPerson))
    throw new ProblemError(
      'approval-needed',
      'Your organisation wants a second person to approve each publish. Ask for it: POST /api/v1/cycles/{id}/publish-requests.',
    );
  return publishCycle(deps, given);
}
