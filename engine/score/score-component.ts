// The score of a component, or of every one of them, over a period: goals by priority, each from its measures
// and from the goals that contribute to it. What has no data is missing, never zero.
import type { AgreedVersion } from '../model/agreed-version.ts';
import type { Calendar } from '../model/calendar.ts';
import type { PlacedComponent } from '../model/component.ts';
import type { Goal } from '../model/goal.ts';
import type { ComponentId } from '../model/ids.ts';
import type { Measure, Observation } from '../model/measure.ts';
import type { ComponentScore } from '../model/score.ts';
import type { Instant, Period } from '../model/time.ts';
import { localDateOf } from '../time/instant.ts';
import { activeBetween, alwaysActive } from './activity.ts';
import { goalsBehind } from './alignment.ts';
import { scoreAll } from './score-all.ts';
import type { ScoredComponent } from './score-components.ts';
import type { ComponentPlace, Scoring, Segment } from './scoring.ts';
import { cutByAgreement } from './segments/cut-by-agreement.ts';
import { cutByMeasures } from './segments/cut-period.ts';
import { type PlacesOverTime, placesOverTime, type Station } from './segments/places-over-time.ts';

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
}

export interface ComponentScoring extends Omit<OrganisationScoring, 'components' | 'stations'> {
  componentId: ComponentId;
  /** Those of which it is known when they were active; others were so all the time. */
  components?: readonly PlacedComponent[];
  /** Of the component's plan, in order of time; without any what `goals` and `measures` say counts throughout. */
  agreed?: readonly AgreedVersion[] | undefined;
}

interface Agreement {
  componentId: ComponentId;
  agreed: readonly AgreedVersion[];
}

function toScoring(
  input: OrganisationScoring,
  places: readonly ComponentPlace[],
  agreement: Agreement | null = null,
): Scoring {
  const { period, at, calendar, goals, measures, observations } = input;
  const today = localDateOf(at, calendar.zone);
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
    segments: segmentsOf({ period, version: 1, goals, measures, components: places, rates: {} }, agreement),
    observations,
    rated: new Map(),
    todayOf: () => today,
    calendarOf: () => calendar,
    activeTimeOf: (componentId) => active.get(componentId) ?? alwaysActive,
  };
}

function segmentsOf(whole: Segment, agreement: Agreement | null): Segment[] {
  const parts = agreement ? cutByAgreement(whole, agreement.agreed, agreement.componentId) : [whole];
  return parts.flatMap(cutByMeasures);
}

/** A component that moved counts, for each stretch of days, in what it was then a part of (domain: edge cases, transfer). */
function scoreMoved(
  input: OrganisationScoring,
  { changed, parts }: PlacesOverTime,
  known: ReadonlyMap<ComponentId, ScoredComponent>,
): Map<ComponentId, ScoredComponent> {
  const goals = goalsBehind(changed, input.goals);
  const behind = new Set(goals.map(({ id }) => id));
  const measures = input.measures.filter(({ goalId }) => behind.has(goalId));
  const fed = new Set(measures.flatMap(({ id, valueFrom = [] }) => [id, ...valueFrom]));
  const observations = input.observations.filter(({ measureId }) => fed.has(measureId));
  const scoring = toScoring({ ...input, goals, measures, observations }, []);
  const segments = parts.flatMap(({ period, components }) =>
    cutByMeasures({ period, version: 1, goals, measures, components, rates: {} }),
  );
  const still = parts
    .flatMap(({ components }) => components)
    .flatMap(({ id }): [ComponentId, ScoredComponent][] => {
      const found = known.get(id);
      return found ? [[id, found]] : [];
    });
  const { components } = scoreAll({ ...scoring, segments }, new Map(still));
  return new Map([...components].filter(([id]) => changed.has(id)));
}

/** Every component by its own goals, or, when it has none, by its parts. */
export function scoreOrganisation(input: OrganisationScoring): Map<ComponentId, ComponentScore> {
  const places = input.components.map(({ id, parentId, kind }) => ({
    id,
    kind,
    parentIds: parentId === null ? [] : [parentId],
  }));
  const { components } = scoreAll(toScoring(input, places));
  const overTime = placesOverTime(places, input.stations ?? [], input.period);
  const still = [...components].filter(([id]) => !overTime?.changed.has(id));
  const moved = overTime ? scoreMoved(input, overTime, new Map(still)) : new Map();
  return new Map([...components].map(([id, { score }]) => [id, moved.get(id)?.score ?? score]));
}

export function scoringOf(given: ComponentScoring): Scoring {
  const { componentId, components = [], agreed = [], ...input } = given;
  const goals = goalsBehind(new Set([componentId]), input.goals);
  const places = [{ id: componentId, parentIds: [] }];
  return toScoring({ ...input, goals, components }, places, { componentId, agreed });
}

/** By its own goals alone. */
export function scoreComponent(given: ComponentScoring): ComponentScore {
  const { componentId } = given;
  const scored = scoreAll(scoringOf(given)).components.get(componentId);
  if (scored === undefined) throw new Error(`The component ${componentId} was not scored.`);
  return scored.score;
}
