import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const asked = (title: string, form: string) => ({ title, assignee: 'role:hr', form, complete: 'any' });
const cycle = {
  initial: 'rate',
  stages: {
    rate: {
      kind: 'appraise',
      tasks: { rate: asked('Rate the year', 'appraisal') },
      on: { 'task.rate.completed': [{ to: 'agree' }] },
    },
    agree: { kind: 'appraise', tasks: { agree: asked('Agree on the rating', 'calibration') } },
  },
};

/** Hana and Hedy are HR; the plan is about Hana, who has nobody above her, and Hedy rates it. */
async function withRating() {
  const office = await makeOffice(cycle);
  const ada = await office.as('ada');
  const hedy = { id: 'hedy', name: 'Hedy', email: 'hedy@city.test', roles: ['hr'] };
  await ada('POST', '/api/v1/people', hedy);
  await ada('PATCH', '/api/v1/components/city', { ownerId: 'hana' });
  await office.start('p1', 'city');
  const rated = await office.deps.store.commit((db) =>
    db
      .updateTable('tasks')
      .set({ state: 'completed', completedBy: 'hedy', completedAt: '2026-01-05T10:00:00.000Z', result: '{}' })
      .where('key', '=', 'rate')
      .execute(),
  );
  expect(rated).toHaveLength(1);
  return { ...office, ada };
}

const offered = (office: Awaited<ReturnType<typeof withRating>>) =>
  office.tasksOf('ada', 'assignee=claimable');

test('what all of a role may not have is offered to administrators as what nobody is there to work', async () => {
  const office = await withRating();
  const { ada, deps } = office;
  await deps.store.commit((db) => db.updateTable('plans').set({ status: 'active' }).execute());
  const [rating] = (await ada('GET', '/api/v1/tasks?planId=p1')).body.items;
  const task = { ...rating };
  expect(task.key).toBe('rate');
  await deps.store.commit(async (db) => {
    const row = await db.selectFrom('tasks').selectAll().executeTakeFirstOrThrow();
    const open = {
      id: 't2',
      key: 'agree',
      stage: 'agree',
      purpose: 'calibration' as const,
      form: '"calibration"',
    };
    const nobodys = { state: 'open', assigneeId: null, completedBy: null, completedAt: null, result: null };
    await db
      .insertInto('tasks')
      .values({ ...row, ...open, ...nobodys })
      .execute();
  });
  expect(await offered(office)).toMatchObject([{ id: 't2', unplaced: true }]);
  const { body } = await ada('GET', '/api/v1/tasks/t2');
  expect([body.mayClaim, body.mayPassOn, body.why]).toEqual([
    true,
    true,
    'Nobody with the role “HR” can have it: nobody has that role, or it is about them, or they decided in the plan before. An administrator gives it to somebody else.',
  ]);
  await ada('POST', '/api/v1/people', { id: 'hugo', name: 'Hugo', email: 'hugo@city.test', roles: ['hr'] });
  expect(await offered(office)).toEqual([]);
  expect(await office.tasksOf('ada', 'planId=p1&assignee=nobody&state=open')).toMatchObject([
    { unplaced: false },
  ]);
});
