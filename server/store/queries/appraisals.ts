// What a round of appraisals is read from: the plans of a launch, the tasks in which people judged them, and the days
// of what is known of their components.

import { addDays, daysBetween, localDateOf, type Period } from '../../../engine/index.ts';
import type { TaskRow } from '../schema/tasks.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import { componentZones } from './zones.ts';

export interface AppraisedPlan {
  planId: string;
  cycleId: string;
  version: number;
  componentId: string;
  componentName: string;
  ownerId: string | null;
  ownerName: string | null;
  /** The component above: those below it are compared with each other. */
  groupId: string | null;
  groupName: string | null;
  managerId: string | null;
  managerName: string | null;
}

const appraised = (db: Db) =>
  db
    .selectFrom('plans as p')
    .innerJoin('components as c', 'c.id', 'p.componentId')
    .leftJoin('components as above', 'above.id', 'c.parentId')
    .leftJoin('people as owner', 'owner.id', 'c.ownerId')
    .leftJoin('people as manager', 'manager.id', 'c.managerId')
    .select([
      'p.id as planId',
      'p.cycleId',
      'p.version',
      'c.id as componentId',
      'c.name as componentName',
      'c.ownerId',
      'owner.name as ownerName',
      'c.parentId as groupId',
      'above.name as groupName',
      'c.managerId',
      'manager.name as managerName',
    ]);

/** By group, then name. */
export const listAppraisedPlans = (db: Db, launchId: string): Promise<AppraisedPlan[]> =>
  appraised(db)
    .where('p.launchId', '=', launchId)
    .orderBy('above.name')
    .orderBy('c.name')
    .orderBy('p.id')
    .execute();

/** Of any launch, in the order in which they began. */
export const listAppraisedPlansOf = (db: Db, planIds: Iterable<string>): Promise<AppraisedPlan[]> =>
  appraised(db).where(among('p.id', planIds)).orderBy('p.startedAt').orderBy('p.id').execute();

const judging = ['self-appraisal', 'appraisal', 'calibration'] as const;
export type JudgingForm = (typeof judging)[number];

export type Judgement = Pick<
  TaskRow,
  'id' | 'planId' | 'state' | 'assigneeId' | 'relation' | 'dueAt' | 'completedAt' | 'completedBy' | 'result'
> & {
  form: JudgingForm;
  /** When whoever answers, or whoever they stand in for, was asked. */
  askedAt: string;
  assigneeName: string | null;
  completerName: string | null;
};

/**
 * Open or completed, in the order in which they were completed, in the same instant in that in which they were asked for;
 * those still open come last. Of a decision that several made, the one that counts.
 */
export async function listJudgements(db: Db, planIds: readonly string[]): Promise<Judgement[]> {
  const forms = judging.map((form) => JSON.stringify(form));
  const rows = await db
    .selectFrom('tasks as t')
    .leftJoin('tasks as before', 'before.id', 't.standsFor')
    .leftJoin('people as assignee', 'assignee.id', 't.assigneeId')
    .leftJoin('people as completer', 'completer.id', 't.completedBy')
    .select(['t.id', 't.planId', 't.form', 't.state', 't.assigneeId', 't.relation', 't.dueAt'])
    .select(['t.completedAt', 't.completedBy', 't.result'])
    .select((e) => e.fn.coalesce('before.openedAt', 't.openedAt').as('askedAt'))
    .select(['assignee.name as assigneeName', 'completer.name as completerName'])
    .where(among('t.planId', planIds))
    .where('t.form', 'in', forms)
    .where('t.state', 'in', ['open', 'completed'])
    .where((e) => e.or([e('t.heard', 'is', null), e('t.heard', '=', 'counts')]))
    .orderBy((e) => e.case().when('t.completedAt', 'is', null).then(1).else(0).end())
    .orderBy('t.completedAt')
    .orderBy('t.openedAt')
    .orderBy('t.id')
    .execute();
  return rows.map((row) => ({ ...row, form: JSON.parse(row.form) }));
}

export interface EvidenceDay {
  componentId: string;
  day: string;
}

/** The middle of what an observation covers: one of the whole year says nothing of its last quarter alone. */
const middleOf = (start: string, end: string): string =>
  addDays(start, Math.floor(daysBetween(start, end) / 2));

/** The days in the period of what was observed and said of the components; what was set right counts once. */
export async function listEvidenceDays(
  db: Db,
  componentIds: readonly string[],
  { start, end }: Period,
): Promise<EvidenceDay[]> {
  const superseded = db.selectFrom('observations').select('supersedes').where('supersedes', 'is not', null);
  const observed = await db
    .selectFrom('observations')
    .select(['componentId', 'periodStart', 'periodEnd'])
    .where(among('componentId', componentIds))
    .where('periodEnd', '>=', start)
    .where('periodEnd', '<=', end)
    .where('status', '!=', 'void')
    .where('id', 'not in', superseded)
    .execute();
  const said = await db
    .selectFrom('feedback')
    .select(['componentId', 'at'])
    .where('visibility', '!=', 'private')
    .where(among('componentId', componentIds))
    .$narrowType<{ componentId: string }>()
    .execute();
  const seen = observed.map((one) => ({
    componentId: one.componentId,
    day: middleOf(one.periodStart, one.periodEnd),
  }));
  const zone = await componentZones(db, [...new Set(said.map(({ componentId }) => componentId))]);
  const days = said.map(({ componentId, at }) => ({ componentId, day: localDateOf(at, zone(componentId)) }));
  return [...seen, ...days.filter(({ day }) => day >= start && day <= end)];
}
