// The rows of a plan with the days on which each is in force.
// Rows of one id are versions of one thing: told apart by their days, or by the plan version that they belong to.
import type { LocalDate, Period } from '../../model/time.ts';
import { addDays } from '../../time/days.ts';
import type { ComponentRow, GoalRow, MeasureRow, ScoreDocument } from './document-schema.ts';
import { lastDayBefore } from './read-window.ts';
import type { Located } from './to-records.ts';

export interface Spanned<Row> extends Located<Row> {
  from: LocalDate | null;
  /** The last day. */
  to: LocalDate | null;
}

export interface Rows {
  components: Spanned<ComponentRow>[];
  goals: Spanned<GoalRow>[];
  measures: Spanned<MeasureRow>[];
}

/** Several rows for one component are its stations; a single one is there all the time, be it active or not. */
function componentSpans(rows: readonly ComponentRow[]): Spanned<ComponentRow>[] {
  const stations = Map.groupBy(rows, ({ id }) => id);
  return rows.map((row, index): Spanned<ComponentRow> => {
    const all = stations.get(row.id) ?? [];
    const located = { row, path: ['components', index] };
    if (all.length < 2) return { ...located, from: null, to: null };
    const { activeFrom: from = null, activeTo: to = null } = row;
    // Two stations share no day: the second has it.
    const isTaken = to !== null && all.some(({ activeFrom }) => activeFrom === to);
    return { ...located, from, to: isTaken ? addDays(to, -1) : to };
  });
}

type Effective = { effectiveFrom?: LocalDate | null | undefined; effectiveTo?: LocalDate | null | undefined };

export function rowsOf(document: ScoreDocument, window: Period): Rows {
  const components = document.components ?? [];
  const goals = document.goals ?? [];
  const measures = document.measures ?? [];
  const starts = new Set([
    ...[...goals, ...measures].flatMap(({ effectiveFrom }) => effectiveFrom ?? []),
    ...(document.planVersions ?? []).map(({ from }) => from),
  ]);
  const spanned = <Row extends Effective>(rows: readonly Row[], key: string): Spanned<Row>[] =>
    rows.map((row, index) => ({
      row,
      path: [key, index],
      from: row.effectiveFrom ?? null,
      to: row.effectiveTo ? lastDayBefore(row.effectiveTo, { starts, window }) : null,
    }));
  return {
    components: componentSpans(components),
    goals: spanned(goals, 'goals'),
    measures: spanned(measures, 'measures'),
  };
}

const covers = ({ from, to }: Spanned<unknown>, { start, end }: Period): boolean =>
  (from === null || from <= start) && (to === null || end <= to);

type Versioned = { id: string; version?: number | null | undefined };

export interface Choice {
  /** The version of the plan; null: there is but one plan. */
  number: number | null;
  /** The numbers of all versions. */
  numbers: ReadonlySet<number>;
}

/** Rows whose version is one of the plan's come into force with it. */
function isThere({ version }: Versioned, { number, numbers }: Choice): boolean {
  return number === null || version == null || version <= number || !numbers.has(version);
}

/** Of each id the newest row that is there on all days of the period. */
export function chooseRows<Row extends Versioned>(
  rows: readonly Spanned<Row>[],
  period: Period,
  choice: Choice,
): Located<Row>[] {
  const chosen = new Map<string, Spanned<Row>>();
  for (const one of rows) {
    if (!covers(one, period) || !isThere(one.row, choice)) continue;
    const known = chosen.get(one.row.id);
    if (known === undefined || (known.row.version ?? 0) <= (one.row.version ?? 0))
      chosen.set(one.row.id, one);
  }
  return [...chosen.values()].map(({ row, path }) => ({ row, path }));
}
