// What goes by a name, of what the reader may see anyway.
import { expect, test } from 'vitest';
import { makeReviewedOffice, taskRow } from '../../support/reviewed-office.ts';

async function searching() {
  const office = await makeReviewedOffice();
  await office.deps.store.commit((db) =>
    db
      .insertInto('tasks')
      .values([
        taskRow('dob-1', 'goals', { assigneeId: 'deputy' }),
        taskRow('parks-1', 'goals', { assigneeId: 'max' }),
      ])
      .execute(),
  );
  return async (who: string, query: string) => {
    const send = await office.as(who);
    return send('GET', `/api/v1/search?${query}`);
  };
}
test('a name finds plans, components and people; tasks only of who asks', async () => {
  const find = await searching();
  const { body } = await find('deputy', 'q=DOB-1');
  expect(body.components.map(({ id }: { id: string }) => id)).toEqual([
    'dob-1',
    'dob-10',
    'dob-11',
    'dob-12',
  ]);
  expect(body.tasks).toEqual([{ id: 'goals-dob-1', title: 'goals', componentName: 'dob-1' }]);
  expect((await find('hana', 'q=max')).body.people.map(({ id }: { id: string }) => id)).toEqual(['max']);
  expect((await find('hana', 'q=goals')).body.tasks).toEqual([]);
});

test('nobody finds more plans than they may read', async () => {
  const find = await searching();
  const plansFor = async (who: string, q: string) =>
    (await find(who, `q=${q}&limit=20`)).body.plans.map(({ id }: { id: string }) => id);
  expect(await plansFor('hana', 'parks-1')).toEqual(['plan-parks-1']);
  expect(await plansFor('deputy', 'parks-1')).toEqual([]);
  expect(await plansFor('deputy', 'dob-2')).toEqual(['plan-dob-2']);
  expect(await plansFor('dora', 'dob-2')).toEqual([]);
});

test('a search is for something', async () => {
  const find = await searching();
  expect((await find('hana', 'q=%20')).status).toBe(422);
});
