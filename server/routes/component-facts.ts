// /components/{id}/…: what is known of one component beside what it is: its history, its calendar, whom relations mean
// there, and what a change would bring.
import { createRoute } from '@hono/zod-openapi';
import { localDateOf } from '../../engine/index.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { afterOf, nextCursor } from '../http/pages.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { resolveAssignees } from '../runtime/organisation/assignees.ts';
import { calendarOf } from '../runtime/organisation/component-calendar.ts';
import { previewChange } from '../runtime/organisation/preview-change.ts';
import { pageVersions } from '../store/queries/component-versions.ts';
import { findComponent } from '../store/queries/components.ts';
import { lineageOf } from '../store/queries/facts.ts';
import { namesOf } from '../store/queries/names-of.ts';
import { organisationZone } from '../store/queries/zones.ts';
import { idParam, pageOf, pageQuery } from './wire/common.ts';
import {
  assigneesWire,
  calendarQuery,
  changePreviewWire,
  componentCalendarWire,
  componentPatchWire,
  componentVersionWire,
  relationQuery,
} from './wire/organisation.ts';

const readVersions = createRoute({
  method: 'get',
  path: '/{id}/versions',
  operationId: 'readComponentVersions',
  tags: ['Organisation'],
  summary: 'What the component was, since when, and who changed it',
  request: { params: idParam, query: pageQuery },
  responses: answers(200, 'Its versions, the oldest first', pageOf(componentVersionWire)),
});
const readAssignees = createRoute({
  method: 'get',
  path: '/{id}/assignees',
  operationId: 'readAssignees',
  tags: ['Organisation'],
  summary: 'Whom a relation of a task means for a component today',
  request: { params: idParam, query: relationQuery },
  responses: answers(200, 'The people, none when the relation means nobody there', assigneesWire),
});

const preview = createRoute({
  method: 'post',
  path: '/{id}/change-preview',
  operationId: 'previewComponentChange',
  tags: ['Organisation'],
  summary:
    'What a change would bring: tasks that go to others and plans that change calendars; nothing is changed',
  request: { params: idParam, body: jsonBody(componentPatchWire) },
  responses: answers(200, 'What would follow', changePreviewWire),
});
const readCalendar = createRoute({
  method: 'get',
  path: '/{id}/calendar',
  operationId: 'readComponentCalendar',
  tags: ['Organisation'],
  summary: 'The zone and the public holidays in force for the component, and where they come from',
  request: { params: idParam, query: calendarQuery },
  responses: answers(200, 'Its calendar in the year, this one when none is given', componentCalendarWire),
});

export const componentFacts = (deps: Deps) =>
  createRouter()
    .openapi(readVersions, async (c) => {
      authorize(c.var.actor, 'organisation.read');
      const { id } = c.req.valid('param');
      const { cursor, limit } = c.req.valid('query');
      const versions = await deps.store.read(async (db) => {
        if (!(await findComponent(db, id))) throw notFound('component');
        const page = await pageVersions(db, { componentId: id, after: afterOf(cursor), limit });
        const names = await namesOf(db, [...new Set(page.map(({ by }) => by))]);
        const zone = await organisationZone(db);
        return page.map(({ by, ...version }) => ({
          ...version,
          ...{ day: localDateOf(version.at, zone), by: { id: by, name: names.get(by) ?? by } },
        }));
      });
      const items = versions.map(({ seq: _, ...version }) => version);
      return c.json({ items, nextCursor: nextCursor(versions, limit, ({ seq }) => [String(seq)]) }, 200);
    })
    .openapi(readAssignees, async (c) => {
      authorize(c.var.actor, 'organisation.read');
      authorize(c.var.actor, 'people.read');
      const people = await deps.store.read(async (db) => {
        const { id } = c.req.valid('param');
        if (!(await findComponent(db, id))) throw notFound('component');
        const ids = await resolveAssignees(db, id, c.req.valid('query').relation);
        const names = await namesOf(db, ids);
        return ids.map((person) => ({ id: person, name: names.get(person) ?? person }));
      });
      return c.json({ people }, 200);
    })
    .openapi(preview, async (c) => {
      authorize(c.var.actor, 'organisation.change');
      return c.json(await previewChange(deps, c.req.valid('param').id, c.req.valid('json')), 200);
    })
    .openapi(readCalendar, async (c) => {
      authorize(c.var.actor, 'organisation.read');
      const { year = Number(deps.clock.now().slice(0, 4)) } = c.req.valid('query');
      const lineage = await deps.store.read((db) => lineageOf(db, c.req.valid('param').id));
      if (lineage.length === 0) throw notFound('component');
      return c.json(calendarOf(deps.calendars, lineage, year), 200);
    });
