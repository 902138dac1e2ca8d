import { DatabaseSync } from 'node:sqlite';
import { type Insertable, Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { migrate, migrations } from '../../../server/store/migrate.ts';
import { findComponentBefore } from '../../../server/store/queries/component-versions.ts';
import { listJudgedScores } from '../../../server/store/queries/given.ts';
import { goalsRecordedFrom } from '../../../server/store/queries/goal-versions.ts';
import { findGoals } from '../../../server/store/queries/goals.ts';
import { allHistory } from '../../../server/store/queries/history.ts';
import { linesWithin } from '../../../server/store/queries/history-lines.ts';
import { listMeasuresOf } from '../../../server/store/queries/measures.ts';
import type { HistoryRow, PlanRow, ScoreRow } from '../../../server/store/schema/plans.ts';
import type { Schema } from '../../../server/store/schema.ts';
import { makeSqlite } from '../../../server/store/sqlite-dialect.ts';

test('a database of an earlier release knows after its upgrade which events its plans have taken', async () => {
  const database = new DatabaseSync(':memory:');
  const db = new Kysely<Schema>({ dialect: makeSqlite(database).dialect });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  await migrator.migrateTo('0009-migrations');
  const taken = { planId: 'p1', eventId: 'e1', revision: 2 };
  const before: object = { ...taken, bodyHash: 'abc' };
  await db
    .insertInto('inbox')
    .values(before as typeof taken)
    .execute();

  await migrate(db);

  expect(await db.selectFrom('inbox').selectAll().execute()).toEqual([taken]);
  await expect(db.insertInto('inbox').values(taken).execute()).rejects.toThrow('UNIQUE');
  await db.destroy();
});

test('whether a component has an active plan of a cycle is looked up by the component', async () => {
  const database = new DatabaseSync(':memory:');
  const db = new Kysely<Schema>({ dialect: makeSqlite(database).dialect });
  await migrate(db);
  const plan = database
    .prepare(
      "explain query plan select id from plans where componentId = 'c1' and cycleId = 'okr' and status = 'active'",
    )
    .all();
  expect(JSON.stringify(plan)).toContain('plans_componentId_cycleId_status');
  await db.destroy();
});

test('after its upgrade a database knows since when the components of before are as they are', async () => {
  const db = new Kysely<Schema>({ dialect: makeSqlite(new DatabaseSync(':memory:')).dialect });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  await migrator.migrateTo('0013-publish-requests');
  const component = { id: 'a', kind: 'team', name: 'A', parentId: null, ownerId: 'pat', managerId: null };
  await db
    .insertInto('components')
    .values({
      ...component,
      zone: null,
      holidayRegion: null,
      activeFrom: null,
      activeTo: null,
      createdAt: '2026-01-05T09:00:00.000Z',
    })
    .execute();

  await migrate(db);

  expect(await findComponentBefore(db, 'a', '2026-01-05T09:00:00.001Z')).toMatchObject(component);
  expect(await findComponentBefore(db, 'a', '2026-01-05T09:00:00.000Z')).toBe(null);
  await db.destroy();
});

test('after its upgrade a database says since when goals are on record, and how they stood then', async () => {
  const db = new Kysely<Schema>({ dialect: makeSqlite(new DatabaseSync(':memory:')).dialect });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  await migrator.migrateTo('0040-what-tasks-are-for');
  const updatedAt = '2026-01-05T09:00:00.000Z';
  const goal = { id: 'safe', componentId: 'city', version: 4, document: '{"id":"safe"}', updatedAt };
  const measure = { ...goal, id: 'days', goalId: 'safe', document: '{"id":"days"}' };
  await db.insertInto('goals').values(goal).execute();
  await db.insertInto('measures').values(measure).execute();

  await migrate(db);

  const from = await goalsRecordedFrom(db);
  expect(Date.parse(from ?? '')).toBeGreaterThan(Date.parse(updatedAt));
  expect([await findGoals(db, ['safe'], updatedAt), await findGoals(db, ['safe'], '9999-01-01')]).toEqual([
    [],
    [{ id: 'safe' }],
  ]);
  expect(await listMeasuresOf(db, ['safe'], '9999-01-01')).toEqual([{ id: 'days' }]);
  await db.destroy();
});

test('after its upgrade a database follows the histories of before from line to line', async () => {
  const db = new Kysely<Schema>({ dialect: makeSqlite(new DatabaseSync(':memory:')).dialect });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  await migrator.migrateTo('0054-places-in-tree');
  const at = '2026-01-05T09:00:00.000Z';
  const plan = { componentId: 'a', cycleId: 'okr', version: 1, status: 'active', stage: '[]', state: '{}' };
  const when = { startedAt: at, movedAt: at };
  const texts = { event: '{}', stageLeft: '[]', stageEntered: '[]', stage: '[]', effects: '[]' };
  const lines = ['p1 1', 'p2 1', 'p1 2', 'p1 3', 'p2 2'].map((name) => name.split(' '));
  for (const [id = '', revision] of [
    ['p1', 3],
    ['p2', 2],
  ] as const) {
    const row: object = { ...plan, ...when, id, round: 1, revision };
    await db
      .insertInto('plans')
      .values(row as PlanRow)
      .execute();
  }
  for (const [planId = '', revision] of lines) {
    const of = { planId, revision: Number(revision), at };
    const event = { actor: 'ada', eventId: `e${revision}`, eventType: 'note.taken' };
    const row: object = { ...of, ...event, ...texts, status: 'active', round: 2, score: 12.5 };
    await db
      .insertInto('history')
      .values(row as Insertable<HistoryRow>)
      .execute();
  }
  const document = JSON.stringify({ score: 12.5, coverage: 1 });
  const score: object = { planId: 'p1', revision: 3, at, document };
  await db
    .insertInto('scores')
    .values(score as ScoreRow)
    .execute();

  await migrate(db);

  const revisions = async (planId: string) => (await allHistory(db, planId)).map(({ revision }) => revision);
  expect([await revisions('p1'), await revisions('p2')]).toEqual([
    [1, 2, 3],
    [1, 2],
  ]);
  expect(await listJudgedScores(db, ['p1'])).toEqual([{ planId: 'p1', at, coverage: 1, score: 12.5 }]);
  await db.destroy();
});

test('where to begin in the long history of a plan is looked up', async () => {
  const database = new DatabaseSync(':memory:');
  const db = new Kysely<Schema>({ dialect: makeSqlite(database).dialect });
  await migrate(db);
  const { sql, parameters } = linesWithin(db, { planId: 'p1', from: 10, to: 20 })
    .selectAll('history')
    .compile();
  const steps = database.prepare(`explain query plan ${sql}`).all(...(parameters as string[]));
  expect(JSON.stringify(steps)).toContain('history_marks');
  expect(JSON.stringify(steps)).not.toMatch(/SCAN (h|history)\b/);
  await db.destroy();
});
