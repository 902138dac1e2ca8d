// Drafts of tasks: what somebody has typed and not handed in. Those of raters go when they have answered; the
// others go by their age.

import type { TaskDraftRow } from '../schema/tasks.ts';
import type { Db } from '../schema.ts';

export async function findDraft(
  db: Db,
  given: { taskId: string; personId: string },
): Promise<TaskDraftRow | null> {
  const row = await db
    .selectFrom('taskDrafts')
    .selectAll()
    .where('taskId', '=', given.taskId)
    .where('personId', '=', given.personId)
    .executeTakeFirst();
  return row ?? null;
}

export async function saveDraft(db: Db, row: TaskDraftRow): Promise<void> {
  const { content, revision, savedAt } = row;
  await db
    .insertInto('taskDrafts')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['taskId', 'personId']).doUpdateSet({ content, revision, savedAt }),
    )
    .execute();
}

export async function deleteDrafts(db: Db, taskId: string): Promise<void> {
  await db.deleteFrom('taskDrafts').where('taskId', '=', taskId).execute();
}

export type DraftInContext = TaskDraftRow & { personName: string | null };

/** What others have typed into the task, and what the person has into one that was closed before it: the newest ahead. */
export async function listEarlierDrafts(
  db: Db,
  { task, personId }: { task: { id: string; planId: string; key: string }; personId: string },
): Promise<DraftInContext[]> {
  return db
    .selectFrom('taskDrafts as d')
    .innerJoin('tasks as t', 't.id', 'd.taskId')
    .leftJoin('people as author', 'author.id', 'd.personId')
    .selectAll('d')
    .select('author.name as personName')
    .where('d.planId', '=', task.planId)
    .where('d.key', '=', task.key)
    .where((e) =>
      e.or([
        e.and([e('d.taskId', '=', task.id), e('d.personId', '!=', personId)]),
        e.and([e('d.taskId', '!=', task.id), e('d.personId', '=', personId), e('t.state', '=', 'closed')]),
      ]),
    )
    .orderBy('d.savedAt', 'desc')
    .limit(20)
    .execute();
}

/** What the person has typed into tasks that are others' by now, or closed: the newest ahead. */
export async function listLeftDrafts(
  db: Db,
  personId: string,
  page: { before: { at: string; id: string } | null; limit: number },
) {
  const { before } = page;
  let query = db
    .selectFrom('taskDrafts as d')
    .innerJoin('tasks as t', 't.id', 'd.taskId')
    .innerJoin('components as c', 'c.id', 't.componentId')
    .leftJoin('people as holder', 'holder.id', 't.assigneeId')
    .select(['d.taskId', 'd.content', 'd.savedAt', 't.title', 't.state', 't.assigneeId'])
    .select(['c.name as componentName', 'holder.name as assigneeName'])
    .where('d.personId', '=', personId)
    .where((e) =>
      e.or([
        e.and([e('t.state', '=', 'open'), e('t.assigneeId', 'is distinct from', personId)]),
        e.and([e('t.state', '=', 'completed'), e('t.completedBy', '!=', personId)]),
        e('t.state', '=', 'closed'),
      ]),
    );
  if (before)
    query = query.where((e) =>
      e.or([
        e('d.savedAt', '<', before.at),
        e.and([e('d.savedAt', '=', before.at), e('d.taskId', '<', before.id)]),
      ]),
    );
  return query.orderBy('d.savedAt', 'desc').orderBy('d.taskId', 'desc').limit(page.limit).execute();
}
