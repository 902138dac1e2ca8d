// Which outcome a curve of a standard's own gives where, on the line that is drawn of it.
import {
  curveOf,
  type Measure,
  type Outcome,
  outcomeOf,
  type Standards,
  scoreOnCurve,
} from '../../engine/index.ts';

export interface Zone {
  from: number;
  to: number;
  outcome: Outcome;
}

/** As fine as the line is wide on most screens. */
const steps = 400;

interface Curve {
  standards: Standards;
  direction: Measure['direction'];
}

/** None where the standard makes no curve. `place` is where a value is on the line, from 0 to 1. */
export function curveZones(
  { standards, direction }: Curve,
  values: readonly number[],
  place: (value: number) => number,
): Zone[] {
  const reading = curveOf(standards, direction);
  if (reading.kind === 'refused') return [];
  const low = Math.min(...values);
  const room = Math.max(...values) - low || 1;
  // The line goes on a little beyond both ends.
  const xs = Array.from({ length: steps + 1 }, (_, step) => low + room * (1.5 * (step / steps) - 0.25));
  const zones: Zone[] = [];
  for (const x of xs) {
    const outcome = outcomeOf(scoreOnCurve(reading.curve, x) ?? 0);
    const at = place(x);
    const last = zones.at(-1);
    if (last?.outcome === outcome) last.to = at;
    else zones.push({ from: last?.to ?? at, to: at, outcome });
  }
  return zones.map(({ from, to, outcome }) => ({
    outcome,
    from: Math.min(from, to),
    to: Math.max(from, to),
  }));
}
