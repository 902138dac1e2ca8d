// What the scores rest on, read once: as long as only figures come, only those are read again.
import type { Period } from '../../engine/index.ts';
import { makeDocuments } from '../store/documents.ts';
import { keepObservations } from '../store/kept-observations.ts';
import { readFigures } from '../store/queries/reports.ts';
import { onlyFiguresCame, type ScoreStamp } from '../store/queries/score-stamp.ts';
import type { Db } from '../store/schema.ts';
import { type Counting, readToScore, type ToScore } from './read-to-score.ts';

interface Wanted {
  period: Period;
  at: string;
  /** Which day it is at each place: it says until when something is not due. */
  days: readonly string[];
  /** Taken before anything is read, so that what changes meanwhile is seen the next time. */
  stamp: ScoreStamp;
}

interface Kept {
  stamp: ScoreStamp;
  when: string;
  read: ToScore;
}

/** One for each store, and one reader at a time. Nobody may change what it gives. */
export function keepToScore(counting: Counting) {
  const reading = { parse: makeDocuments(), observationsIn: keepObservations() };
  let kept: Kept | null = null;
  const readOn = async (db: Db, { read }: Kept, period: Period): Promise<ToScore> => {
    const { measures } = read;
    return { ...read, observations: await readFigures(db, period, { ...reading, measures }) };
  };
  return async (db: Db, { period, at, days, stamp }: Wanted): Promise<ToScore> => {
    const when = JSON.stringify([period, days]);
    const isSame = kept?.when === when && (await onlyFiguresCame(db, kept.stamp, stamp));
    const read =
      kept && isSame
        ? await readOn(db, kept, period)
        : await readToScore(counting, db, { period, at, reading });
    kept = { stamp, when, read };
    return read;
  };
}
