// What the boards are made of, counted over all plans within sight, whatever their number.
import { type SqlBool, sql } from 'kysely';
import type { Outcome } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import { packed } from './packed.ts';
import { type BoardFilter, isOfPlanWithin, isPlanWithin, type Within } from './plans-within.ts';

export interface OutcomeCount {
  componentKind: string;
  status: string;
  outcome: Outcome | null;
  count: number;
}

/** Of those that have come out or ended. */
export const countPlanOutcomes = (db: Db, within: Within): Promise<OutcomeCount[]> =>
  db
    .selectFrom('plans as p')
    .innerJoin('components as c', 'c.id', 'p.componentId')
    .select(['c.kind as componentKind', 'p.status', 'p.outcome'])
    .select((e) => e.fn.countAll<number>().as('count'))
    .where(isPlanWithin(within))
    .where((e) => e.or([e('p.outcome', 'is not', null), e('p.status', '=', 'ended')]))
    .groupBy(['c.kind', 'p.status', 'p.outcome'])
    // What the column holds is an outcome: only the engine's are written there.
    .$castTo<OutcomeCount>()
    .execute();

export interface PlansOfComponent {
  componentId: string;
  plans: number;
  ended: number;
}

/** By component. */
export function countPlans(db: Db, within: Within): Promise<PlansOfComponent[]> {
  const counted = db
    .selectFrom('plans as p')
    .select('p.componentId')
    .select((e) => e.fn.countAll<number>().as('plans'))
    .select(sql<number>`sum(p.status = 'ended')`.as('ended'))
    .where(isPlanWithin(within))
    .groupBy('p.componentId');
  return packed(db, counted, ['componentId', 'plans', 'ended']);
}

export interface FormTask {
  planId: string;
  componentId: string;
  form: string;
  key: string;
  activation: number;
  state: 'open' | 'completed';
  completedAt: string | null;
  /** Of forms that decide. */
  decision: string | null;
}

/** What was done by these forms, and what is open of those that decide: until then nothing is decided. */
export async function listFormTasks(
  db: Db,
  { done, deciding }: { done: readonly string[]; deciding: readonly string[] },
  within: Within,
): Promise<FormTask[]> {
  const textsOf = (forms: readonly string[]) => forms.map((form) => JSON.stringify(form));
  const decides = sql<SqlBool>`t.form in (${sql.join(textsOf(deciding))})`;
  const tasks = db
    .selectFrom('tasks as t')
    .select(['t.planId', 't.componentId', 't.form', 't.key', 't.activation', 't.state', 't.completedAt'])
    .select(sql<string | null>`iif(${decides}, t.result ->> '$.decision', null)`.as('decision'))
    .where('t.form', 'in', textsOf([...done, ...deciding]))
    .where(sql<SqlBool>`(t.state = 'completed' or (t.state = 'open' and ${decides}))`)
    .where(isOfPlanWithin('t.planId', within));
  const rows = await packed(db, tasks, [
    ...(['planId', 'componentId', 'form', 'key', 'activation', 'state', 'completedAt', 'decision'] as const),
  ]);
  const names = new Map([...done, ...deciding].map((form) => [JSON.stringify(form), form]));
  return rows.map(({ planId, componentId, form, key, activation, state, completedAt, decision }) => ({
    ...{ planId, componentId, key, activation, completedAt, decision },
    form: names.get(form) ?? form,
    state: state === 'open' ? 'open' : 'completed',
  }));
}

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

export interface Given {
  kind: 'intervention' | 'reward';
  planId: string;
  title: string;
  cause: string | null;
  at: string;
}

export async function listGiven(db: Db, within: Within): Promise<Given[]> {
  const isWithin = isOfPlanWithin('planId', within);
  const interventions = await db
    .selectFrom('interventions')
    .select(['planId', 'title', 'cause', 'at'])
    .where(isWithin)
    .orderBy('at')
    .execute();
  const rewards = await db
    .selectFrom('rewards')
    .select(['planId', 'title', 'at'])
    .where(isWithin)
    .orderBy('at')
    .execute();
  return [
    ...interventions.map((one) => ({ ...one, kind: 'intervention' as const })),
    ...rewards.map((one) => ({ ...one, cause: null, kind: 'reward' as const })),
  ];
}

export interface JudgedScore {
  planId: string;
  at: string;
  score: number | null;
  coverage: number;
}

/** What every appraisal of one of these plans came to, in order. */
export async function listJudgedScores(db: Db, planIds: Iterable<string>): Promise<JudgedScore[]> {
  const rows = await db
    .selectFrom('scores')
    .select(['planId', 'at'])
    .select(sql<number | null>`document ->> '$.score'`.as('score'))
    .select(sql<number | null>`document ->> '$.coverage'`.as('coverage'))
    .where(among('planId', planIds))
    .orderBy('planId')
    .orderBy('revision')
    .execute();
  return rows.map((one) => ({ ...one, coverage: one.coverage ?? 0 }));
}

export interface GoalCount {
  /** Null: the goal says none, or is no more. */
  dimension: string | null;
  outcome: Outcome | null;
  count: number;
}

/** The goals of each plan as it was last appraised; plans that never were are left out. */
export async function countGoalOutcomes(db: Db, within: Within): Promise<GoalCount[]> {
  const found = await sql<GoalCount>`
    select g.document ->> 'dimension' as dimension, planned.value ->> 'outcome' as outcome, count(*) as count
    from plans as p
    join json_each(p.state, '$.goals') as planned
    left join goals as g on g.id = planned.key
    where p.score is not null and ${isPlanWithin(within)}
    group by 1, 2
  `.execute(db);
  return found.rows;
}

/** How often each component was told something. */
export async function countFeedbackGiven(
  db: Db,
  { from, to, cycleId, version }: BoardFilter,
): Promise<ReadonlyMap<string, number>> {
  // A note to oneself was given to nobody.
  let query = db
    .selectFrom('feedback')
    .select('componentId')
    .select((e) => e.fn.countAll<number>().as('times'))
    .where('visibility', '!=', 'private')
    .where('componentId', 'is not', null)
    .$narrowType<{ componentId: string }>();
  if (from) query = query.where('at', '>=', from);
  if (to) query = query.where('at', '<', `${to}U`);
  if (cycleId !== undefined || version !== undefined) {
    let plans = db.selectFrom('plans').select('id');
    if (cycleId !== undefined) plans = plans.where('cycleId', '=', cycleId);
    if (version !== undefined) plans = plans.where('version', '=', version);
    // What belongs to no plan belongs to no cycle: it counts with each.
    query = query.where((e) => e.or([e('planId', 'is', null), e('planId', 'in', plans)]));
  }
  const rows = await query.groupBy('componentId').execute();
  return new Map(rows.map(({ componentId, times }) => [componentId, times]));
}

/** Versions of cycles of which there is a plan. */
export const listPlannedVersions = (db: Db): Promise<{ cycleId: string; version: number }[]> =>
  db
    .selectFrom('plans')
    .select(['cycleId', 'version'])
    .distinct()
    .orderBy('cycleId')
    .orderBy('version')
    .execute();
