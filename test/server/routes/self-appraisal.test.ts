import { expect, test } from 'vitest';
import { escalateTask } from '../../../server/runtime/tasks/remind-task.ts';
import { makeOffice } from '../../support/office.ts';

const cycle = (task: Record<string, unknown>) => ({
  initial: 'review',
  stages: {
    review: {
      tasks: { judge: { title: 'Judge the year', form: 'appraisal', ...task } },
      on: { 'task.judge.completed': [{ to: 'done' }] },
    },
    done: { type: 'final' },
  },
});
const judged = { goals: [], methods: 'meets', summary: 'Good work.' };

/** Hana of HR answers for Permits herself; `colleagues` are of HR too. */
async function withPlan(task: Record<string, unknown>, colleagues: string[] = []) {
  const office = await makeOffice(cycle(task));
  const admin = await office.as('ada');
  expect((await admin('PATCH', '/api/v1/components/permits', { ownerId: 'hana' })).status).toBe(200);
  for (const id of colleagues) {
    const person = { id, name: id, email: `${id}@city.test`, roles: ['hr'] };
    expect((await admin('POST', '/api/v1/people', person)).status).toBe(201);
  }
  await office.start('p1');
  const read = <T>(look: Parameters<typeof office.deps.store.read<T>>[0]) => office.deps.store.read(look);
  const askedFor = async () =>
    (await read((db) => db.selectFrom('tasks').select(['assigneeId']).orderBy('assigneeId').execute())).map(
      (row) => row.assigneeId,
    );
  const toldOf = () =>
    read((db) =>
      db.selectFrom('notifications').select(['personId', 'message']).orderBy('personId').execute(),
    );
  return { ...office, admin, askedFor, toldOf };
}

test('who owns a component cannot complete its appraisal by an event either', async () => {
  const { as, admin, planState } = await withPlan({ assignee: 'manager' });
  const body = { type: 'task.judge.completed', data: { result: judged } };
  const owner = await as('hana');
  const answer = await owner('POST', '/api/v1/plans/p1/events', body);
  expect([answer.status, answer.body.detail]).toEqual([
    403,
    'The task “Judge the year” is about you; somebody else must complete it. Nothing was changed.',
  ]);
  expect(await planState('p1')).toEqual({ stage: ['review'], revision: 1, status: 'active' });
  expect((await owner('POST', '/api/v1/plans/p1/events', { type: 'task.judge.overdue' })).status).toBe(409);
  expect((await admin('POST', '/api/v1/plans/p1/events', body)).status).toBe(200);
  expect((await planState('p1')).status).toBe('ended');
});

test('a task for all of a role leaves out the one whom it appraises', async () => {
  const { askedFor } = await withPlan({ assignee: 'role:hr', complete: 'all' }, ['hedy', 'hugo']);
  expect(await askedFor()).toEqual(['hedy', 'hugo']);
});

test('a task for any of a role waits for the others to claim it, and only they are told', async () => {
  const { askedFor, toldOf } = await withPlan({ assignee: 'role:hr', complete: 'any' }, ['hedy', 'hugo']);
  expect(await askedFor()).toEqual([null]);
  expect((await toldOf()).map((one) => one.personId)).toEqual(['hedy', 'hugo']);
});

test('a task that only the appraised could do has nobody, and administrators are told', async () => {
  const { askedFor, toldOf } = await withPlan({ assignee: 'role:hr' });
  expect(await askedFor()).toEqual([null]);
  expect(await toldOf()).toEqual([
    {
      personId: 'ada',
      message:
        '“Judge the year” has nobody to work it: “role:hr” is only whom it is about, or who rated already. Give it to somebody else.',
    },
  ]);
});

test('an appraisal that names its own subject has nobody', async () => {
  expect(await (await withPlan({ assignee: 'person:hana' })).askedFor()).toEqual([null]);
});

test('a task that judges nobody is also for the owner', async () => {
  const { askedFor } = await withPlan({ assignee: 'role:hr', form: 'goals', complete: 'all' }, ['hugo']);
  expect(await askedFor()).toEqual(['hana', 'hugo']);
});

test.each(['role:hr', 'owner', 'person:hana'])(
  'an appraisal escalated to %s is not given to whom it appraises',
  async (to) => {
    const { deps, askedFor } = await withPlan({ assignee: 'manager', due: 'P10D' });
    const due = { planId: 'p1', key: 'judge', activation: 1, at: '2026-01-20T09:00:00.000Z', idSeed: 't1' };
    await deps.store.commit((db) => escalateTask(db, { ...due, to }));
    expect(await askedFor()).toEqual(['deputy']);
  },
);

test('where the tree has nobody above, the head of the whole judges nobody but others: an administrator names who does', async () => {
  const office = await makeOffice(cycle({ assignee: 'manager' }));
  await (await office.as('ada'))('PATCH', '/api/v1/components/city', { managerId: 'mayor' });
  await office.start('p2', 'city');
  expect(await office.tasksOf('mayor')).toEqual([]);
  const admin = await office.as('ada');
  const [task] = (await admin('GET', '/api/v1/tasks?planId=p2')).body.items;
  expect(task.assignee).toBeNull();
  const named = { to: 'chief', reason: 'The board asked for it.' };
  expect((await admin('POST', `/api/v1/tasks/${task.id}/delegate`, named)).status).toBe(200);
  const complete = async (who: string) =>
    (await (await office.as(who))('POST', `/api/v1/tasks/${task.id}/complete`, { result: judged })).status;
  expect([await complete('mayor'), await complete('chief')]).toEqual([404, 200]);
});
