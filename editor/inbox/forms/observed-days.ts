// For which days a value is recorded: those after the last one until today, within the plan; and what is recorded for
// some of them already.
import { addDays, type Measure, type Observation, type Period } from '../../../engine/index.ts';

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

export function daysToRecord(measure: Measure, { observations, period, today }: Known): Period {
  const end = period ? latest([period.start, earliest([today, period.end])]) : today;
  if (isAsOf(measure)) return { start: end, end };
  const last = latest(standingOf(measure.id, observations).map(({ periodEnd }) => periodEnd));
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
