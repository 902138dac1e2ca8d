// How each rater uses the scale, beside the others of the round: the figures behind RAT-01.
import { mean, shrunk } from './figures.ts';
import { givenOf, type Rated, type RoundAppraisal } from './round.ts';

export const ENOUGH_FOR_LENIENCY = 5;
const LENIENT = 0.5;

export interface RaterFigures {
  raterId: string;
  count: number;
  mean: number;
  /** Above or below the mean around whom they rated; seen in few it counts for less. Null: nobody else has rated. */
  difference: number | null;
  /** Enough people and far enough from the others for a second look. Rule: RAT-01. */
  isFlagged: boolean;
}

interface Tally {
  count: number;
  sum: number;
  byRater: Map<string, number>;
}

/** No part of an organisation has this id. */
const ROUND = '';
const partsOf = ({ group, above = [] }: RoundAppraisal): readonly string[] => [group, ...above];

function tallies(given: readonly Rated[]): ReadonlyMap<string, Tally> {
  const found = new Map<string, Tally>();
  for (const one of given)
    for (const part of new Set([...partsOf(one), ROUND])) {
      const tally = found.get(part) ?? { count: 0, sum: 0, byRater: new Map() };
      found.set(part, tally);
      tally.count += 1;
      tally.sum += one.level;
      tally.byRater.set(one.raterId, (tally.byRater.get(one.raterId) ?? 0) + 1);
    }
  return found;
}

/**
 * The mean that one appraisal lies beside. A team that one manager rates holds no others to compare with, and one of
 * whom somebody else rated the manager alone hardly any: so it is the nearest part in which others rated enough people,
 * and where there is none the whole round.
 */
function besideOf(parts: ReadonlyMap<string, Tally>, one: Rated): number | null {
  const others = ({ count, byRater }: Tally) => count - (byRater.get(one.raterId) ?? 0);
  for (const part of partsOf(one)) {
    const tally = parts.get(part);
    if (tally && others(tally) >= ENOUGH_FOR_LENIENCY) return tally.sum / tally.count;
  }
  const round = parts.get(ROUND);
  return round && others(round) > 0 ? round.sum / round.count : null;
}

function differenceOf(parts: ReadonlyMap<string, Tally>, own: readonly Rated[]): number | null {
  const differences = own.flatMap((one) => {
    const beside = besideOf(parts, one);
    return beside === null ? [] : [one.level - beside];
  });
  return differences.length === 0 ? null : shrunk(mean(differences), differences.length);
}

/** By what each of them gave, whatever a session made of it. */
export function raterFigures(appraisals: readonly RoundAppraisal[]): RaterFigures[] {
  const given = givenOf(appraisals);
  const parts = tallies(given);
  return [...Map.groupBy(given, ({ raterId }) => raterId)].map(([raterId, own]) => {
    const difference = differenceOf(parts, own);
    return {
      raterId,
      count: own.length,
      mean: mean(own.map(({ level }) => level)),
      difference,
      isFlagged: own.length >= ENOUGH_FOR_LENIENCY && difference !== null && Math.abs(difference) >= LENIENT,
    };
  });
}
