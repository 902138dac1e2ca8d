// What a reader looks at: the plans that they may see and that fit the filter, and the organisation around them.
import type { Actor } from '../../access/actor.ts';
import { authorize, scopeOf } from '../../access/authorize.ts';
import type { Permission } from '../../access/permissions.ts';
import { isVisible } from '../../access/visibility.ts';
import type { Deps } from '../../deps.ts';
import type { BoardFilter, Within } from '../../store/queries/plans-within.ts';
import type { Db } from '../../store/schema.ts';
import { countedFor } from '../counted-for.ts';
import { makeStayBooks, type StayBooks } from '../stay-book.ts';
import type { BoardName } from './board.ts';
import { makePlaceBooks, type PlaceBooks } from './place-book.ts';
import type { Places } from './places.ts';
import { LEAST } from './small-groups.ts';

export interface Filter extends BoardFilter {
  /** Only this component and what is below it. */
  under?: string | undefined;
  /** groups: the attribute that people are grouped by. */
  attribute?: string | undefined;
}

export interface View {
  db: Db;
  cycles: Deps['cycles'];
  at: string;
  filter: Filter;
  /** The plans in view. */
  within: Within;
  /** In view, with or without a plan. */
  componentIds: readonly string[];
  places: Places;
  /** How long plans stay in their stages. */
  stays: StayBooks;
  /** Smaller groups are not told to this reader; 0: they may read the plans themselves. */
  least: number;
  /** It holds plans that the reader may not read. */
  isFenced: boolean;
  /** The reader may read plans that it does not hold, wherever it looks. */
  isApart: boolean;
}

export const permissionOf = (board: BoardName): Permission => {
  if (board === 'groups') return 'attributes.read';
  return board === 'raters' ? 'reports.raters' : 'reports.read';
};

export const authorizeBoard = (actor: Actor, board: BoardName) => authorize(actor, permissionOf(board));

/** Reports tell the reader of plans that they may not read: of all, or of all but a few. */
export const readsBeyondPlans = (actor: Actor): boolean =>
  scopeOf(actor, 'reports.read') === 'all' && scopeOf(actor, 'plans.read') !== 'all';

export const leastFor = (actor: Actor): number => (readsBeyondPlans(actor) ? LEAST : 0);

export interface Looking {
  db: Db;
  cycles: Deps['cycles'];
  /** Left out: the organisation is read anew. */
  places?: PlaceBooks;
  /** Left out: the history is read from its beginning. */
  stays?: StayBooks;
}

export async function readView(
  { db, cycles, places: placesOf = makePlaceBooks(), stays = makeStayBooks() }: Looking,
  { actor, board, filter, at }: { actor: Actor; board: BoardName; filter: Filter; at: string },
): Promise<View> {
  const scope = authorizeBoard(actor, board);
  const { visible, except, isApart } = await countedFor({ cycles }, db, { actor, scope });
  const places = await placesOf(db);
  const { cycleId, version, from, to, under } = filter;
  const isWhole = visible === 'all' && under === undefined;
  const fits = (id: string) => isVisible(visible, id) && (under === undefined || places.isUnder(id, under));
  const componentIds = isWhole ? places.ids : places.ids.filter(fits);
  const isFenced = readsBeyondPlans(actor);
  return {
    ...{ db, cycles, at, filter, places, stays, componentIds },
    within: {
      ...{ cycleId, version, from, to },
      componentIds: isWhole ? 'all' : componentIds,
      except,
    },
    least: board === 'groups' || isFenced ? LEAST : 0,
    isFenced,
    isApart,
  };
}
