// A window in pieces over each of which one version of the plan holds, with the rows that are in force there.
import type { LocalDate, Period } from '../../model/time.ts';
import { addDays } from '../../time/days.ts';
import type { Rates } from '../amount.ts';
import { cutPeriod } from '../segments/cut-period.ts';
import type { ComponentRow, GoalRow, MeasureRow, ScoreDocument } from './document-schema.ts';
import { chooseRows, type Rows } from './plan-rows.ts';
import { applyVersions, type Partly, type PlanVersion } from './plan-versions.ts';
import type { Located } from './to-records.ts';

export interface Piece {
  period: Period;
  version: number;
  rates: Rates;
  components: Located<Partly<ComponentRow>>[];
  goals: Located<Partly<GoalRow>>[];
  measures: Located<Partly<MeasureRow>>[];
}

interface Plan {
  document: ScoreDocument;
  rows: Rows;
  versions: readonly PlanVersion[];
}

/** None: the plan is over, or between two of its versions. */
function pieceOver(period: Period, { document, rows, versions }: Plan): Piece[] {
  const begun = versions.filter(({ period: { start } }) => start <= period.start);
  const current = begun.at(-1);
  if (current && current.period.end < period.end) return [];
  const number = current?.number ?? (versions.length > 0 ? -1 : null);
  const choice = { number, numbers: new Set(versions.map((one) => one.number)) };
  const stations = chooseRows(rows.components, period, { ...choice, number: null });
  const piece: Piece = {
    period,
    version: number ?? 1,
    rates: Object.assign({}, document.rates, ...begun.map(({ row }) => row.rates)),
    components: applyVersions<ComponentRow>(stations, begun, {
      key: 'components',
      rowsIn: ({ components }) => components,
    }),
    goals: applyVersions<GoalRow>(chooseRows(rows.goals, period, choice), begun, {
      key: 'goals',
      rowsIn: ({ goals }) => goals,
      reweigh: (priority) => ({ priority }),
    }),
    measures: applyVersions<MeasureRow>(chooseRows(rows.measures, period, choice), begun, {
      key: 'measures',
      rowsIn: ({ measures }) => measures,
      reweigh: (weight) => ({ weight }),
    }),
  };
  return [piece];
}

const cutsOf = ({ from, to }: { from: LocalDate | null; to: LocalDate | null }): LocalDate[] => [
  ...(from ? [from] : []),
  ...(to ? [addDays(to, 1)] : []),
];

const never = '9999-12-31';

/** Retroactive: what comes into force on this day holds for all that was before. */
function takenOn({ document, versions }: Plan): LocalDate | null {
  const latest = versions.findLast(({ row }) => row.policy === 'retroactive');
  if (latest) return latest.period.start;
  return document.policy === 'retroactive' ? never : null;
}

/** The pieces before the day become one with the piece that begins on it, or with the last one. */
function retroactively(pieces: Piece[], day: LocalDate | null): Piece[] {
  if (day === null) return pieces;
  const taking = pieces.find(({ period }) => period.start >= day) ?? pieces.at(-1);
  const [first] = pieces;
  if (taking === undefined || first === undefined) return pieces;
  const later = pieces.filter(({ period }) => period.start > taking.period.start);
  return [{ ...taking, period: { start: first.period.start, end: taking.period.end } }, ...later];
}

export function planPieces(plan: Plan, window: Period): Piece[] {
  const { rows, versions } = plan;
  const spans = [...rows.components, ...rows.goals, ...rows.measures];
  const cuts = [...spans, ...versions.map(({ period: { start, end } }) => ({ from: start, to: end }))];
  const pieces = cutPeriod(window, cuts.flatMap(cutsOf)).flatMap((period) => pieceOver(period, plan));
  return retroactively(pieces, takenOn(plan));
}
