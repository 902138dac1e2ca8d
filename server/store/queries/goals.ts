// Goals: stored as their document, found by component.
import type { Goal } from '../../../engine/index.ts';
import { prepare } from '../prepared.ts';
import type { GoalRow } from '../schema/goals.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import { appendGoalVersions, goalsAt } from './goal-versions.ts';

/** SQLite takes at most this many parameters comfortably; longer lists are read in parts. */
const CHUNK = 500;

export function* chunks<T>(items: readonly T[], size = CHUNK): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

const toGoal = (row: Pick<GoalRow, 'document'>): Goal => JSON.parse(row.document);
const toRow = (goal: Goal, at: string): GoalRow => ({
  id: goal.id,
  componentId: goal.componentId,
  version: goal.version,
  document: JSON.stringify(goal),
  updatedAt: at,
});

const ofOneQuery = prepare<{ componentId: string }, { document: string }>((db, given) =>
  db.selectFrom('goals').select('document').where('componentId', '=', given.componentId).orderBy('id'),
);

/** Goals of the components, in the order of their ids. */
export async function listGoalsOf(db: Db, componentIds: readonly string[]): Promise<Goal[]> {
  const [componentId] = componentIds;
  if (componentId !== undefined && componentIds.length === 1)
    return (await ofOneQuery(db, { componentId })).rows.map(toGoal);
  const goals: Goal[] = [];
  for (const ids of chunks(componentIds)) {
    const rows = await db
      .selectFrom('goals')
      .select('document')
      .where('componentId', 'in', ids)
      .orderBy('id')
      .execute();
    goals.push(...rows.map(toGoal));
  }
  return goals;
}

/** A page of goals after an id; 'all' means every component, and every goal. */
export async function pageGoals(
  db: Db,
  page: {
    after: string;
    limit: number;
    componentIds: readonly string[] | 'all';
    ids: readonly string[] | 'all';
  },
): Promise<Goal[]> {
  let query = db
    .selectFrom('goals')
    .select('document')
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit);
  if (page.componentIds !== 'all') query = query.where(among('componentId', page.componentIds));
  if (page.ids !== 'all') query = query.where(among('id', page.ids));
  return (await query.execute()).map(toGoal);
}

export async function findGoal(db: Db, id: string): Promise<Goal | null> {
  const row = await db.selectFrom('goals').select('document').where('id', '=', id).executeTakeFirst();
  return row ? toGoal(row) : null;
}

/** `before`: as they were just before this instant. */
export async function findGoals(
  db: Db,
  ids: readonly string[],
  before: string | null = null,
): Promise<Goal[]> {
  const goals: Goal[] = [];
  for (const part of chunks(ids)) {
    const rows = await db
      .selectFrom(goalsAt(before).as('goals'))
      .select('document')
      .where('id', 'in', part)
      .execute();
    goals.push(...rows.map(toGoal));
  }
  return goals;
}

/** Goals of other components that name one of these as the parent they serve. */
export async function listGoalsServing(db: Db, goalIds: readonly string[]): Promise<Goal[]> {
  if (goalIds.length === 0) return [];
  const wanted = new Set(goalIds);
  const rows = await db
    .selectFrom('goals')
    .select('document')
    .where('document', 'like', '%"parentGoalId"%')
    .execute();
  return rows.map(toGoal).filter((goal) => goal.alignments.some((link) => wanted.has(link.parentGoalId)));
}

export async function insertGoals(db: Db, goals: readonly Goal[], at: string): Promise<void> {
  for (const part of chunks(goals, 200)) {
    const rows = part.map((goal) => toRow(goal, at));
    await db.insertInto('goals').values(rows).execute();
    await appendGoalVersions(db, rows);
  }
}

export const insertGoal = (db: Db, goal: Goal, at: string): Promise<void> => insertGoals(db, [goal], at);

export async function updateGoal(db: Db, goal: Goal, at: string): Promise<void> {
  const row = toRow(goal, at);
  const { id, ...columns } = row;
  await db.updateTable('goals').set(columns).where('id', '=', id).execute();
  await appendGoalVersions(db, [row]);
}
