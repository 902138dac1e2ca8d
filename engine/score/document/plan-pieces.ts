// Which rows are in force when: a window in pieces over each of which one version of the plan holds.
// Rows of one id are versions of one thing: told apart by their days, or by the plan version that they belong to.
// A plan version may also bring changes of its own; they hold until a later one changes the same again.
import type { LocalDate, Period } from '../../model/time.ts';
import { addDays } from '../../time/days.ts';
import type { Rates } from '../amount.ts';
import { cutPeriod } from '../segments/cut-period.ts';
import type { ComponentRow, GoalRow, MeasureRow, PlanVersionRow, ScoreDocument } from './document-schema.ts';
import type { Path } from './faults.ts';
import { lastDayBefore } from './read-window.ts';
import type { Located } from './to-records.ts';

export interface Spanned<Row> extends Located<Row> {
  from: LocalDate | null;
  /** The last day. */
  to: LocalDate | null;
}

/** A row of the document, or what a plan version makes of it; complete or not is seen later. */
export type Partly<Row extends { id: string }> = Partial<Row> & { id: string };

export interface Piece {
  period: Period;
  components: Located<Partly<ComponentRow>>[];
  goals: Located<Partly<GoalRow>>[];
  measures: Located<Partly<MeasureRow>>[];
  rates: Rates;
  version: number;
}

export interface PlanVersion {
  row: PlanVersionRow;
  path: Path;
  number: number;
  period: Period;
}

/** In order of time, with the days on which each holds. */
export function planVersionsOf(document: ScoreDocument, window: Period): PlanVersion[] {
  const rows = (document.planVersions ?? [])
    .map((row, index) => ({ row, path: ['planVersions', index] }))
    .sort((a, b) => (a.row.from < b.row.from ? -1 : 1));
  const starts = new Set(rows.map(({ row }) => row.from));
  return rows.map(({ row, path }, index) => {
    const next = rows[index + 1]?.row.from;
    const open = next === undefined ? window.end : addDays(next, -1);
    const end = row.to ? lastDayBefore(row.to, { starts, window }) : open;
    return { row, path, number: row.version ?? index + 1, period: { start: row.from, end } };
  });
}

const covers = ({ from, to }: Spanned<unknown>, { start, end }: Period): boolean =>
  (from === null || from <= start) && (to === null || end <= to);

type Versioned = { id: string; version?: number | null | undefined };

interface Choice {
  /** The version of the plan; null: there is but one plan. */
  number: number | null;
  /** The numbers of all versions. */
  numbers: ReadonlySet<number>;
}

/** Rows whose version is one of the plan's come into force with it. */
function isThere({ version }: Versioned, { number, numbers }: Choice): boolean {
  return number === null || version == null || version <= number || !numbers.has(version);
}

/** Of each id the newest row that is there. */
function choose<Row extends Versioned>(rows: Spanned<Row>[], period: Period, choice: Choice): Located<Row>[] {
  const chosen = new Map<string, Spanned<Row>>();
  for (const one of rows) {
    if (!covers(one, period) || !isThere(one.row, choice)) continue;
    const known = chosen.get(one.row.id);
    if (known === undefined || (known.row.version ?? 0) <= (one.row.version ?? 0))
      chosen.set(one.row.id, one);
  }
  return [...chosen.values()].map(({ row, path }) => ({ row, path }));
}

/** What the versions up to this one change or add. */
function change<Row extends { id: string }>(
  rows: Located<Partly<Row>>[],
  changes: Located<Partly<Row>>[],
): Located<Partly<Row>>[] {
  const changed = new Map(rows.map((one) => [one.row.id, one]));
  for (const { row, path } of changes)
    changed.set(row.id, { row: { ...changed.get(row.id)?.row, ...row }, path });
  return [...changed.values()];
}

type Collection = 'components' | 'goals' | 'measures';

const located = <Row>(
  versions: PlanVersion[],
  key: Collection,
  rowsIn: (row: PlanVersionRow) => Row[] | null | undefined,
): Located<Row>[] =>
  versions.flatMap(({ row, path }) =>
    (rowsIn(row) ?? []).map((one, index) => ({ row: one, path: [...path, key, index] })),
  );

export interface Rows {
  components: Spanned<ComponentRow>[];
  goals: Spanned<GoalRow>[];
  measures: Spanned<MeasureRow>[];
}

/** Several rows for one component are its stations; a single one is there all the time, be it active or not. */
function componentSpans(rows: readonly ComponentRow[]): Spanned<ComponentRow>[] {
  const located = rows.map((row, index) => ({ row, path: ['components', index] }));
  return located.map((one): Spanned<ComponentRow> => {
    const all = rows.filter(({ id }) => id === one.row.id);
    const starts = new Set(all.map(({ activeFrom }) => activeFrom));
    const { activeFrom: from = null, activeTo: to = null } = one.row;
    if (all.length === 1) return { ...one, from: null, to: null };
    return { ...one, from, to: to !== null && starts.has(to) ? addDays(to, -1) : to };
  });
}

type Effective = { effectiveFrom?: LocalDate | null | undefined; effectiveTo?: LocalDate | null | undefined };

function effectiveSpans<Row extends Effective>(
  rows: readonly Row[],
  key: Collection,
  window: Period,
  starts: ReadonlySet<LocalDate>,
): Spanned<Row>[] {
  return rows.map((row, index) => ({
    row,
    path: [key, index],
    from: row.effectiveFrom ?? null,
    to: row.effectiveTo ? lastDayBefore(row.effectiveTo, { starts, window }) : null,
  }));
}

export function rowsOf(document: ScoreDocument, window: Period): Rows {
  const { components = [], goals = [], measures = [], planVersions = [] } = document;
  const effective = [...(goals ?? []), ...(measures ?? [])].flatMap(
    ({ effectiveFrom }) => effectiveFrom ?? [],
  );
  const starts = new Set([...effective, ...(planVersions ?? []).map(({ from }) => from)]);
  return {
    components: componentSpans(components ?? []),
    goals: effectiveSpans(goals ?? [], 'goals', window, starts),
    measures: effectiveSpans(measures ?? [], 'measures', window, starts),
  };
}

const cutsOf = ({ from, to }: { from: LocalDate | null; to: LocalDate | null }): LocalDate[] => [
  ...(from ? [from] : []),
  ...(to ? [addDays(to, 1)] : []),
];

/** Retroactive: what comes into force here holds for all that was before. */
function takenBy(versions: PlanVersion[], document: ScoreDocument): LocalDate | null {
  const latest = versions.findLast(({ row }) => row.policy === 'retroactive');
  if (latest) return latest.period.start;
  return document.policy === 'retroactive' ? '9999-12-31' : null;
}

interface Choosing {
  document: ScoreDocument;
  rows: Rows;
  versions: PlanVersion[];
}

/** None: the plan is over, or between two of its versions. */
function pieceOver(period: Period, { document, rows, versions }: Choosing): Piece[] {
  const begun = versions.filter(({ period: { start } }) => start <= period.start);
  const current = begun.at(-1);
  if (current && current.period.end < period.end) return [];
  const number = current?.number ?? (versions.length > 0 ? -1 : null);
  const choice = { number, numbers: new Set(versions.map((one) => one.number)) };
  const components = choose(rows.components, period, { ...choice, number: null });
  const rates: Rates = Object.assign({}, document.rates, ...begun.map(({ row }) => row.rates));
  const piece = {
    period,
    version: number ?? 1,
    components: change(
      components,
      located(begun, 'components', (row) => row.components),
    ),
    goals: change(
      choose(rows.goals, period, choice),
      located(begun, 'goals', (row) => row.goals),
    ),
    measures: change(
      choose(rows.measures, period, choice),
      located(begun, 'measures', (row) => row.measures),
    ),
    rates,
  };
  return [piece];
}

export function planPieces(document: ScoreDocument, window: Period, rows: Rows): Piece[] {
  const versions = planVersionsOf(document, window);
  const spans = [...rows.components, ...rows.goals, ...rows.measures];
  const cuts = [...spans, ...versions.map(({ period: { start, end } }) => ({ from: start, to: end }))];
  const pieces = cutPeriod(window, cuts.flatMap(cutsOf)).flatMap((period) =>
    pieceOver(period, { document, rows, versions }),
  );
  return retroactively(pieces, takenBy(versions, document));
}

/** The pieces before a day become one with the piece that begins there, or with the last one. */
function retroactively(pieces: Piece[], day: LocalDate | null): Piece[] {
  if (day === null) return pieces;
  const taking = pieces.find(({ period }) => period.start >= day) ?? pieces.at(-1);
  const [first] = pieces;
  if (taking === undefined || first === undefined) return pieces;
  const later = pieces.filter(({ period }) => period.start > taking.period.start);
  return [{ ...taking, period: { start: first.period.start, end: taking.period.end } }, ...later];
}
