// What the work of a component comes to in a round: observations drawn so that real scoring finds the outcome.
import type { Facts } from '../model/facts.ts';
import type { Measure, Observation } from '../model/measure.ts';
import type { SimulatedResults } from '../model/simulation.ts';
import type { Instant, Period } from '../model/time.ts';
import { weightedIndex } from './draw.ts';
import type { Random } from './random.ts';

/** The facts of the component with the results of one more round. */
export type DrawResults = (facts: Facts, random: Random) => Facts;

/** An outcome's scores are drawn from so many: each is scored once, whoever has it. */
const steps = 8;
const spreadOver = (low: number, high: number): number[] =>
  Array.from({ length: steps }, (_, step) => low + ((step + 0.5) / steps) * (high - low));
/** By outcome; without a score nothing is observed. */
const scores: readonly (readonly number[])[] = [spreadOver(0, 100), spreadOver(100, 120), [120], []];

/** What is observed is the score itself. */
const asScore = (measure: Measure): Measure =>
  measure.standards === null
    ? measure
    : {
        ...measure,
        kind: 'number',
        direction: 'increase',
        timeAggregation: 'last',
        standards: {
          kind: 'anchors',
          mode: 'linear',
          anchors: [
            { x: 0, score: 0 },
            { x: 100, score: 100 },
            { x: 120, score: 120 },
          ],
        },
      };

const observe = (measure: Measure, score: number, { period, at }: Occasion): Observation => ({
  id: `${measure.id}-simulated`,
  measureId: measure.id,
  componentId: 'simulated',
  periodStart: period.start,
  periodEnd: period.end,
  value: score,
  numerator: null,
  denominator: null,
  n: null,
  status: 'verified',
  supersedes: null,
  source: 'simulation',
  enteredBy: 'simulation',
  at,
});

export interface Occasion {
  period: Period;
  at: Instant;
}

type ByScore = ReadonlyMap<number | null, Facts>;

/** One for each score, made once: what rests on facts is remembered by them. */
function variantsOf(facts: Facts, occasion: Occasion): ByScore {
  const measures = facts.measures.map(asScore);
  const scored = measures.filter(({ standards }) => standards !== null);
  const withScore = (score: number): Facts => ({
    ...facts,
    measures,
    observations: scored.map((measure) => observe(measure, score, occasion)),
  });
  return new Map([
    [null, { ...facts, measures, observations: [] }],
    ...scores.flat().map((score): [number, Facts] => [score, withScore(score)]),
  ]);
}

export function resultsDrawer(given: SimulatedResults, occasion: Occasion): DrawResults {
  if (given.kind === 'as-recorded') return (facts) => facts;
  const outcome = weightedIndex([given.below, given.meets, given.exceeds, given['not-scored'] ?? 0]);
  const variants = new WeakMap<Facts, ByScore>();
  return (facts, random) => {
    const known = variants.get(facts) ?? variantsOf(facts, occasion);
    variants.set(facts, known);
    const among = scores[outcome(random)] ?? [];
    const score = among[Math.floor(random.next() * among.length)] ?? null;
    return known.get(score) ?? facts;
  };
}
