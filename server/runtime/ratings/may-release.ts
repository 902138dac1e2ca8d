// Whether the ratings of a plan can be released now, and how: by the task that the cycle draws for it, or by hand where
// it draws none. Nobody releases what is about themselves.
import { type ReleaseRules, releaseRules } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import { isVisible, visibleComponentIds } from '../../access/visibility.ts';
import type { Deps } from '../../deps.ts';
import { findPlan } from '../../store/queries/plans.ts';
import { listOpenOfPlan } from '../../store/queries/task-rows.ts';
import type { TaskRow } from '../../store/schema/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { heldOf, isAbout } from './rating-sight.ts';

export type Releasable =
  | { kind: 'by-task'; task: TaskRow }
  | { kind: 'by-hand'; revision: number; componentId: string }
  | { kind: 'refused'; why: string; isRight: boolean }
  | { kind: 'not-found' };

const refused = (why: string): Releasable => ({ kind: 'refused', why, isRight: true });
const notAllowed = (why: string): Releasable => ({ kind: 'refused', why, isRight: false });

interface Asked {
  actor: Actor;
  planId: string;
}

function byDrawing(rules: ReleaseRules, open: readonly TaskRow[], actor: Actor): Releasable {
  const task = open.find(({ key }) => rules.releases.has(key));
  if (!task) {
    const [first] = open;
    return first
      ? refused(`“${first.title}” is open: the cycle comes to the release once it is done.`)
      : refused('The cycle says when it releases ratings, and this plan is not there yet.');
  }
  if (task.assigneeId === actor.id || scopeOf(actor, 'tasks.work') === 'all')
    return { kind: 'by-task', task };
  return notAllowed(`“${task.title}” is somebody else’s task. Ask them, or HR.`);
}

export async function mayRelease(
  { cycles }: Pick<Deps, 'cycles'>,
  db: Db,
  { actor, planId }: Asked,
): Promise<Releasable> {
  const scope = scopeOf(actor, 'ratings.release');
  const plan = (await findPlan(db, planId))?.plan;
  if (!plan || !scope || !isVisible(await visibleComponentIds(db, actor, scope), plan.componentId))
    return { kind: 'not-found' };
  if (await isAbout(db, actor, plan.componentId))
    return notAllowed('These ratings are about you: somebody else releases them.');
  const { componentId, cycleId, cycleVersion: version, revision } = plan;
  const compiled = await cycles.find(db, cycleId, version);
  const rules = compiled && releaseRules(compiled.cycle);
  if (!rules || rules.ratings.size === 0) return refused('Nobody is rated in this cycle.');
  const { since } = await heldOf({ cycles }, db, { id: planId, componentId, cycleId, version });
  if (since === null) return refused('There is no rating that is not released.');
  if (rules.releases.size > 0 || rules.released.size > 0)
    return byDrawing(rules, await listOpenOfPlan(db, planId), actor);
  if (since > revision)
    return refused(
      'A rating was given that the plan has not gone on with: others still judge, or a step failed.',
    );
  return { kind: 'by-hand', revision, componentId };
}
