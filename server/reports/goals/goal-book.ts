// All goals in the order of the tree, kept as long as nothing that they rest on has changed: many people look at goals,
// and they change seldom.

import { listPlaces } from '../../store/queries/components.ts';
import { type GoalLine, listGoalLines } from '../../store/queries/goal-lines.ts';
import { scoreStamp } from '../../store/queries/score-stamp.ts';
import type { Db } from '../../store/schema.ts';
import { inTreeOrder, type Place } from './tree-order.ts';

export interface GoalBook {
  /** By where their components stand in the tree; of one component, the one with the highest priority first. */
  goals: GoalLine[];
  /** Components by id, in the order of the tree that is drawn open. */
  places: ReadonlyMap<string, Place>;
}

async function read(db: Db): Promise<GoalBook> {
  const places = inTreeOrder(await listPlaces(db));
  const at = new Map([...places.keys()].map((id, index) => [id, index]));
  const placeOf = ({ componentId }: GoalLine) => at.get(componentId) ?? at.size;
  const goals = (await listGoalLines(db)).toSorted(
    (a, b) => placeOf(a) - placeOf(b) || b.priority - a.priority,
  );
  return { goals, places };
}

/** One for each store: two of them have nothing to do with each other. */
export function makeGoalBooks() {
  let kept: { stamp: string; book: GoalBook } | null = null;
  return async (db: Db): Promise<GoalBook> => {
    const stamp = await scoreStamp(db);
    if (kept?.stamp === stamp) return kept.book;
    const book = await read(db);
    kept = { stamp, book };
    return book;
  };
}
export type GoalBooks = ReturnType<typeof makeGoalBooks>;
