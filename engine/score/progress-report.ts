// The progress of every measure of a component that is in force today.
import type { MeasureId } from '../model/ids.ts';
import type { Measure } from '../model/measure.ts';
import type { LocalDate } from '../model/time.ts';
import { longLeaves } from './activity.ts';
import { type Measurement, takeMeasurement } from './measurement.ts';
import { type Progress, progressOf, staleSince, trendOf } from './progress.ts';
import { type ComponentScoring, scoringOf } from './score-component.ts';
import { windowsIn } from './score-segment.ts';
import { observationsBy, type Segment } from './scoring.ts';
import type { InForce } from './target-over-time.ts';

export interface MeasureProgress {
  measureId: MeasureId;
  /** What has been observed comes to this, as the score counts it, in the measure's unit; null: nothing is. */
  measurement: Measurement['value'];
  progress: Progress | null;
  /** The day since which a value should have come; null: none is overdue. */
  staleSince: LocalDate | null;
  trend: { end: LocalDate; value: number }[];
}

/** The parts of the period in which a measure counts; those that are to come are as it is today. */
const overTime = (segments: readonly Segment[], now: Measure): InForce[] =>
  segments.flatMap(({ measures, period }) => {
    const measure = measures.find(({ id }) => id === now.id);
    return measure && !measure.waived ? [{ measure, period }] : [];
  });

export function progressReport(given: ComponentScoring): MeasureProgress[] {
  const scoring = scoringOf(given);
  const { period } = scoring;
  const today = scoring.todayOf(given.componentId);
  const segment = scoring.segments.findLast((one) => one.period.start <= today) ?? scoring.segments[0];
  if (!segment) return [];
  const windowOf = windowsIn(scoring, segment.rates);
  const observationsOf = observationsBy(scoring.observations);
  const own = new Set(
    segment.goals.filter((goal) => goal.componentId === given.componentId).map(({ id }) => id),
  );
  const active = scoring.activeTimeOf(given.componentId);
  const leaves = longLeaves(active, scoring.calendarOf(given.componentId));
  const [day = today] = [today, period.end].toSorted();
  return segment.measures
    .filter(({ goalId, waived }) => own.has(goalId) && !waived)
    .map((measure) => {
      const observed = observationsOf(measure);
      const window = windowOf(given.componentId, period);
      return {
        measureId: measure.id,
        measurement: takeMeasurement(measure, observed, window).measurement.value,
        progress: progressOf(overTime(scoring.segments, measure), observed, window, active),
        staleSince: staleSince(measure, observed, { today: day, leaves }),
        trend: trendOf(measure, observed),
      };
    });
}
