// Imports that go on by themselves: written down when they are asked for, worked off by a worker one after
// another. One that a stop of the server cut off has changed nothing, and begins again.
import type { Observation } from '../../engine/index.ts';
import { mayChangePeople } from '../access/may-change-people.ts';
import type { Deps } from '../deps.ts';
import { newImportWire } from '../routes/wire/automations.ts';
import { changeComponents } from '../runtime/hand-over/change-components.ts';
import { observationsRecorded } from '../runtime/organisation/observation-recorded.ts';
import {
  findImport,
  findRunningImport,
  insertImport,
  settleImport,
  updateImportProgress,
} from '../store/queries/imports.ts';
import type { ImportRow } from '../store/schema/records.ts';
import type { Db } from '../store/schema.ts';
import { StoreUnavailableError } from '../store/store.ts';
import type { ImportDeps, ImportProgress, ImportReport, NewImport } from './importing.ts';
import { runImport } from './run-import.ts';

/** What a run of an import for somebody needs: plans hear of what it records. */
export const importing = (deps: Deps, actorId: string): ImportDeps => ({
  ...deps,
  onRecorded: (db: Db, observations: Observation[]) =>
    observationsRecorded(deps, db, { observations, actor: actorId }),
  changeComponents: (db, components, changed) => changeComponents(deps, db, components, changed),
});

const none = { created: 0, changed: 0, unchanged: 0 };
const nothingYet = {
  rows: 0,
  problems: [],
  components: none,
  people: none,
  goals: none,
  measures: none,
  observations: none,
};
const waiting: ImportProgress = { phase: 'waiting', done: 0, total: 0 };

function present({ id, dryRun, report, progress }: ImportRow): ImportReport {
  if (report !== null) return JSON.parse(report);
  const known = { id, dryRun: dryRun === 1, progress: progress === null ? waiting : JSON.parse(progress) };
  return { ...known, status: 'running', ...nothingYet };
}

export async function readImport({ store }: Deps, id: string): Promise<ImportReport | null> {
  const row = await store.read((db) => findImport(db, id));
  return row && present(row);
}

export async function beginImport(
  { store, clock, ids }: Deps,
  { given, actorId, dryRun }: { given: NewImport; actorId: string; dryRun: boolean },
): Promise<ImportReport> {
  const row = {
    id: ids.next('imp'),
    createdAt: clock.now(),
    createdBy: actorId,
    dryRun: dryRun ? (1 as const) : (0 as const),
    wish: JSON.stringify(given),
  };
  await store.commit((db) => insertImport(db, row));
  return present({ ...row, status: 'running', progress: null, report: null });
}

const brokenOff = (row: ImportRow): ImportReport => ({
  ...present(row),
  status: 'refused',
  progress: null,
  problems: [
    { row: 0, column: null, message: 'The import broke off; nothing was changed. The reason was logged.' },
  ],
});

const settle = (db: Db, report: ImportReport): Promise<void> =>
  settleImport(db, { id: report.id, status: report.status, report: JSON.stringify(report) });

/** Works off the import that waits longest; false when none does. */
export async function runNextImport(deps: Deps): Promise<boolean> {
  const { store, log } = deps;
  const row = await store.read(findRunningImport);
  if (!row) return false;
  const { id, createdBy: actorId } = row;
  const onProgress = (progress: ImportProgress) =>
    store.commit((db) => updateImportProgress(db, id, JSON.stringify(progress)));
  try {
    const given = newImportWire.parse(JSON.parse(row.wish));
    const ports = { ...importing(deps, actorId), onProgress, onSettled: settle };
    const rights = { mayChangePeople: await store.read((db) => mayChangePeople(db, actorId)) };
    await runImport(ports, { id, given, actorId, dryRun: row.dryRun === 1, ...rights });
  } catch (error) {
    // It is not the file's fault: it is begun again once the store can write.
    if (error instanceof StoreUnavailableError) throw error;
    log.error({ err: error, importId: id }, 'an import broke off');
    await store.commit((db) => settle(db, brokenOff(row)));
  }
  return true;
}
