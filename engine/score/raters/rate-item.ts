// What the one who is rated may see of an item. A group below its threshold is suppressed: it is in no figure,
// neither its own nor a total, so nothing tells two of its raters from none, and no total gives it away (CYC-17).
// Or it is merged with other small groups into the others, of whom the same is true.
import type { Rating } from '../../model/rating.ts';
import { scoreOfLevel } from '../curve.ts';
import { type Fraction, fractionOf, isZero, over, roundScore, sumOf, times } from '../fraction.ts';
import { type FigureGroup, type GroupRule, others } from './group-rules.ts';

export interface RatedItem {
  id: string;
  /** Level → score; labels are never averaged, their scores are. */
  levels: Record<string, number>;
}

export interface GroupFigure {
  group: FigureGroup;
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

interface Scored {
  raterId: string;
  group: FigureGroup;
  score: Fraction;
}

const scoredOf = (item: RatedItem, ratings: readonly Rating[]): Scored[] =>
  ratings.flatMap(({ raterId, raterGroup, level }) => {
    const score = scoreOfLevel(item.levels, level);
    return score ? [{ raterId, group: raterGroup, score }] : [];
  });

const meanOf = (rule: GroupRule, scored: readonly Scored[]): GroupMean => ({
  rule,
  mean: over(sumOf(scored.map(({ score }) => score)), fractionOf(scored.length)),
  raterCount: scored.length,
});

/** Null: suppressed. */
function groupMean(rule: GroupRule, scored: readonly Scored[]): GroupMean | null {
  const own = scored.filter(({ group }) => group === rule.group);
  return own.length === 0 || own.length < rule.threshold ? null : meanOf(rule, own);
}

const isMerged = ({ group, whenSmall }: GroupRule): boolean => whenSmall === 'merge' && group !== 'self';

/**
 * Of one group alone the others would show just what its threshold hides, and one person in two groups is one
 * rater that could be told apart.
 */
function othersMean(
  rule: GroupRule,
  scored: readonly Scored[],
  rules: readonly GroupRule[],
): GroupMean | null {
  const small = rules.filter((one) => isMerged(one) && groupMean(one, scored) === null);
  const merged = scored.filter(({ group }) => small.some((one) => one.group === group));
  const groups = new Set(merged.map(({ group }) => group));
  const people = new Set(merged.map(({ raterId }) => raterId));
  return groups.size < 2 || people.size < rule.threshold ? null : meanOf(rule, merged);
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
  const scored = scoredOf(item, own);
  const means = rules.map((rule) =>
    rule.group === others ? othersMean(rule, scored, rules) : groupMean(rule, scored),
  );
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
