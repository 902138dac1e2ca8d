// Feedback: what people tell a component, kept as it was said.
import type { Db, FeedbackRow } from '../schema.ts';

export async function insertFeedback(db: Db, feedback: FeedbackRow): Promise<void> {
  await db.insertInto('feedback').values(feedback).execute();
}
