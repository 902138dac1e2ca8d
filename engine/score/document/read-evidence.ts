// What a document brings to its plan: observations, ratings, and when each component was there.
import type { Calendar } from '../../model/calendar.ts';
import { everyWeekdayInUtc } from '../../model/calendar.ts';
import type { Measure } from '../../model/measure.ts';
import type { Problem } from '../../model/problem.ts';
import type { Period } from '../../model/time.ts';
import { addDays } from '../../time/days.ts';
import { isZone } from '../../time/instant.ts';
import { type ActiveTime, alwaysActive, defaultMinFraction } from '../activity.ts';
import { defaultGroupRules, type GroupRule } from '../raters/group-rules.ts';
import type { MethodItem } from '../raters/score-methods.ts';
import { type Observed, observationFaults } from './check-observations.ts';
import { type LocatedRating, ratingFaults } from './check-ratings.ts';
import type { ComponentRow, ScoreDocument } from './document-schema.ts';
import { fault, type Path } from './faults.ts';
import type { PlanRead } from './read-plan.ts';
import { groupOf, type Located, toObservation, toRating } from './to-records.ts';

const defaultLevels = { 1: 0, 2: 60, 3: 100, 4: 110, 5: 120 };

/** Newest last, so that it is the one that is kept. */
function byId<Row extends { id: string }>(rows: readonly Located<Row>[]): Map<string, Row> {
  return new Map(rows.map(({ row }) => [row.id, row]));
}

export function readObservations(
  document: ScoreDocument,
  { pieces }: PlanRead,
  window: Period,
): { observed: Observed[]; problems: Problem[] } {
  const measures = byId(pieces.flatMap((piece) => piece.measures));
  const goals = byId(pieces.flatMap((piece) => piece.goals));
  const observed = (document.observations ?? []).flatMap((row, index): Observed[] => {
    const measure = measures.get(row.measureId);
    if (measure === undefined) return [];
    const componentId = goals.get(measure.goalId)?.componentId ?? '';
    const observation = toObservation(row, index, { measure, componentId, window });
    return [{ row, path: ['observations', index], measure, observation }];
  });
  const reached = (document.measures ?? []).flatMap((row, index): Observed[] => {
    const measure = measures.get(row.id);
    return (row.milestones ?? []).flatMap(({ id, doneOn }, at): Observed[] => {
      if (!doneOn || measure === undefined) return [];
      const path: Path = ['measures', index, 'milestones', at];
      const value = id ?? `milestone-${at + 1}`;
      const given = {
        id: `${row.id}/${value}`,
        measureId: row.id,
        periodStart: doneOn,
        periodEnd: doneOn,
        value,
      };
      const componentId = goals.get(measure.goalId)?.componentId ?? '';
      const observation = toObservation(given, at, { measure, componentId, window });
      return [{ row: given, path, measure, observation }];
    });
  });
  const all = [...observed, ...reached];
  return {
    observed: all,
    problems: observationFaults(
      all,
      pieces.map(({ rates }) => rates),
    ),
  };
}

export interface MethodsOf {
  componentId: string;
  item: MethodItem;
}

export interface RatingsRead {
  ratings: LocatedRating[];
  /** Measures that are items to be rated. */
  measures: { measure: Measure; levels: Record<string, number> }[];
  methods: MethodsOf[];
  rules: GroupRule[];
  problems: Problem[];
}

function rulesOf(document: ScoreDocument): GroupRule[] {
  const rows = new Map((document.raterGroups ?? []).map((row) => [groupOf(row.group), row]));
  return defaultGroupRules.map(({ group, threshold, weight }) => {
    const row = rows.get(group);
    return { group, threshold: row?.threshold ?? threshold, weight: row?.weight ?? weight };
  });
}

/** Items of the document, and goals and components that raters rate as they are: how the work on them is done. */
function methodsIn(document: ScoreDocument, { pieces }: PlanRead, rated: ReadonlySet<string>): MethodsOf[] {
  const items = (document.items ?? []).map(({ id, componentId, weight, levels }) => ({
    componentId,
    item: { id, weight: weight ?? 1, levels: levels ?? defaultLevels },
  }));
  const goals = [...byId(pieces.flatMap((piece) => piece.goals)).values()]
    .filter(({ id }) => rated.has(id))
    .map(({ id, componentId, priority }) => ({
      componentId,
      item: { id, weight: priority, levels: defaultLevels },
    }));
  const components = [...byId(pieces.flatMap((piece) => piece.components)).keys()]
    .filter((id) => rated.has(id))
    .map((id) => ({ componentId: id, item: { id, weight: 1, levels: defaultLevels } }));
  return [...items, ...goals, ...components];
}

export function readRatings(document: ScoreDocument, plan: PlanRead): RatingsRead {
  const ratings = (document.ratings ?? []).map(
    (row, index): LocatedRating => ({
      rating: toRating(row, index),
      path: ['ratings', index],
    }),
  );
  const rated = new Set(ratings.map(({ rating }) => rating.itemId));
  const measures = [...byId(plan.pieces.flatMap((piece) => piece.measures)).values()].flatMap((measure) =>
    rated.has(measure.id) && measure.standards?.kind === 'levels'
      ? [{ measure, levels: measure.standards.levels }]
      : [],
  );
  const methods = methodsIn(document, plan, rated);
  const items = new Map([
    ...methods.map(({ item }) => [item.id, item] as const),
    ...measures.map(({ measure: { id }, levels }) => [id, { id, levels }] as const),
  ]);
  return { ratings, measures, methods, rules: rulesOf(document), problems: ratingFaults(ratings, items) };
}

export interface Presence {
  calendarOf(componentId: string): Calendar;
  activeTimeOf(componentId: string): ActiveTime;
  problems: Problem[];
}

type Absence = NonNullable<ComponentRow['absences']>[number];

function absenceOf(absence: Absence): Period[] {
  const { approved, start, end, from, to } = absence;
  const first = start ?? from;
  // As in a window, from … to … ends on the day before only where both are firsts of months.
  const last = end ?? (to && first?.endsWith('-01') && to.endsWith('-01') ? addDays(to, -1) : to);
  return approved === false || !first || !last ? [] : [{ start: first, end: last }];
}

const calendarFor = (document: ScoreDocument, row: ComponentRow | undefined): Calendar => {
  const own = row?.calendar ?? {};
  const common = document.calendar ?? {};
  return {
    zone:
      row?.zone ?? own.zone ?? document.window.zone ?? document.zone ?? common.zone ?? everyWeekdayInUtc.zone,
    workingWeekdays: own.workingWeekdays ?? common.workingWeekdays ?? everyWeekdayInUtc.workingWeekdays,
    holidays: own.holidays ?? common.holidays ?? [],
  };
};

export function readPresence(document: ScoreDocument): Presence {
  const rows = Map.groupBy(document.components ?? [], ({ id }) => id);
  const zoneFaults = [undefined, ...(document.components ?? [])].flatMap((row, index) => {
    const { zone } = calendarFor(document, row);
    const path = row ? ['components', index - 1, 'zone'] : ['zone'];
    return isZone(zone)
      ? []
      : [fault('DOC-invalid', path, `"${zone}" is no time zone. Use one such as Europe/Berlin.`)];
  });
  return {
    calendarOf: (componentId) => calendarFor(document, rows.get(componentId)?.[0]),
    activeTimeOf: (componentId) => {
      const own = rows.get(componentId);
      if (own === undefined) return alwaysActive;
      const [first] = own;
      return {
        spans: own.map(({ activeFrom, activeTo }) => ({ from: activeFrom ?? null, to: activeTo ?? null })),
        absences: own.flatMap(({ absences }) => (absences ?? []).flatMap(absenceOf)),
        dayCount: first?.dayCount ?? document.dayCount ?? 'calendar',
        minFraction: first?.minFraction ?? document.minFraction ?? defaultMinFraction,
      };
    },
    problems: zoneFaults,
  };
}
