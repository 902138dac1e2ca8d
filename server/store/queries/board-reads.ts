// What the boards are made of, counted over all plans within sight, whatever their number.
import { sql } from 'kysely';
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

export interface FormsOfComponent {
  componentId: string;
  form: string;
  plans: number;
}

/** In how many plans of a component somebody has completed a built-in form. */
export async function countFormsDone(
  db: Db,
  forms: readonly string[],
  within: Within,
): Promise<FormsOfComponent[]> {
  const done = db
    .selectFrom('tasks as t')
    .select(['t.planId', 't.componentId', 't.form'])
    .where('t.state', '=', 'completed')
    .where(
      't.form',
      'in',
      forms.map((form) => JSON.stringify(form)),
    )
    .where(isOfPlanWithin('t.planId', within));
  const rows = await packed(db, done, ['planId', 'componentId', 'form']);
  return [...Map.groupBy(rows, ({ form }) => form)].flatMap(([form, own]) =>
    [...Map.groupBy(own, ({ componentId }) => componentId)].map(([componentId, those]) => ({
      componentId,
      form: JSON.parse(form),
      plans: new Set(those.map(({ planId }) => planId)).size,
    })),
  );
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

/** Open tasks by who has them to do; `soon` is the last day that is soon. */
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
    .select(sql<number>`total(t."dueAt" >= ${at} and substr(t."dueAt", 1, 10) <= ${soon})`.as('dueSoon'))
    .where('t.state', '=', 'open')
    .where(isOfPlanWithin('t.planId', within))
    .groupBy('t.assigneeId')
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
  round: number;
  score: number;
}

/** Every score that an appraisal of one of these plans came to, in order. */
export async function listJudgedScores(db: Db, planIds: Iterable<string>): Promise<JudgedScore[]> {
  const rows = await db
    .selectFrom('scores')
    .select(['planId', 'at', 'round', 'score'])
    .where('score', 'is not', null)
    .where(among('planId', planIds))
    .orderBy('planId')
    .orderBy('revision')
    .execute();
  return rows.map((one) => ({ ...one, score: one.score ?? 0 }));
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
  db.selectFrom('plans').select(['cycleId', 'version']).distinct().execute();
