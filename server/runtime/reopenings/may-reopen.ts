// Whether a completed task can be opened again, who decides that, and what to do where it cannot. ADR 0063.
import { canReopen, type KeptShut, lineOfManagers } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import type { Deps } from '../../deps.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import { findPlan } from '../../store/queries/plans.ts';
import { listReleaseLines } from '../../store/queries/rating-releases.ts';
import { hasActedOn } from '../../store/queries/task-reopenings.ts';
import { listSiblings } from '../../store/queries/task-siblings.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { heldOf } from '../ratings/rating-sight.ts';
import { isUnnamed } from '../tasks/unnamed.ts';

export const whyShut: Record<KeptShut, string> = {
  unnamed: 'An answer without a name stays as it was given: asking to change it would show whose it is.',
  'for-good':
    'What this task does is done at once and stays done. Change it on the page of the plan, or ask your manager.',
  'plan-ended':
    'The plan has ended, so this stays as it was given. An appraisal that is wrong is disputed; everything else goes into the next round.',
  released:
    'What was judged is released, so this stays as it was given. Dispute the appraisal, or bring it into the next round.',
  'gone-on':
    'The plan has gone on since, so this stays as it was given. Say it in a comment; an appraisal is disputed once it is released, and everything else goes into the next round.',
  'acted-on':
    'The plan has acted on it already, so this stays as it was given. Say it in a comment, or bring it into the next round.',
};

type Ports = Pick<Deps, 'cycles'>;
export type MayReopen = { kind: 'seat' | 'task' } | { kind: 'refused'; why: string };

async function isReleasedSince({ cycles }: Ports, db: Db, task: TaskInContext): Promise<boolean> {
  const { planId: id, componentId, cycleId, cycleVersion: version } = task;
  const { releasedBy } = await heldOf({ cycles }, db, { id, componentId, cycleId, version });
  if (releasedBy === null) return false;
  const line = (await listReleaseLines(db, id)).find(({ revision }) => revision === releasedBy);
  return line !== undefined && line.at >= (task.completedAt ?? line.at);
}

const isAskedAnew = async (db: Db, task: TaskInContext): Promise<boolean> =>
  (await listSiblings(db, [task])).some(({ activation }) => activation > task.activation);

/** The task is completed. */
export async function mayReopen(ports: Ports, db: Db, task: TaskInContext): Promise<MayReopen> {
  const plan = (await findPlan(db, task.planId))?.plan;
  const compiled = plan && (await ports.cycles.find(db, plan.cycleId, plan.cycleVersion));
  if (!plan || !compiled) return { kind: 'refused', why: whyShut['plan-ended'] };
  const { key, stage, activation, purpose } = task;
  const found = canReopen(compiled, plan, {
    ...{ key, stage, activation, purpose },
    unnamed: isUnnamed(task),
    askedAnew: await isAskedAnew(db, task),
    acted: await hasActedOn(db, task),
    released: await isReleasedSince(ports, db, task),
  });
  return found.kind === 'refused' ? { kind: 'refused', why: whyShut[found.why] } : found;
}

type Asked = Pick<TaskInContext, 'componentId' | 'componentOwnerId'> & { askedBy: string };

/** The managers above who asks, nearest first; never whom the plan is about. */
export async function managersAbove(db: Db, { componentId, componentOwnerId, askedBy }: Asked) {
  const line = lineOfManagers(await lineageOf(db, componentId));
  const above = line.slice(line.indexOf(askedBy) + 1);
  return above.filter((person) => person !== askedBy && person !== componentOwnerId);
}

/** A manager above who asks, or HR; never whoever asks, and never whom the plan is about. Rule: CYC-07. */
export async function mayDecideOn(db: Db, asked: Asked, actor: Actor): Promise<boolean> {
  if (actor.id === asked.askedBy || actor.id === asked.componentOwnerId) return false;
  if (scopeOf(actor, 'tasks.reassign') === 'all') return true;
  return (await managersAbove(db, asked)).includes(actor.id);
}
