// Which plans an address asks for. The start of a visit asks for them as well, before the screen is there.
import { type UrgentFilter, urgentPlansQuery } from '../app/api/plan-queries.ts';
import { t } from '../language/index.ts';
import { planOrder } from './plan-order.ts';

type Search = Partial<Record<string, string>>;

export function filterOf(search: Search): UrgentFilter {
  const { status = 'active', launch, late, stuck, view, sort, component } = search;
  const { outcome, q, stage, version, under, manager, owes, kind, from, to } = search;
  const { methods, results, dimension, goalOutcome, given, after, counted } = search;
  return {
    ...{ outcome, q, stage, version, under, manager, owes, kind, from, to },
    ...{ methods, results, dimension, goalOutcome, given, after, counted },
    status: status === 'all' ? undefined : status,
    launchId: launch,
    componentId: component,
    late: late ? 'true' : undefined,
    stuck: stuck ? 'true' : undefined,
    sort: view === 'list' ? planOrder(sort) : undefined,
  };
}

/** What a cell of a report counts in the plans that it leads to, where that is more than there are plans. */
export function countedWords(search: Search, count: number, fitting: number | undefined): string | null {
  if (fitting === undefined || fitting === count) return null;
  if (search.given || search.after)
    return t(
      'Given {fitting, plural, one {once} other {# times}} in {count, plural, one {# plan} other {# plans}}',
      { fitting, count },
    );
  return search.dimension || search.goalOutcome
    ? t('{fitting, plural, one {# goal} other {# goals}} in {count, plural, one {# plan} other {# plans}}', {
        fitting,
        count,
      })
    : t(
        '{fitting, plural, one {# goal rated} other {# goals rated}} in {count, plural, one {# plan} other {# plans}}',
        { fitting, count },
      );
}

/** Where the address names a cycle, its plans are asked for by themselves, and of all only how many there are. */
export const shownPlansQuery = (search: Search) =>
  urgentPlansQuery({ ...filterOf(search), limit: search.cycle === undefined ? undefined : 1 });

export const cyclePlansQuery = (search: Search, cycleId: string | undefined) =>
  urgentPlansQuery({ ...filterOf(search), cycleId });
