import { expect, test } from 'vitest';
import { makeOffice } from '../../../support/office.ts';

const cycle = {
  initial: 'rate',
  stages: {
    rate: {
      tasks: { rate: { title: 'Rate the year', assignee: 'manager', form: 'appraisal', due: 'P10D' } },
      on: { 'task.rate.completed': [{ to: 'wait' }] },
    },
    wait: { on: { 'go.on': [{ to: 'approve' }] } },
    approve: {
      tasks: {
        approve: {
          title: 'Approve the rating',
          assignee: 'manager.manager',
          form: 'calibration',
          due: 'P10D',
        },
      },
      on: { 'task.approve.completed': [{ to: 'done' }] },
    },
    done: { type: 'final' },
  },
};

/** The deputy has rated permits; the approval is for the manager above. */
async function rated() {
  const office = await makeOffice(cycle);
  await office.start('p1');
  const [{ id }] = await office.tasksOf('deputy', 'assignee=me&state=open');
  const result = { goals: [], methods: 'meets', summary: 'Good work.' };
  const answer = await (await office.as('deputy'))('POST', `/api/v1/tasks/${id}/complete`, { result });
  expect(answer.status).toBe(200);
  const goOn = async () => (await office.as('ada'))('POST', '/api/v1/plans/p1/events', { type: 'go.on' });
  const change = async (component: string, patch: object) =>
    expect((await (await office.as('ada'))('PATCH', `/api/v1/components/${component}`, patch)).status).toBe(
      200,
    );
  /** The chief manages the department now, and the deputy is above. */
  const promote = async (city: object) => {
    await change('dob', { managerId: 'chief' });
    await change('city', city);
  };
  const approver = async () => {
    const open = await office.deps.store.read((db) =>
      db.selectFrom('tasks').select('assigneeId').where('state', '=', 'open').execute(),
    );
    return open.map(({ assigneeId }) => assigneeId);
  };
  return { ...office, goOn, promote, approver };
}

test('the manager above approves a rating', async () => {
  const office = await rated();
  await office.goOn();
  expect(await office.approver()).toEqual(['mayor']);
});

test('whoever rated and is promoted before the approval opens does not get it: the next one up does', async () => {
  const office = await rated();
  await office.promote({ managerId: 'deputy', ownerId: 'mayor' });
  await office.goOn();
  expect(await office.approver()).toEqual(['mayor']);
});

test('whoever rated and is promoted while it waits does not get it: with nobody above it is an administrator’s to give', async () => {
  const office = await rated();
  await office.goOn();
  await office.promote({ ownerId: 'deputy' });
  expect(await office.approver()).toEqual([null]);
});
