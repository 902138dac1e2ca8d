// Races and faults around one step: what happens at the same time, and what must not be left behind.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dispatch } from '../../../../server/runtime/plans/dispatch.ts';
import { fireDue } from '../../../../server/runtime/plans/timers.ts';
import { counterCycle, reviewCycle } from '../../../support/cycles.ts';
import { makeOffice } from '../../../support/office.ts';

const raise = (id: string) => ({ id, type: 'count.raised', data: {} });

test('of two completions at the same time exactly one wins', async () => {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  const close = { id: 'c', type: 'period.closed', data: { complete: true } };
  await dispatch(office.deps, { planId: 'p1', event: close, actor: 'ada' });
  const complete = (id: string) =>
    dispatch(office.deps, {
      planId: 'p1',
      event: { id, type: 'task.write-review.completed', data: { result: { by: id } } },
      actor: 'ada',
    });
  const settled = await Promise.allSettled([complete('one'), complete('two'), complete('three')]);
  expect(settled.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(await office.planState('p1')).toEqual({ stage: ['closed'], revision: 3, status: 'ended' });
});

test('a timer and a person at the same time: one of them moves the plan, the other is told', async () => {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  office.deps.clock.set('2026-04-05T09:00:00.000Z');
  const close = { id: 'c', type: 'period.closed', data: { complete: true } };
  const [fired, closed] = await Promise.allSettled([
    fireDue(office.deps, office.deps.clock.now()),
    dispatch(office.deps, { planId: 'p1', event: close, actor: 'ada' }),
  ]);
  expect([fired.status, closed.status].sort()).toContain('fulfilled');
  expect((await office.planState('p1')).revision).toBe(2);
  const tasks = await office.deps.store.read((db) => db.selectFrom('tasks').select('key').execute());
  expect(tasks).toEqual([{ key: 'write-review' }]);
});

test('however events are interleaved and repeated, each counts once and revisions have no gap', async () => {
  const office = await makeOffice(counterCycle);
  let next = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 40 }),
      fc.scheduler(),
      async (ids, scheduler) => {
        const planId = `plan-${next++}`;
        await office.start(planId);
        const send = (id: number) => dispatch(office.deps, { planId, event: raise(`e${id}`), actor: 'ada' });
        const sending = ids.map((id) => scheduler.schedule(Promise.resolve()).then(() => send(id)));
        await scheduler.waitFor(Promise.all(sending));
        const distinct = new Set(ids).size;
        const plan = await office.planState(planId);
        const lines = await office.deps.store.read((db) =>
          db
            .selectFrom('history')
            .select('revision')
            .where('planId', '=', planId)
            .orderBy('revision')
            .execute(),
        );
        expect(plan.revision).toBe(1 + distinct);
        expect(lines.map((line) => line.revision)).toEqual(
          Array.from({ length: 1 + distinct }, (_, index) => index + 1),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('a rejected event leaves nothing behind', async () => {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  const everything = () =>
    office.deps.store.read(async (db) => ({
      plans: await db.selectFrom('plans').selectAll().execute(),
      inbox: await db.selectFrom('inbox').selectAll().execute(),
      history: await db.selectFrom('history').selectAll().execute(),
      timers: await db.selectFrom('timers').selectAll().execute(),
      feed: await db.selectFrom('feed').selectAll().execute(),
    }));
  const before = await everything();
  const refused = { id: 'x', type: 'never.heard', data: {} };
  await expect(dispatch(office.deps, { planId: 'p1', event: refused, actor: 'ada' })).rejects.toThrow(
    'never.heard',
  );
  expect(await everything()).toEqual(before);
});

test('one plan that fails does not stop the others in its commit', async () => {
  const office = await makeOffice(reviewCycle);
  const planIds = Array.from({ length: 60 }, (_, index) => `p${index}`);
  for (const planId of planIds) await office.start(planId);
  const settled = await Promise.allSettled(
    planIds.map((planId, index) => {
      const type = index % 20 === 0 ? 'broken.rule' : 'note.taken';
      return dispatch(office.deps, { planId, event: { id: 'e', type, data: { text: 'a' } }, actor: 'ada' });
    }),
  );
  expect(settled.filter((result) => result.status === 'rejected').length).toBe(3);
  const incidents = await office.deps.store.read((db) =>
    db.selectFrom('incidents').select('planId').execute(),
  );
  expect(incidents.map((incident) => incident.planId).sort()).toEqual(['p0', 'p20', 'p40']);
});
