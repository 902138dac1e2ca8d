// How many plans of one version are where: two groups by, whatever the number of plans.
import type { LateAt, PlansAt } from '../../reports/stage-counts.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';

interface Wanted {
  cycleId: string;
  version: number;
  visible: ReadonlySet<string> | 'all';
  /** Without these plans. */
  except: ReadonlySet<string>;
}

const plansOf = (db: Db, { cycleId, version, visible, except }: Wanted) => {
  const query = db
    .selectFrom('plans as p')
    .where('p.cycleId', '=', cycleId)
    .where('p.version', '=', version)
    .$if(except.size > 0, (all) => all.where('p.id', 'not in', [...except]));
  return visible === 'all' ? query : query.where(among('p.componentId', visible));
};

export async function countPlansAt(db: Db, wanted: Wanted): Promise<PlansAt[]> {
  const rows = await plansOf(db, wanted)
    .select((e) => ['p.stage', 'p.status', e.fn.countAll<number>().as('count')])
    .groupBy(['p.stage', 'p.status'])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count), stage: JSON.parse(row.stage) }));
}

/** Plans with an open task that was due before the instant, by the task's stage. */
export async function countLateAt(db: Db, wanted: Wanted, at: string): Promise<LateAt[]> {
  const rows = await plansOf(db, wanted)
    .innerJoin('tasks as t', 't.planId', 'p.id')
    .where('p.status', '=', 'active')
    .where('t.state', '=', 'open')
    .where('t.dueAt', '<', at)
    .select((e) => ['t.stage', e.fn.count<number>('p.id').distinct().as('count')])
    .groupBy('t.stage')
    .execute();
  return rows.map(({ stage, count }) => ({ stage, count: Number(count) }));
}
