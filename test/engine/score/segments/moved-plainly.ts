// Components that moved, scored in the plain way: the whole organisation over each part between two moves, then joined.
import { alwaysActive } from '../../../../engine/score/activity.ts';
import { scoreAll } from '../../../../engine/score/score-all.ts';
import type { OrganisationScoring } from '../../../../engine/score/score-component.ts';
import type { ComponentPlace, Segment } from '../../../../engine/score/scoring.ts';
import { cutPeriod } from '../../../../engine/score/segments/cut-period.ts';
import type { Station } from '../../../../engine/score/segments/trees-over-time.ts';

type Given = OrganisationScoring & { stations: readonly Station[] };

function placesOn({ components, stations }: Given, day: string): Map<string, string | null> {
  const stood = (id: string) => {
    const own = stations.filter(({ componentId }) => componentId === id);
    return own.findLast(({ from }) => from <= day) ?? own[0];
  };
  return new Map(components.map(({ id, parentId }) => [id, (stood(id) ?? { parentId }).parentId]));
}

const wayUp = (parents: ReadonlyMap<string, string | null>, id: string | null): string =>
  id === null ? '' : `${id} ${wayUp(parents, parents.get(id) ?? null)}`;

/** What moved, with everything below it and whatever it was or is a part of. */
function reachedIn(
  parts: readonly ReadonlyMap<string, string | null>[],
  ids: readonly string[],
): Set<string> {
  const waysOf = (id: string) => parts.map((parents) => wayUp(parents, id));
  const shifted = ids.filter((id) => new Set(waysOf(id)).size > 1);
  return new Set(shifted.flatMap(waysOf).flatMap((way) => way.trim().split(' ')));
}

/** The rounded score of each component. What no move reaches counts with its score for the whole period. */
export function scoreMovedPlainly(given: Given): Map<string, number | null> {
  const { period, goals, measures, stations } = given;
  const ids = given.components.map(({ id }) => id);
  const periods = cutPeriod(
    period,
    stations.map(({ from }) => from),
  );
  const trees = periods.map(({ start }) => placesOn(given, start));
  const known = new Map<string, { way: string; place: ComponentPlace }>();
  const segments = periods.map((part, index): Segment => {
    const parents = trees[index] ?? new Map();
    const components = given.components.map(({ id, kind }) => {
      const [way, parentId] = [wayUp(parents, id), parents.get(id) ?? null];
      const before = known.get(id);
      // A place is the same object as long as the way up from it is the same.
      const place =
        before?.way === way ? before.place : { id, kind, parentIds: parentId === null ? [] : [parentId] };
      known.set(id, { way, place });
      return place;
    });
    return { period: part, version: 1, goals, measures, components, rates: {} };
  });
  const scoring = {
    ...{ period, observations: given.observations, rated: new Map() },
    todayOf: () => given.at.slice(0, 10),
    calendarOf: () => given.calendar,
    activeTimeOf: () => alwaysActive,
  };
  const last = segments.at(-1);
  const whole = scoreAll({ ...scoring, segments: last ? [{ ...last, period }] : [] });
  const reached = reachedIn(trees, ids);
  const components = new Map([...whole.components].filter(([id]) => !reached.has(id)));
  const scored = scoreAll({ ...scoring, segments }, { goals: new Map(), components });
  return new Map([...scored.components].map(([id, { score }]) => [id, score.score]));
}
