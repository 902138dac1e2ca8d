// The single door of authorisation: every route asks here before it reads or does anything.
import { ProblemError } from '../problem.ts';
import type { Actor } from './actor.ts';
import { type Permission, permissions, type Scope } from './permissions.ts';

const widest: Scope[] = ['all', 'team', 'own'];

/** The widest scope that one of the actor's roles gives, or null. */
export function scopeOf(actor: Actor, permission: Permission): Scope | null {
  const table: Partial<Record<string, Scope>> = permissions[permission];
  const scopes = actor.roles.map((role) => table[role]);
  return widest.find((scope) => scopes.includes(scope)) ?? null;
}

/** @throws ProblemError not-allowed when no role of the actor has the permission. */
export function authorize(actor: Actor, permission: Permission): Scope {
  const scope = scopeOf(actor, permission);
  if (!scope)
    throw new ProblemError('not-allowed', `Your roles do not include “${permission}”. Ask an administrator.`);
  return scope;
}
