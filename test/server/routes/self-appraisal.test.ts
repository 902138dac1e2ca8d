import { describe, expect, test } from 'vitest';
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

test('who owns a component cannot complete its appraisal, as a task or by an event', async () => {
  const { as, admin, planState } = await withPlan({ assignee: 'manager' });
  const [task] = (await admin('GET', '/api/v1/tasks?planId=p1')).body.items;
  const complete = { path: `/api/v1/tasks/${task.id}/complete`, body: { result: judged } };
  const owner = await as('hana');
  expect((await owner('POST', complete.path, complete.body)).status).toBe(404);
  const event = { type: 'task.judge.completed', data: { result: judged } };
  expect((await owner('POST', '/api/v1/plans/p1/events', event)).status).toBe(403);
  expect(await planState('p1')).toEqual({ stage: ['review'], revision: 1, status: 'active' });
  expect((await admin('POST', complete.path, complete.body)).status).toBe(200);
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

test('a task for a role that only the appraised has goes to their manager', async () => {
  expect(await (await withPlan({ assignee: 'role:hr' })).askedFor()).toEqual(['deputy']);
});

test('a task that only the appraised could do has nobody, and administrators are told', async () => {
  const { askedFor, toldOf } = await withPlan({ assignee: 'person:hana' });
  expect(await askedFor()).toEqual([null]);
  expect(await toldOf()).toEqual([
    {
      personId: 'ada',
      message:
        '“Judge the year” has nobody to work it: “person:hana” is only whom it is about, or who rated already. Give it to somebody else.',
    },
  ]);
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

describe('who is of HR and judged by a form of the cycle’s own', () => {
  const notice = {
    form: { type: 'object', properties: { notice: { type: 'string' } } },
    assignee: 'manager',
  };
  const words = 'Hana is to be moved to the archive.';

  async function withWords(task: Record<string, unknown>) {
    const office = await withPlan({ ...notice, ...task });
    const deputy = await office.as('deputy');
    const [task1] = await office.tasksOf('deputy', 'assignee=me&state=open');
    const path = `/api/v1/tasks/${task1.id}`;
    await deputy('PUT', `${path}/draft`, { content: { notice: words } }, { 'if-match': '"0"' });
    expect((await deputy('POST', `${path}/comment`, { text: 'Two lists came late in May.' })).status).toBe(
      200,
    );
    const complete = async () => {
      expect((await deputy('POST', `${path}/complete`, { result: { notice: words } })).status).toBe(200);
    };
    return { ...office, hana: await office.as('hana'), path, complete };
  }

  test.each(['appraisal', 'calibration', 'appeal', 'reward', 'intervention'] as const)(
    'reads neither the words beside it nor its draft when it is for %s',
    async (purpose) => {
      const { hana, path, complete } = await withWords({ purpose });
      for (const when of ['open', 'completed']) {
        const read = [await hana('GET', path), await hana('GET', `${path}/draft`)];
        expect([when, ...read.map(({ status }) => status)]).toEqual([when, 404, 404]);
        expect((await hana('GET', '/api/v1/tasks?planId=p1')).body.items).toEqual([]);
        if (when === 'open') await complete();
      }
    },
  );

  test('reads no draft about themselves when the task does not say what it is for, nor once another has it', async () => {
    const { hana, path, deps } = await withWords({});
    const earlier = async () => (await hana('GET', `${path}/draft`)).body.earlier;
    expect(await earlier()).toEqual([]);
    await deps.store.commit((db) => db.updateTable('tasks').set({ assigneeId: 'mayor' }).execute());
    expect(await earlier()).toEqual([]);
  });
});
