// Whom a digest goes to, when, and with what. One that is due is written down in the commit that puts the next one ahead,
// so that none is lost and none is doubled; sending follows.
import { randomBytes } from 'node:crypto';
import type { Person } from '../../engine/index.ts';
import type { Deps } from '../deps.ts';
import { homeZone } from '../runtime/absences/home.ts';
import { presenceOf } from '../runtime/absences/presence.ts';
import { claimableBy, offeredTo } from '../runtime/tasks/claimable.ts';
import { seededIds } from '../seeded-ids.ts';
import { findDigest, listWithoutDigest, nextDigest, saveDigest } from '../store/queries/digests.ts';
import { insertMail } from '../store/queries/mails.ts';
import { findPerson } from '../store/queries/people.ts';
import { readFeatures } from '../store/queries/settings.ts';
import { snoozesOf } from '../store/queries/task-snoozes.ts';
import {
  dueKey,
  listTasks,
  type TaskFilter,
  type TaskInContext,
  type TaskPage,
  type TaskSight,
} from '../store/queries/tasks.ts';
import type { DigestRow } from '../store/schema/inbox.ts';
import type { Db } from '../store/schema.ts';
import { composeDigest, type DigestOf, type DigestTask } from './compose-digest.ts';
import { digestReach, type Every, isEvery, nextDigestAt } from './digest-times.ts';
import { readTemplate } from './templates/read-template.ts';
import { type MailLanguage, toLanguage } from './words/language.ts';

const mailId = seededIds('8c0d5f3e-6d0b-5a0e-9c0f-4f6d0a2b7e11');
const AT_ONCE = 100;
const PAGE = 500;

const everyOf = ({ every }: DigestRow): Every => (isEvery(every) ? every : 'off');
const newToken = (): string => randomBytes(24).toString('base64url');

/** What somebody gets who never said anything. */
async function usual(db: Db, personId: string, at: string): Promise<DigestRow> {
  const zone = await homeZone(db, personId);
  const nextAt = nextDigestAt('daily', zone, at);
  return { personId, every: 'daily', zone, language: 'en', token: newToken(), nextAt };
}

export async function readDigest(db: Db, personId: string, at: string): Promise<DigestRow> {
  return (await findDigest(db, personId)) ?? usual(db, personId, at);
}

export async function changeDigest(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  personId: string,
  { every, zone }: { every: Every; zone: string },
): Promise<DigestRow> {
  return store.commit(async (db) => {
    const at = clock.now();
    const known = await readDigest(db, personId, at);
    const row = { ...known, every, zone, nextAt: nextDigestAt(every, zone, at) };
    await saveDigest(db, row);
    return row;
  });
}

/** The language of the screens that they look at; the mail follows it. */
export async function changeLanguage(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  personId: string,
  language: MailLanguage,
): Promise<void> {
  await store.commit(async (db) => {
    const known = await readDigest(db, personId, clock.now());
    if ((await findPerson(db, personId)) !== null) await saveDigest(db, { ...known, language });
  });
}

/** Whether there were some. */
export async function enrol({ store, clock }: Pick<Deps, 'store' | 'clock'>): Promise<boolean> {
  const people = await store.read((db) => listWithoutDigest(db, AT_ONCE));
  if (people.length === 0) return false;
  await store.commit(async (db) => {
    for (const personId of people) await saveDigest(db, await usual(db, personId, clock.now()));
  });
  return true;
}

async function everyTask(db: Db, sight: TaskSight, filter: TaskFilter): Promise<TaskInContext[]> {
  const tasks: TaskInContext[] = [];
  for (let after: TaskPage['after'] = null; ; ) {
    const page = await listTasks(db, sight, { filter, page: { after, limit: PAGE } });
    tasks.push(...page);
    const last = page.at(-1);
    if (page.length < PAGE || !last?.dueAt) return tasks;
    after = { due: last.dueAt, id: last.id };
  }
}

/** Their own, and those that nobody has and they may take or place. */
async function waitingTasks(db: Db, { id, roles }: Person, dueBefore: string): Promise<TaskInContext[]> {
  const sight: TaskSight = {
    personId: id,
    roles,
    componentIds: roles.includes('admin') ? 'all' : new Set<string>(),
  };
  const own = await everyTask(db, sight, { assignee: id, state: 'open', dueBefore });
  const free = await everyTask(db, sight, { ...(await offeredTo(db, { roles })), dueBefore });
  const waiting = [...own, ...(await claimableBy(db, free, { id, roles }))];
  return waiting.sort((a, b) => (dueKey(a) < dueKey(b) ? -1 : 1));
}

/** What is late is told also when it was put off: a deadline never passes unsaid. */
async function dueTasks(db: Db, row: DigestRow, { person, at }: { person: Person; at: string }) {
  const tasks = await waitingTasks(db, person, digestReach(everyOf(row), row.zone, at));
  const { personId } = row;
  const snoozed = await snoozesOf(db, { personId, at, taskIds: tasks.map(({ id }) => id) });
  return tasks.flatMap(({ id, title, componentName, dueAt, assigneeId }): DigestTask[] =>
    dueAt !== null && (dueAt < at || !snoozed.has(id))
      ? [{ id, title, componentName, dueAt, taken: assigneeId !== null }]
      : [],
  );
}

/** What is due for somebody, by how often they want to be told. */
export async function digestOf(
  db: Db,
  row: DigestRow,
  { at, baseUrl, person }: { at: string; baseUrl: string; person: Person },
): Promise<DigestOf> {
  const { personId, zone, token, language, nextAt } = row;
  return {
    ...{ id: mailId(`${personId}:${nextAt}`), to: person.email, name: person.name },
    ...{ every: everyOf(row), zone, language: toLanguage(language), at, baseUrl, token },
    tasks: await dueTasks(db, row, { person, at }),
  };
}

async function write(
  db: Db,
  row: DigestRow,
  { at, baseUrl }: { at: string; baseUrl: string },
): Promise<void> {
  const person = await findPerson(db, row.personId);
  if (!(await readFeatures(db)).digests) return;
  if (!person || (await presenceOf(db, person.id)).away) return;
  const digest = await digestOf(db, row, { at, baseUrl, person });
  const mail = await composeDigest(digest, await readTemplate(db, 'digest', digest.language));
  if (!mail) return;
  const waiting = { state: 'waiting', attempts: 0, nextAt: at, createdAt: at };
  await insertMail(db, { id: mail.id, personId: person.id, mail: JSON.stringify(mail), ...waiting });
}

/** Writes the one that is due first; what was missed while the server was down is one. Whether there was one. */
export async function writeNextDigest(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  baseUrl: string,
): Promise<boolean> {
  const at = clock.now();
  const due = await store.read(nextDigest);
  if (!due?.nextAt || due.nextAt > at) return false;
  await store.commit(async (db) => {
    const row = await findDigest(db, due.personId);
    if (row?.nextAt !== due.nextAt) return;
    await write(db, row, { at, baseUrl });
    await saveDigest(db, { ...row, nextAt: nextDigestAt(everyOf(row), row.zone, at) });
  });
  return true;
}
