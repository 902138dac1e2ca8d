// The plan of a post that nobody holds: its manager signs for it, and the other side is somebody else.
import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const review = {
  initial: 'plan',
  stages: {
    plan: {
      kind: 'plan',
      tasks: {
        agree: { title: 'Agree the plan', assignee: 'manager', form: 'plan-agreement' },
        read: { title: 'Read the plan', assignee: 'owner', form: 'acknowledgement' },
      },
      on: { 'task.agree.completed': [{}], 'task.read.completed': [{}] },
    },
  },
};

async function withVacantPost(place: object = {}) {
  const office = await makeOffice(review);
  const ada = await office.as('ada');
  expect((await ada('PATCH', '/api/v1/components/permits', { ownerId: null })).status).toBe(200);
  for (const id of ['city', 'dob', 'permits']) await ada('PATCH', `/api/v1/components/${id}`, place);
  await office.start('p1');
  const titles = async (who: string) =>
    (await office.tasksOf(who, 'assignee=me&state=open')).map(({ title }: { title: string }) => title);
  const complete = async (who: string, decision: string) => {
    const [task] = await office.tasksOf(who, 'assignee=me&state=open');
    const send = await office.as(who);
    return (await send('POST', `/api/v1/tasks/${task.id}/complete`, { result: { decision } })).status;
  };
  const told = async (who: string) =>
    (await (await office.as(who))('GET', '/api/v1/notifications')).body.items.map(
      ({ message }: { message: string }) => message,
    );
  const versions = async () => (await ada('GET', '/api/v1/plans/p1/versions')).body.items;
  return { ...office, ada, titles, complete, told, versions };
}
const why =
  '“Agree the plan” comes to you: nobody holds the post, so that its manager signs for it, and nobody is both sides.';

test('the plan of a vacant post is agreed by its manager and by the next one up, who is told why', async () => {
  const { titles, complete, told, versions } = await withVacantPost();
  expect(await titles('deputy')).toEqual(['Read the plan']);
  expect(await titles('mayor')).toEqual(['Agree the plan']);
  expect(await told('mayor')).toEqual([why]);
  expect([await complete('deputy', 'signed'), await complete('mayor', 'agreed')]).toEqual([200, 200]);
  expect(await versions()).toMatchObject([{ inForceAt: expect.any(String) }]);
});

test('where nobody is further up, HR is the other side', async () => {
  const { titles, told, complete, versions } = await withVacantPost({ ownerId: null, managerId: 'deputy' });
  expect(await titles('deputy')).toEqual(['Read the plan']);
  expect(await titles('hana')).toEqual(['Agree the plan']);
  expect(await told('hana')).toContain(why);
  expect([await complete('deputy', 'signed'), await complete('hana', 'agreed')]).toEqual([200, 200]);
  expect(await versions()).toMatchObject([{ inForceAt: expect.any(String) }]);
});

test('a new version of the plan of a vacant post waits for the same two', async () => {
  const { ada, complete, told, as } = await withVacantPost();
  const goal = { id: 'speed', componentId: 'permits', title: 'Be fast' };
  await ada('POST', '/api/v1/goals', goal);
  await complete('deputy', 'signed');
  await complete('mayor', 'agreed');
  await ada('PATCH', '/api/v1/goals/speed', { title: 'Be faster' });
  const waits = 'The plan of Permits was changed: its version 2 waits for your signature.';
  for (const who of ['deputy', 'mayor']) expect(await told(who)).toContain(waits);
  const sign = async (who: string) =>
    (await (await as(who))('POST', '/api/v1/plans/p1/signatures', { version: 2, decision: 'agreed' })).status;
  expect([await sign('deputy'), await sign('mayor')]).toEqual([201, 201]);
});
