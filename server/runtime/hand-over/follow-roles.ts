// After somebody lost a role, in the commit of it: what they had by the role is placed anew, and those of the role are
// told. What was passed on to them by hand stays with them.
import type { Person } from '../../../engine/index.ts';
import { scopeOf } from '../../access/authorize.ts';
import type { Deps } from '../../deps.ts';
import { listTasksByRole } from '../../store/queries/hand-over.ts';
import { listTaskRowsOf } from '../../store/queries/task-rows.ts';
import type { TaskRow } from '../../store/schema/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { placeTask } from '../absences/place-task.ts';
import { tellStandIns } from '../absences/tell-stand-ins.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { claimedAs, waitedFor } from '../tasks/claimable.ts';
import { workersFor } from '../tasks/self-appraisal.ts';
import { recordMove } from './follow-change.ts';
import { countedAndListed, type MovedTask } from './listed-tasks.ts';
import { moveTask } from './move-tasks.ts';

interface Lost {
  before: Person;
  after: Person;
  actor: string;
  at: string;
}

/** Who may have it now; somebody who has the same task, or did it, is asked no second time. */
async function ableFor(db: Db, task: TaskRow): Promise<string[]> {
  const { planId, componentId, relation, purpose } = task;
  const people = await workersFor(db, { planId, componentId, relation, work: purpose });
  const others = (await listTaskRowsOf(db, task)).filter(({ id }) => id !== task.id);
  const asked = new Set(others.flatMap(({ assigneeId, completedBy }) => [assigneeId, completedBy]));
  return people.filter((person) => !asked.has(person));
}

/** Null: it stays theirs. */
async function settle(db: Db, task: TaskRow, { after, at }: Lost): Promise<MovedTask | null> {
  if (claimedAs(after).includes(task.relation)) return null;
  const able = await ableFor(db, task);
  if (able.includes(after.id)) return null;
  const [only] = able.length === 1 ? able : [];
  const nobody = { assigneeId: null, onBehalfOf: null };
  const placing = only === undefined ? nobody : await placeTask(db, { task, personId: only });
  return moveTask(db, task, placing, at);
}

/** By whom takes each, so that everybody is told once. */
async function offersOf(db: Db, tasks: readonly (readonly [TaskRow, MovedTask])[]) {
  const offers = new Map<string, MovedTask[]>();
  for (const [task, moved] of tasks) {
    if (moved.to !== null) continue;
    const nobodys = { ...task, assigneeId: null, onBehalfOf: null };
    for (const person of await waitedFor(db, nobodys))
      offers.set(person, [...(offers.get(person) ?? []), moved]);
  }
  return offers;
}

async function tell(db: Db, tasks: readonly (readonly [TaskRow, MovedTask])[], at: string, seed: string) {
  const place = { planId: null, componentId: null, at };
  const moved = tasks.map(([, one]) => one);
  const lent = moved.filter(({ onBehalfOf }) => onBehalfOf !== null);
  await tellStandIns(db, lent, { at, idSeed: seed });
  const given = moved.filter(({ to, onBehalfOf }) => to !== null && onBehalfOf === null);
  for (const [to, theirs] of Map.groupBy(given, (task) => task.to ?? '')) {
    const message = `You answer for more now and take over ${await countedAndListed(db, theirs)}. What was completed stays as it is.`;
    await notifyPersons(db, [to], { ...place, message, idSeed: `${seed}:to` });
  }
  for (const [person, offered] of await offersOf(db, tasks)) {
    const message = `One of you is to take ${await countedAndListed(db, offered)}. Who had it no longer has the role.`;
    await notifyPersons(db, [person], { ...place, message, idSeed: `${seed}:offer` });
  }
  for (const [from, theirs] of Map.groupBy(moved, (task) => task.from)) {
    if (from === null) continue;
    const message = `You no longer have ${await countedAndListed(db, theirs)}. It goes by a role, and who has the role was changed. What you completed stays under your name.`;
    await notifyPersons(db, [from], { ...place, message, idSeed: `${seed}:from` });
  }
}

/** Call it once the roles are changed. */
export async function followRoles(deps: Pick<Deps, 'ids'>, db: Db, lost: Lost): Promise<void> {
  const { before, after, actor, at } = lost;
  if (before.roles.every((role) => after.roles.includes(role))) return;
  // Who may give tasks to anybody may have them too.
  if (scopeOf(after, 'tasks.reassign') === 'all') return;
  const tasks: [TaskRow, MovedTask][] = [];
  for (const task of await listTasksByRole(db, after.id)) {
    const moved = await settle(db, task, lost);
    if (!moved) continue;
    tasks.push([task, moved]);
    await recordMove(db, moved, { at, actor, because: { person: after.id } });
  }
  if (tasks.length > 0) await tell(db, tasks, at, deps.ids.next('chg'));
}
