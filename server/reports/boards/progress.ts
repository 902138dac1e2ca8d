// How far plans have come and who has work to do: by the managers of components, by unit, by assignee. Pure.
import type { FormTask } from '../../store/queries/form-tasks.ts';
import type { PlansOfComponent } from '../../store/queries/plan-outcomes.ts';
import type { WorkOfComponent, WorkOfPerson } from '../../store/queries/work-counts.ts';
import { type BoardRow, row } from './board.ts';
import type { Places } from './places.ts';
import { type Step, stepsReached } from './steps-reached.ts';

type Names = ReadonlyMap<string, string>;
export const NOBODY = 'nobody';

const noSteps: Record<Step, number> = { agreed: 0, selfAppraised: 0, appraised: 0, acknowledged: 0 };

const most = (key: string) => (a: BoardRow, b: BoardRow) =>
  (b.values[key] ?? 0) - (a.values[key] ?? 0) || (a.name ?? a.id).localeCompare(b.name ?? b.id, 'en');

const sumOf = <One>(all: readonly One[], valueIn: (one: One) => number): number =>
  all.reduce((sum, one) => sum + valueIn(one), 0);

/** A plan counts for whoever manages its component now. */
export function completion(
  plans: readonly PlansOfComponent[],
  tasks: readonly FormTask[],
  { places, names }: { places: Places; names: Names },
): BoardRow[] {
  const managerOf = ({ componentId }: { componentId: string }) => places.managerOf(componentId) ?? NOBODY;
  const reachedBy = new Map<string, Record<Step, number>>();
  for (const [, own] of Map.groupBy(tasks, ({ planId }) => planId)) {
    const [first] = own;
    if (!first) continue;
    const counts = reachedBy.get(managerOf(first)) ?? { ...noSteps };
    reachedBy.set(managerOf(first), counts);
    for (const step of stepsReached(own)) counts[step] += 1;
  }
  const rows = [...Map.groupBy(plans, managerOf)].map(([managerId, own]) => {
    const values = {
      plans: sumOf(own, (one) => one.plans),
      ...(reachedBy.get(managerId) ?? noSteps),
      ended: sumOf(own, ({ ended }) => ended),
    };
    return row(managerId, values, {
      name: names.get(managerId) ?? null,
      drill: managerId === NOBODY ? null : { manager: managerId, status: 'all' },
    });
  });
  return rows.sort(most('plans'));
}

const DAY = 86_400_000;
const daysBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / DAY);

interface Where {
  places: Places;
  under?: string | undefined;
  at: string;
}

/** Units with open work, most overdue first. */
export function overdueByUnit(work: readonly WorkOfComponent[], { places, under, at }: Where): BoardRow[] {
  const inOrder = work.toSorted((a, b) => (a.componentId < b.componentId ? -1 : 1));
  const groups = Map.groupBy(inOrder, ({ componentId }) => places.unitOf(componentId, under)?.id ?? NOBODY);
  const rows = [...groups].map(([unitId, own]) => {
    const late = own.flatMap(({ overdue, firstDue }) => (overdue > 0 && firstDue ? [firstDue] : []));
    return row(
      unitId,
      {
        overdue: sumOf(own, ({ overdue }) => overdue),
        open: sumOf(own, ({ open }) => open),
        longestDays: late.length === 0 ? null : Math.max(...late.map((due) => daysBetween(due, at))),
      },
      {
        name: places.chainOf(unitId)[0]?.name ?? null,
        drill: { ...places.narrowedTo(unitId, under), late: 'true' },
      },
    );
  });
  return rows.sort(most('overdue'));
}

/** Who has open work, most first; `managed` has the manager of each component in view. */
export function load(
  work: readonly WorkOfPerson[],
  managed: readonly (string | null)[],
  names: Names,
): BoardRow[] {
  const counts = new Map<string | null, number>();
  for (const managerId of managed) counts.set(managerId, (counts.get(managerId) ?? 0) + 1);
  const rows = work.map(({ assigneeId, open, overdue, dueSoon }) =>
    row(
      assigneeId ?? NOBODY,
      { open, overdue, dueSoon, components: assigneeId === null ? 0 : (counts.get(assigneeId) ?? 0) },
      {
        name: names.get(assigneeId ?? '') ?? null,
        drill: assigneeId === null ? null : { owes: assigneeId },
      },
    ),
  );
  return rows.sort(most('open'));
}
