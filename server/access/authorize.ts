// The single door of authorisation: every route asks here before it reads or does anything.
import type { Role } from '../../engine/index.ts';
import { ProblemError } from '../problem.ts';
import type { PlaceInTree } from '../store/queries/places-in-tree.ts';
import type { Actor } from './actor.ts';
import { refusalOf } from './permission-words.ts';
import { type Permission, permissions, type Scope } from './permissions.ts';

const widest: Scope[] = ['all', 'sight', 'team', 'own'];

type ScopesByRole = Partial<Record<Role, Scope>>;

/** A dotted line gives what a manager sees of those that it leads to, and nothing that a manager does. */
const scopeByPlace: Record<PlaceInTree, (table: ScopesByRole) => Scope | undefined> = {
  owner: ({ employee }) => employee,
  manager: ({ manager }) => manager,
  'second-manager': ({ manager }) => (manager === 'sight' ? manager : undefined),
};

/** What a task is worked by is read as whoever has a plan reads; over what, the tasks in hand say. */
const lent: ReadonlySet<Permission> = new Set(['plans.read', 'goals.read', 'observations.read']);

/**
 * The widest scope that one of the actor's roles gives, what the organisation names them as, or their work; null: none
 * does. A key has what it was granted.
 */
export function scopeOf(actor: Actor, permission: Permission): Scope | null {
  if (actor.grants) return actor.grants.some((granted) => granted === permission) ? 'all' : null;
  const table: ScopesByRole = permissions[permission];
  const scopes = [
    ...actor.roles.map((role) => table[role]),
    ...(actor.places ?? []).map((place) => scopeByPlace[place](table)),
    ...(actor.isLentSight && lent.has(permission) ? [table.employee] : []),
  ];
  return widest.find((scope) => scopes.includes(scope)) ?? null;
}

/** @throws ProblemError not-allowed when no role of the actor has the permission. */
export function authorize(actor: Actor, permission: Permission): Scope {
  const scope = scopeOf(actor, permission);
  if (!scope && actor.grants)
    throw new ProblemError(
      'not-allowed',
      `This API key was not given “${permission}”. An administrator makes one that was.`,
    );
  if (!scope) throw new ProblemError('not-allowed', refusalOf(permission));
  return scope;
}

/** @throws ProblemError not-allowed for a key: who vouches for something is a person. */
export function requirePerson(actor: Actor): void {
  if (actor.grants)
    throw new ProblemError('not-allowed', 'A person has to do this under their own name, not an API key.');
}
