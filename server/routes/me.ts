// /me: who is asking, and what they may do.
import { createRoute } from '@hono/zod-openapi';
import { scopeOf } from '../access/authorize.ts';
import { features } from '../access/feature-names.ts';
import { type Permission, permissions } from '../access/permissions.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import { toLanguage } from '../mail/words/language.ts';
import { findDigest } from '../store/queries/digests.ts';
import { findPerson } from '../store/queries/people.ts';
import { readFeatures } from '../store/queries/settings.ts';
import { meWire } from './wire/organisation.ts';

const read = createRoute({
  method: 'get',
  path: '/',
  operationId: 'readMe',
  tags: ['People'],
  responses: answers(200, 'The person or token that asks', meWire),
});

const all = Object.keys(permissions) as Permission[];

export const me = ({ store, site }: Deps) =>
  createRouter().openapi(read, async (c) => {
    const { id, name, roles } = c.var.actor;
    const sends = site.sendsMail === true;
    const { person, mail, used } = await store.read(async (db) => ({
      used: await readFeatures(db),
      person: await findPerson(db, id),
      mail: sends ? await findDigest(db, id) : null,
    }));
    const granted = all.filter((permission) => scopeOf(c.var.actor, permission) !== null);
    const mailLanguage = sends && person ? toLanguage(mail?.language ?? 'en') : null;
    const inUse = features.filter((feature) => used[feature]);
    const told = { permissions: granted, features: inUse, mailLanguage };
    return c.json({ id, name, email: person?.email ?? null, roles, ...told }, 200);
  });
