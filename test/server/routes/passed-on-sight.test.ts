// Who passed a task on follows it until it is done, and reads what was said in it only where they see its plan.
import { expect, test } from 'vitest';
import { given, makeRatedOffice, undrawn } from '../../support/rated-office.ts';

async function passedOn() {
  const office = await makeRatedOffice(undrawn);
  const { id } = await office.openTask('rate');
  const passed = await office.post('deputy', `/tasks/${id}/delegate`, { to: 'chief', reason: 'I am away.' });
  expect(passed.status).toBe(200);
  const give = (change: object, componentId: string) =>
    office.deps.store.commit((db) =>
      db.updateTable('components').set(change).where('id', '=', componentId).execute(),
    );
  const readBy = async (person: string) => (await office.as(person))('GET', `/api/v1/tasks/${id}`);
  return { ...office, give, readBy };
}

test('a manager who passed an appraisal on reads it while they manage, and not once somebody else does', async () => {
  const { give, readBy, work } = await passedOn();
  expect((await work('chief', 'rate', given)).status).toBe(200);
  expect((await readBy('deputy')).body.result).toEqual(given);
  await give({ managerId: 'chief' }, 'dob');
  expect((await readBy('deputy')).status).toBe(404);
  expect((await readBy('chief')).status).toBe(200);
});

test('it is followed until it is done, also by who does not see its plan', async () => {
  const { give, readBy, work, tasksOf } = await passedOn();
  await give({ managerId: 'chief' }, 'dob');
  expect((await readBy('deputy')).body).toMatchObject({ state: 'open', result: null });
  await work('chief', 'rate', given);
  expect((await readBy('deputy')).status).toBe(404);
  expect(await tasksOf('deputy', 'state=completed')).toEqual([]);
});

test('who came to answer for the component does not read through it how they were rated', async () => {
  const { give, readBy, work } = await passedOn();
  await give({ ownerId: 'deputy' }, 'permits');
  await work('chief', 'rate', given);
  expect((await readBy('deputy')).status).toBe(404);
});
