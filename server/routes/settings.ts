// /settings: what the organisation wants of everybody.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { appendAudit, appendFeed, changeOf } from '../store/queries/records.ts';
import { readSecondPerson, writeSecondPerson } from '../store/queries/settings.ts';
import { changedSettingsWire, settingsWire } from './wire/publish-requests.ts';

const tags = ['Settings'];
const read = createRoute({
  method: 'get',
  path: '/',
  operationId: 'readSettings',
  tags,
  responses: answers(200, 'What the organisation wants', settingsWire),
});
const change = createRoute({
  method: 'put',
  path: '/',
  operationId: 'changeSettings',
  tags,
  request: { body: jsonBody(changedSettingsWire) },
  responses: answers(200, 'What the organisation wants from now on', settingsWire),
});

export const settings = ({ store, clock }: Deps) =>
  createRouter()
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'cycles.read');
      return c.json({ secondPerson: await store.read(readSecondPerson) }, 200);
    })
    .openapi(change, async (c) => {
      authorize(c.var.actor, 'settings.change');
      const { secondPerson } = c.req.valid('json');
      const at = clock.now();
      await store.commit(async (db) => {
        const before = await readSecondPerson(db);
        if (before === secondPerson) return;
        await writeSecondPerson(db, secondPerson);
        await appendFeed(db, { at, type: 'cycle.settings-changed' });
        const detail = changeOf({ secondPerson: before }, { secondPerson });
        const entry = { action: 'settings.change', resource: 'settings', detail };
        await appendAudit(db, { at, actor: c.var.actor.id, ...entry });
      });
      return c.json({ secondPerson }, 200);
    });
