// What a new manager or a new place leaves as it is: due dates and timers, and what was appraised before.
import { expect, test } from 'vitest';
import { makeOffice } from '../../../support/office.ts';

const cycle = {
  initial: 'working',
  stages: {
    working: {
      kind: 'observe',
      tasks: {
        note: { title: 'Note it', assignee: 'manager', form: 'feedback', due: '5bd', remind: ['-1bd'] },
      },
      on: { 'task.note.completed': [{ to: 'rated', do: [{ do: 'set', variable: 'seen', value: 'true' }] }] },
      after: [{ id: 'late', delay: '10bd', to: 'rated' }],
    },
    rated: {
      kind: 'appraise',
      entry: [{ do: 'appraise' }],
      after: [{ id: 'end', delay: 'P30D', to: 'done' }],
    },
    done: { type: 'final', outcome: 'met' },
  },
  variables: { seen: false },
};

type Office = Awaited<ReturnType<typeof makeOffice>>;

const change = async (office: Office, patch: Record<string, unknown>) =>
  expect(await (await office.as('ada'))('PATCH', '/api/v1/components/permits', patch)).toMatchObject({
    status: 200,
  });

const left = (office: Office) =>
  office.deps.store.read(async (db) => ({
    timers: await db.selectFrom('timers').select(['kind', 'name', 'dueAt']).orderBy('dueAt').execute(),
    dues: await db.selectFrom('tasks').select(['key', 'dueAt']).where('state', '=', 'open').execute(),
    scores: await db.selectFrom('scores').selectAll().execute(),
  }));

test.each([
  ['another manager', { managerId: 'hana' }, 'hana'],
  ['another place in the tree', { parentId: 'city' }, 'mayor'],
])('%s moves the open task, and neither its due date nor any timer', async (_, patch, holder) => {
  const office = await makeOffice(cycle);
  await office.start('p1');
  const before = await left(office);
  expect(before.timers.map(({ kind }) => kind)).toEqual(['reminder', 'overdue', 'stage']);
  await change(office, patch);
  expect(await left(office)).toEqual(before);
  expect(await office.tasksOf(holder, 'assignee=me&state=open')).toMatchObject([{ title: 'Note it' }]);
});

test('what was appraised before a move stays as it was', async () => {
  const office = await makeOffice(cycle);
  await office.start('p1');
  const [task] = await office.tasksOf('deputy', 'assignee=me&state=open');
  const done = await (await office.as('deputy'))('POST', `/api/v1/tasks/${task.id}/complete`, {
    result: { text: 'The backlog was halved by May, as agreed.' },
  });
  expect(done.status).toBe(200);
  const before = await left(office);
  expect(before.scores).toHaveLength(1);
  await change(office, { parentId: 'city', managerId: 'hana' });
  expect(await left(office)).toEqual(before);
});
