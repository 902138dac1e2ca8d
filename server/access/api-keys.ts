// An API key as it travels, and who it is. Only its digest is kept: what is this long and this random needs no slow hash.
import { hash, randomBytes } from 'node:crypto';
import { hasLeft } from '../store/queries/absences.ts';
import { type ApiKey, findKey, findKeyByDigest, isLive, touchKey } from '../store/queries/api-keys.ts';
import { findPerson } from '../store/queries/people.ts';
import type { Db } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { type Actor, tokenActor } from './actor.ts';
import { scopeOf } from './authorize.ts';

const START = 'cwk_';
/** As much of a key as tells it from others to whoever looks at a list, and nothing that helps to guess the rest. */
const SHOWN = START.length + 6;

export const digestOf = (key: string): string => hash('sha256', key, 'hex');

export function makeKey(): { key: string; digest: string; prefix: string } {
  const key = `${START}${randomBytes(32).toString('base64url')}`;
  return { key, digest: digestOf(key), prefix: key.slice(0, SHOWN) };
}

export const looksLikeKey = (bearer: string): boolean => bearer.startsWith(START);

/** Who made the key, as they are today; null when they have gone. */
async function makerOf(db: Db, personId: string): Promise<Actor | null> {
  if (personId === tokenActor.id) return tokenActor;
  if (await hasLeft(db, personId)) return null;
  return findPerson(db, personId);
}

/** A key never does what its maker may not do any more. */
async function toActor(db: Db, { id, name, scopes, createdBy }: ApiKey): Promise<Actor | null> {
  const maker = await makerOf(db, createdBy);
  if (!maker) return null;
  const grants = scopes.filter((scope) => scopeOf(maker, scope) === 'all');
  return { id, name, roles: [], grants, madeBy: createdBy };
}

/** Whether a key may still do all that it could when its stream began. */
export async function keyStillHolds(db: Db, { id, grants }: Actor, at: string): Promise<boolean> {
  const key = await findKey(db, id);
  const actor = key && isLive(key, at) ? await toActor(db, key) : null;
  return grants?.every((scope) => actor?.grants?.includes(scope)) ?? false;
}

/** Often enough to tell a key that is used from one that is not, without a write for each request. */
const TOUCH_EVERY_MS = 60_000;

function touch(store: Store, { id, lastUsedAt }: ApiKey, at: string): void {
  const since = new Date(Date.parse(at) - TOUCH_EVERY_MS).toISOString();
  if (lastUsedAt !== null && lastUsedAt > since) return;
  // The request does not wait for it, and does not fail with it: the next one says it again.
  store.commit((db) => touchKey(db, id, { at, since })).catch(() => undefined);
}

/** Null: no such key, or one that is over. */
export async function actorOfKey(store: Store, bearer: string, at: string): Promise<Actor | null> {
  const found = await store.read(async (db) => {
    const key = await findKeyByDigest(db, digestOf(bearer));
    if (!key || !isLive(key, at)) return null;
    const actor = await toActor(db, key);
    return actor && { key, actor };
  });
  if (!found) return null;
  touch(store, found.key, at);
  return found.actor;
}
