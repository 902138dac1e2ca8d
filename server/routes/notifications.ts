// /notifications: what the reader was told, newest first.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import { notFound } from '../problem.ts';
import { withheldFrom } from '../runtime/ratings/rating-sight.ts';
import { listNotifications, markAllRead, markRead } from '../store/queries/notifications.ts';
import { idParam, pageOf, pageQuery, z } from './wire/common.ts';
import { fromCursor, toCursor } from './wire/cursor.ts';
import { notificationWire } from './wire/notifications.ts';

const tags = ['Notifications'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listNotifications',
  tags,
  request: { query: pageQuery.extend({ unread: z.enum(['true', 'false']).optional() }) },
  responses: answers(200, 'The reader’s notifications, newest first', pageOf(notificationWire)),
});
const read = createRoute({
  method: 'put',
  path: '/{id}/read',
  operationId: 'markNotificationRead',
  tags,
  request: { params: idParam },
  responses: answers(200, 'The notification, read', notificationWire),
});
const readAll = createRoute({
  method: 'post',
  path: '/read',
  operationId: 'markAllNotificationsRead',
  tags,
  responses: answers(200, 'How many were unread', z.object({ marked: z.int() })),
});

export const notifications = ({ store, clock, cycles }: Deps) =>
  createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'tasks.work');
      const { cursor, limit, unread } = c.req.valid('query');
      const parts = fromCursor(cursor, 2);
      const before = parts && { at: parts[0] ?? '', id: parts[1] ?? '' };
      const items = await store.read(async (db) => {
        const withheld = await withheldFrom({ cycles }, db, c.var.actor);
        const page = { before, limit, unread: unread === 'true', withheld };
        return listNotifications(db, c.var.actor.id, page);
      });
      const last = items.length === limit ? items.at(-1) : undefined;
      return c.json({ items, nextCursor: last ? toCursor(last.at, last.id) : null }, 200);
    })
    .openapi(readAll, async (c) => {
      authorize(c.var.actor, 'tasks.work');
      const marked = await store.commit(async (db) => {
        const withheld = await withheldFrom({ cycles }, db, c.var.actor);
        return markAllRead(db, { personId: c.var.actor.id, at: clock.now(), withheld });
      });
      return c.json({ marked }, 200);
    })
    .openapi(read, async (c) => {
      authorize(c.var.actor, 'tasks.work');
      const one = { id: c.req.valid('param').id, personId: c.var.actor.id, at: clock.now() };
      const notification = await store.commit((db) => markRead(db, one));
      if (!notification) throw notFound('notification');
      return c.json(notification, 200);
    });
