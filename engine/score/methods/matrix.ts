// Results × methods: the overall outcome of a component and what follows from it, by a matrix of nine cells.
// A matrix must be total and monotone: a better result or better methods never make the outcome worse.
import { type Outcome, outcomes } from '../../model/measure.ts';
import { fractionOf, minus, one, plus, roundScore, times } from '../fraction.ts';
import { compareOutcomes } from '../outcome.ts';

export const consequences = [
  'none',
  'reward',
  /** The outcome stands; what it earns waits until a methods plan is agreed. */
  'methods-plan-before-reward',
  'intervene',
  'intervene-on-methods',
  /** On measures or resources: good methods without results point there. */
  'intervene-on-measures',
  /** No sanction: the best methods without results say that the measure is wrong. */
  'review-measure-design',
] as const;
export type Consequence = (typeof consequences)[number];

export interface Cell {
  outcome: Outcome;
  consequence: Consequence;
}

/** By the outcome of results, then by that of methods. */
export type Matrix = Record<Outcome, Record<Outcome, Cell>>;
type PartialMatrix = Partial<Record<Outcome, Partial<Record<Outcome, Cell>>>>;

const cell = (outcome: Outcome, consequence: Consequence): Cell => ({ outcome, consequence });

export const defaultMatrix: Matrix = {
  below: {
    below: cell('below', 'intervene'),
    meets: cell('below', 'intervene-on-measures'),
    exceeds: cell('below', 'review-measure-design'),
  },
  meets: {
    below: cell('below', 'intervene-on-methods'),
    meets: cell('meets', 'none'),
    exceeds: cell('meets', 'none'),
  },
  exceeds: {
    below: cell('meets', 'methods-plan-before-reward'),
    meets: cell('exceeds', 'reward'),
    exceeds: cell('exceeds', 'reward'),
  },
};

interface Place {
  results: Outcome;
  methods: Outcome;
}

export interface MatrixFault {
  /** The cell to mend; of a pair, the one that should not be worse. */
  place: Place;
  message: string;
}

const places: Place[] = outcomes.flatMap((results) => outcomes.map((methods) => ({ results, methods })));
const inWords = ({ results, methods }: Place): string => `results ${results}, methods ${methods}`;
const betterThan = (outcome: Outcome): Outcome[] =>
  outcomes.slice(outcomes.indexOf(outcome) + 1, outcomes.indexOf(outcome) + 2);

/** The cells one step to the right and one step down. */
const stepsFrom = ({ results, methods }: Place): Place[] => [
  ...betterThan(methods).map((better) => ({ results, methods: better })),
  ...betterThan(results).map((better) => ({ results: better, methods })),
];

export function matrixFaults(matrix: PartialMatrix): MatrixFault[] {
  const at = ({ results, methods }: Place): Cell | undefined => matrix[results]?.[methods];
  return places.flatMap((place): MatrixFault[] => {
    const from = at(place);
    if (from === undefined) return [{ place, message: `The cell for ${inWords(place)} is missing.` }];
    return stepsFrom(place).flatMap((next) => {
      const to = at(next);
      if (to === undefined || compareOutcomes(to.outcome, from.outcome) >= 0) return [];
      const message = `${inWords(next)} gives "${to.outcome}", which is worse than "${from.outcome}" for ${inWords(place)}.`;
      return [{ place: next, message }];
    });
  });
}

/** Null while either axis has no outcome. */
export const overallOf = (
  results: Outcome | null,
  methods: Outcome | null,
  matrix: Matrix = defaultMatrix,
): Cell | null => (results && methods ? matrix[results][methods] : null);

/** q·R + (1 − q)·B: for sorting a list, and never the only figure shown. */
export function blendOf(results: number, methods: number, q: number): number {
  const share = fractionOf(q);
  const own = times(share, fractionOf(results));
  return roundScore(plus(own, times(minus(one, share), fractionOf(methods))));
}
