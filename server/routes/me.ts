// /me: who is asking, and what they may do.
import { createRoute } from '@hono/zod-openapi';
import { scopeOf } from '../access/authorize.ts';
import { type Permission, permissions } from '../access/permissions.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import { findPerson } from '../store/queries/people.ts';
import { meWire } from './wire/organisation.ts';

const read = createRoute({
  method: 'get',
  path: '/',
  operationId: 'readMe',
  tags: ['People'],
  responses: answers(200, 'The person or token that asks', meWire),
});

const all = Object.keys(permissions) as Permission[];

export const me = ({ store }: Deps) =>
  createRouter().openapi(read, async (c) => {
    const { id, name, roles } = c.var.actor;
    const person = await store.read((db) => findPerson(db, id));
    const granted = all.filter((permission) => scopeOf(c.var.actor, permission) !== null);
    return c.json({ id, name, email: person?.email ?? null, roles, permissions: granted }, 200);
  });
