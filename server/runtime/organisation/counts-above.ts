// How far up a change of goals reaches: along the links by which they count in goals of other components, and in plans by
// which somebody has been rated already.
import type { Goal } from '../../../engine/index.ts';
import { findComponent } from '../../store/queries/components.ts';
import { findGoals } from '../../store/queries/goals.ts';
import { listRatedPlans, type RatedPlan } from '../../store/queries/rated-components.ts';
import type { Db } from '../../store/schema.ts';
import { signersOf } from '../agreement/signers.ts';
import { notifyPersons } from './notify-people.ts';

/** What a goal is called, how much it weighs at home, and what somebody thinks of its links changes nothing above it. */
function countingIn({ alignments, ...goal }: Goal): string {
  const links = alignments.map((link) => ({ ...link, contribution: null }));
  return JSON.stringify({ ...goal, title: '', priority: 0, version: 0, links });
}

/** Both as it was and as it is, where it counts above otherwise than before. */
export const changedAbove = (before: Goal | null, after: Goal): Goal[] =>
  before && countingIn(before) === countingIn(after) ? [] : [...(before ? [before] : []), after];

async function countedIn(db: Db, goals: readonly Goal[]): Promise<Set<string>> {
  const known = new Set(goals.map(({ id }) => id));
  const reached = new Set<string>();
  for (let from = goals; from.length > 0; ) {
    const links = from.flatMap(({ alignments }) => alignments);
    const ids = links.flatMap(({ mode, share, parentGoalId }) =>
      mode === 'contributes' && share > 0 && !known.has(parentGoalId) ? [parentGoalId] : [],
    );
    for (const id of ids) known.add(id);
    from = (await findGoals(db, [...new Set(ids)])).filter(({ scoreMode }) => scoreMode !== 'own');
    for (const { componentId } of from) reached.add(componentId);
  }
  return reached;
}

/** Plans of other components by which somebody has been rated, and in whose score the goals count. */
export async function ratedAbove(db: Db, goals: readonly Goal[]): Promise<RatedPlan[]> {
  const above = await countedIn(db, goals);
  for (const { componentId } of goals) above.delete(componentId);
  return listRatedPlans(db, [...above]);
}

interface Told {
  componentId: string;
  goals: readonly Goal[];
  actor: string;
  at: string;
  reason: string | null;
}

/** The two sides of those plans hear why; that somebody was rated may still be withheld from one of them. */
export async function tellAbove(db: Db, { componentId, goals, actor, at, reason }: Told): Promise<void> {
  if (goals.length === 0 || reason === null) return;
  const name = (await findComponent(db, componentId))?.name ?? componentId;
  for (const plan of await ratedAbove(db, goals)) {
    const above = (await findComponent(db, plan.componentId))?.name ?? plan.componentId;
    const signers = await signersOf(db, plan.componentId);
    const people = [...new Set([...signers.component, ...signers.manager])].filter((id) => id !== actor);
    const message = `What counts in the plan of ${above} was changed at ${name}. The reason: ${reason}`;
    const idSeed = `above:${plan.planId}:${componentId}:${goals.at(-1)?.id}:${at}`;
    await notifyPersons(db, people, { ...plan, message, at, idSeed });
  }
}
