// The measures of a goal on a day of a period in which components moved, each scored over the days around it on which
// nothing of its own is another.
import type { Goal } from '../../model/goal.ts';
import type { ComponentId } from '../../model/ids.ts';
import type { Measure } from '../../model/measure.ts';
import type { LocalDate, Period } from '../../model/time.ts';
import { addDays } from '../../time/days.ts';
import { overlapOf } from '../activity.ts';
import { whileInForce } from '../in-force.ts';
import type { ScoredMeasure } from '../score-goal.ts';
import { scoreMeasure } from '../score-measure.ts';
import { exactly, windowsIn } from '../score-segment.ts';
import { observationsBy, type Scoring } from '../scoring.ts';
import type { SaidOn } from './said-on.ts';

/** The days from one of these to the next. */
export const runFrom = (days: readonly LocalDate[], from: LocalDate, { end }: Period): Period => {
  const next = days.find((day) => day > from);
  return { start: from, end: next === undefined ? end : addDays(next, -1) };
};

/** `startsOf`: the first days over each of which nothing of a component itself is another; without any it is the period. */
export function measurer(
  { scoring, said }: { scoring: Scoring; said: SaidOn },
  startsOf: ReadonlyMap<ComponentId, readonly LocalDate[]>,
) {
  const { period } = scoring;
  const observationsOf = observationsBy(scoring.observations);
  const windowOf = windowsIn(scoring, {});
  const known = new Map<Measure, { stretch: Period; scored: ScoredMeasure }>();

  const stretchOf = (measure: Measure, componentId: ComponentId, day: LocalDate): Period => {
    const starts = startsOf.get(componentId) ?? [period.start];
    const run = runFrom(starts, starts.findLast((start) => start <= day) ?? period.start, period);
    return overlapOf(said.inForceOf(measure, componentId), run) ?? run;
  };
  return (goal: Goal, day: LocalDate): ScoredMeasure[] =>
    said.measuresOn(goal, day).map((measure) => {
      const stretch = stretchOf(measure, goal.componentId, day);
      const before = known.get(measure);
      if (before && before.stretch.start === stretch.start) return before.scored;
      const inForce = said.inForceOf(measure, goal.componentId);
      const evidence = {
        observations: whileInForce(observationsOf(measure), period, () => inForce),
        rated: scoring.rated.get(measure.id),
      };
      const { score, exact } = scoreMeasure(measure, evidence, windowOf(goal.componentId, stretch));
      const scored = { measure, score, exact: exact ? exactly(score, exact) : null };
      known.set(measure, { stretch, scored });
      return scored;
    });
}
