// /report-mails: the reports that come to the reader by mail every Monday.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { authorizeReport } from '../mail/report-figures.ts';
import { readReportMails, subscribeToReport } from '../mail/report-mails.ts';
import { notFound } from '../problem.ts';
import { findReportMail, removeReportMail } from '../store/queries/report-mails.ts';
import { idParam, z } from './wire/common.ts';
import { newReportMailWire, reportMailsWire, reportMailWire } from './wire/report-mails.ts';

const tags = ['Reports'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listReportMails',
  tags,
  responses: answers(200, 'The reader’s own', reportMailsWire),
});
const create = createRoute({
  method: 'post',
  path: '/',
  operationId: 'subscribeToReport',
  tags,
  description:
    'Every Monday at seven by the reader’s own clock, of what they may see then. Asked for again it stays as it is.',
  request: { body: jsonBody(newReportMailWire) },
  responses: answers(201, 'The report comes by mail', reportMailWire),
});
const remove = createRoute({
  method: 'delete',
  path: '/{id}',
  operationId: 'unsubscribeFromReport',
  tags,
  request: { params: idParam },
  responses: answers(200, 'It comes no more', z.object({ id: z.string() })),
});

export const reportMails = (deps: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'reports.read');
      const items = await deps.store.read((db) => readReportMails(db, c.var.actor.id));
      return c.json({ items, sends: deps.site.sendsMail === true }, 200);
    })
    .openapi(create, async (c) => {
      const wish = c.req.valid('json');
      authorizeReport(c.var.actor, wish.board);
      return c.json(await subscribeToReport(deps, c.var.actor, wish), 201);
    })
    .openapi(remove, async (c) => {
      authorize(c.var.actor, 'reports.read');
      const { id } = c.req.valid('param');
      await deps.store.commit(async (db) => {
        const row = await findReportMail(db, id);
        if (row?.personId !== c.var.actor.id) throw notFound('report by mail');
        await removeReportMail(db, id);
      });
      return c.json({ id }, 200);
    });
