// An import: read, checked and compared as a whole, then written in one commit or not at all.
import type { NewIndicators } from '../routes/wire/automations.ts';
import { followChange } from '../runtime/agreement/keep-version.ts';
import { tellAbove } from '../runtime/organisation/counts-above.ts';
import type { Changed } from '../store/queries/component-versions.ts';
import { findComponent, insertComponents, updateComponent } from '../store/queries/components.ts';
import { insertGoals, updateGoal } from '../store/queries/goals.ts';
import { insertMeasures, updateMeasure } from '../store/queries/measures.ts';
import { insertObservations } from '../store/queries/observations.ts';
import { appendAudit, appendFeed } from '../store/queries/records.ts';
import type { Db } from '../store/schema.ts';
import { asSaid, byHandProblems, componentsOf, goalsOf } from './as-by-hand.ts';
import type { ImportDeps, ImportReport, Run } from './importing.ts';
import { readIndicators } from './indicator-rows.ts';
import { runOrganisation } from './organisation/run-organisation.ts';
import { type ImportChanges, planChanges } from './plan-changes.ts';
import { type RowProblem, readRows } from './read-rows.ts';
import { settle } from './settle.ts';
import { type ImportedRecords, toRecords } from './to-records.ts';

type Prepared = { rows: number; problems: RowProblem[]; records: ImportedRecords | null };
interface Running extends Run<NewIndicators> {
  id: string;
  prepared: Prepared;
}

async function prepare(deps: ImportDeps, run: Run<NewIndicators>, at: string): Promise<Prepared> {
  const { given, actorId } = run;
  const read = readRows(given.format, given.content);
  if (read.kind === 'unreadable') return { rows: 0, problems: read.problems, records: null };
  const total = read.rows.length;
  const between = async (done: number) => deps.onProgress?.({ phase: 'reading', done, total });
  const { rows, problems } = await readIndicators(read, given.mapping, between);
  if (problems.length > 0) return { rows: total, problems, records: null };
  const { mapping, period, source } = given;
  const records = toRecords(rows, {
    mapping,
    period,
    under: given.under ?? null,
    source,
    enteredBy: actorId,
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

async function write(
  db: Db,
  changes: ImportChanges,
  { at, by, reason }: Changed & { reason: string | undefined },
): Promise<void> {
  await insertComponents(db, changes.components.created, { at, by });
  for (const component of changes.components.changed) await updateComponent(db, component, { at, by });
  await insertGoals(db, changes.goals.created, at);
  for (const goal of changes.goals.changed) await updateGoal(db, goal, at);
  await insertMeasures(db, changes.measures.created, at);
  for (const { measure, componentId } of changes.measures.changed)
    await updateMeasure(db, measure, componentId, at);
  const goals = await goalsOf(db, changes);
  for (const componentId of componentsOf(changes)) {
    const told = { at, componentId, actor: by, reason: reason ?? null };
    await followChange(db, told);
    await tellAbove(db, { ...told, goals: goals.filter((goal) => goal.componentId === componentId) });
  }
}

const reportOf = ({ id, dryRun, prepared }: Running) => ({ id, dryRun, rows: prepared.rows, progress: null });

const refused = (running: Running, problems: RowProblem[]): ImportReport => ({
  ...reportOf(running),
  status: 'refused',
  problems,
  components: none,
  people: none,
  goals: none,
  measures: none,
  observations: none,
});

const done = (running: Running, changes: ImportChanges): ImportReport => ({
  ...reportOf(running),
  status: 'done',
  problems: [],
  components: count(changes.components),
  people: none,
  goals: count(changes.goals),
  measures: count(changes.measures),
  observations: count(changes.observations),
});

async function writeAll(deps: ImportDeps, db: Db, running: Running, changes: ImportChanges): Promise<void> {
  const { id, prepared, given, actorId } = running;
  const at = deps.clock.now();
  const { reason } = given;
  await write(db, changes, { at, by: actorId, reason });
  const observations = await asSaid(db, changes.observations, actorId);
  await insertObservations(db, observations);
  await deps.onRecorded?.(db, observations);
  await appendFeed(db, { at, type: 'import.done', data: { importId: id, rows: prepared.rows } });
  const detail = { rows: prepared.rows, source: given.source, ...(reason && { reason }) };
  await appendAudit(db, { at, actor: actorId, action: 'import.run', resource: `import/${id}`, detail });
}

async function compareAndWrite(deps: ImportDeps, db: Db, running: Running): Promise<ImportReport> {
  const { prepared, given, dryRun, actorId } = running;
  const { records, problems } = prepared;
  if (!records) return refused(running, problems);
  const { under, period } = given;
  if (under && !(await findComponent(db, under))) {
    const message = `There is no component ${under} to put the imported ones under.`;
    return refused(running, [{ row: 0, column: null, message }]);
  }
  const changes = await planChanges(db, records, { period, nextId: () => deps.ids.next('obs') });
  const byHand = await byHandProblems(db, changes, { actorId, reason: given.reason });
  if (byHand.length > 0) return refused(running, byHand);
  if (!dryRun) await writeAll(deps, db, running, changes);
  return done(running, changes);
}

async function runIndicators(deps: ImportDeps, run: Run<NewIndicators>): Promise<ImportReport> {
  const { onProgress } = deps;
  const prepared = await prepare(deps, run, deps.clock.now());
  const running = { ...run, id: run.id ?? deps.ids.next('imp'), prepared };
  const { rows } = prepared;
  await onProgress?.({ phase: run.dryRun ? 'comparing' : 'writing', done: rows, total: rows });
  return settle(deps, run.dryRun, (db) => compareAndWrite(deps, db, running));
}

/** @returns the report; `refused` with every row's problem means that nothing was changed. */
export function runImport(deps: ImportDeps, { given, ...run }: Run): Promise<ImportReport> {
  return given.kind === 'organisation'
    ? runOrganisation(deps, { ...run, given })
    : runIndicators(deps, { ...run, given });
}
