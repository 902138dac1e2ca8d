// For which days a value is recorded: those after the last one until the end of the last period by the measure's cadence, or
// until today, within the plan; and what is recorded for some of them already.
import { addDays, addSpans, type Measure, type Observation, type Period } from '../../../engine/index.ts';

interface Known {
  observations: readonly Observation[];
  /** Of the plan; what lies outside is not counted there. */
  period: Period | null;
  today: string;
}

/** It stands for one day, not for a span. */
export const isAsOf = ({ timeAggregation }: Pick<Measure, 'timeAggregation'>): boolean =>
  timeAggregation === 'last';

/** What nobody has taken back or corrected. */
function standingOf(measureId: string, observations: readonly Observation[]): Observation[] {
  const live = observations.filter((one) => one.measureId === measureId && one.status !== 'void');
  return live.filter(({ id }) => !live.some(({ supersedes }) => supersedes === id));
}

const latest = (days: readonly string[]): string => days.toSorted().at(-1) ?? '';
const earliest = (days: readonly string[]): string => days.toSorted().at(0) ?? '';

const LAST_DAY = '9999-12-31';

/** More than a plan of ten years with a value a day has. */
const MOST_PERIODS = 4000;

/** The last day of the last period that has ended; empty: none has, or nothing says how often it is observed. */
function lastEnded({ cadence }: Measure, period: Period | null, until: string): string {
  let last = '';
  if (!cadence || !period) return last;
  for (let count = 1; count <= MOST_PERIODS; count += 1) {
    const end = addDays(addSpans(period.start, cadence, count), -1);
    if (end > until || end <= last || end < period.start) break;
    last = end;
  }
  return last;
}

/** The part of the plan in which the measure is in force; null: nothing bounds it, or it is in force on no day of it. */
function boundsOf({ effectiveFrom, effectiveTo }: Measure, period: Period | null): Period | null {
  const start = latest([period?.start ?? '', effectiveFrom ?? '']);
  const end = earliest([period?.end ?? LAST_DAY, effectiveTo ?? LAST_DAY]);
  return start === '' || start > end ? period : { start, end };
}

export function daysToRecord(measure: Measure, { observations, period: planned, today }: Known): Period {
  const period = boundsOf(measure, planned);
  const until = period ? latest([period.start, earliest([today, period.end])]) : today;
  const last = latest(standingOf(measure.id, observations).map(({ periodEnd }) => periodEnd));
  const ended = lastEnded(measure, planned, until);
  const end = ended > last ? ended : until;
  if (isAsOf(measure)) return { start: end, end };
  const next = last === '' ? (period?.start ?? end) : addDays(last, 1);
  return { start: earliest([period ? latest([period.start, next]) : next, end]), end };
}

interface Recorded {
  /** For these very days: it is replaced. */
  replaced: Observation | null;
  /** For some of these days: it counts as well. */
  overlapping: Observation[];
}

/** Of one day several milestones may be reached: each is a fact of its own. */
export function recordedFor(
  { id, kind }: Pick<Measure, 'id' | 'kind'>,
  { start, end, value }: Period & { value?: unknown },
  observations: readonly Observation[],
): Recorded {
  const all = standingOf(id, observations);
  const standing = kind === 'milestones' ? all.filter((one) => one.value === value) : all;
  const replaced = standing.find(({ periodStart, periodEnd }) => periodStart === start && periodEnd === end);
  const overlapping = standing.filter(
    (one) => one !== replaced && one.periodStart <= end && one.periodEnd >= start,
  );
  return { replaced: replaced ?? null, overlapping };
}
