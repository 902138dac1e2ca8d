// What Cyclewright is measured against: the least that stores the same. Hono, node:sqlite and XState in one
// file, one transaction per event with the same settings and the same rows, and nothing else: no rules, no
// roles, no facts, no effects. Started as a process of its own with a file name; prints its address.
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { assign, setup, transition } from 'xstate';

const database = new DatabaseSync(process.argv[2] ?? ':memory:');
database.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full');
database.exec(`
  create table plans (id text primary key, revision integer not null, state text not null, movedAt text not null);
  create table inbox (eventId text, planId text, revision integer, primary key (eventId, planId)) without rowid;
  create table history (seq integer primary key autoincrement, planId text, revision integer, at text, event text,
    stage text);
  create unique index history_once on history (planId, revision);
  create table feed (seq integer primary key autoincrement, at text, type text, planId text, data text);
`);

const machine = setup({
  types: { context: {} as { count: number }, events: {} as { type: string } },
}).createMachine({
  initial: 'counting',
  context: { count: 0 },
  states: {
    counting: { on: { 'count.raised': { actions: assign({ count: ({ context }) => context.count + 1 }) } } },
  },
});

const addPlan = database.prepare('insert into plans values (?, 1, ?, ?)');
const findPlan = database.prepare('select revision, state from plans where id = ?');
const findTaken = database.prepare('select revision from inbox where eventId = ? and planId = ?');
const take = database.prepare('insert into inbox values (?, ?, ?)');
const update = database.prepare('update plans set revision = ?, state = ?, movedAt = ? where id = ?');
const addLine = database.prepare(
  'insert into history (planId, revision, at, event, stage) values (?, ?, ?, ?, ?)',
);
const addFeed = database.prepare('insert into feed (at, type, planId, data) values (?, ?, ?, ?)');

function step(planId: string, event: { id: string; type: string }) {
  database.exec('begin immediate');
  const row = findPlan.get(planId) as { revision: number; state: string };
  if (findTaken.get(event.id, planId)) throw new Error(`${event.id} was sent before.`);
  const at = new Date().toISOString();
  const before = machine.resolveState(JSON.parse(row.state));
  const [after] = transition(machine, before, event);
  const revision = row.revision + 1;
  const text = JSON.stringify(event);
  take.run(event.id, planId, revision);
  update.run(revision, JSON.stringify({ value: after.value, context: after.context }), at, planId);
  addLine.run(planId, revision, at, text, JSON.stringify(after.value));
  addFeed.run(at, 'plan.moved', planId, JSON.stringify({ revision }));
  database.exec('commit');
  return { plan: { id: planId, revision, stage: after.value }, effects: [] };
}

const app = new Hono();
app.post('/plans/:id', (c) => {
  addPlan.run(c.req.param('id'), JSON.stringify({ value: 'counting', context: { count: 0 } }), '');
  return c.json({}, 201);
});
app.post('/plans/:id/events', async (c) => c.json(step(c.req.param('id'), await c.req.json())));

const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) => {
  process.stdout.write(`http://127.0.0.1:${port}\n`);
});
process.once('SIGTERM', () => server.close());
