// How often components were told something.
import type { Db } from '../schema.ts';
import type { BoardFilter } from './plans-within.ts';

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
