// The scores of everything in a plan of plans: each segment by what was in force in it, then joined by active days.
import type { Observation } from '../model/measure.ts';
import type { Period } from '../model/time.ts';
import { whileInForce } from './in-force.ts';
import { type Known, nothingKnown, type SegmentScores, scoringSegment } from './score-segment.ts';
import type { Scoring, Segment } from './scoring.ts';
import { joinScores, type Scores } from './segments/join-scores.ts';
import { stretchesIn } from './segments/stretches.ts';
import { finish, type Slices } from './slices.ts';

/** From the first to the last day on which each measure is in force. */
function inForceBy({ segments }: Scoring): Map<string, Period> {
  const known = new Map<string, Period>();
  for (const { measures, period } of segments) {
    for (const { id } of measures)
      known.set(id, { start: known.get(id)?.start ?? period.start, end: period.end });
  }
  return known;
}

function observedInForce(scoring: Scoring): Observation[] {
  const inForce = inForceBy(scoring);
  return whileInForce(scoring.observations, scoring.period, ({ measureId }) => inForce.get(measureId));
}

/** @throws RangeError when contributions run in a circle; the doors refuse such links (alignmentCycle). */
export function* scoringAll(scoring: Scoring, known: Known = nothingKnown): Slices<Scores> {
  const given =
    scoring.segments.length > 1 ? { ...scoring, observations: observedInForce(scoring) } : scoring;
  const isPart = given.segments.length > 1;
  const stretches = isPart ? stretchesIn(given.segments) : [];
  yield;
  const parts: { segment: Segment; scores: SegmentScores }[] = [];
  for (const [index, segment] of given.segments.entries()) {
    const part = { segment, stretches: stretches[index] ?? new Map(), isPart, known };
    parts.push({ segment, scores: yield* scoringSegment(given, part) });
  }
  return joinScores(parts, known);
}

export const scoreAll = (scoring: Scoring, known?: Known): Scores => finish(scoringAll(scoring, known));
