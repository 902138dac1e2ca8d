// What is kept of the stays is never older than the last event: each answer is the one that a server gives which has just
// started and read everything.
import { expect, test } from 'vitest';
import { makeStayBooks } from '../../../server/reports/stay-book.ts';
import type { Within } from '../../../server/store/queries/plans-within.ts';
import { listMovesAfter } from '../../../server/store/queries/reports.ts';
import { ratingCycle } from '../../support/cycles.ts';
import { makeOffice } from '../../support/office.ts';
import { plainStageTimes } from '../../support/plain-stage-times.ts';

const people = ['a', 'b', 'c', 'd'];
const withins: Within[] = [
  { componentIds: 'all', except: [] },
  { componentIds: 'all', except: ['plan-b'] },
  { componentIds: ['a', 'c'], except: [] },
  { cycleId: 'small', version: 1, componentIds: 'all', except: [] },
  { cycleId: 'other', componentIds: 'all', except: [] },
  { from: '2026-01-07', componentIds: 'all', except: [] },
];

async function office() {
  const made = await makeOffice(ratingCycle);
  const ada = await made.as('ada');
  for (const id of people) {
    const one = { id, kind: 'employee', name: id, parentId: 'dob', managerId: 'deputy' };
    expect((await ada('POST', '/api/v1/components', one)).status).toBe(201);
  }
  const deputy = await made.as('deputy');
  const rate = async (componentId: string) => {
    const { items } = (await ada('GET', `/api/v1/tasks?state=open&componentId=${componentId}`)).body;
    const result = { goals: [], results: 'meets', methods: 'meets', summary: 'x', reason: 'y' };
    const [task] = items.filter((one: { componentId: string }) => one.componentId === componentId);
    expect((await deputy('POST', `/api/v1/tasks/${task.id}/complete`, { result })).status).toBe(200);
  };
  return { ...made, ada, rate };
}

test('after every event the stays are those of the whole history, for every reader', async () => {
  const { deps, start, rate } = await office();
  const kept = makeStayBooks(2);
  const compare = () =>
    deps.store.read(async (db) => {
      const moves = await listMovesAfter(db, 0, 1_000);
      expect(await kept.times(db, { componentIds: 'all', except: [] })).toEqual(plainStageTimes(moves));
      for (const within of withins)
        expect([within, await kept.times(db, within)]).toEqual([
          within,
          await makeStayBooks().times(db, within),
        ]);
      return moves.length;
    });
  const lines = [await compare()];
  for (const [day, id] of people.entries()) {
    deps.clock.set(`2026-01-0${day + 5}T09:00:00.000Z`);
    await start(`plan-${id}`, id);
    lines.push(await compare());
  }
  for (const [day, id] of people.entries()) {
    deps.clock.set(`2026-01-${day + 10}T12:00:00.000Z`);
    await rate(id);
    lines.push(await compare());
  }
  expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  expect(new Set(lines).size).toBe(lines.length);
});

test('two who ask at once count no stay twice', async () => {
  const { deps, start } = await office();
  for (const id of people) await start(`plan-${id}`, id);
  const kept = makeStayBooks(1);
  const all: Within = { componentIds: 'all', except: [] };
  const answers = await Promise.all([1, 2, 3].map(() => deps.store.read((db) => kept.times(db, all))));
  for (const times of answers) expect(times.map(({ now }) => now)).toEqual([people.length]);
});

test('an event that is undone is in no stay', async () => {
  const { deps, start, ada } = await office();
  await start('plan-a', 'a');
  const read = async () => (await ada('GET', '/api/v1/reports/boards/dwell')).body.rows;
  const before = await read();
  const failing = deps.store.commit(async (db) => {
    const row = await db.selectFrom('history').selectAll().executeTakeFirstOrThrow();
    const { seq: _, ...line } = row;
    await db
      .insertInto('history')
      .values({ ...line, revision: 9 })
      .execute();
    throw new Error('undone');
  });
  const during = read();
  await expect(failing).rejects.toThrow('undone');
  expect(await during).toEqual(before);
  await start('plan-b', 'b');
  expect((await read()).map(({ values }: { values: { now: number } }) => values.now)).toEqual([2]);
});
