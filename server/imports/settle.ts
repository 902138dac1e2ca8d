// The end of an import: a dry run only reads; else what is written and what is told of it are one commit.
import type { Db } from '../store/schema.ts';
import type { ImportDeps, ImportReport } from './importing.ts';

export async function settle(
  { store, onSettled }: ImportDeps,
  dryRun: boolean,
  work: (db: Db) => Promise<ImportReport>,
): Promise<ImportReport> {
  if (!dryRun)
    return store.commit(async (db) => {
      const report = await work(db);
      await onSettled?.(db, report);
      return report;
    });
  const report = await store.read(work);
  if (onSettled) await store.commit((db) => onSettled(db, report));
  return report;
}
