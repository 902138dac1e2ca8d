// The ratings of a document, the items that they rate, and the rules for groups of raters.
import type { Problem } from '../../model/problem.ts';
import type { Rating } from '../../model/rating.ts';
import { defaultGroupRules, defaultOthersRule, type GroupRule, others } from '../raters/group-rules.ts';
import { type RatedItem, rateItem } from '../raters/rate-item.ts';
import type { MethodItem } from '../raters/score-methods.ts';
import { type LocatedRating, ratingFaults } from './check-ratings.ts';
import type { ScoreDocument } from './document-schema.ts';
import type { PlanRead } from './read-plan.ts';
import { groupOf, newestById, toRating } from './to-records.ts';

export interface MethodOf {
  componentId: string;
  item: MethodItem;
}

export interface RatingsRead {
  ratings: Rating[];
  /** Measures that are items to be rated. */
  measures: RatedItem[];
  methods: MethodOf[];
  rules: GroupRule[];
  problems: Problem[];
}

const defaultLevels = { 1: 0, 2: 60, 3: 100, 4: 110, 5: 120 };

function rulesOf({ raterGroups }: ScoreDocument): GroupRule[] {
  const rows = new Map(
    (raterGroups ?? []).map((row) => [row.group === others ? others : groupOf(row.group), row]),
  );
  const merges = [...rows.values()].some((row) => row.whenSmall === 'merge');
  return [...defaultGroupRules, ...(merges ? [defaultOthersRule] : [])].map(
    ({ group, threshold, weight }) => {
      const row = rows.get(group);
      return {
        group,
        threshold: row?.threshold ?? threshold,
        weight: row?.weight ?? weight,
        whenSmall: row?.whenSmall ?? 'suppress',
      };
    },
  );
}

const listedMethods = (document: ScoreDocument): MethodOf[] =>
  (document.items ?? []).map(({ id, componentId, weight, levels }) => ({
    componentId,
    item: { id, weight: weight ?? 1, levels: levels ?? defaultLevels },
  }));

/** Goals and components that raters rate as they are: how the work on them is done. */
function impliedMethods({ pieces }: PlanRead, rated: ReadonlySet<string>): MethodOf[] {
  const goals = newestById(pieces.flatMap((piece) => piece.goals)).values();
  const components = newestById(pieces.flatMap((piece) => piece.components)).keys();
  const all = [
    ...[...goals].map(({ id, componentId, priority }) => ({ id, componentId, weight: priority })),
    ...[...components].map((id) => ({ id, componentId: id, weight: 1 })),
  ];
  return all
    .filter(({ id }) => rated.has(id))
    .map(({ id, componentId, weight }) => ({ componentId, item: { id, weight, levels: defaultLevels } }));
}

function ratedMeasures({ pieces }: PlanRead, rated: ReadonlySet<string>): RatedItem[] {
  const measures = newestById(pieces.flatMap((piece) => piece.measures)).values();
  return [...measures].flatMap(({ id, standards }) =>
    rated.has(id) && standards?.kind === 'levels' ? [{ id, levels: standards.levels }] : [],
  );
}

export function readRatings(document: ScoreDocument, plan: PlanRead): RatingsRead {
  const located = (document.ratings ?? []).map(
    (row, index): LocatedRating => ({ rating: toRating(row, index), path: ['ratings', index] }),
  );
  const ratings = located.map(({ rating }) => rating);
  const rated = new Set(ratings.map(({ itemId }) => itemId));
  const rules = rulesOf(document);
  const measures = ratedMeasures(plan, rated);
  const listed = listedMethods(document);
  const implied = impliedMethods(plan, rated);
  const items = [...measures, ...[...listed, ...implied].map(({ item }) => item)];
  // What is no item by itself becomes one with the first figure that may be shown, and not with the first rater.
  const shown = implied.filter(({ item }) => rateItem(item, ratings, rules).total !== null);
  return {
    ratings,
    measures,
    methods: [...listed, ...shown],
    rules,
    problems: ratingFaults(located, new Map(items.map((item) => [item.id, item]))),
  };
}
