// Fires timers that are due, each in a commit of its own. A timer is there until that commit, so one that was
// missed while the server was down fires once, late; and one that fires has an event id of its own.
import { addSpan, everyWeekdayInUtc, isHeard, type JsonObject, type Plan } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { hasActivePlanBelow } from '../../store/queries/facts.ts';
import { movedByTimersAlone } from '../../store/queries/history.ts';
import { findPlan } from '../../store/queries/plans.ts';
import { appendFeed } from '../../store/queries/records.ts';
import {
  deleteTimer,
  findTimer,
  hasStageTimer,
  listDueTimers,
  postponeTimer,
  type Timer,
} from '../../store/queries/timers.ts';
import type { Db } from '../../store/schema.ts';
import { goOnWithoutSelf } from '../tasks/go-on-without-self.ts';
import { escalateTask, remindTask } from '../tasks/remind-task.ts';
import { recordIncident } from './incidents.ts';
import { describeRejection } from './rejections.ts';
import { tryStep } from './step-plan.ts';

/** Timers taken at once; between two lots people's commands have their turn. */
const BATCH = 50;

const toEvent = (timer: Timer, type: string, data: JsonObject = {}) => ({
  id: `timer:${timer.id}`,
  type,
  data,
});

/** A plan that only this timer could have moved on would wait for ever: a person must look at it. */
const waitsForNothingElse = async (db: Db, { id, tasks }: Plan): Promise<boolean> =>
  Object.keys(tasks).length === 0 && !(await hasStageTimer(db, id));

/** A timer that is due as soon as it is armed can go on like this for ever. */
const RUNAWAY = 200;

/** The plan, when timers have moved it again and again within a minute and nothing else has. */
async function findRunaway({ clock }: Deps, db: Db, { planId }: Timer): Promise<Plan | null> {
  const stored = await findPlan(db, planId);
  if (!stored) return null;
  const since = new Date(Date.parse(clock.now()) - 60_000).toISOString();
  const { revision } = stored.plan;
  return (await movedByTimersAlone(db, { planId, revision, count: RUNAWAY, since })) ? stored.plan : null;
}

const runawayMessage = `Timers moved the plan ${RUNAWAY} times within a minute and nothing else did: the cycle runs in a circle. Mend it in a new version, and retry or skip.`;

async function fireStageTimer(deps: Deps, db: Db, timer: Timer): Promise<void> {
  const event = toEvent(timer, `timer.${timer.name}`, { activation: timer.activation });
  const failure = { event, actor: 'system', at: deps.clock.now() };
  const runaway = await findRunaway(deps, db, timer);
  if (runaway) {
    const why = { code: 'runaway', message: runawayMessage };
    await recordIncident(deps, db, { plan: runaway, ...failure, ...why });
    return;
  }
  const stepped = await tryStep(deps, db, { planId: timer.planId, event, actor: 'system' });
  if (stepped.kind !== 'rejected' || stepped.reason.code !== 'guards-refused') return;
  if (!(await waitsForNothingElse(db, stepped.plan))) return;
  const why = { code: stepped.reason.code, message: describeRejection(stepped.reason) };
  await recordIncident(deps, db, { plan: stepped.plan, ...failure, ...why });
}

/** Gives the plan an event that it may or may not listen to. */
async function sendIfAccepted(
  deps: Deps,
  db: Db,
  timer: Timer,
  type: string,
  data: JsonObject = {},
): Promise<void> {
  const stored = await findPlan(db, timer.planId);
  if (!stored) return;
  const { plan } = stored;
  const compiled = await deps.cycles.find(db, plan.cycleId, plan.cycleVersion);
  const event = toEvent(timer, type, data);
  if (!compiled || !isHeard(compiled, plan, event)) return;
  await tryStep(deps, db, { planId: plan.id, event, actor: 'system' });
}

async function markOverdue(deps: Deps, db: Db, timer: Timer): Promise<void> {
  const at = deps.clock.now();
  await appendFeed(db, { at, type: 'task.overdue', planId: timer.planId, data: { key: timer.name } });
  await sendIfAccepted(deps, db, timer, `task.${timer.name}.overdue`);
}

async function settleChildren(deps: Deps, db: Db, timer: Timer): Promise<void> {
  const stored = await findPlan(db, timer.planId);
  if (!stored || (await hasActivePlanBelow(db, stored.plan.componentId))) return;
  await sendIfAccepted(deps, db, timer, 'children.settled');
}

/** What the task's people are asked with; the timer's id makes it count once. */
const dueOf = ({ planId, name, activation, id }: Timer, at: string) => ({
  planId,
  key: name,
  activation,
  at,
  idSeed: id,
});

function fire(deps: Deps, db: Db, timer: Timer): Promise<void> {
  switch (timer.kind) {
    case 'stage':
      return fireStageTimer(deps, db, timer);
    case 'overdue':
      return markOverdue(deps, db, timer);
    case 'reminder':
      return remindTask(db, dueOf(timer, deps.clock.now()));
    case 'escalation':
      return escalateTask(db, { ...dueOf(timer, deps.clock.now()), to: String(timer.data.to) });
    case 'children-settled':
      return settleChildren(deps, db, timer);
    case 'fact':
      return sendIfAccepted(deps, db, timer, timer.name, timer.data);
    case 'left-out':
      return goOnWithoutSelf(deps, db, timer);
  }
}

/** Read again inside its commit: what was cancelled or fired meanwhile is gone. */
async function fireOne(deps: Deps, id: string, at: string): Promise<void> {
  await deps.store.commit(async (db) => {
    const timer = await findTimer(db, id);
    if (!timer || timer.dueAt > at) return;
    await deleteTimer(db, id);
    await fire(deps, db, timer);
  });
}

/** One that breaks steps back, so that it never keeps the others from their turn. */
async function fireOrPostpone(deps: Deps, id: string, at: string): Promise<boolean> {
  try {
    await fireOne(deps, id, at);
    return true;
  } catch (error) {
    deps.log.error({ err: error, timerId: id }, 'a timer could not fire; it is tried again in a minute');
    await deps.store.commit((db) => postponeTimer(db, id, addSpan(at, 'PT1M', everyWeekdayInUtc)));
    return false;
  }
}

/** Fires one lot of what is due at the instant; how many were due and how many of them fired. */
export async function fireBatch(deps: Deps, at: string): Promise<{ due: number; fired: number }> {
  const ids = await deps.store.read((db) => listDueTimers(db, at, BATCH));
  const results = await Promise.all(ids.map((id) => fireOrPostpone(deps, id, at)));
  return { due: ids.length, fired: results.filter(Boolean).length };
}

/** Fires all that is due at the instant, those too that fall due by what fires; how many fired. */
export async function fireDue(deps: Deps, at: string): Promise<number> {
  let total = 0;
  for (;;) {
    const { fired } = await fireBatch(deps, at);
    if (fired === 0) return total;
    total += fired;
  }
}
