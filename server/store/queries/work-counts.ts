// Open tasks, counted over all plans within sight: by component, by who has them to do, and what is due soon.
import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import { packed } from './packed.ts';
import { isOfPlanWithin, type Within } from './plans-within.ts';

export interface WorkOfComponent {
  componentId: string;
  open: number;
  overdue: number;
  /** When the first of them is due. */
  firstDue: string | null;
}

/** Open tasks by their component. */
export async function countOpenWork(db: Db, at: string, within: Within): Promise<WorkOfComponent[]> {
  const open = db
    .selectFrom('tasks as t')
    .select(['t.componentId', 't.dueAt'])
    .where('t.state', '=', 'open')
    .where(isOfPlanWithin('t.planId', within));
  const works = new Map<string, WorkOfComponent>();
  for (const { componentId, dueAt } of await packed(db, open, ['componentId', 'dueAt'])) {
    const work = works.get(componentId) ?? { componentId, open: 0, overdue: 0, firstDue: null };
    works.set(componentId, work);
    work.open += 1;
    if (dueAt === null) continue;
    if (dueAt < at) work.overdue += 1;
    if (work.firstDue === null || dueAt < work.firstDue) work.firstDue = dueAt;
  }
  return [...works.values()];
}

export interface WorkOfPerson {
  assigneeId: string | null;
  open: number;
  overdue: number;
  dueSoon: number;
}

/** Open tasks by who has them to do; what is due before `soon` is so soon. */
export const countWorkOfPeople = (
  db: Db,
  { at, soon }: { at: string; soon: string },
  within: Within,
): Promise<WorkOfPerson[]> =>
  db
    .selectFrom('tasks as t')
    .select('t.assigneeId')
    .select((e) => e.fn.countAll<number>().as('open'))
    .select(sql<number>`total(t."dueAt" < ${at})`.as('overdue'))
    .select(sql<number>`total(t."dueAt" >= ${at} and t."dueAt" < ${soon})`.as('dueSoon'))
    .where('t.state', '=', 'open')
    .where(isOfPlanWithin('t.planId', within))
    .groupBy('t.assigneeId')
    .execute();

export interface DueTask {
  assigneeId: string | null;
  componentId: string;
  dueAt: string;
}

/** Open tasks that are due from an instant on and before another. */
export const listDueBetween = (
  db: Db,
  { from, to }: { from: string; to: string },
  within: Within,
): Promise<DueTask[]> =>
  db
    .selectFrom('tasks as t')
    .select(['t.assigneeId', 't.componentId', 't.dueAt'])
    .where('t.state', '=', 'open')
    .where('t.dueAt', '>=', from)
    .where('t.dueAt', '<', to)
    .where(isOfPlanWithin('t.planId', within))
    .$narrowType<{ dueAt: string }>()
    .execute();
