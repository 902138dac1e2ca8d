// Mail at once, for hard deadlines alone: a task whose stage the cycle leaves within a day, whether it is done or not. A
// due date that may pass is told by the digest.
import type { Cycle, Stage, Stages } from '../../engine/index.ts';
import type { Deps } from '../deps.ts';
import { presenceOf } from '../runtime/absences/presence.ts';
import { waitedFor } from '../runtime/tasks/claimable.ts';
import { seededIds } from '../seeded-ids.ts';
import {
  type ClosingRow,
  type ClosingTask,
  forgetTold,
  insertTold,
  listClosing,
} from '../store/queries/deadlines.ts';
import { insertMail } from '../store/queries/mails.ts';
import { findPerson } from '../store/queries/people.ts';
import type { Db } from '../store/schema.ts';
import { composeClosing } from './compose-closing.ts';
import { readDigest } from './digests.ts';
import { readTemplate } from './templates/read-template.ts';
import { toLanguage } from './words/language.ts';

const mailId = seededIds('0f7f3c1e-5b44-5e0b-8d52-6a1d1f0c9b72');
/** One commit holds all others up while it goes on. */
const AT_ONCE = 500;
const DAY = 24 * 60 * 60 * 1000;

const childrenOf = (stage: Stage): Stages => ('stages' in stage && stage.stages ? stage.stages : {});

/** Null when the cycle has no such stage. */
function findStage(stages: Stages, id: string): Stage | null {
  for (const [own, stage] of Object.entries(stages)) {
    const found = own === id ? stage : findStage(childrenOf(stage), id);
    if (found) return found;
  }
  return null;
}

/** The timer leads away from the stage of the task, and no guard can keep it. */
export function takesAway(
  cycle: Pick<Cycle, 'stages'>,
  { timer, timerStage, taskStage }: { timer: string; timerStage: string; taskStage: string },
): boolean {
  const stage = findStage(cycle.stages, timerStage);
  if (!stage) return false;
  const inside = taskStage === timerStage || findStage(childrenOf(stage), taskStage) !== null;
  const after = 'after' in stage ? (stage.after ?? []) : [];
  return (
    inside &&
    after.some(
      ({ id, to, guard }, index) =>
        (id ?? `${timerStage}.${index}`) === timer && to !== undefined && guard === undefined,
    )
  );
}

async function isHard({ cycles }: Pick<Deps, 'cycles'>, db: Db, task: ClosingRow): Promise<boolean> {
  const compiled = await cycles.find(db, task.cycleId, task.version);
  const { stage } = JSON.parse(task.timerData);
  return (
    compiled !== null &&
    typeof stage === 'string' &&
    takesAway(compiled.cycle, { timer: task.timerName, timerStage: stage, taskStage: task.stage })
  );
}

async function write(
  db: Db,
  tasks: readonly ClosingTask[],
  { at, baseUrl }: { at: string; baseUrl: string },
): Promise<void> {
  const [first] = tasks;
  const person = first && (await findPerson(db, first.personId));
  if (!first || !person?.email.includes('@') || (await presenceOf(db, person.id)).away) return;
  const { every, zone, language, token } = await readDigest(db, person.id, at);
  if (every === 'off') return;
  const id = mailId(tasks.map(({ taskId, closesAt }) => `${taskId}:${person.id}:${closesAt}`).join(' '));
  const to = { id, to: person.email, name: person.name };
  const spoken = toLanguage(language);
  const mail = await composeClosing(
    { ...to, language: spoken, zone, baseUrl, token, tasks },
    await readTemplate(db, 'closing', spoken),
  );
  const waiting = { state: 'waiting', attempts: 0, nextAt: at, createdAt: at };
  await insertMail(db, { id, personId: person.id, mail: JSON.stringify(mail), ...waiting });
}

/** Those that the cycle takes away within a day, and of which nobody was told yet. */
async function listHard(ports: Pick<Deps, 'cycles'>, db: Db, at: string) {
  const until = new Date(Date.parse(at) + DAY).toISOString();
  const closing = await listClosing(db, { from: at, until, limit: AT_ONCE });
  const hard: ClosingTask[] = [];
  for (const task of closing) {
    if (!(await isHard(ports, db, task))) continue;
    for (const personId of await waitedFor(db, task)) hard.push({ ...task, personId });
  }
  return { closing, hard };
}

/** Somebody's own. */
export const hardDeadlinesOf = async (
  ports: Pick<Deps, 'cycles'>,
  db: Db,
  { personId, at }: { personId: string; at: string },
): Promise<ClosingTask[]> =>
  (await listHard(ports, db, at)).hard.filter((task) => task.personId === personId);

/** Tells some people of theirs, each by one mail. Whether there were some. */
export async function tellNextDeadlines(
  ports: Pick<Deps, 'store' | 'clock' | 'cycles'>,
  baseUrl: string,
): Promise<boolean> {
  const { store, clock } = ports;
  const at = clock.now();
  const until = new Date(Date.parse(at) + DAY).toISOString();
  if ((await store.read((db) => listClosing(db, { from: at, until, limit: 1 }))).length === 0) return false;
  await store.commit(async (db) => {
    const { closing, hard } = await listHard(ports, db, at);
    for (const tasks of Map.groupBy(hard, ({ personId }) => personId).values())
      await write(db, tasks, { at, baseUrl });
    // Those that may pass are marked too, so that they are not looked at each minute.
    await insertTold(db, closing);
    await forgetTold(db, at);
  });
  return true;
}
