// The score of a component, or of every one of them, over a period: goals by priority, each from its measures
// and from the goals that contribute to it. What has no data is missing, never zero.
import type { AgreedVersion, Agreement } from '../model/agreed-version.ts';
import type { Calendar } from '../model/calendar.ts';
import type { PlacedComponent } from '../model/component.ts';
import type { Goal } from '../model/goal.ts';
import type { ComponentId } from '../model/ids.ts';
import type { Measure, Observation } from '../model/measure.ts';
import type { ComponentScore } from '../model/score.ts';
import type { Instant, LocalDate, Period } from '../model/time.ts';
import { localDateOf } from '../time/instant.ts';
import { activeBetween, alwaysActive } from './activity.ts';
import { goalsBehind } from './alignment.ts';
import { isInForceIn } from './in-force.ts';
import { type Rescored, scoringAgreed } from './score-agreed.ts';
import { scoringAll } from './score-all.ts';
import type { ScoredComponent } from './score-components.ts';
import { scoringMoved } from './score-moved.ts';
import { nothingKnown } from './score-segment.ts';
import type { ComponentPlace, Scoring, Segment } from './scoring.ts';
import { asAgreed } from './segments/as-agreed.ts';
import { cutByAgreement, versionsIn } from './segments/cut-by-agreement.ts';
import { cutByMeasures } from './segments/cut-period.ts';
import type { Scores } from './segments/join-scores.ts';
import { saidOn } from './segments/said-on.ts';
import { type Station, treesOverTime } from './segments/trees-over-time.ts';
import { finish, type Slices } from './slices.ts';
import { factsIn, type Scored, unchangedSince } from './unchanged.ts';

export interface OrganisationScoring {
  /** Where they stand at the end of the period. */
  components: readonly PlacedComponent[];
  /** Of components that moved, in the order of time. */
  stations?: readonly Station[] | undefined;
  /** Goals of those components, and those of others that contribute to them. */
  goals: readonly Goal[];
  measures: readonly Measure[];
  /** Of all those measures; observations before the period serve measures that carry their last score. */
  observations: readonly Observation[];
  period: Period;
  at: Instant;
  calendar: Calendar;
  /** Where components work by others than that one. */
  calendarOf?: ((componentId: ComponentId) => Calendar) | undefined;
  /** What is agreed of components, one of each; what `goals` and `measures` say of others counts throughout. */
  agreements?: readonly Agreement[] | undefined;
}

export interface ComponentScoring extends Omit<OrganisationScoring, 'components' | 'stations'> {
  componentId: ComponentId;
  /** Those of which it is known when they were active; others were so all the time. */
  components?: readonly PlacedComponent[];
  /** Of the component's plan, in order of time; `agreements` are those of components that contribute. */
  agreed?: readonly AgreedVersion[] | undefined;
}

const wholeOf = (
  { period, goals, measures }: Pick<OrganisationScoring, 'period' | 'goals' | 'measures'>,
  components: readonly ComponentPlace[],
): Segment => ({ period, version: 1, goals, measures, components, rates: {} });

/** Many components have the same zone. */
function todayBy(at: Instant): (zone: string) => LocalDate {
  const known = new Map<string, LocalDate>();
  return (zone) => {
    const today = known.get(zone) ?? localDateOf(at, zone);
    known.set(zone, today);
    return today;
  };
}

function toScoring(input: OrganisationScoring, segments: readonly Segment[]): Scoring {
  const { period, at, calendar, calendarOf = () => calendar, observations } = input;
  const todayIn = todayBy(at);
  const active = new Map(
    input.components
      .filter(({ activeFrom, activeTo, absences }) => activeFrom || activeTo || absences?.length)
      .map(({ id, activeFrom, activeTo, absences = [] }) => [
        id,
        { ...activeBetween(activeFrom, activeTo), absences: [...absences] },
      ]),
  );
  return {
    period,
    segments,
    observations,
    rated: new Map(),
    todayOf: (componentId) => todayIn(calendarOf(componentId).zone),
    calendarOf,
    activeTimeOf: (componentId) => active.get(componentId) ?? alwaysActive,
  };
}

const measuresIn = (goals: Scores['goals']): Scores['measures'] =>
  new Map([...goals.values()].flatMap(({ score }) => score.measures).map((one) => [one.measureId, one]));

/** By what counts last in the period; what rests on nothing new is taken from before. */
function* scoringWhole(
  input: OrganisationScoring,
  places: readonly ComponentPlace[],
  before: Scored | null,
): Slices<Scored> {
  const whole = wholeOf(input, places);
  const measures = whole.measures.filter((measure) => isInForceIn(measure, input.period));
  const scoring = toScoring(input, [{ ...whole, measures }]);
  const resting = { scoring, whole, placed: input.components };
  yield;
  const facts = yield* factsIn(resting);
  const known = before ? yield* unchangedSince(before, resting, facts) : nothingKnown;
  const scores = yield* scoringAll(scoring, known);
  return { ...resting, facts, scores: { ...scores, measures: measuresIn(scores.goals) } };
}

const scoringByAgreement = (scored: Scored, { agreements = [] }: OrganisationScoring): Slices<Rescored> =>
  scoringAgreed({ ...scored, agreements });

/** Those that a move reaches. */
function* movedOver(
  input: OrganisationScoring,
  places: readonly ComponentPlace[],
  { scores, components }: Rescored,
): Slices<Map<ComponentId, ScoredComponent>> {
  const trees = treesOverTime(places, input.stations ?? [], input.period);
  if (trees.length === 0) return new Map();
  const several = (input.agreements ?? []).filter(
    ({ componentId, agreed }) => components.has(componentId) && versionsIn(agreed, input.period).length > 1,
  );
  const said = saidOn({ ...input, several });
  return yield* scoringMoved({ scoring: toScoring(input, []), places, trees, said, scores });
}

export interface ScoredOrganisation {
  scores: Map<ComponentId, ComponentScore>;
  /** For the next time. */
  before: Scored;
}

/** Every component by its own goals, or, when it has none, by its parts. `before` makes it quicker, and nothing else. */
export function* scoringOrganisation(
  given: OrganisationScoring,
  before: Scored | null = null,
): Slices<ScoredOrganisation> {
  const input = { ...given, ...asAgreed(given, given.agreements ?? [], given.period) };
  const places = input.components.map(({ id, parentId, kind }) => ({
    id,
    kind,
    parentIds: parentId === null ? [] : [parentId],
  }));
  yield;
  const whole = yield* scoringWhole(input, places, before);
  const rescored = yield* scoringByAgreement(whole, input);
  const moved = yield* movedOver(input, places, rescored);
  const { components } = rescored.scores;
  const scores = new Map([...components].map(([id, { score }]) => [id, moved.get(id)?.score ?? score]));
  return { scores, before: whole };
}

export const scoreOrganisation = (given: OrganisationScoring): Map<ComponentId, ComponentScore> =>
  finish(scoringOrganisation(given)).scores;

/** Of a plan: its goals and what contributes to them, over the parts between what its two sides agreed. */
export function scoringOf({
  componentId,
  components = [],
  agreed = [],
  ...input
}: ComponentScoring): Scoring {
  const goals = goalsBehind(new Set([componentId]), input.goals);
  const whole = wholeOf({ ...input, goals }, [{ id: componentId, parentIds: [] }]);
  const segments = cutByAgreement(whole, agreed, componentId).flatMap(cutByMeasures);
  return toScoring({ ...input, goals, components }, segments);
}

/** By its own goals alone, and what contributes to them. */
export function scoreComponent(given: ComponentScoring): ComponentScore {
  const { componentId, components = [], agreed = [], ...input } = given;
  const agreements = [{ componentId, agreed }, ...(given.agreements ?? [])];
  const said = asAgreed(given, agreements, given.period);
  const goals = goalsBehind(new Set([componentId]), said.goals);
  const behind = new Set(goals.map(({ id }) => id));
  const measures = said.measures.filter(({ goalId }) => behind.has(goalId));
  const whole = { ...input, goals, measures, components, agreements };
  const scored = finish(scoringWhole(whole, [{ id: componentId, parentIds: [] }], null));
  const { scores } = finish(scoringByAgreement(scored, whole));
  const component = scores.components.get(componentId);
  if (component === undefined) throw new Error(`The component ${componentId} was not scored.`);
  return component.score;
}
