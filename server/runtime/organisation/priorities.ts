// How much the goals of a component weigh, changed together: all of them, or nothing.
import type { Goal } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { findGoals } from '../../store/queries/goals.ts';
import type { Db } from '../../store/schema.ts';
import { changesOf } from '../tasks/changes-of.ts';
import { changeGoal } from './goals.ts';

interface Wished {
  componentId: string;
  priorities: { goalId: string; priority: number; version?: number | undefined }[];
  actor: Actor;
  reason: string | undefined;
}

/** @throws ProblemError invalid for a goal of another component, stale for one that has changed since. */
export async function changePriorities(
  db: Db,
  ports: Pick<Deps, 'clock' | 'ids'>,
  { componentId, priorities, actor, reason }: Wished,
): Promise<Goal[]> {
  const ids = priorities.map(({ goalId }) => goalId);
  const own = new Map((await findGoals(db, ids)).map((goal) => [goal.id, goal]));
  const changed: Goal[] = [];
  for (const [index, { goalId, priority, version }] of priorities.entries()) {
    const before = own.get(goalId);
    if (before?.componentId !== componentId) {
      const detail = `There is no goal ${goalId} of this component.`;
      const errors = [{ pointer: `/priorities/${index}/goalId`, detail }];
      throw new ProblemError('invalid', `${detail} Nothing was changed.`, { errors });
    }
    const patch = changesOf(before, { version, patch: { priority } });
    changed.push(patch ? await changeGoal(db, ports, { before, patch, actor, reason }) : before);
  }
  return changed;
}
