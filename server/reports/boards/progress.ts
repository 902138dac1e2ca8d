// How far plans have come and who has work to do: by the managers of components, by unit, by assignee. Pure.
import { addDays } from '../../../engine/index.ts';
import type { BoardPlan, OpenWork } from '../../store/queries/board-reads.ts';
import { type BoardRow, row } from './board.ts';
import type { Places } from './places.ts';

type Names = ReadonlyMap<string, string>;
const NOBODY = 'nobody';

/** The steps of the funnel that a form stands for. */
const steps = {
  'plan-agreement': 'agreed',
  'self-appraisal': 'selfAppraised',
  appraisal: 'appraised',
  acknowledgement: 'acknowledged',
} as const;
export const funnelForms = Object.keys(steps);

const most = (key: string) => (a: BoardRow, b: BoardRow) =>
  (b.values[key] ?? 0) - (a.values[key] ?? 0) || (a.name ?? a.id).localeCompare(b.name ?? b.id, 'en');

/** A plan counts for whoever manages its component now. */
export function completion(
  plans: readonly BoardPlan[],
  done: readonly { planId: string; form: string }[],
  { places, names }: { places: Places; names: Names },
): BoardRow[] {
  const formsOf = Map.groupBy(done, ({ planId }) => planId);
  const groups = Map.groupBy(plans, ({ componentId }) => places.managerOf(componentId) ?? NOBODY);
  const rows = [...groups].map(([managerId, own]) => {
    const reached = (form: string) =>
      own.filter(({ id }) => formsOf.get(id)?.some((one) => one.form === form)).length;
    const values = {
      plans: own.length,
      ...Object.fromEntries(Object.entries(steps).map(([form, step]) => [step, reached(form)])),
      ended: own.filter(({ status }) => status === 'ended').length,
    };
    return row(managerId, values, {
      name: names.get(managerId) ?? null,
      drill: managerId === NOBODY ? null : { manager: managerId, status: 'all' },
    });
  });
  return rows.sort(most('plans'));
}

const DAY = 86_400_000;
const isLate = ({ dueAt }: OpenWork, at: string): boolean => dueAt !== null && dueAt < at;
const daysLate = ({ dueAt }: OpenWork, at: string): number =>
  dueAt === null ? 0 : Math.floor((Date.parse(at) - Date.parse(dueAt)) / DAY);

/** Units with open work, most overdue first. */
export function overdueByUnit(work: readonly OpenWork[], places: Places, at: string): BoardRow[] {
  const groups = Map.groupBy(work, ({ componentId }) => places.unitOf(componentId)?.id ?? NOBODY);
  const rows = [...groups].map(([unitId, own]) => {
    const late = own.filter((one) => isLate(one, at));
    return row(
      unitId,
      {
        overdue: late.length,
        open: own.length,
        longestDays: late.length === 0 ? null : Math.max(...late.map((one) => daysLate(one, at))),
      },
      { name: places.chainOf(unitId)[0]?.name ?? null, drill: { under: unitId, late: 'true' } },
    );
  });
  return rows.sort(most('overdue'));
}

const SOON_DAYS = 7;

/** Who has open work, most first; `components` are those that the person manages now. */
export function load(work: readonly OpenWork[], managed: readonly (string | null)[], at: string): BoardRow[] {
  const soon = addDays(at.slice(0, 10), SOON_DAYS);
  const counts = Map.groupBy(managed, (managerId) => managerId ?? NOBODY);
  const groups = Map.groupBy(work, ({ assigneeId }) => assigneeId ?? NOBODY);
  const rows = [...groups].map(([personId, own]) =>
    row(
      personId,
      {
        open: own.length,
        overdue: own.filter((one) => isLate(one, at)).length,
        dueSoon: own.filter((one) => !isLate(one, at) && one.dueAt !== null && one.dueAt.slice(0, 10) <= soon)
          .length,
        components: personId === NOBODY ? 0 : (counts.get(personId)?.length ?? 0),
      },
      {
        name: own[0]?.assigneeName ?? null,
        drill: personId === NOBODY ? null : { owes: personId },
      },
    ),
  );
  return rows.sort(most('open'));
}
