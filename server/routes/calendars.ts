// /calendars: what components work by, the organisation's own calendars, and what a change would mean for due days.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { usesOf } from '../runtime/calendars/list-calendars.ts';
import {
  changeCalendar,
  createCalendar,
  previewTrial,
  removeCalendar,
} from '../runtime/calendars/work-calendars.ts';
import { listHolidayRegions } from '../runtime/organisation/calendars.ts';
import { listAllComponents } from '../store/queries/components.ts';
import { listWorkCalendars } from '../store/queries/work-calendars.ts';
import {
  calendarPreviewWire,
  calendarTrialWire,
  calendarUsesWire,
  changedWorkCalendarWire,
  newWorkCalendarWire,
  workCalendarWire,
} from './wire/calendars.ts';
import { idParam, z } from './wire/common.ts';

const tags = ['Organisation'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listCalendars',
  tags,
  responses: answers(200, 'Calendars that there are or that a component works by', calendarUsesWire),
});
const create = createRoute({
  method: 'post',
  path: '/',
  operationId: 'createCalendar',
  tags,
  request: { body: jsonBody(newWorkCalendarWire) },
  responses: answers(201, 'The new calendar; components name it as own: and its id', workCalendarWire),
});
const preview = createRoute({
  method: 'post',
  path: '/preview',
  operationId: 'previewCalendar',
  tags,
  description: 'A calendar as it would be, or which component would work by which; nothing is kept.',
  request: { body: jsonBody(calendarTrialWire) },
  responses: answers(
    200,
    'Which open tasks would be due on another day if they were counted again',
    calendarPreviewWire,
  ),
});
const change = createRoute({
  method: 'put',
  path: '/{id}',
  operationId: 'changeCalendar',
  tags,
  request: { params: idParam, body: jsonBody(changedWorkCalendarWire) },
  responses: answers(
    200,
    'What is counted by from now on; days that were given stay, or are counted again with “recount”',
    workCalendarWire,
  ),
});
const remove = createRoute({
  method: 'delete',
  path: '/{id}',
  operationId: 'removeCalendar',
  tags,
  request: { params: idParam },
  responses: answers(200, 'It is gone; nobody worked by it', z.object({ id: z.string() })),
});

const WEEK = [1, 2, 3, 4, 5];

function readUses(deps: Deps) {
  const year = Number(deps.clock.now().slice(0, 4));
  return deps.store.read(async (db) => {
    const places = new Map(listHolidayRegions().map(({ code, name }) => [code, name]));
    const uses = usesOf(await listAllComponents(db), await listWorkCalendars(db));
    return uses.map((use) => ({
      ...use,
      name: use.own?.name ?? (use.code && (places.get(use.code) ?? use.code)),
      workingWeekdays: use.own?.workingWeekdays ?? WEEK,
      holidays:
        use.code === null
          ? []
          : [year, year + 1].flatMap((each) => deps.calendars.daysOff(use.code ?? '', each)),
    }));
  });
}

export const calendars = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'settings.change');
      return c.json({ items: await readUses(deps) }, 200);
    })
    .openapi(create, async (c) => {
      authorize(c.var.actor, 'settings.change');
      return c.json(await createCalendar(deps, c.var.actor, c.req.valid('json')), 201);
    })
    .openapi(preview, async (c) => {
      authorize(c.var.actor, 'settings.change');
      const trial = c.req.valid('json');
      return c.json(await deps.store.read((db) => previewTrial(deps, db, trial)), 200);
    })
    .openapi(change, async (c) => {
      authorize(c.var.actor, 'settings.change');
      const { recount: isRecounting, ...wish } = c.req.valid('json');
      const calendar = { ...wish, id: c.req.valid('param').id };
      return c.json(await changeCalendar(deps, c.var.actor, { calendar, isRecounting }), 200);
    })
    .openapi(remove, async (c) => {
      authorize(c.var.actor, 'settings.change');
      const { id } = c.req.valid('param');
      await removeCalendar(deps, c.var.actor, id);
      return c.json({ id }, 200);
    });
