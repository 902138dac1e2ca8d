// A component of which more than one agreed version counts in the period, or a measure for only some of its days, is
// scored anew by itself, part by part, and
// after it what its goals contribute to and what it is a part of. Each takes the scores below it for the whole period, so
// that a version cuts the period of its own component and of no other: what ten thousand people agree anew on as many
// days costs little more than one look at each of them.
import type { AgreedVersion, Agreement } from '../model/agreed-version.ts';
import type { Goal } from '../model/goal.ts';
import type { ComponentId } from '../model/ids.ts';
import { contributorsOf } from './alignment.ts';
import { childrenFirst } from './children-first.ts';
import { scoreAll, scoringAll } from './score-all.ts';
import { type ComponentPlace, groupBy, type Scoring, type Segment } from './scoring.ts';
import { cutByAgreement, versionsIn } from './segments/cut-by-agreement.ts';
import { cutByMeasures, isCutIn } from './segments/cut-period.ts';
import type { Scores } from './segments/join-scores.ts';
import { type Slices, sliced } from './slices.ts';

type Agreed = ReadonlyMap<ComponentId, readonly AgreedVersion[]>;

interface Given {
  /** Of the whole, by what counts last in the period. */
  scoring: Scoring;
  whole: Segment;
  scores: Scores;
  agreements: readonly Agreement[];
}
export interface Rescored {
  scores: Scores;
  /** Whose goals were scored anew. */
  components: ReadonlySet<ComponentId>;
}

/** The components in sets, each after those that contribute to it; those that contribute to each other are one set. */
function unitsAbove(goals: readonly Goal[], agreed: Agreed): ComponentId[][] {
  const ownerOf = new Map(goals.map(({ id, componentId }) => [id, componentId]));
  const goalsOf = groupBy(goals, ({ componentId }) => componentId);
  const served = (id: ComponentId): ComponentId[] => {
    const links = (goalsOf.get(id) ?? []).flatMap(({ alignments }) => alignments);
    const above = links.flatMap(({ mode, parentGoalId }) =>
      mode === 'contributes' ? (ownerOf.get(parentGoalId) ?? []) : [],
    );
    return [...new Set(above)].filter((one) => one !== id);
  };
  const touched = new Map<ComponentId, ComponentId[]>();
  // The list grows while it is walked.
  const waiting = [...agreed.keys()];
  for (const id of waiting) {
    if (touched.has(id)) continue;
    const above = served(id);
    touched.set(id, above);
    waiting.push(...above);
  }
  const { order, circular } = childrenFirst([...touched].map(([id, parents]) => ({ id, parents })));
  return [...order.map((id) => [id]), ...(circular.length > 0 ? [circular] : [])];
}

function unitScorer({ scoring, whole }: Given, agreed: Agreed) {
  const goalsOf = groupBy(whole.goals, ({ componentId }) => componentId);
  const measuresOf = groupBy(whole.measures, ({ goalId }) => goalId);
  const observationsOf = groupBy(scoring.observations, ({ measureId }) => measureId);
  const places = new Map(whole.components.map((place) => [place.id, place]));
  const contributors = contributorsOf(whole.goals);

  const placeOf = (id: ComponentId): ComponentPlace => ({
    ...places.get(id),
    id,
    parentIds: [],
  });
  return (ids: readonly ComponentId[], known: Scores): Scores => {
    const own = ids.flatMap((id) => goalsOf.get(id) ?? []);
    const everOwn = [...own, ...ids.flatMap((id) => agreed.get(id) ?? []).flatMap(({ goals }) => goals)];
    const inUnit = new Set(everOwn.map(({ id }) => id));
    const below = [...inUnit].flatMap((id) => (contributors.get(id) ?? []).map(({ goal }) => goal));
    const outside = [...new Set(below)].filter(({ id }) => !inUnit.has(id));
    const segment: Segment = {
      ...whole,
      goals: [...own, ...outside],
      measures: own.flatMap(({ id }) => measuresOf.get(id) ?? []),
      components: ids.map(placeOf),
    };
    const parts = ids.reduce(
      (segments, id) => segments.flatMap((one) => cutByAgreement(one, agreed.get(id) ?? [], id)),
      [segment],
    );
    const segments = parts.flatMap(cutByMeasures);
    const measures = segments.flatMap((one) => one.measures);
    const sources = new Set(measures.flatMap(({ id, valueFrom = [] }) => [id, ...valueFrom]));
    const observations = [...sources].flatMap((id) => observationsOf.get(id) ?? []);
    const goals = new Map(
      outside.flatMap(({ id }) => {
        const found = known.goals.get(id);
        return found ? [[id, found] as const] : [];
      }),
    );
    return scoreAll({ ...scoring, segments, observations }, { goals, components: new Map() });
  };
}

/** Whose period falls apart, with what is agreed of them: none where only a measure does not count throughout. */
function changingIn({ scoring: { period }, whole, agreements }: Given): Agreed {
  const cut = new Set(
    whole.measures.filter((measure) => isCutIn(period, measure)).map(({ goalId }) => goalId),
  );
  const dated = whole.goals.flatMap(({ id, componentId }) => (cut.has(id) ? [componentId] : []));
  const versions = new Map(agreements.map(({ componentId, agreed }) => [componentId, agreed]));
  const several = agreements.filter(({ agreed }) => versionsIn(agreed, period).length > 1);
  return new Map(
    [...dated, ...several.map(({ componentId }) => componentId)].map((id) => [id, versions.get(id) ?? []]),
  );
}

/** Whatever has no goals of its own is scored by its parts, of which some were scored anew. */
function wholesAbove({ components, goals }: Segment, touched: ReadonlySet<ComponentId>): Set<ComponentId> {
  const parentsOf = new Map(components.map(({ id, parentIds }) => [id, parentIds]));
  const judged = new Set(goals.map(({ componentId }) => componentId));
  const above = new Set([...touched].flatMap((id) => parentsOf.get(id) ?? []));
  // The set grows while it is walked.
  for (const id of above) for (const parent of parentsOf.get(id) ?? []) above.add(parent);
  return new Set([...above].filter((id) => !judged.has(id) && !touched.has(id)));
}

export function* scoringAgreed(given: Given): Slices<Rescored> {
  const { scoring, whole, scores } = given;
  const agreed = changingIn(given);
  if (agreed.size === 0) return { scores, components: new Set() };
  const units = unitsAbove(whole.goals, agreed);
  const scoreUnit = unitScorer(given, agreed);
  const now: Scores = {
    measures: new Map(scores.measures),
    goals: new Map(scores.goals),
    components: new Map(scores.components),
  };
  yield* sliced(units, (ids) => {
    const found = scoreUnit(ids, now);
    for (const [id, score] of found.measures) now.measures.set(id, score);
    for (const [id, score] of found.goals) now.goals.set(id, score);
    for (const [id, score] of found.components) now.components.set(id, score);
  });
  const touched = new Set(units.flat());
  const anew = wholesAbove(whole, touched);
  if (anew.size === 0) return { scores: now, components: touched };
  const kept = new Map([...now.components].filter(([id]) => !anew.has(id)));
  const tree = { ...scoring, segments: [{ ...whole, goals: [], measures: [] }], observations: [] };
  const { components } = yield* scoringAll(tree, { goals: new Map(), components: kept });
  return { scores: { ...now, components }, components: touched };
}
