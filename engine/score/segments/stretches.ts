// Over which days a measure is scored. A change of another part of the plan cuts the period for its own nodes and
// for what is above them; a measure goes on over it as long as itself, its goal and its component stay as they are.
import type { MeasureId } from '../../model/ids.ts';
import type { Period } from '../../model/time.ts';
import type { Segment } from '../scoring.ts';

interface Run {
  period: Period;
  /** What must stay the same objects. */
  facts: readonly unknown[];
}

function factsOf(segment: Segment): Map<MeasureId, readonly unknown[]> {
  const goals = new Map(segment.goals.map((goal) => [goal.id, goal]));
  const places = new Map(segment.components.map((place) => [place.id, place]));
  return new Map(
    segment.measures.map((measure) => {
      const goal = goals.get(measure.goalId);
      return [measure.id, [segment.version, measure, goal, places.get(goal?.componentId ?? '')]];
    }),
  );
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.every((fact, index) => fact === b[index]);

/** For each segment, in order of time, the days of each of its measures. */
export function stretchesIn(segments: readonly Segment[]): Map<MeasureId, Period>[] {
  let before = new Map<MeasureId, Run>();
  return segments.map((segment) => {
    const now = new Map<MeasureId, Run>();
    for (const [id, facts] of factsOf(segment)) {
      const run = before.get(id);
      const goesOn = run !== undefined && isSame(run.facts, facts);
      // One object for the whole run: that it goes on is then known to the segments before, too.
      if (goesOn) run.period.end = segment.period.end;
      now.set(id, goesOn ? run : { period: { ...segment.period }, facts });
    }
    before = now;
    return new Map([...now].map(([id, { period }]) => [id, period]));
  });
}
