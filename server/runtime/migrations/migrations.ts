// Commands on migrations: asked for, they are written down at once with a place for each plan, and worked off in
// slices; the first slices right away, so that a small migration is done when it is answered.
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { beginUndoOfItems } from '../../store/queries/migration-items.ts';
import {
  findMigration,
  insertMigration,
  listPlansOfVersion,
  type StoredMigration,
  setMigrationStatus,
} from '../../store/queries/migrations.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { runSlice } from './migration-worker.ts';
import { type BetweenVersions, prepareBetween } from './prepare.ts';

export interface NewMigration extends BetweenVersions {
  dryRun: boolean;
  reason?: string | undefined;
}

/** Slices that whoever asks waits for. */
const AT_ONCE = 6;

async function requireReady(deps: Deps, db: Db, given: NewMigration): Promise<void> {
  const ready = await prepareBetween(deps, db, given);
  if (ready.kind === 'ready') return;
  const errors = ready.problems.map(({ pointer, message }) => ({ pointer, detail: message }));
  const detail = `${errors[0]?.detail ?? ''} No plan was touched.`;
  throw new ProblemError('invalid', detail, { errors });
}

async function record(
  db: Db,
  migration: StoredMigration,
  what: 'created' | 'undo',
  given: { at: string; actor: string },
) {
  const { id, cycleId, from, to, dryRun, total, reason } = migration;
  const { at, actor } = given;
  await appendFeed(db, { at, type: `migration.${what}`, data: { migrationId: id, total, dryRun } });
  const versions =
    what === 'created'
      ? changeOf({ version: from }, { version: to })
      : changeOf({ version: to }, { version: from });
  const detail = { cycleId, from, to, dryRun, total, reason, ...(dryRun ? {} : versions) };
  await appendAudit(db, { at, actor, action: `migration.${what}`, resource: `migrations/${id}`, detail });
}

async function workOff(deps: Deps, id: string): Promise<StoredMigration> {
  for (let slice = 0; slice < AT_ONCE; slice += 1) if (!(await runSlice(deps, id))) break;
  const now = await deps.store.read((db) => findMigration(db, id));
  if (!now) throw notFound('migration');
  return now;
}

/** @throws ProblemError invalid when a version is not there or the mapping has mistakes. */
export async function createMigration(
  deps: Deps,
  given: NewMigration,
  actor: string,
): Promise<StoredMigration> {
  const { cycleId, from, to, mapping, dryRun, reason = null } = given;
  const created = await deps.store.commit(async (db) => {
    await requireReady(deps, db, given);
    const at = deps.clock.now();
    const planIds = await listPlansOfVersion(db, cycleId, from);
    const migration: StoredMigration = {
      id: deps.ids.next('mig'),
      cycleId,
      from,
      to,
      mapping,
      dryRun,
      status: 'running',
      total: planIds.length,
      reason,
      createdAt: at,
      createdBy: actor,
      finishedAt: null,
      undoneAt: null,
      undoneBy: null,
    };
    await insertMigration(db, migration, planIds);
    await record(db, migration, 'created', { at, actor });
    return migration;
  });
  return workOff(deps, created.id);
}

function requireUndoable({ dryRun, status }: StoredMigration): void {
  if (dryRun)
    throw new ProblemError('conflict', 'A rehearsal has changed nothing; there is nothing to undo.');
  if (status === 'running')
    throw new ProblemError('conflict', 'The migration is still under way; undo it once it is done.');
}

/** Asked for again it has no further effect. @throws ProblemError not-found; conflict while it is under way. */
export async function undoMigrationOf(deps: Deps, id: string, actor: string): Promise<StoredMigration> {
  await deps.store.commit(async (db) => {
    const migration = await findMigration(db, id);
    if (!migration) throw notFound('migration');
    requireUndoable(migration);
    const at = deps.clock.now();
    const next = { status: 'undoing', undoneAt: at, undoneBy: actor };
    if (!(await setMigrationStatus(db, { id, from: 'done' }, next))) return;
    await beginUndoOfItems(db, id);
    await record(db, migration, 'undo', { at, actor });
  });
  return workOff(deps, id);
}
