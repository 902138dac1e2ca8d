// What somebody types into a task is kept for them on the server, and stays theirs when the task goes to somebody else.
// Who takes it over learns that there is a draft; what is in it only when the task's cycle says so, and HR always, on
// record. While its author has the task, where the task is sealed or private, and of raters without names, it is read by nobody else.
import { isDeepStrictEqual } from 'node:util';
import type { CycleTask, JsonObject } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { appendAudit } from '../../store/queries/records.ts';
import {
  type DraftInContext,
  findDraft,
  listEarlierDrafts,
  saveDraft,
} from '../../store/queries/task-drafts.ts';
import { findTask, type TaskInContext } from '../../store/queries/tasks.ts';
import type { TaskDraftRow } from '../../store/schema/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { cycleTaskOf } from '../absences/place-task.ts';
import { isAppraisalOf } from './self-appraisal.ts';
import { requireOwnTask, requireTaskToWork, sightOf } from './sight.ts';
import { isUnnamed } from './unnamed.ts';

export interface OwnDraft {
  content: JsonObject;
  revision: number;
  savedAt: string;
}
export interface EarlierDraft {
  person: { id: string; name: string };
  savedAt: string;
  /** Null: it is its author’s own. */
  content: JsonObject | null;
}
export interface Drafted {
  own: OwnDraft | null;
  earlier: EarlierDraft[];
}

const toOwn = ({ content, revision, savedAt }: TaskDraftRow): OwnDraft => ({
  content: JSON.parse(content),
  revision,
  savedAt,
});

const toEarlier = (row: DraftInContext, shown: boolean): EarlierDraft => ({
  person: { id: row.personId, name: row.personName ?? row.personId },
  savedAt: row.savedAt,
  content: shown ? JSON.parse(row.content) : null,
});

/** What is said of somebody is told to them by the plan; only what they have to do themselves is passed on to them. */
const isAboutReader = (task: TaskInContext, actor: Actor): boolean =>
  isAppraisalOf(task, actor.id) ||
  (task.componentOwnerId === actor.id && task.assigneeId !== actor.id && task.completedBy !== actor.id);

interface Reading {
  task: TaskInContext;
  cycleTask: CycleTask | null;
  actor: Actor;
}

/** What others have typed who had the task before; of whoever has or did it, nothing. */
function ofOthers({ task, cycleTask, actor }: Reading, rows: readonly DraftInContext[]) {
  const isKept = cycleTask?.sealed === true || cycleTask?.private === true;
  if (isUnnamed(task) || isKept || isAboutReader(task, actor)) return [];
  return rows.filter(({ personId }) => personId !== task.assigneeId && personId !== task.completedBy);
}

const mayReadOthers = ({ task, cycleTask, actor }: Reading): boolean =>
  actor.roles.includes('hr') || (cycleTask?.passDrafts === true && task.assigneeId === actor.id);

async function readEarlier(db: Db, task: TaskInContext, actor: Actor): Promise<EarlierDraft[]> {
  const rows = await listEarlierDrafts(db, { task, personId: actor.id });
  if (rows.length === 0) return [];
  const reading = { task, cycleTask: await cycleTaskOf(db, task), actor };
  const others = new Set(ofOthers(reading, rows));
  const passedOn = mayReadOthers(reading);
  return rows.flatMap((row) => {
    const isOwn = row.personId === actor.id;
    if (!isOwn && !others.has(row)) return [];
    const isHolders = row.personId === task.onBehalfOf && task.assigneeId !== actor.id;
    return [toEarlier(row, isOwn || (passedOn && !isHolders))];
  });
}

async function findDrafts(db: Db, taskId: string, actor: Actor): Promise<Drafted> {
  const own = await findDraft(db, { taskId, personId: actor.id });
  const task = await findTask(db, taskId, await sightOf(db, actor));
  if (!task && !own) throw notFound('task');
  return { own: own && toOwn(own), earlier: task ? await readEarlier(db, task, actor) : [] };
}

/**
 * Who reads what somebody else has typed is on record.
 * @throws ProblemError not-found for a task that the actor neither sees nor has typed into.
 */
export async function readDrafts(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  taskId: string,
  actor: Actor,
): Promise<Drafted> {
  const drafts = await store.read((db) => findDrafts(db, taskId, actor));
  const shown = drafts.earlier.filter(({ person, content }) => content !== null && person.id !== actor.id);
  if (shown.length === 0) return drafts;
  const detail = { authors: shown.map(({ person }) => person.id) };
  await store.commit((db) =>
    appendAudit(db, {
      ...{ at: clock.now(), actor: actor.id, action: 'task.draft.read' },
      ...{ resource: `task/${taskId}`, detail },
    }),
  );
  return drafts;
}

function requireOpen(task: TaskInContext): void {
  if (task.state === 'open') return;
  throw new ProblemError('conflict', 'This task is done or closed, so nothing more is kept for it here.');
}

export interface Keeping {
  content: JsonObject;
  actor: Actor;
  /** The revision that the actor goes on from; 0: from nothing. */
  revision: number;
}

/** The same again has no effect. @throws ProblemError stale when it was written elsewhere meanwhile. */
export async function keepTaskDraft(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  taskId: string,
  { content, actor, revision }: Keeping,
): Promise<OwnDraft> {
  return store.commit(async (db) => {
    const task = await requireTaskToWork(db, taskId, actor);
    requireOwnTask(task, actor);
    requireOpen(task);
    const known = await findDraft(db, { taskId, personId: actor.id });
    if (known && isDeepStrictEqual(JSON.parse(known.content), content)) return toOwn(known);
    if (revision !== (known?.revision ?? 0))
      throw new ProblemError(
        'stale',
        'You have written more into this task elsewhere; both are kept. Choose which one to go on with.',
      );
    const row = {
      taskId,
      personId: actor.id,
      planId: task.planId,
      key: task.key,
      content: JSON.stringify(content),
      revision: revision + 1,
      savedAt: clock.now(),
    };
    await saveDraft(db, row);
    return toOwn(row);
  });
}
