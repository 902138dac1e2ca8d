// The roll-up of the whole organisation is kept as long as nothing that it rests on has changed: many people look at the
// organisation, and its scores change seldom. Plans and tasks move all the time and are no part of the scores; what is
// agreed in plans is.
import type { Period } from '../../engine/index.ts';
import { inSlices } from '../in-slices.ts';
import { type ScoreStamp, scoreStamp } from '../store/queries/score-stamp.ts';
import { daysNow } from '../store/queries/zones.ts';
import type { Db } from '../store/schema.ts';
import { keepToScore } from './kept-to-score.ts';
import type { Counting } from './read-to-score.ts';
import { type RolledUp, type RollUp, rollingUp } from './roll-up.ts';

interface Kept {
  key: string;
  counted: Promise<RollUp>;
}

/** One for each store: two of them have nothing to do with each other. */
export function makeRollUps(counting: Counting) {
  let kept: Kept | null = null;
  const read = keepToScore(counting);
  const count = async (
    db: Db,
    when: { period: Period; at: string; days: string[]; stamp: ScoreStamp },
    last: Promise<RollUp | null> | undefined,
  ) => {
    const before = await last;
    return inSlices(rollingUp(await read(db, when), when, before));
  };
  return async (db: Db, { period, at }: { period: Period; at: string }): Promise<RolledUp[]> => {
    // Some measures rest on the day on which they are looked at, by the zone of their component.
    const [stamp, days] = [await scoreStamp(db), await daysNow(db, at)];
    const key = JSON.stringify([stamp, period, days]);
    if (kept?.key === key) return (await kept.counted).rolledUp;
    // What failed is no help for the next.
    const last = kept?.counted.catch(() => null);
    // Who asks for the same while it is being counted waits for it.
    const asked: Kept = { key, counted: count(db, { period, at, days, stamp }, last) };
    kept = asked;
    asked.counted.catch(() => {
      if (kept === asked) kept = null;
    });
    return (await asked.counted).rolledUp;
  };
}
export type RollUps = ReturnType<typeof makeRollUps>;
