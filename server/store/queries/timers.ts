// Timers: what happens at an instant. A row is there exactly as long as it is still to happen.
import type { JsonObject } from '../../../engine/index.ts';
import { prepare } from '../prepared.ts';
import type { TimerRow } from '../schema/plans.ts';
import type { Db } from '../schema.ts';

/**
 * stage: a stage's timer · overdue, reminder, escalation: of a task, whose key is the name ·
 * children-settled: the plans below have all ended · fact: the event of that name, for a plan that listens ·
 * left-out: a task that nobody is there for is taken for done.
 */
export const timerKinds = [
  'stage',
  'overdue',
  'reminder',
  'escalation',
  'children-settled',
  'fact',
  'left-out',
] as const;
export type TimerKind = (typeof timerKinds)[number];

export interface Timer {
  id: string;
  planId: string;
  kind: TimerKind;
  name: string;
  activation: number;
  dueAt: string;
  data: JsonObject;
}

const insertQuery = prepare<TimerRow, unknown>((db, row) => db.insertInto('timers').values(row));

export async function insertTimer(db: Db, timer: Timer): Promise<void> {
  await insertQuery(db, { ...timer, data: JSON.stringify(timer.data) });
}

const deleteStageQuery = prepare<{ planId: string; name: string; activation: number }, unknown>((db, given) =>
  db
    .deleteFrom('timers')
    .where('planId', '=', given.planId)
    .where('kind', '=', 'stage')
    .where('name', '=', given.name)
    .where('activation', '=', given.activation),
);

export interface TimerOwner {
  planId: string;
  name: string;
  activation: number;
}

export async function deleteStageTimer(db: Db, owner: TimerOwner): Promise<void> {
  await deleteStageQuery(db, owner);
}

export async function hasStageTimer(db: Db, planId: string): Promise<boolean> {
  const row = await db
    .selectFrom('timers')
    .select('id')
    .where('planId', '=', planId)
    .where('kind', '=', 'stage')
    .executeTakeFirst();
  return row !== undefined;
}

const deleteTaskQuery = prepare<{ planId: string; name: string; activation: number }, unknown>((db, given) =>
  db
    .deleteFrom('timers')
    .where('planId', '=', given.planId)
    .where('kind', '!=', 'stage')
    .where('name', '=', given.name)
    .where('activation', '=', given.activation),
);

/** A task that is no longer open reminds nobody. */
export async function deleteTaskTimers(db: Db, owner: TimerOwner): Promise<void> {
  await deleteTaskQuery(db, owner);
}

const toTimer = (row: TimerRow): Timer => ({
  ...row,
  kind: row.kind as TimerKind,
  data: JSON.parse(row.data),
});

/** The next first. */
export async function listTimersOf(db: Db, planId: string): Promise<Timer[]> {
  const rows = db.selectFrom('timers').selectAll().where('planId', '=', planId);
  return (await rows.orderBy('dueAt').orderBy('name').orderBy('id').execute()).map(toTimer);
}

export async function findTimer(db: Db, id: string): Promise<Timer | null> {
  const row = await db.selectFrom('timers').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toTimer(row) : null;
}

export async function deleteTimer(db: Db, id: string): Promise<void> {
  await db.deleteFrom('timers').where('id', '=', id).execute();
}

export async function postponeTimer(db: Db, id: string, dueAt: string): Promise<void> {
  await db.updateTable('timers').set({ dueAt }).where('id', '=', id).execute();
}

const dueQuery = prepare<{ at: string; limit: number }, { id: string }>((db, given) =>
  db
    .selectFrom('timers')
    .select('id')
    .where('dueAt', '<=', given.at)
    .orderBy('dueAt')
    .orderBy('name')
    .orderBy('id')
    .limit(given.limit),
);

/** Ids of timers due at the instant, the longest due first; of one instant in the order of their names. */
export async function listDueTimers(db: Db, at: string, limit: number): Promise<string[]> {
  return (await dueQuery(db, { at, limit })).rows.map((row) => row.id);
}

const nextQuery = prepare<Record<never, never>, { dueAt: string }>((db) =>
  db.selectFrom('timers').select('dueAt').orderBy('dueAt').limit(1),
);

/** When the next timer is due, if there is one. */
export async function nextDueInstant(db: Db): Promise<string | null> {
  return (await nextQuery(db, {})).rows[0]?.dueAt ?? null;
}
