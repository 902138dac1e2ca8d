// The template of changes in the middle, driven by what changes in the organisation.
import { expect, test } from 'vitest';
import { turnNextAbsence } from '../../../../server/runtime/absences/absence-worker.ts';
import { startOnePlan } from '../../../../server/runtime/plans/start-one-plan.ts';
import { stepPlan } from '../../../../server/runtime/plans/step-plan.ts';
import { fireDue } from '../../../../server/runtime/plans/timers.ts';
import { makeOffice } from '../../../support/office.ts';
import { readSample } from '../../../support/sample-cycles.ts';

async function beside() {
  const { schema, id, name, layout, ...document } = Object(
    readSample('templates/mid-cycle-change.cycle.json'),
  );
  const office = await makeOffice(document);
  await office.start('p1');
  const admin = await office.as('ada');
  const open = async () => {
    const { items } = (await admin('GET', '/api/v1/tasks?planId=p1&state=open')).body;
    return items.map(({ key, assignee }: { key: string; assignee: { id: string } | null }) => [
      key,
      assignee?.id,
    ]);
  };
  const complete = async (who: string, key: string, result: object) => {
    const { items } = (await admin('GET', '/api/v1/tasks?planId=p1&state=open')).body;
    const task = items.find((one: { key: string }) => one.key === key);
    return (await (await office.as(who))('POST', `/api/v1/tasks/${task.id}/complete`, { result })).status;
  };
  const change = (patch: object) => admin('PATCH', '/api/v1/components/permits', patch);
  return { ...office, open, complete, change, stage: async () => (await office.planState('p1')).stage };
}

const handOver = { open: 'The permits of May.', agreed: 'A course in June.' };
const talk = { text: 'On 4 June we went through the permits of May, and what comes next is clear.' };

test('who managed until now writes the hand-over, and the new manager holds the first talk', async () => {
  const { open, complete, change, stage } = await beside();
  await change({ managerId: 'chief' });
  expect(await open()).toEqual([['write-hand-over', 'deputy']]);
  expect(await complete('deputy', 'write-hand-over', handOver)).toBe(200);
  expect(await open()).toEqual([['first-talk', 'chief']]);
  expect(await complete('chief', 'first-talk', talk)).toBe(200);
  expect(await stage()).toEqual(['steady']);
});

test('within thirty days of the end who managed until now rates last, and the new manager signs beside', async () => {
  const { deps, open, complete, change } = await beside();
  deps.clock.set('2026-12-10T09:00:00.000Z');
  await change({ managerId: 'chief' });
  expect(await open()).toEqual([['rate-before-leaving', 'deputy']]);
  const rating = { goals: 'meets', grounds: 'The log of decided permits.' };
  expect(await complete('deputy', 'rate-before-leaving', rating)).toBe(200);
  expect(await open()).toEqual([['co-sign', 'chief']]);
  expect(await complete('chief', 'co-sign', { decision: 'signed' })).toBe(200);
  expect(await open()).toEqual([['write-hand-over', 'deputy']]);
});

test('a move under the same manager closes the segment and asks for a signature in the new place', async () => {
  const { open, complete, change } = await beside();
  await change({ parentId: 'inspection' });
  expect(await open()).toEqual([['write-segment', 'deputy']]);
  expect(await complete('deputy', 'write-segment', { observations: [] })).toBe(200);
  expect(await open()).toEqual([['sign-new-plan', 'pat']]);
});

test('a move that brings a new manager along is handed over first, and then its segment is closed', async () => {
  const { open, complete, change } = await beside();
  await change({ parentId: 'city' });
  expect(await open()).toEqual([['write-hand-over', 'deputy']]);
  expect(await complete('deputy', 'write-hand-over', handOver)).toBe(200);
  expect(await complete('mayor', 'first-talk', talk)).toBe(200);
  expect(await open()).toEqual([['write-segment', 'mayor']]);
});

/** What falls due by the instant, and the leaves that begin or end until then. */
async function until(deps: Awaited<ReturnType<typeof beside>>['deps'], day: string) {
  deps.clock.set(`${day}T10:00:00.000Z`);
  while (await turnNextAbsence(deps));
  await fireDue(deps, deps.clock.now());
}

async function besidePerson() {
  const office = await beside();
  const { deps } = office;
  await deps.store.commit((db) =>
    db.updateTable('components').set({ kind: 'employee' }).where('id', '=', 'permits').execute(),
  );
  const admin = await office.as('ada');
  const away = (from: string, to: string) => admin('POST', '/api/v1/absences', { personId: 'pat', from, to });
  return { ...office, away };
}

test('a manager who changes during a leave is handed over to once the person is back', async () => {
  const { deps, away, change, open, complete, stage } = await besidePerson();
  await away('2026-01-06', '2026-03-05');
  await until(deps, '2026-01-07');
  expect(await stage()).toEqual(['on-leave']);
  await change({ managerId: 'chief' });
  expect(await open()).toEqual([]);
  await until(deps, '2026-03-07');
  expect(await complete('pat', 'sign-again', { decision: 'signed' })).toBe(200);
  expect(await open()).toEqual([['write-hand-over', 'deputy']]);
});

test('a leave that begins during a hand-over is waited for after it, and then the plan is read again', async () => {
  const { deps, away, change, open, complete, stage } = await besidePerson();
  await change({ managerId: 'chief' });
  await away('2026-01-06', '2026-03-05');
  await until(deps, '2026-01-07');
  expect(await complete('deputy', 'write-hand-over', handOver)).toBe(200);
  expect(await complete('chief', 'first-talk', talk)).toBe(200);
  expect(await stage()).toEqual(['on-leave']);
  await until(deps, '2026-03-07');
  expect(await open()).toEqual([['sign-again', 'pat']]);
});

const other = JSON.stringify({
  ...{ schema: 'cycle/1', id: 'other', name: 'Other', initial: 'rate' },
  stages: { rate: { on: { over: [{ to: 'done' }] } }, done: { type: 'final' } },
});

test('it goes on while people are appraised after the period, and ends with the plans beside it', async () => {
  const { deps, change, open, complete, stage, planState } = await beside();
  await deps.store.commit(async (db) => {
    const version = await db.selectFrom('cycleVersions').selectAll().executeTakeFirstOrThrow();
    await db
      .insertInto('cycleVersions')
      .values({ ...version, cycleId: 'other', document: other })
      .execute();
  });
  await deps.store.commit(async (db) => {
    const compiled = await deps.cycles.find(db, 'other', 1);
    if (!compiled) throw new Error('The cycle is not there.');
    const period = { start: '2026-01-01', end: '2026-12-31' };
    const about = { planId: 'p2', componentId: 'permits', launchId: 'l2', actor: 'system' };
    const problem = await startOnePlan(deps, db, { ...about, compiled, period, variables: {} });
    if (problem) throw new Error(problem);
  });
  await until(deps, '2027-01-20');
  expect(await stage()).toEqual(['steady']);
  await change({ managerId: 'chief' });
  expect(await open()).toEqual([['rate-before-leaving', 'deputy']]);
  const rating = { goals: 'meets', grounds: 'The log of decided permits.' };
  expect(await complete('deputy', 'rate-before-leaving', rating)).toBe(200);
  await deps.store.commit((db) =>
    stepPlan(deps, db, { planId: 'p2', event: { id: 'over', type: 'over', data: {} }, actor: 'system' }),
  );
  await until(deps, '2027-01-20');
  expect(await complete('chief', 'co-sign', { decision: 'signed' })).toBe(200);
  expect(await complete('deputy', 'write-hand-over', handOver)).toBe(200);
  expect(await complete('chief', 'first-talk', talk)).toBe(200);
  expect((await planState('p1')).status).toBe('ended');
});
