// What one act asks of many tasks: the request, sent once however often, and the words for it.
import { ask, newKey } from '../../app/api/request.ts';
import type { BulkAnswer, BulkWish } from '../../app/api/wire.ts';
import { t } from '../../language/index.ts';

/** A task as it was when it was picked: it may be gone from the list when its answer comes. */
export interface PickedTask {
  id: string;
  title: string;
  componentName: string;
  dueAt: string | null;
}
export interface BulkAct {
  wish: BulkWish;
  tasks: readonly PickedTask[];
  /** The same for every try. */
  key: string;
}

export const makeAct = (wish: BulkWish, tasks: readonly PickedTask[]): BulkAct => ({
  wish,
  tasks,
  key: newKey(),
});

/** As many as one request takes, and as a browser sends when a page is left. */
const LOT = 1000;

/** What is sent in lots may be half sent when the page is left, so that it is not held. */
export const outlivesPage = ({ tasks }: BulkAct): boolean => tasks.length <= LOT;

const sendLot = async (lot: BulkAct, keepalive: boolean): Promise<BulkAnswer> =>
  (
    await ask<BulkAnswer>('/api/v1/tasks/bulk', {
      method: 'POST',
      body: { ids: lot.tasks.map(({ id }) => id), wish: lot.wish },
      headers: { 'idempotency-key': lot.key },
      keepalive,
    })
  ).body;

/** What all of it came to. `keepalive` lets the request outlive the page. */
export async function sendAct({ wish, tasks, key }: BulkAct, keepalive = false): Promise<BulkAnswer> {
  const all: BulkAnswer = { done: 0, refused: 0, items: [] };
  for (let from = 0; from < tasks.length; from += LOT) {
    const lot = { wish, tasks: tasks.slice(from, from + LOT), key: from === 0 ? key : `${key}-${from}` };
    const { done, refused, items } = await sendLot(lot, keepalive);
    all.done += done;
    all.refused += refused;
    all.items.push(...items);
  }
  return all;
}

export function heldWords({ wish, tasks: { length: count } }: BulkAct): string {
  switch (wish.act) {
    case 'remind':
      return t('{count, plural, one {# reminder goes out} other {# reminders go out}} in a moment.', {
        count,
      });
    case 'snooze':
      return wish.until === null
        ? t('{count, plural, one {# task comes back} other {# tasks come back}} in a moment.', { count })
        : t('{count, plural, one {# task is} other {# tasks are}} snoozed in a moment.', { count });
    case 'delegate':
      return t('{count, plural, one {# task is} other {# tasks are}} given away in a moment.', { count });
    case 'complete':
      return t('{count, plural, one {# task is} other {# tasks are}} done in a moment.', { count });
  }
}

export function doneWords({ act }: BulkWish, count: number): string {
  switch (act) {
    case 'remind':
      return t('{count, plural, one {# reminder was sent} other {# reminders were sent}}.', { count });
    case 'snooze':
      return t('{count, plural, one {# task} other {# tasks}} moved.', { count });
    case 'delegate':
      return t('{count, plural, one {# task} other {# tasks}} given away.', { count });
    case 'complete':
      return t('{count, plural, one {# task} other {# tasks}} done.', { count });
  }
}

/** Those that fall due before they would come back. */
export const duePast = (tasks: readonly PickedTask[], until: string): number =>
  tasks.filter(({ dueAt }) => dueAt !== null && dueAt < until).length;
