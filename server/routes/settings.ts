// /settings: what the organisation wants of everybody.
import { createRoute } from '@hono/zod-openapi';
import type { z } from 'zod';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { appendAudit, appendFeed, changeOf } from '../store/queries/records.ts';
import {
  readFiscalYearStart,
  readSecondPerson,
  writeFiscalYearStart,
  writeSecondPerson,
} from '../store/queries/settings.ts';
import type { Db } from '../store/schema.ts';
import { changedSettingsWire, settingsWire } from './wire/settings.ts';

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

const readAll = async (db: Db): Promise<z.infer<typeof settingsWire>> => ({
  secondPerson: await readSecondPerson(db),
  fiscalYearStart: await readFiscalYearStart(db),
});

export const settings = ({ store, clock }: Deps) =>
  createRouter()
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'cycles.read');
      return c.json(await store.read(readAll), 200);
    })
    .openapi(change, async (c) => {
      authorize(c.var.actor, 'settings.change');
      const wish = c.req.valid('json');
      const at = clock.now();
      const now = await store.commit(async (db) => {
        const before = await readAll(db);
        const after = { ...before, ...wish };
        const isNew = (name: keyof typeof after) => after[name] !== before[name];
        if (isNew('secondPerson')) await writeSecondPerson(db, after.secondPerson);
        if (isNew('fiscalYearStart')) await writeFiscalYearStart(db, after.fiscalYearStart);
        if (!isNew('secondPerson') && !isNew('fiscalYearStart')) return before;
        const detail = changeOf(before, after);
        await appendFeed(db, { at, type: 'cycle.settings-changed' });
        const entry = { action: 'settings.change', resource: 'settings', detail };
        await appendAudit(db, { at, actor: c.var.actor.id, ...entry });
        return after;
      });
      return c.json(now, 200);
    });
