// After a change of the organisation, in its commit: open tasks go to who answers now, both sides are told, and the
// plans that listen hear of it. Rules: domain section 3 L.
import type { Deps } from '../../deps.ts';
import { appendAudit, changeOf } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { tellOfNewHolder } from '../absences/leave-under-way.ts';
import { tellStandIns } from '../absences/tell-stand-ins.ts';
import { notifyPeople, notifyPersons } from '../organisation/notify-people.ts';
import { tellPlans } from '../plans/tell-plans.ts';
import { countedAndListed, type MovedTask } from './listed-tasks.ts';
import { moveTasks } from './move-tasks.ts';
import { type Standings, standingsBelow } from './standings.ts';

export interface Change {
  /** What was changed; all below it may be touched. */
  componentId: string;
  before: Standings;
  actor: string;
  at: string;
}

async function tellPeople(db: Db, change: Change, moved: readonly MovedTask[], seed: string): Promise<void> {
  const { componentId, at } = change;
  const place = { planId: null, componentId, at };
  const lent = moved.filter(({ onBehalfOf }) => onBehalfOf !== null);
  await tellStandIns(db, lent, { at, idSeed: seed });
  const given = moved.filter(({ onBehalfOf, leftOut }) => onBehalfOf === null && !leftOut);
  for (const [to, tasks] of Map.groupBy(given, (task) => task.to)) {
    const what = await countedAndListed(db, tasks);
    if (to === null) {
      const message = `Nobody is left to work ${what}. Give each to a person.`;
      await notifyPeople(db, { ...place, to: 'role:admin', message, idSeed: `${seed}:nobody` });
      continue;
    }
    const message = `You answer for more now and take over ${what}. What was completed stays as it is.`;
    await notifyPersons(db, [to], { ...place, message, idSeed: `${seed}:to` });
  }
  for (const [from, tasks] of Map.groupBy(moved, (task) => task.from)) {
    if (from === null) continue;
    const message = `Somebody else answers now, so you no longer have ${await countedAndListed(db, tasks)}. What you completed stays under your name.`;
    await notifyPersons(db, [from], { ...place, message, idSeed: `${seed}:from` });
  }
}

async function tellOfChange(
  deps: Deps,
  db: Db,
  change: Change,
  after: Standings,
  seed: string,
): Promise<void> {
  for (const [componentId, now] of after) {
    const was = change.before.get(componentId);
    if (!was) continue;
    const changes = [
      { type: 'component.manager-changed', from: was.managerId, to: now.managerId },
      { type: 'component.owner-changed', from: was.ownerId, to: now.ownerId },
      { type: 'component.moved', from: was.parentId, to: now.parentId },
    ];
    for (const { type, from, to } of changes) {
      if (from === to) continue;
      const event = { id: `${seed}:${componentId}:${type}`, type, data: { from, to } };
      await tellPlans(deps, db, { componentId, event, actor: change.actor });
      if (type === 'component.owner-changed')
        await tellOfNewHolder(deps, db, { componentId, from, at: change.at, seed });
    }
  }
}

/** `because`: what was changed, for the trail. */
export async function recordMove(
  db: Db,
  { taskId, from, to, onBehalfOf }: MovedTask,
  { at, actor, because }: { at: string; actor: string; because: Record<string, string> },
): Promise<void> {
  const moved = { from, to, onBehalfOf, ...because };
  const detail = { ...moved, ...changeOf({ assigneeId: from }, { assigneeId: to }) };
  await appendAudit(db, { at, actor, action: 'task.hand-over', resource: `task/${taskId}`, detail });
}

export async function followChange(deps: Deps, db: Db, change: Change): Promise<void> {
  const after = await standingsBelow(db, change.componentId);
  const seed = deps.ids.next('chg');
  const moved: MovedTask[] = [];
  for (const [componentId, standing] of after)
    moved.push(...(await moveTasks(db, { componentId, standing, at: change.at })));
  for (const one of moved)
    await recordMove(db, one, { ...change, because: { component: change.componentId } });
  await tellPeople(db, change, moved, seed);
  await tellOfChange(deps, db, change, after, seed);
}
