// The plain reports with what is too small for their reader withheld, as on the boards. Pure.
import { withheldPlaces } from './boards/small-groups.ts';
import type { countOutcomes } from './outcomes.ts';
import type { VersionCounts } from './stage-counts.ts';
import type { StageTime } from './stage-times.ts';

const none = { below: null, meets: null, exceeds: null, notScored: null };

export function tellOutcomes(items: ReturnType<typeof countOutcomes>, least: number) {
  const counts = items.map(({ below, meets, exceeds, notScored }) => below + meets + exceeds + notScored);
  const small = withheldPlaces(counts, least);
  return items.map((item, place) => {
    const withheld = small.has(place);
    return { ...item, ...(withheld ? none : {}), withheld };
  });
}

/** How many plans a cycle has is known: of its stages one alone that is left out would be what the others leave. */
function smallIn(items: readonly StageTime[], least: number): Set<StageTime> {
  const ofCycles = [...Map.groupBy(items, ({ cycleId }) => cycleId).values()];
  const small = ofCycles.flatMap((own) => {
    const places = withheldPlaces(
      own.map(({ stays, now }) => stays + now),
      least,
    );
    return own.filter((_, place) => places.has(place));
  });
  return new Set(small);
}

export function tellTimes(items: readonly StageTime[], least: number) {
  const small = smallIn(items, least);
  const told = items.filter((item) => !small.has(item));
  return { withheld: items.length - told.length, items: told };
}

/** How many plans there are is known to whoever may start or draw them; where each is, is not. */
export function tellCounts({ active, ended, items }: VersionCounts, least: number) {
  const small = withheldPlaces(
    items.map((item) => item.active + item.ended),
    least,
  );
  return {
    ...{ active, ended },
    withheld: items.filter((_, place) => small.has(place)).map(({ stage }) => stage),
    items: items.filter((_, place) => !small.has(place)),
  };
}
