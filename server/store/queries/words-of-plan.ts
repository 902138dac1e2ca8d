// Where words that were given in a plan may have been repeated: its variables, what was asked and told by them, and what was
// sent out.
import type { Db } from '../schema.ts';
import { among } from './among.ts';

export interface Scrub {
  text(text: string): string;
  json(stored: string): string;
}

async function scrubTasks(db: Db, planId: string, { text }: Scrub): Promise<void> {
  const tasks = db.selectFrom('tasks').select(['id', 'title', 'description']).where('planId', '=', planId);
  for (const { id, title, description } of await tasks.execute()) {
    const after = { title: text(title), description: description === null ? null : text(description) };
    if (after.title !== title || after.description !== description)
      await db.updateTable('tasks').set(after).where('id', '=', id).execute();
  }
}

async function scrubIncidents(db: Db, planId: string, { json }: Scrub): Promise<void> {
  const incidents = db.selectFrom('incidents').select(['id', 'event']).where('planId', '=', planId);
  for (const { id, event } of await incidents.execute())
    if (json(event) !== event)
      await db
        .updateTable('incidents')
        .set({ event: json(event) })
        .where('id', '=', id)
        .execute();
}

async function scrubVerdicts(db: Db, planId: string, { json }: Scrub): Promise<void> {
  const verdicts = db
    .selectFrom('shadowVerdicts')
    .select(['shadowId', 'report'])
    .where('planId', '=', planId)
    .where('report', 'is not', null);
  for (const { shadowId, report } of await verdicts.execute())
    if (report !== null && json(report) !== report)
      await db
        .updateTable('shadowVerdicts')
        .set({ report: json(report) })
        .where('planId', '=', planId)
        .where('shadowId', '=', shadowId)
        .execute();
}

/** What a migration would take back. */
async function scrubBefore(db: Db, planId: string, { json }: Scrub): Promise<void> {
  const items = db
    .selectFrom('migrationItems')
    .select(['migrationId', 'before'])
    .where('planId', '=', planId)
    .where('before', 'is not', null);
  for (const { migrationId, before } of await items.execute())
    if (before !== null && json(before) !== before)
      await db
        .updateTable('migrationItems')
        .set({ before: json(before) })
        .where('migrationId', '=', migrationId)
        .where('planId', '=', planId)
        .execute();
}

export async function scrubPlan(db: Db, planId: string, scrub: Scrub): Promise<void> {
  const plan = await db.selectFrom('plans').select('state').where('id', '=', planId).executeTakeFirst();
  const state = plan && scrub.json(plan.state);
  if (state !== undefined && state !== plan?.state)
    await db.updateTable('plans').set({ state }).where('id', '=', planId).execute();
  await scrubTasks(db, planId, scrub);
  await scrubIncidents(db, planId, scrub);
  await scrubVerdicts(db, planId, scrub);
  await scrubBefore(db, planId, scrub);
}

/** What people and other systems were told of it. */
export async function scrubTold(db: Db, planId: string, { text, json }: Scrub): Promise<void> {
  const deliveries = db.selectFrom('deliveries').select(['id', 'body']).where('planId', '=', planId);
  for (const { id, body } of await deliveries.execute())
    if (json(body) !== body)
      await db
        .updateTable('deliveries')
        .set({ body: json(body) })
        .where('id', '=', id)
        .execute();
  const notices = db
    .selectFrom('notifications')
    .select(['id', 'personId', 'message'])
    .where('planId', '=', planId);
  const told = (await notices.execute()).filter(({ message }) => text(message) !== message);
  for (const { id, message } of told)
    await db
      .updateTable('notifications')
      .set({ message: text(message) })
      .where('id', '=', id)
      .execute();
  const people = [...new Set(told.map(({ personId }) => personId))];
  const mails = db.selectFrom('mails').select(['id', 'mail']).where(among('personId', people));
  for (const { id, mail } of people.length > 0 ? await mails.execute() : [])
    if (json(mail) !== mail)
      await db
        .updateTable('mails')
        .set({ mail: json(mail) })
        .where('id', '=', id)
        .execute();
}
