// What is refused by hand is refused in an import.
import type { Goal, Observation } from '../../engine/index.ts';
import { ratedAbove } from '../runtime/organisation/counts-above.ts';
import { listOwnedAmong } from '../store/queries/assignees.ts';
import { findComponents } from '../store/queries/components.ts';
import { findGoals } from '../store/queries/goals.ts';
import { isRated, isUnderPlan } from '../store/queries/rated-components.ts';
import type { Db } from '../store/schema.ts';
import type { ImportChanges } from './plan-changes.ts';
import type { RowProblem } from './read-rows.ts';

/** Those of which goals or measures would change. */
export const componentsOf = ({ goals, measures }: ImportChanges): Set<string> =>
  new Set([
    ...[...goals.created, ...goals.changed].map(({ componentId }) => componentId),
    ...[...measures.created, ...measures.changed].map(({ componentId }) => componentId),
  ]);

/** As they are stored or will be, those of which something would change. */
export async function goalsOf(db: Db, { goals, measures }: ImportChanges): Promise<Goal[]> {
  const changed = [...goals.created, ...goals.changed];
  const own = new Set(changed.map(({ id }) => id));
  const fed = [...measures.created, ...measures.changed].map(({ measure }) => measure.goalId);
  return [
    ...changed,
    ...(await findGoals(
      db,
      [...new Set(fed)].filter((id) => !own.has(id)),
    )),
  ];
}

/** Null: there are none. */
async function namesOf(db: Db, ids: readonly string[]): Promise<string | null> {
  const components = await findComponents(db, [...ids]);
  return components.length === 0 ? null : components.map(({ name }) => name).join(', ');
}

/** Once somebody has been rated, only with a reason. */
async function reasonProblems(
  db: Db,
  changes: ImportChanges,
  reason: string | undefined,
): Promise<RowProblem[]> {
  if (reason !== undefined) return [];
  const rated: string[] = [];
  for (const id of componentsOf(changes)) if (await isRated(db, id)) rated.push(id);
  for (const { componentId } of await ratedAbove(db, await goalsOf(db, changes))) rated.push(componentId);
  const names = await namesOf(db, rated);
  if (names === null) return [];
  const message = `Somebody has been rated by what would change of ${names}: say why it changes. The reason is kept with the change.`;
  return [{ row: 0, column: null, message, code: 'reason-needed' }];
}

/** Nobody changes what the plan that judges them goes by. */
async function ownProblems(db: Db, changes: ImportChanges, actorId: string): Promise<RowProblem[]> {
  const judged: string[] = [];
  for (const id of await listOwnedAmong(db, actorId, componentsOf(changes)))
    if (await isUnderPlan(db, id)) judged.push(id);
  const names = await namesOf(db, judged);
  if (names === null) return [];
  const message = `The plan of ${names} is your own: somebody else imports the goals and measures that it judges by.`;
  return [{ row: 0, column: null, message, code: 'own-plan' }];
}

export async function byHandProblems(
  db: Db,
  changes: ImportChanges,
  { actorId, reason }: { actorId: string; reason: string | undefined },
): Promise<RowProblem[]> {
  const own = await ownProblems(db, changes, actorId);
  return own.length > 0 ? own : reasonProblems(db, changes, reason);
}

/** What somebody says of themselves is provisional, however they say it. */
export async function asSaid(
  db: Db,
  { created, changed }: ImportChanges['observations'],
  actorId: string,
): Promise<Observation[]> {
  const all = [...created, ...changed];
  const own = await listOwnedAmong(db, actorId, new Set(all.map(({ componentId }) => componentId)));
  return all.map((one) => (own.has(one.componentId) ? { ...one, status: 'provisional' } : one));
}
