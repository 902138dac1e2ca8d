// Which plans an address asks for. The start of a visit asks for them as well, before the screen is there.
import { type UrgentFilter, urgentPlansQuery } from '../app/api/plan-queries.ts';
import { planOrder } from './plan-order.ts';

type Search = Partial<Record<string, string>>;

export function filterOf(search: Search): UrgentFilter {
  const { status = 'active', launch, late, stuck, view, sort } = search;
  const { outcome, q, stage, version, under, manager, owes, kind, from, to, methods, dimension } = search;
  return {
    ...{ outcome, q, stage, version, under, manager, owes, kind, from, to, methods, dimension },
    status: status === 'all' ? undefined : status,
    launchId: launch,
    late: late ? 'true' : undefined,
    stuck: stuck ? 'true' : undefined,
    sort: view === 'list' ? planOrder(sort) : undefined,
  };
}

/** Where the address names a cycle, its plans are asked for by themselves, and of all only how many there are. */
export const shownPlansQuery = (search: Search) =>
  urgentPlansQuery({ ...filterOf(search), limit: search.cycle === undefined ? undefined : 1 });

export const cyclePlansQuery = (search: Search, cycleId: string | undefined) =>
  urgentPlansQuery({ ...filterOf(search), cycleId });
