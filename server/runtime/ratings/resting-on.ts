// Whose scores an observation may move: those of its component, of what counts its goals as contributions, and of what is
// made up of its parts. Who has goals is scored by these alone.
import type { Goal, Observation } from '../../../engine/index.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import { findGoals, listGoalsOf } from '../../store/queries/goals.ts';
import { findMeasures } from '../../store/queries/measures.ts';
import type { Db } from '../../store/schema.ts';

const servedBy = ({ alignments }: Goal): string[] =>
  alignments.filter(({ mode }) => mode === 'contributes').map(({ parentGoalId }) => parentGoalId);

/** The goals, and all that they contribute to, however far above. */
async function goalsMoved(db: Db, goalIds: readonly string[]): Promise<Goal[]> {
  const found = new Map<string, Goal>();
  for (let ids = [...goalIds]; ids.length > 0; ) {
    const goals = await findGoals(db, ids);
    for (const goal of goals) found.set(goal.id, goal);
    ids = [...new Set(goals.flatMap(servedBy))].filter((id) => !found.has(id));
  }
  return [...found.values()];
}

async function madeUpOf(db: Db, componentId: string): Promise<string[]> {
  const above = (await lineageOf(db, componentId)).slice(1).map(({ id }) => id);
  const withGoals = new Set((await listGoalsOf(db, above)).map((goal) => goal.componentId));
  return above.filter((id) => !withGoals.has(id));
}

/** By component, the measures whose observations may move its score. */
export async function restingOn(
  db: Db,
  observations: readonly Observation[],
): Promise<Map<string, ReadonlySet<string>>> {
  const resting = new Map<string, Set<string>>();
  const above = new Map<string, string[]>();
  for (const measureId of new Set(observations.map((one) => one.measureId))) {
    const [found] = await findMeasures(db, [measureId]);
    if (!found) continue;
    for (const { componentId } of await goalsMoved(db, [found.measure.goalId])) {
      const parents = above.get(componentId) ?? (await madeUpOf(db, componentId));
      above.set(componentId, parents);
      for (const id of [componentId, ...parents])
        resting.set(id, (resting.get(id) ?? new Set()).add(measureId));
    }
  }
  return resting;
}
