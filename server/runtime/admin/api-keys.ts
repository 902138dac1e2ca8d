// Commands on API keys. A key is told once, to who makes it; afterwards it can only be ended.
import type { Actor } from '../../access/actor.ts';
import { makeKey } from '../../access/api-keys.ts';
import { scopeOf } from '../../access/authorize.ts';
import type { KeyScope } from '../../access/key-scopes.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { type ApiKey, endKey, findKey, insertKey } from '../../store/queries/api-keys.ts';
import { appendAudit, changeOf } from '../../store/queries/records.ts';

type Ports = Pick<Deps, 'store' | 'clock' | 'ids'>;

const DAY_MS = 24 * 60 * 60 * 1000;

interface Wish {
  name: string;
  scopes: readonly KeyScope[];
  days: number;
}

/** Nobody gives what they do not have. */
function requireOwnScopes(actor: Actor, scopes: readonly KeyScope[]): void {
  const errors = scopes.flatMap((scope, index) =>
    scopeOf(actor, scope) === 'all'
      ? []
      : [
          {
            pointer: `/scopes/${index}`,
            detail: `You may not do “${scope}” yourself, so no key of yours may.`,
          },
        ],
  );
  if (errors.length > 0)
    throw new ProblemError('invalid', 'A key may do no more than who makes it; none was made.', { errors });
}

const inAudit = ({ name, prefix, scopes, expiresAt, revokedAt }: ApiKey) => ({
  name,
  prefix,
  scopes,
  expiresAt,
  revokedAt,
});

/** @throws ProblemError invalid when a scope is more than the actor has. */
export async function createKey(
  { store, clock, ids }: Ports,
  { name, scopes, days }: Wish,
  actor: Actor,
): Promise<ApiKey & { secret: string }> {
  requireOwnScopes(actor, scopes);
  const { key: secret, digest, prefix } = makeKey();
  const at = clock.now();
  const key: ApiKey = {
    id: ids.next('key'),
    name,
    prefix,
    scopes: [...new Set(scopes)],
    createdAt: at,
    createdBy: actor.id,
    expiresAt: new Date(Date.parse(at) + days * DAY_MS).toISOString(),
    lastUsedAt: null,
    revokedAt: null,
    revokedBy: null,
  };
  await store.commit(async (db) => {
    await insertKey(db, { ...key, digest });
    const entry = {
      action: 'api-key.create',
      resource: `api-key/${key.id}`,
      detail: changeOf(null, inAudit(key)),
    };
    await appendAudit(db, { at, actor: actor.id, ...entry });
  });
  return { ...key, secret };
}

/** From now on the key is nobody. Ended again it stays as it is. */
export async function revokeKey({ store, clock }: Ports, id: string, actor: Actor): Promise<ApiKey> {
  return store.commit(async (db) => {
    const known = await findKey(db, id);
    if (!known) throw notFound('API key');
    if (known.revokedAt !== null) return known;
    const at = clock.now();
    await endKey(db, id, { at, actor: actor.id });
    const ended = { ...known, revokedAt: at, revokedBy: actor.id };
    // What did not change is left out of a change; by its name the key is found.
    const detail = { name: known.name, ...changeOf(inAudit(known), inAudit(ended)) };
    await appendAudit(db, {
      at,
      actor: actor.id,
      action: 'api-key.revoke',
      resource: `api-key/${id}`,
      detail,
    });
    return ended;
  });
}
