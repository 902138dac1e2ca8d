// /organisation: the whole tree in one answer, as it is or as it was, and what its calendars can be.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import type { RollUps } from '../reports/roll-up-memo.ts';
import { listHolidayRegions } from '../runtime/organisation/calendars.ts';
import { codeOf } from '../runtime/organisation/own-calendars.ts';
import { listComponentsBefore } from '../store/queries/component-versions.ts';
import { listAllComponents } from '../store/queries/components.ts';
import { listWorkCalendars } from '../store/queries/work-calendars.ts';
import { dayAfter } from './day-after.ts';
import { organisationLines } from './organisation-lines.ts';
import { asOfQuery, holidayRegionsWire, organisationWire } from './wire/organisation.ts';

const tags = ['Organisation'];
const read = createRoute({
  method: 'get',
  path: '/',
  operationId: 'readOrganisation',
  tags,
  summary: 'Every component at once, as it is or as it was at the end of a day',
  request: { query: asOfQuery },
  responses: answers(200, 'The components in the order of their ids', organisationWire),
});
const regions = createRoute({
  method: 'get',
  path: '/holiday-regions',
  operationId: 'listHolidayRegions',
  tags,
  summary: 'Countries and regions whose public holidays are known',
  responses: answers(
    200,
    'The organisation’s own calendars, then countries by name, each before its regions',
    holidayRegionsWire,
  ),
});

/** No tree has as many. */
const ALL = 1_000_000;

export const organisation = (deps: Deps, rollUps: RollUps) =>
  createRouter()
    .route('/', organisationLines(deps, rollUps))
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'organisation.read');
      const { asOf } = c.req.valid('query');
      const items = await deps.store.read(async (db) =>
        asOf === undefined
          ? listAllComponents(db)
          : listComponentsBefore(db, await dayAfter(db, asOf), { after: '', limit: ALL, activeOn: asOf }),
      );
      return c.json({ items }, 200);
    })
    .openapi(regions, async (c) => {
      authorize(c.var.actor, 'organisation.read');
      const own = await deps.store.read(listWorkCalendars);
      const named = own.map((calendar) => ({ code: codeOf(calendar), name: calendar.name }));
      return c.json({ items: [...named, ...listHolidayRegions()] }, 200);
    });
