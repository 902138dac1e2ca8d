// What the one who is rated may see of an item. A group below its threshold is suppressed: it is in no figure,
// neither its own nor a total, so nothing tells two of its raters from none, and no total gives it away (CYC-17).
import type { RaterGroup, Rating } from '../../model/rating.ts';
import { scoreOfLevel } from '../curve.ts';
import { type Fraction, fractionOf, isZero, over, roundScore, sumOf, times } from '../fraction.ts';
import type { GroupRule } from './group-rules.ts';

export interface RatedItem {
  id: string;
  /** Level → score; labels are never averaged, their scores are. */
  levels: Record<string, number>;
}

export interface GroupFigure {
  group: RaterGroup;
  /** False: too few raters, be it none. */
  shown: boolean;
  score: number | null;
  raterCount: number | null;
}

export interface ItemFigures {
  itemId: string;
  groups: GroupFigure[];
  /** Over the groups that are shown and weigh something; unrounded. Null when there is none. */
  total: Fraction | null;
  /** Those of the shown groups. */
  raterCount: number;
}

/** Replaced ratings are out, and of one rater's versions the newest counts. */
export function standingRatings(ratings: readonly Rating[]): Rating[] {
  const replaced = new Set(ratings.map(({ supersedes }) => supersedes));
  const newest = new Map<string, Rating>();
  for (const rating of ratings.filter(({ id }) => !replaced.has(id))) {
    const key = JSON.stringify([rating.itemId, rating.raterGroup, rating.raterId]);
    const known = newest.get(key);
    if (known === undefined || known.version < rating.version) newest.set(key, rating);
  }
  return [...newest.values()];
}

interface GroupMean {
  rule: GroupRule;
  mean: Fraction;
  raterCount: number;
}

/** Null: suppressed. */
function meanOf(rule: GroupRule, item: RatedItem, ratings: readonly Rating[]): GroupMean | null {
  const scores = ratings.flatMap(({ raterGroup, level }) =>
    raterGroup === rule.group ? (scoreOfLevel(item.levels, level) ?? []) : [],
  );
  if (scores.length === 0 || scores.length < rule.threshold) return null;
  return { rule, mean: over(sumOf(scores), fractionOf(scores.length)), raterCount: scores.length };
}

function totalOf(groups: readonly GroupMean[]): Fraction | null {
  const weight = sumOf(groups.map(({ rule }) => fractionOf(rule.weight)));
  if (isZero(weight)) return null;
  return over(sumOf(groups.map(({ rule, mean }) => times(fractionOf(rule.weight), mean))), weight);
}

export function rateItem(
  item: RatedItem,
  ratings: readonly Rating[],
  rules: readonly GroupRule[],
): ItemFigures {
  const own = standingRatings(ratings.filter(({ itemId }) => itemId === item.id));
  const means = rules.map((rule) => meanOf(rule, item, own));
  const shown = means.filter((mean) => mean !== null);
  return {
    itemId: item.id,
    groups: rules.map(({ group }, index) => {
      const mean = means[index] ?? null;
      return {
        group,
        shown: mean !== null,
        score: mean && roundScore(mean.mean),
        raterCount: mean?.raterCount ?? null,
      };
    }),
    total: totalOf(shown),
    raterCount: shown.reduce((sum, { raterCount }) => sum + raterCount, 0),
  };
}
