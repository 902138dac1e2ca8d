// How the store stands: how large it is, and what in it waits.
import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import { among } from './among.ts';

const number = (value: unknown): number => Number(value ?? 0);

/** Of the database file as SQLite counts it, without its log. */
export async function storeBytes(db: Db): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select p.page_count * s.page_size as bytes from pragma_page_count() p, pragma_page_size() s
  `.execute(db);
  return number(rows[0]?.bytes);
}

async function countStates(db: Db, table: 'deliveries' | 'mails'): Promise<(state: string) => number> {
  const rows = await db
    .selectFrom(table)
    .select((e) => ['state', e.fn.countAll<number>().as('count')])
    .where('state', 'in', ['waiting', 'dead', 'failed'])
    .groupBy('state')
    .execute();
  return (state) => number(rows.find((row) => row.state === state)?.count);
}

async function countTimers(db: Db, at: string) {
  const row = await db
    .selectFrom('timers')
    .select((e) => [
      e.fn.countAll<number>().as('armed'),
      e.fn.min('dueAt').as('nextAt'),
      e.fn.countAll<number>().filterWhere('dueAt', '<=', at).as('due'),
    ])
    .executeTakeFirst();
  return { armed: number(row?.armed), due: number(row?.due), nextAt: row?.nextAt ?? null };
}

async function countRunning(db: Db, table: 'launches' | 'migrations' | 'imports'): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('status', '=', 'running')
    .executeTakeFirst();
  return number(row?.count);
}

async function countIncidents(db: Db, besides: ReadonlySet<string>): Promise<number> {
  const row = await db
    .selectFrom('incidents as i')
    .innerJoin('plans as p', 'p.id', 'i.planId')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('i.state', '=', 'open')
    .where((e) => e.not(among('p.componentId', besides)))
    .executeTakeFirst();
  return number(row?.count);
}

/** Subscriptions whose latest attempt failed. */
async function countFailing(db: Db): Promise<number> {
  const latest = db
    .selectFrom('deliveryAttempts')
    .select((e) => e.fn.max('seq').as('seq'))
    .groupBy('subscriptionId');
  const row = await db
    .selectFrom('deliveryAttempts')
    .innerJoin('subscriptions', 'subscriptions.id', 'deliveryAttempts.subscriptionId')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('seq', 'in', latest)
    .where('problem', 'is not', null)
    .where('active', '=', 1)
    .executeTakeFirst();
  return number(row?.count);
}

/** `besides` are components whose failed steps are not told to the reader. */
export async function readQueues(db: Db, at: string, besides: ReadonlySet<string>) {
  const deliveries = await countStates(db, 'deliveries');
  const mails = await countStates(db, 'mails');
  return {
    timers: await countTimers(db, at),
    deliveries: {
      waiting: deliveries('waiting'),
      givenUp: deliveries('dead'),
      failingSubscriptions: await countFailing(db),
    },
    mails: { waiting: mails('waiting'), failed: mails('failed') },
    running: {
      launches: await countRunning(db, 'launches'),
      migrations: await countRunning(db, 'migrations'),
      imports: await countRunning(db, 'imports'),
    },
    openIncidents: await countIncidents(db, besides),
  };
}
