// Tasks: one row per person who must do something, with what its reader wants to know beside it.
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Purpose } from '../../../engine/index.ts';
import type { TaskRow } from '../schema/tasks.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import { isPutOff } from './task-snoozes.ts';

/** Whose tasks may be seen: one's own, those passed on or to be claimed, and those of components that one manages. */
export interface TaskSight {
  personId: string;
  roles: readonly string[];
  /** Components of the actor's team; what concerns the actor's own component stays with who does it. */
  componentIds: ReadonlySet<string> | 'all';
}
export interface TaskFilter {
  assignee?: string | undefined;
  /** Only those that nobody has. */
  unassigned?: boolean | undefined;
  /** Only those that were asked of one of these, such as role:hr. */
  relations?: readonly string[] | undefined;
  /** With `relations`: also those that were asked of no role. */
  besideRoles?: boolean | undefined;
  /** With `relations`: also those of these roles in which everybody has done something in the plan, or is whom it is about. */
  rolesUsedUp?: readonly { relation: string; people: readonly string[] }[] | undefined;
  state?: string | undefined;
  planId?: string | undefined;
  componentId?: string | undefined;
  dueBefore?: string | undefined;
  q?: string | undefined;
  /** What somebody has put off and not got back at the instant: hidden, or only that. */
  snoozes?: { show: 'hidden' | 'only'; personId: string; at: string } | undefined;
}
export interface TaskPage {
  after: { due: string; id: string } | null;
  limit: number;
}

/** Tasks without a due instant come last. */
const NO_DUE = '9999-12-31T23:59:59.999Z';
export const dueKey = (task: { dueAt: string | null }): string => task.dueAt ?? NO_DUE;

const select = (db: Db) =>
  db
    .selectFrom('tasks as t')
    .innerJoin('components as c', 'c.id', 't.componentId')
    .innerJoin('plans as p', 'p.id', 't.planId')
    .leftJoin('people as assignee', 'assignee.id', 't.assigneeId')
    .leftJoin('people as completer', 'completer.id', 't.completedBy')
    .leftJoin('people as delegator', 'delegator.id', 't.delegatedBy')
    .leftJoin('people as holder', 'holder.id', 't.onBehalfOf')
    .selectAll('t')
    .select([
      'c.name as componentName',
      'c.ownerId as componentOwnerId',
      'p.cycleId',
      'p.version as cycleVersion',
      'p.stage as planStage',
      'assignee.name as assigneeName',
      'completer.name as completerName',
      'delegator.name as delegatorName',
      'holder.name as holderName',
    ])
    .select((e) =>
      e
        .selectFrom('absences as leave')
        .select((of) => of.fn.max('leave.endsOn').as('until'))
        .whereRef('leave.personId', '=', (of) => of.fn.coalesce('t.onBehalfOf', 't.assigneeId'))
        .where('leave.state', '=', 'under-way')
        .as('awayUntil'),
    );

export type TaskInContext = TaskRow & {
  componentName: string;
  componentOwnerId: string | null;
  cycleId: string;
  cycleVersion: number;
  /** The stages that the plan is in, as JSON. */
  planStage: string;
  assigneeName: string | null;
  completerName: string | null;
  delegatorName: string | null;
  /** Whose task it is, while the assignee stands in for them. */
  holderName: string | null;
  /** The last day away of whose task it is. */
  awayUntil: string | null;
};
type Select = ReturnType<typeof select>;

/** What others decide about whoever answers for the component, whatever form it has. */
const judging: Purpose[] = ['appraisal', 'calibration', 'appeal', 'reward', 'intervention'];

/** Who sees every plan, but not what is decided about themselves. */
const besidesOwn = (query: Select, personId: string): Select =>
  query.where((e) =>
    e.or([
      e('c.ownerId', 'is distinct from', personId),
      e('t.assigneeId', '=', personId),
      e('t.completedBy', '=', personId),
      // Who judged somebody, and what they said, is told to them by the plan once it is released.
      e.and([
        e.or([e('t.purpose', 'is', null), e('t.purpose', 'not in', judging)]),
        e.or([e('t.raterGroup', 'is', null), e('t.anonymity', '=', 'named')]),
        // Nor what was asked of others after it: that may tell how they were judged.
        e.not(
          e.exists(
            e
              .selectFrom('tasks as judged')
              .select('judged.id')
              .whereRef('judged.planId', '=', 't.planId')
              .where('judged.purpose', 'in', judging)
              .whereRef('judged.completedAt', '<=', 't.openedAt'),
          ),
        ),
      ]),
    ]),
  );

function withinSight(query: Select, { personId, roles, componentIds }: TaskSight): Select {
  if (componentIds === 'all') return besidesOwn(query, personId);
  const claimable = roles.map((role) => `role:${role}`);
  return query.where((e) => {
    const isNotOwn = e('c.ownerId', 'is distinct from', personId);
    const isSeen = among('t.componentId', componentIds);
    const isTold = e.or([isNotOwn, e('t.purpose', 'is', null), e('t.purpose', 'not in', judging)]);
    const ways: Expression<SqlBool>[] = [
      e('t.assigneeId', '=', personId),
      e('t.completedBy', '=', personId),
      // Who passed it on follows it until it is done; what was said in it is for who sees the plan.
      e.and([e('t.delegatedBy', '=', personId), e.or([e('t.state', '=', 'open'), e.and([isSeen, isTold])])]),
      e('t.onBehalfOf', '=', personId),
      e.and([e('t.assigneeId', 'is', null), e('t.relation', 'in', claimable)]),
    ];
    // Who of those asked without their names has answered is nobody's to see.
    const isNamed = e.or([e('t.raterGroup', 'is', null), e('t.anonymity', '=', 'named')]);
    if (componentIds.size > 0) ways.push(e.and([isSeen, isNotOwn, isNamed]));
    return e.or(ways);
  });
}

function filtered(query: Select, filter: TaskFilter): Select {
  let narrowed = query;
  if (filter.assignee) narrowed = narrowed.where('t.assigneeId', '=', filter.assignee);
  if (filter.unassigned) narrowed = narrowed.where('t.assigneeId', 'is', null);
  if (filter.relations) narrowed = withRelations(narrowed, filter.relations, filter);
  if (filter.state) narrowed = narrowed.where('t.state', '=', filter.state);
  if (filter.planId) narrowed = narrowed.where('t.planId', '=', filter.planId);
  if (filter.componentId) narrowed = narrowed.where('t.componentId', '=', filter.componentId);
  if (filter.dueBefore) narrowed = narrowed.where('t.dueAt', '<', filter.dueBefore);
  if (filter.snoozes) narrowed = withSnoozes(narrowed, filter.snoozes);
  return filter.q ? withText(narrowed, filter.q) : narrowed;
}

/** Nobody of the people is left who neither answers for the component nor has done anything in the plan. */
const isUsedUp = (people: readonly string[]) => sql<SqlBool>`not exists (
  select 1 from json_each(${JSON.stringify(people)}) as one
  where one.value is not c."ownerId" and not exists (
    select 1 from tasks as done where done."planId" = t."planId" and done."completedBy" = one.value))`;

const withRelations = (
  query: Select,
  relations: readonly string[],
  { besideRoles = false, rolesUsedUp = [] }: TaskFilter,
): Select =>
  query.where((e) =>
    e.or([
      e('t.relation', 'in', relations),
      ...(besideRoles ? [e('t.relation', 'not like', 'role:%')] : []),
      ...rolesUsedUp.map(({ relation, people }) => e.and([e('t.relation', '=', relation), isUsedUp(people)])),
    ]),
  );

function withSnoozes(query: Select, { show, personId, at }: NonNullable<TaskFilter['snoozes']>): Select {
  return query.where((e) => {
    const putOff = e.exists(
      e
        .selectFrom('taskSnoozes as snooze')
        .select('snooze.taskId')
        .whereRef('snooze.taskId', '=', 't.id')
        .where('snooze.personId', '=', personId)
        .where(isPutOff(at)),
    );
    return show === 'only' ? putOff : e.not(putOff);
  });
}

function withText(query: Select, text: string): Select {
  const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
  return query.where((e) =>
    e.or([
      sql<SqlBool>`lower(${e.ref('t.title')}) like ${pattern} escape '\\'`,
      sql<SqlBool>`lower(${e.ref('c.name')}) like ${pattern} escape '\\'`,
    ]),
  );
}

/** By due instant, then id. */
export async function listTasks(
  db: Db,
  sight: TaskSight,
  { filter, page }: { filter: TaskFilter; page: TaskPage },
): Promise<TaskInContext[]> {
  const due = sql<string>`coalesce(t."dueAt", ${NO_DUE})`;
  let query = filtered(withinSight(select(db), sight), filter);
  const { after } = page;
  if (after)
    query = query.where((e) =>
      e.or([e(due, '>', after.due), e.and([e(due, '=', after.due), e('t.id', '>', after.id)])]),
    );
  return query.orderBy(due).orderBy('t.id').limit(page.limit).execute();
}

export async function findTask(db: Db, id: string, sight: TaskSight): Promise<TaskInContext | null> {
  return (await withinSight(select(db), sight).where('t.id', '=', id).executeTakeFirst()) ?? null;
}

/** For the server itself, which sees every task. */
export async function findAnyTask(db: Db, id: string): Promise<TaskInContext | null> {
  return (await select(db).where('t.id', '=', id).executeTakeFirst()) ?? null;
}
