// An import: read, checked and compared as a whole, then written in one commit or not at all.
import type { z } from 'zod';
import type { Observation } from '../../engine/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Deps } from '../deps.ts';
import type { importWire, newImportWire } from '../routes/wire/automations.ts';
import { findComponent, insertComponents, updateComponent } from '../store/queries/components.ts';
import { insertGoals, updateGoal } from '../store/queries/goals.ts';
import { insertMeasures, updateMeasure } from '../store/queries/measures.ts';
import { insertObservations } from '../store/queries/observations.ts';
import { appendAudit, appendFeed } from '../store/queries/records.ts';
import type { Db } from '../store/schema.ts';
import { readIndicators } from './indicator-rows.ts';
import { type ImportChanges, planChanges } from './plan-changes.ts';
import { type RowProblem, readRows } from './read-rows.ts';
import { type ImportedRecords, toRecords } from './to-records.ts';

export type NewImport = z.infer<typeof newImportWire>;
export type ImportReport = z.infer<typeof importWire>;

type Prepared = { rows: number; problems: RowProblem[]; records: ImportedRecords | null };
export interface ImportDeps extends Pick<Deps, 'store' | 'clock' | 'ids'> {
  /** Told of what was recorded, in the commit that records it. */
  onRecorded?: (db: Db, observations: Observation[]) => Promise<void>;
}
interface Run {
  given: NewImport;
  actor: Actor;
  dryRun: boolean;
}

function prepare(run: Run, at: string): Prepared {
  const { given, actor } = run;
  const read = readRows(given.format, given.content);
  if (read.kind === 'unreadable') return { rows: 0, problems: read.problems, records: null };
  const { rows, problems } = readIndicators(read.rows, given.mapping);
  if (problems.length > 0) return { rows: read.rows.length, problems, records: null };
  const { mapping, period, source } = given;
  const records = toRecords(rows, {
    mapping,
    period,
    under: given.under ?? null,
    source,
    enteredBy: actor.id,
    at,
  });
  return { rows: rows.length, problems: [], records };
}

const none = { created: 0, changed: 0, unchanged: 0 };
const count = (change: ImportChanges[keyof ImportChanges]) => ({
  created: change.created.length,
  changed: change.changed.length,
  unchanged: change.unchanged,
});

async function write(db: Db, changes: ImportChanges, at: string): Promise<void> {
  await insertComponents(db, changes.components.created, at);
  for (const component of changes.components.changed) await updateComponent(db, component);
  await insertGoals(db, changes.goals.created, at);
  for (const goal of changes.goals.changed) await updateGoal(db, goal, at);
  await insertMeasures(db, changes.measures.created, at);
  for (const { measure, componentId } of changes.measures.changed)
    await updateMeasure(db, measure, componentId, at);
  await insertObservations(db, changes.observations.created);
  await insertObservations(db, changes.observations.changed);
}

async function importRecords(
  deps: ImportDeps,
  run: Run,
  prepared: Prepared & { records: ImportedRecords },
): Promise<ImportReport> {
  const at = deps.clock.now();
  const id = deps.ids.next('imp');
  const work = async (db: Db): Promise<ImportReport> => {
    const { under, period } = run.given;
    if (under && !(await findComponent(db, under))) {
      const message = `There is no component ${under} to put the imported ones under.`;
      return refused(id, run, { ...prepared, problems: [{ row: 0, column: null, message }] });
    }
    const changes = await planChanges(db, prepared.records, { period, nextId: () => deps.ids.next('obs') });
    if (!run.dryRun) {
      await write(db, changes, at);
      await deps.onRecorded?.(db, [...changes.observations.created, ...changes.observations.changed]);
      await appendFeed(db, { at, type: 'import.done', data: { importId: id, rows: prepared.rows } });
      const detail = { rows: prepared.rows, source: run.given.source };
      await appendAudit(db, {
        at,
        actor: run.actor.id,
        action: 'import.run',
        resource: `import/${id}`,
        detail,
      });
    }
    return {
      id,
      dryRun: run.dryRun,
      status: 'done',
      rows: prepared.rows,
      problems: [],
      components: count(changes.components),
      goals: count(changes.goals),
      measures: count(changes.measures),
      observations: count(changes.observations),
    };
  };
  return run.dryRun ? deps.store.read(work) : deps.store.commit(work);
}

const refused = (id: string, run: Run, prepared: Prepared): ImportReport => ({
  id,
  dryRun: run.dryRun,
  status: 'refused',
  rows: prepared.rows,
  problems: prepared.problems,
  components: none,
  goals: none,
  measures: none,
  observations: none,
});

/** @returns the report; `refused` with every row's problem means that nothing was changed. */
export async function runImport(deps: ImportDeps, run: Run): Promise<ImportReport> {
  const prepared = prepare(run, deps.clock.now());
  const { records } = prepared;
  return records
    ? importRecords(deps, run, { ...prepared, records })
    : refused(deps.ids.next('imp'), run, prepared);
}
