// The curve that a measure's values are scored on, in the terms that they are reckoned in.
import type { Measure } from '../model/measure.ts';
import type { Curve } from './curve.ts';
import { curveOf } from './curve-of.ts';
import { secondsOf } from './duration.ts';
import { toNumber } from './fraction.ts';

/** Durations are scored in seconds, so their standards are too. */
function inSeconds(curve: Curve, unit: string): Curve | null {
  if (curve.kind === 'levels') return curve;
  const anchors = curve.anchors.flatMap(({ x, score }) => {
    const seconds = secondsOf(x, unit);
    return seconds ? [{ x: toNumber(seconds), score }] : [];
  });
  return anchors.length === curve.anchors.length ? { ...curve, anchors } : null;
}

/** The curve of a measure that can be scored at all; a fault in its standards is refused when they are set. */
export function curveOfMeasure(measure: Measure): Curve | null {
  if (measure.standards === null || measure.kind === 'narrative') return null;
  const reading = curveOf(measure.standards, measure.direction);
  if (reading.kind === 'refused') return null;
  return measure.kind === 'duration' ? inSeconds(reading.curve, measure.unit) : reading.curve;
}

/** Milestones may each have a curve of their own. */
export const hasOwnCurves = ({ kind, milestones = [] }: Measure): boolean =>
  kind === 'milestones' && milestones.some(({ standards }) => standards !== undefined);
