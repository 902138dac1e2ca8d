// Commands on backups. Each is in the audit trail: who has a backup has everything.
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { type Backup, BackupRunningError } from '../../store/backups/backups.ts';
import { appendAudit, changeOf } from '../../store/queries/records.ts';

const record = ({ store, clock }: Deps, actor: Actor, { action, name, detail }: Recorded) =>
  store.commit((db) =>
    appendAudit(db, { at: clock.now(), actor: actor.id, action, resource: `backup/${name}`, detail }),
  );
interface Recorded {
  action: string;
  name: string;
  detail: ReturnType<typeof changeOf>;
}

/** @throws ProblemError conflict while another is made, unavailable when the disk does not take it. */
export async function makeBackup(deps: Deps, actor: Actor): Promise<Backup> {
  try {
    const backup = await deps.backups.make(deps.clock.now());
    await record(deps, actor, { action: 'backup.make', name: backup.name, detail: changeOf(null, backup) });
    return backup;
  } catch (cause) {
    if (cause instanceof BackupRunningError)
      throw new ProblemError('conflict', 'A backup is being made already. Wait until it is there.');
    deps.log.error({ err: cause }, 'a backup could not be made');
    throw new ProblemError(
      'unavailable',
      'The backup could not be made; nothing of it was kept. Look whether the disk has room, then try again.',
      {},
      { cause },
    );
  }
}

/** @throws ProblemError not-found. */
export async function removeBackup(deps: Deps, actor: Actor, name: string): Promise<void> {
  const known = (await deps.backups.list()).find((backup) => backup.name === name);
  if (!known || !(await deps.backups.remove(name))) throw notFound('backup');
  await record(deps, actor, { action: 'backup.remove', name, detail: changeOf(known, null) });
}

/** @throws ProblemError not-found. */
export async function readBackup(deps: Deps, actor: Actor, name: string) {
  const found = await deps.backups.read(name);
  if (!found) throw notFound('backup');
  await record(deps, actor, { action: 'backup.download', name, detail: {} });
  return found;
}
