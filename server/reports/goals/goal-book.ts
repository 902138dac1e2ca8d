// All goals in the order of the tree, kept as long as nothing that they rest on has changed: many people look at goals,
// and they change seldom.

import { listComponentsBefore } from '../../store/queries/component-versions.ts';
import { listPlaces } from '../../store/queries/components.ts';
import { type GoalLine, listGoalLines } from '../../store/queries/goal-lines.ts';
import { onlyFiguresCame, type ScoreStamp, scoreStamp } from '../../store/queries/score-stamp.ts';
import type { Db } from '../../store/schema.ts';
import { inTreeOrder, type Place } from './tree-order.ts';

export interface GoalBook {
  /** By where their components stand in the tree; of one component, the one with the highest priority first. */
  goals: GoalLine[];
  /** Components by id, in the order of the tree that is drawn open. */
  places: ReadonlyMap<string, Place>;
}

/** No tree has as many. */
const ALL = 1_000_000;

const placesAt = (db: Db, before: string | null): Promise<Place[]> =>
  before === null ? listPlaces(db) : listComponentsBefore(db, before, { after: '', limit: ALL });

async function read(db: Db, before: string | null): Promise<GoalBook> {
  const places = inTreeOrder(await placesAt(db, before));
  const at = new Map([...places.keys()].map((id, index) => [id, index]));
  const placeOf = ({ componentId }: GoalLine) => at.get(componentId) ?? at.size;
  const goals = (await listGoalLines(db, before)).toSorted(
    (a, b) => placeOf(a) - placeOf(b) || b.priority - a.priority,
  );
  return { goals, places };
}

/** One for each store: two of them have nothing to do with each other. */
export function makeGoalBooks() {
  type Kept = { stamp: ScoreStamp; before: string | null; book: GoalBook } | null;
  // A day looked up now and then does not make everybody wait for today's again.
  const kept: { today: Kept; asOf: Kept } = { today: null, asOf: null };
  /** `before`: as they were just before this instant; null: as they are. */
  return async (db: Db, before: string | null): Promise<GoalBook> => {
    const when = before === null ? 'today' : 'asOf';
    const stamp = await scoreStamp(db);
    const last = kept[when];
    const isSame = last?.before === before && (await onlyFiguresCame(db, last.stamp, stamp));
    const book = isSame ? last.book : await read(db, before);
    kept[when] = { stamp, before, book };
    return book;
  };
}
export type GoalBooks = ReturnType<typeof makeGoalBooks>;
