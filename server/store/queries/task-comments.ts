// What people say to each other beside a task, oldest first.

import type { TaskCommentRow } from '../schema/tasks.ts';
import type { Db } from '../schema.ts';

export async function listTaskComments(db: Db, taskId: string) {
  const rows = await db
    .selectFrom('taskComments as said')
    .leftJoin('people as author', 'author.id', 'said.authorId')
    .select(['said.id', 'said.at', 'said.text', 'said.authorId', 'author.name as authorName'])
    .where('said.taskId', '=', taskId)
    .orderBy('said.at')
    .orderBy('said.id')
    .execute();
  return rows.map(({ id, at, text, authorId, authorName }) => ({
    id,
    at,
    text,
    author: { id: authorId, name: authorName ?? authorId },
  }));
}

export async function insertTaskComment(db: Db, comment: TaskCommentRow): Promise<void> {
  await db.insertInto('taskComments').values(comment).execute();
}
