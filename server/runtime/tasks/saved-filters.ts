// Views of the inbox under a name. A view says what is looked for and never what was found: whoever opens it finds among
// the tasks that they may see themselves.
import type { Actor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import {
  changeSavedFilter,
  deleteSavedFilter,
  findSavedFilter,
  firstFilterOf,
  insertSavedFilter,
  listOwnAndShared,
  ownersInTeamOf,
  type SavedFilter,
  setFirstFilter,
} from '../../store/queries/saved-filters.ts';
import type { Db } from '../../store/schema.ts';

export type Search = Record<string, string>;
export interface PresentedFilter {
  id: string;
  name: string;
  search: Search;
  shared: boolean;
  owner: { id: string; name: string };
  mine: boolean;
  /** The reader's inbox begins with it. */
  first: boolean;
}

/** Enough for a rail; each is read with every inbox. */
const MOST = 30;

/** Who looks after everybody's tasks shares with everybody. */
const isForAll = ({ ownerId, ownerName, ownerRoles }: SavedFilter): boolean =>
  scopeOf(
    { id: ownerId, name: ownerName ?? ownerId, roles: JSON.parse(ownerRoles ?? '[]') },
    'tasks.reassign',
  ) === 'all';

async function visible(db: Db, filters: readonly SavedFilter[], personId: string): Promise<SavedFilter[]> {
  const others = filters.filter((filter) => filter.ownerId !== personId && !isForAll(filter));
  const team = await ownersInTeamOf(db, personId, [...new Set(others.map(({ ownerId }) => ownerId))]);
  return filters.filter(
    (filter) =>
      filter.ownerId === personId || (filter.shared === 1 && (isForAll(filter) || team.has(filter.ownerId))),
  );
}

export async function listFilters(db: Db, actor: Actor): Promise<PresentedFilter[]> {
  const filters = await visible(db, await listOwnAndShared(db, actor.id), actor.id);
  const first = await firstFilterOf(db, actor.id);
  return filters.map(({ id, name, search, shared, ownerId, ownerName }) => ({
    id,
    name,
    search: JSON.parse(search),
    shared: shared === 1,
    owner: { id: ownerId, name: ownerName ?? ownerId },
    mine: ownerId === actor.id,
    first: id === first,
  }));
}

async function readBack(db: Db, id: string, actor: Actor): Promise<PresentedFilter> {
  const found = (await listFilters(db, actor)).find((filter) => filter.id === id);
  if (!found) throw notFound('saved filter');
  return found;
}

export interface Saving {
  name: string;
  search: Search;
  shared: boolean;
}

/** A name belongs to one view of a person; two could not be told apart. */
async function requireFreeName(
  db: Db,
  actor: Actor,
  given: { name: string; except?: string },
): Promise<void> {
  const own = (await listOwnAndShared(db, actor.id)).filter(({ ownerId }) => ownerId === actor.id);
  if (own.some(({ id, name }) => name === given.name && id !== given.except))
    throw new ProblemError('conflict', `You have a filter “${given.name}” already; choose another name.`);
  if (given.except === undefined && own.length >= MOST)
    throw new ProblemError('conflict', `${MOST} filters are saved already; remove one first.`);
}

export async function saveFilter(
  { store, clock, ids }: Pick<Deps, 'store' | 'clock' | 'ids'>,
  actor: Actor,
  { name, search, shared }: Saving,
): Promise<PresentedFilter> {
  return store.commit(async (db) => {
    await requireFreeName(db, actor, { name });
    const row = { id: ids.next('flt'), ownerId: actor.id, name, search: JSON.stringify(search) };
    await insertSavedFilter(db, { ...row, shared: shared ? 1 : 0, createdAt: clock.now() });
    return readBack(db, row.id, actor);
  });
}

/** @throws ProblemError not-found, also for one that others share: only its owner changes it. */
async function requireOwn(db: Db, id: string, actor: Actor): Promise<void> {
  if ((await findSavedFilter(db, id))?.ownerId !== actor.id) throw notFound('saved filter');
}

export async function changeFilter(
  { store }: Pick<Deps, 'store'>,
  id: string,
  { actor, name, search, shared }: { [Key in keyof Saving]?: Saving[Key] | undefined } & { actor: Actor },
): Promise<PresentedFilter> {
  return store.commit(async (db) => {
    await requireOwn(db, id, actor);
    if (name !== undefined) await requireFreeName(db, actor, { name, except: id });
    await changeSavedFilter(db, id, {
      ...(name === undefined ? {} : { name }),
      ...(search === undefined ? {} : { search: JSON.stringify(search) }),
      ...(shared === undefined ? {} : { shared: shared ? 1 : 0 }),
    });
    return readBack(db, id, actor);
  });
}

/** Removed again it has no effect. */
export async function removeFilter({ store }: Pick<Deps, 'store'>, id: string, actor: Actor): Promise<void> {
  await store.commit(async (db) => {
    if ((await findSavedFilter(db, id))?.ownerId === actor.id) await deleteSavedFilter(db, id);
  });
}

/** What the actor's inbox begins with; null: with everything. */
export async function beginWith(
  { store }: Pick<Deps, 'store'>,
  id: string | null,
  actor: Actor,
): Promise<PresentedFilter[]> {
  return store.commit(async (db) => {
    if (id !== null) await readBack(db, id, actor);
    await setFirstFilter(db, actor.id, id);
    return listFilters(db, actor);
  });
}
