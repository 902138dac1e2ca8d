// What a reader looks at: the plans that they may see and that fit the filter, and the organisation around them.
import type { Actor } from '../../access/actor.ts';
import { authorize, scopeOf } from '../../access/authorize.ts';
import type { Permission } from '../../access/permissions.ts';
import { isVisible, visibleComponentIds } from '../../access/visibility.ts';
import type { Deps } from '../../deps.ts';
import { heldFromActor } from '../../runtime/ratings/rating-sight.ts';
import { type BoardFilter, type BoardPlan, listBoardPlans } from '../../store/queries/board-reads.ts';
import { listPlaces } from '../../store/queries/components.ts';
import type { Db } from '../../store/schema.ts';
import type { BoardName } from './board.ts';
import { makePlaces, type Places } from './places.ts';
import { LEAST } from './small-groups.ts';

export interface Filter extends BoardFilter {
  /** Only this component and what is below it. */
  under?: string | undefined;
  /** groups: the attribute that people are grouped by. */
  attribute?: string | undefined;
}

export interface View {
  db: Db;
  at: string;
  filter: Filter;
  plans: BoardPlan[];
  planIds: ReadonlySet<string>;
  /** In view, with or without a plan. */
  componentIds: string[];
  places: Places;
  /** Smaller groups are not told to this reader; 0: they may read the plans themselves. */
  least: number;
}

export const permissionOf = (board: BoardName): Permission => {
  if (board === 'groups') return 'attributes.read';
  return board === 'raters' ? 'reports.raters' : 'reports.read';
};

export const authorizeBoard = (actor: Actor, board: BoardName) => authorize(actor, permissionOf(board));

/** Boards of figures alone: the others tell how somebody was judged, or where a plan went after that. */
const ofFigures: readonly BoardName[] = ['goals', 'feedback'];

export async function readView(
  { db, cycles }: { db: Db } & Pick<Deps, 'cycles'>,
  { actor, board, filter, at }: { actor: Actor; board: BoardName; filter: Filter; at: string },
): Promise<View> {
  const visible = await visibleComponentIds(db, actor, authorizeBoard(actor, board));
  const components = await listPlaces(db);
  const { under } = filter;
  const places = makePlaces(components, under);
  const fits = (id: string) => isVisible(visible, id) && (under === undefined || places.isUnder(id, under));
  const held = ofFigures.includes(board)
    ? new Map<string, number>()
    : await heldFromActor({ cycles }, db, actor);
  const plans = (await listBoardPlans(db, filter)).filter(
    ({ id, componentId }) => fits(componentId) && !held.has(id),
  );
  return {
    ...{ db, at, filter, plans, places },
    planIds: new Set(plans.map(({ id }) => id)),
    componentIds: components.map(({ id }) => id).filter(fits),
    least: board === 'groups' || scopeOf(actor, 'plans.read') === null ? LEAST : 0,
  };
}
