// Whom people have named for good to work tasks in their place, and the tasks that this concerns.
import type { Purpose } from '../../../engine/index.ts';
import { prepare } from '../prepared.ts';
import type { StandInRow } from '../schema/organisation.ts';
import type { TaskRow } from '../schema/tasks.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';

const ofQuery = prepare<{ personId: string }, StandInRow>((db, given) =>
  db
    .selectFrom('standIns')
    .selectAll()
    .where('personId', '=', given.personId)
    .orderBy('createdAt')
    .orderBy('id'),
);

/** The one named first ahead. */
export async function listStandInsOf(db: Db, personId: string): Promise<StandInRow[]> {
  return (await ofQuery(db, { personId })).rows;
}

export async function findStandIn(db: Db, id: string): Promise<StandInRow | null> {
  return (await db.selectFrom('standIns').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function insertStandIn(db: Db, row: StandInRow): Promise<void> {
  await db.insertInto('standIns').values(row).execute();
}

export async function deleteStandIn(db: Db, id: string): Promise<void> {
  await db.deleteFrom('standIns').where('id', '=', id).execute();
}

export type OpenTask = TaskRow & { componentOwnerId: string | null };

const openTasks = (db: Db) =>
  db
    .selectFrom('tasks as t')
    .innerJoin('components as c', 'c.id', 't.componentId')
    .selectAll('t')
    .select('c.ownerId as componentOwnerId')
    .where('t.state', '=', 'open');

/** Open tasks that are the person's, by themselves, through somebody or for somebody, and those that wait for anybody at all. */
export async function listTasksTouching(db: Db, personId: string): Promise<OpenTask[]> {
  return openTasks(db)
    .where((e) =>
      e.or([
        e('t.assigneeId', '=', personId),
        e('t.onBehalfOf', '=', personId),
        e.and([e('t.assigneeId', 'is', null), e('t.onBehalfOf', 'is not', null)]),
      ]),
    )
    .orderBy('t.id')
    .execute();
}

export interface Worked {
  id: string;
  key: string;
  activation: number;
  form: string;
  purpose: Purpose | null;
  relation: string;
  standsFor: string | null;
  assigneeId: string | null;
  onBehalfOf: string | null;
  completedBy: string | null;
  completedAt: string | null;
}

const workedQuery = prepare<{ planId: string }, Worked>((db, given) =>
  db
    .selectFrom('tasks')
    .select(['id', 'key', 'activation', 'form', 'purpose', 'relation'])
    .select(['standsFor', 'assigneeId', 'onBehalfOf', 'completedBy', 'completedAt'])
    .where('planId', '=', given.planId)
    .where('state', 'in', ['open', 'completed']),
);

/** Who has or has done which task of a plan. */
export async function listWorked(db: Db, planId: string): Promise<Worked[]> {
  return (await workedQuery(db, { planId })).rows;
}

/** Components that the person answers for, in the order of their ids. */
export async function listOwnedBy(db: Db, personId: string): Promise<{ id: string; kind: string }[]> {
  return db
    .selectFrom('components')
    .select(['id', 'kind'])
    .where('ownerId', '=', personId)
    .orderBy('id')
    .execute();
}

/** Who answers for any of the components. */
export async function listOwnersOf(db: Db, componentIds: ReadonlySet<string>): Promise<string[]> {
  const rows = await db
    .selectFrom('components')
    .select('ownerId')
    .distinct()
    .where(among('id', componentIds))
    .where('ownerId', 'is not', null)
    .$narrowType<{ ownerId: string }>()
    .execute();
  return rows.map(({ ownerId }) => ownerId);
}
