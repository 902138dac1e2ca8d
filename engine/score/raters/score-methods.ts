// B, the second axis: how the work was done, from the ratings of its items by weight, on the same 0..120 scale.
import type { Rating } from '../../model/rating.ts';
import type { NodeScore } from '../../model/score.ts';
import { type Child, combine, toFigures } from '../combine.ts';
import { roundScore } from '../fraction.ts';
import { judge } from '../judge.ts';
import { outcomeOf } from '../outcome.ts';
import type { GroupRule } from './group-rules.ts';
import { type ItemFigures, type RatedItem, rateItem } from './rate-item.ts';

export interface MethodItem extends RatedItem {
  weight: number;
}

export interface MethodsScore extends NodeScore {
  items: (Omit<ItemFigures, 'total'> & { score: number | null })[];
}

function itemChild({ weight }: MethodItem, { itemId, total }: ItemFigures): Child {
  const score = total && roundScore(total);
  return {
    id: itemId,
    weight,
    state: score === null ? 'missing' : 'scored',
    score,
    outcome: score === null ? null : outcomeOf(score),
    reason: score === null ? 'no_observation' : null,
    coverage: score === null ? 0 : 1,
    provisionalShare: 0,
    staleCount: 0,
    critical: false,
    blocked: false,
  };
}

export function scoreMethods(
  items: readonly MethodItem[],
  ratings: readonly Rating[],
  rules: readonly GroupRule[],
): MethodsScore {
  const rated = items.map((item) => ({ item, figures: rateItem(item, ratings, rules) }));
  const children = rated.map(({ item, figures }) => itemChild(item, figures));
  const node = judge(toFigures(combine(children, 'weightedMean'), children), children);
  return {
    ...node,
    items: rated.map(({ figures: { total, ...shown } }) => ({ ...shown, score: total && roundScore(total) })),
  };
}
