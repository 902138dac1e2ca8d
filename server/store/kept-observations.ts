// The observations of a period, read once and then only what came since: figures come every day, and a year of them is read
// for every look at the scores. None is ever taken away, and of those that are kept only the status can become another.
import type { Observation, Period } from '../../engine/index.ts';
import { letOthers } from '../in-slices.ts';
import {
  findObservations,
  listObservationsSince,
  listVerifiedSince,
  type ObservationMark,
  observationMark,
  textsOfObservationsIn,
} from './queries/observations.ts';
import type { Db } from './schema.ts';

export type ObservationsIn = (db: Db, period: Period) => Promise<Observation[]>;

/** So many are parsed before somebody else has a turn. */
const AT_ONCE = 2_000;

const touches = ({ periodStart, periodEnd }: Observation, { start, end }: Period): boolean =>
  periodEnd >= start && periodStart <= end;

interface Kept {
  period: Period;
  mark: ObservationMark;
  observations: Map<string, Observation>;
}

async function readAll(db: Db, period: Period): Promise<Kept> {
  const mark = await observationMark(db);
  const texts = await textsOfObservationsIn(db, period);
  const observations = new Map<string, Observation>();
  for (const [index, text] of texts.entries()) {
    if (index % AT_ONCE === 0) await letOthers();
    const observation: Observation = JSON.parse(text);
    observations.set(observation.id, observation);
  }
  return { period, mark, observations };
}

/** Null when what was recorded meanwhile cannot be told from the rest, as what has an instant that was read already. */
async function readOn(db: Db, { period, mark, observations }: Kept): Promise<Kept | null> {
  const now = await observationMark(db);
  const recorded = await listObservationsSince(db, mark);
  if (mark.count + recorded.length !== now.count) return null;
  const verified = await findObservations(db, await listVerifiedSince(db, mark));
  const kept = new Map(observations);
  for (const one of [...recorded.filter((one) => touches(one, period)), ...verified])
    if (kept.has(one.id) || touches(one, period)) kept.set(one.id, one);
  return { period, mark: now, observations: kept };
}

/** One for each store. Nobody may change what it gives. */
export function keepObservations(): ObservationsIn {
  let kept: Kept | null = null;
  return async (db, period) => {
    const isSamePeriod = kept?.period.start === period.start && kept.period.end === period.end;
    const now = (kept && isSamePeriod && (await readOn(db, kept))) || (await readAll(db, period));
    kept = now;
    return [...now.observations.values()];
  };
}
