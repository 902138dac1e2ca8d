import { expect, test } from 'vitest';
import { appendAudit, appendFeed, firstBrokenAuditLine } from '../../../server/store/queries/records.ts';
import { makeTestDeps } from '../../support/server.ts';

const at = '2026-01-05T09:00:00.000Z';

async function threeLines() {
  const { store } = await makeTestDeps();
  for (const id of ['ada', 'ben', 'eve']) {
    await store.commit((db) =>
      appendAudit(db, {
        at,
        actor: 'token',
        action: 'people.created',
        resource: `people/${id}`,
        detail: { id },
      }),
    );
  }
  return store;
}

test('every audit line follows from the one before it', async () => {
  const store = await threeLines();
  const rows = await store.read((db) => db.selectFrom('audit').selectAll().orderBy('seq').execute());
  expect(rows.map((row) => row.prevHash)).toEqual(['0'.repeat(64), rows[0]!.hash, rows[1]!.hash]);
  expect(await store.read(firstBrokenAuditLine)).toBe(null);
});

test('an audit line that was altered is found', async () => {
  const store = await threeLines();
  await store.commit((db) => db.updateTable('audit').set({ actor: 'nobody' }).where('seq', '=', 2).execute());
  expect(await store.read(firstBrokenAuditLine)).toBe(2);
});

test('an audit line that was taken out is found', async () => {
  const store = await threeLines();
  await store.commit((db) => db.deleteFrom('audit').where('seq', '=', 2).execute());
  expect(await store.read(firstBrokenAuditLine)).toBe(3);
});

test('a feed line is numbered and carries its data', async () => {
  const { store } = await makeTestDeps();
  await store.commit((db) => appendFeed(db, { at, type: 'cycles.changed', data: { cycleId: 'probation' } }));
  expect(await store.read((db) => db.selectFrom('feed').selectAll().execute())).toEqual([
    {
      seq: 1,
      at,
      type: 'cycles.changed',
      planId: null,
      componentId: null,
      personId: null,
      data: '{"cycleId":"probation"}',
      movesScores: null,
    },
  ]);
});
