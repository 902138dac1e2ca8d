import { expect, test } from 'vitest';
import { escalateTask } from '../../../server/runtime/tasks/remind-task.ts';
import { makeOffice } from '../../support/office.ts';

/** The plan cannot take the completion while the variable is a number. */
const cycle = (task: object) => ({
  variables: { limit: 3 },
  initial: 'plan',
  stages: {
    plan: {
      tasks: { agree: { title: 'Agree the plan', form: 'plan-agreement', due: 'P10D', ...task } },
      on: {
        'task.agree.completed': [
          { to: 'done', do: [{ do: 'set', variable: 'limit', value: 'limit + "x"' }] },
        ],
        'limit.mended': [{ do: [{ do: 'set', variable: 'limit', value: '"a"' }] }],
      },
    },
    done: { type: 'final' },
  },
});
const agreed = { result: { decision: 'agreed' } };

async function withPlan(task: object) {
  const office = await makeOffice(cycle(task));
  await office.start('p1');
  const admin = await office.as('ada');
  const open = () => office.tasksOf('ada', 'planId=p1&state=open');
  const complete = async (who: string) => {
    const [task] = await office.tasksOf(who, 'assignee=me&state=open');
    return (await office.as(who))('POST', `/api/v1/tasks/${task.id}/complete`, agreed);
  };
  const skip = async () => {
    const [incident] = (await admin('GET', '/api/v1/incidents?state=open')).body.items;
    return admin('POST', `/api/v1/incidents/${incident.id}/skip`, { reason: 'Seen to.' });
  };
  const mend = () => admin('POST', '/api/v1/plans/p1/events', { type: 'limit.mended' });
  return { ...office, admin, open, complete, skip, mend };
}
type Task = { assignee: { id: string }; state: string; result: unknown; completedBy: unknown };

test('a completion that is skipped leaves its task open, and it can be completed again', async () => {
  const { open, complete, skip, mend, planState, as } = await withPlan({ assignee: 'manager' });
  expect((await complete('deputy')).status).toBe(200);
  expect(await open()).toEqual([]);
  expect((await skip()).status).toBe(200);
  const [task] = await open();
  expect(task).toMatchObject({
    assignee: { id: 'deputy' },
    result: null,
    completedBy: null,
    completedAt: null,
  });
  const [told] = (await (await as('deputy'))('GET', '/api/v1/notifications')).body.items;
  expect(told.message).toBe(
    '“Agree the plan” for Permits is open again: the plan could not take its completion. Complete it again.',
  );
  await mend();
  expect((await complete('deputy')).status).toBe(200);
  expect((await planState('p1')).status).toBe('ended');
});

test('skipped twice it is opened once, and what was completed since stays completed', async () => {
  const { admin, complete, skip, mend, planState, open } = await withPlan({ assignee: 'manager' });
  await complete('deputy');
  const { id } = (await skip()).body;
  await mend();
  await complete('deputy');
  expect((await admin('POST', `/api/v1/incidents/${id}/skip`, { reason: 'Seen to.' })).status).toBe(200);
  expect([await open(), (await planState('p1')).status]).toEqual([[], 'ended']);
});

test('of several that were asked only the completion that was skipped is done again', async () => {
  const { start, admin, skip, as, tasksOf } = await withPlan({ assignee: 'reports', complete: 'all' });
  await start('p2', 'dob');
  for (const who of ['pat', 'ian']) {
    const [task] = await tasksOf(who, 'assignee=me&state=open&planId=p2');
    expect((await (await as(who))('POST', `/api/v1/tasks/${task.id}/complete`, agreed)).status).toBe(200);
  }
  await skip();
  const { items } = (await admin('GET', '/api/v1/tasks?planId=p2')).body;
  expect(items.map((task: Task) => [task.assignee.id, task.state]).sort()).toEqual([
    ['ian', 'open'],
    ['pat', 'completed'],
  ]);
});

test('who was asked in addition is asked again too', async () => {
  const { deps, complete, skip, open } = await withPlan({ assignee: 'manager' });
  const due = { planId: 'p1', key: 'agree', activation: 1, at: '2026-01-20T09:00:00.000Z', idSeed: 't1' };
  await deps.store.commit((db) => escalateTask(db, { ...due, to: 'manager.manager' }));
  await complete('mayor');
  expect(await open()).toEqual([]);
  await skip();
  expect((await open()).map((task: Task) => task.assignee.id).sort()).toEqual(['deputy', 'mayor']);
});

test('a plan that has gone on meanwhile opens no task', async () => {
  const { admin, deps, complete, skip, open } = await withPlan({ assignee: 'manager' });
  await complete('deputy');
  await deps.store.commit(async (db) => {
    const { state } = await db.selectFrom('plans').select('state').executeTakeFirstOrThrow();
    const gone = { ...JSON.parse(state), tasks: {} };
    await db
      .updateTable('plans')
      .set({ state: JSON.stringify(gone) })
      .execute();
  });
  await skip();
  expect([(await open()).length, (await admin('GET', '/api/v1/plans/p1')).body.openIncidents]).toEqual([
    0, 0,
  ]);
});
