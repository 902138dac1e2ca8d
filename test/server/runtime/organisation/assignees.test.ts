import { expect, test } from 'vitest';
import { resolveAssignees } from '../../../../server/runtime/organisation/assignees.ts';
import { openSqliteStore } from '../../../../server/store/open-sqlite.ts';
import type { Db } from '../../../../server/store/schema.ts';

const at = '2026-01-05T09:00:00.000Z';

async function organisation() {
  const store = await openSqliteStore(':memory:');
  const component = (
    id: string,
    parentId: string | null,
    ownerId: string | null,
    managerId: string | null,
  ) => ({
    id,
    parentId,
    ownerId,
    managerId,
    kind: 'team',
    name: id,
    zone: null,
    holidayRegion: null,
    createdAt: at,
  });
  await store.commit(async (db) => {
    await db
      .insertInto('components')
      .values([
        component('city', null, 'mayor', null),
        component('dob', 'city', 'chief', 'deputy'),
        component('permits', 'dob', 'pat', null),
        component('plans-desk', 'dob', 'quinn', null),
        component('inspection', 'dob', 'ian', null),
        component('self-run', 'dob', 'sue', 'sue'),
        component('desk-a', 'permits', 'ann', null),
        component('desk-b', 'permits', 'bob', null),
        component('nobody', 'permits', null, null),
      ])
      .execute();
    const person = (id: string, roles: string[]) => ({
      id,
      name: id,
      email: `${id}@x.test`,
      roles: JSON.stringify(roles),
      createdAt: at,
    });
    await db
      .insertInto('people')
      .values([person('hana', ['hr']), person('hugo', ['hr', 'manager']), person('ann', ['employee'])])
      .execute();
  });
  return (componentId: string, relation: string) =>
    store.read((db: Db) => resolveAssignees(db, componentId, relation));
}

test.each([
  ['dob', 'owner', ['chief']],
  ['nobody', 'owner', ['deputy']],
  ['dob', 'manager', ['deputy']],
  ['permits', 'manager', ['deputy']],
  ['desk-a', 'manager', ['deputy']],
  ['desk-a', 'manager.manager', ['mayor']],
  ['desk-a', 'manager.manager.manager', []],
  ['self-run', 'manager', ['deputy']],
  ['city', 'manager', []],
  ['permits', 'reports', ['ann', 'bob']],
  ['desk-a', 'reports', []],
  ['permits', 'peers(2)', ['ian', 'quinn']],
  ['permits', 'peers(9)', ['ian', 'quinn', 'sue']],
  ['city', 'peers(2)', []],
  ['desk-a', 'sponsor', ['mayor']],
  ['desk-a', 'role:hr', ['hana', 'hugo']],
  ['desk-a', 'role:king', []],
  ['desk-a', 'person:ann', ['ann']],
  ['desk-a', 'person:nobody', []],
  ['not-there', 'owner', []],
])('for %s, %s means %j', async (componentId, relation, people) => {
  const resolve = await organisation();
  expect(await resolve(componentId, relation)).toEqual(people);
});
