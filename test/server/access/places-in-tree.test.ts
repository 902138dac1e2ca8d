// What follows from being named in the organisation, whatever somebody's role is called.
import { expect, test } from 'vitest';
import type { Role } from '../../../engine/index.ts';
import type { Actor } from '../../../server/access/actor.ts';
import { scopeOf } from '../../../server/access/authorize.ts';
import { type Permission, permissions } from '../../../server/access/permissions.ts';
import { ratingCycle } from '../../support/cycles.ts';
import { makeOffice } from '../../support/office.ts';
import { given } from '../../support/rated-office.ts';
import { makeTestApp } from '../../support/server.ts';

const everyPermission = Object.keys(permissions) as Permission[];
const person = (roles: Role[], places: Actor['places'] = []): Actor => ({
  id: 'x',
  name: 'X',
  roles,
  places,
});
const scopesOf = (actor: Actor) => everyPermission.map((one) => [one, scopeOf(actor, one)]);

test.for([['employee'], ['designer'], ['hr'], []] as Role[][])(
  'to whom a component names as its manager, with the roles %j, the tree gives what the role of managers gives',
  (roles) => {
    expect(scopesOf(person(roles, ['manager']))).toEqual(scopesOf(person([...roles, 'manager'])));
    expect(scopesOf(person(roles, ['owner']))).toEqual(scopesOf(person([...roles, 'employee'])));
  },
);

test('a dotted line gives only what managers see', () => {
  const none = person([]);
  const given = everyPermission.filter((one) => scopeOf(person([], ['second-manager']), one) !== null);
  expect(given.filter((one) => scopeOf(none, one) === null)).toEqual(given);
  for (const one of given) expect([one, one.endsWith('.read')]).toEqual([one, true]);
  expect(given).toContain('tasks.read');
});

/** Permits is Pat's and has a goal, a measure, and a value that Pat says; its plan waits to be rated. */
async function managedBy(id: string, roles: Role[]) {
  const office = await makeOffice(ratingCycle);
  const ada = await office.as('ada');
  const row = { id, name: id, email: `${id}@city.test`, roles: JSON.stringify(roles) };
  await office.deps.store.commit((db) =>
    db
      .insertInto('people')
      .values({ ...row, createdAt: office.deps.clock.now() })
      .execute(),
  );
  await ada('PATCH', '/api/v1/components/permits', { managerId: id });
  await ada('POST', '/api/v1/goals', { id: 'quick', componentId: 'permits', title: 'Be quick' });
  await ada('POST', '/api/v1/measures', {
    ...{ id: 'days', goalId: 'quick', title: 'Days', unit: 'days', direction: 'decrease', weight: 100 },
    ...{ standards: { kind: 'points', unacceptable: 30, meets: 10 } },
  });
  const value = { measureId: 'days', periodStart: '2026-01-01', periodEnd: '2026-01-31', value: 7 };
  const [said] = (await (await office.as('pat'))('POST', '/api/v1/observations', value)).body.items;
  await office.start('p1');
  const { send } = await makeTestApp({ id, name: id, roles }, office.deps);
  return {
    ...office,
    ada,
    said,
    send: (method: string, path: string, body?: object) => send(method, `/api/v1${path}`, body),
  };
}
type Managed = Awaited<ReturnType<typeof managedBy>>;

const acts = ({ said }: Managed): [method: string, path: string, body?: object][] => [
  ['GET', '/plans/p1'],
  ['GET', '/plans/p1/versions'],
  ['GET', '/goals?componentId=permits'],
  ['GET', '/tasks?planId=p1'],
  ['GET', '/absences'],
  ['GET', '/reward-budgets?componentId=permits'],
  ['GET', '/reports/roll-up?at=permits'],
  ['POST', `/observations/${said.id}/verify`, {}],
  [
    'POST',
    '/observations',
    { measureId: 'days', periodStart: '2026-02-01', periodEnd: '2026-02-28', value: 9 },
  ],
  ['PATCH', '/goals/quick', { priority: 2 }],
  ['POST', '/goals', { id: 'kind', componentId: 'permits', title: 'Be kind' }],
  ['POST', '/goals/priorities', { componentId: 'permits', priorities: [{ goalId: 'quick', priority: 3 }] }],
  ['POST', '/measures/days/what-if', { standards: null }],
  ['PATCH', '/measures/days', { title: 'Days until the permit' }],
  ['POST', '/absences', { personId: 'pat', from: '2026-06-01', to: '2026-06-05' }],
  ['PATCH', '/goals/elsewhere', { priority: 2 }],
  ['POST', '/goals', { id: 'other', componentId: 'inspection', title: 'Be fair' }],
  ['GET', '/plans/p2'],
];

async function workOf(roles: Role[]) {
  const office = await managedBy('max', roles);
  await office.ada('POST', '/api/v1/goals', { id: 'elsewhere', componentId: 'inspection', title: 'Be fair' });
  await office.start('p2', 'inspection');
  const done: unknown[] = [];
  for (const [method, path, body] of acts(office)) {
    const { status, body: answer } = await office.send(method, path, body);
    done.push([`${method} ${path}`, status, answer?.items?.length]);
  }
  const [task] = (await office.send('GET', '/tasks?planId=p1')).body.items;
  const result = {
    ...given,
    goals: [{ goalId: 'quick', results: 'meets', methods: 'meets', evidence: 'The log.' }],
  };
  const rated = await office.send('POST', `/tasks/${task?.id}/complete`, { result });
  const released = await office.send('POST', '/ratings/release', { planIds: ['p1'] });
  return [...done, ['rate', rated.status], ['release', released.status, released.body.items]];
}

test.for([[['employee']], [['designer']]] as [Role[]][])(
  'who manages by the tree with the roles %j works as a manager does',
  async ([roles]) => {
    const asManager = await workOf(['manager']);
    expect(asManager.slice(0, 15).filter((one) => (one as [string, number])[1] >= 400)).toEqual([]);
    expect(asManager.slice(15, 18).map((one) => (one as [string, number])[1])).toEqual([404, 404, 404]);
    const asThey = await workOf(roles);
    expect(asThey).toEqual(asManager);
  },
);

test('what a manager by the tree may do is told to their screens, and ends with being named', async () => {
  const office = await managedBy('max', ['employee']);
  const may = async () => (await office.send('GET', '/me')).body.permissions;
  const team = async () => (await office.send('GET', '/people?team=true')).body.items;
  expect(await may()).toEqual(expect.arrayContaining(['goals.change', 'ratings.release', 'budgets.read']));
  expect(await team()).toMatchObject([{ id: 'pat' }]);
  await office.ada('PATCH', '/api/v1/components/permits', { managerId: 'deputy' });
  expect(await may()).not.toContain('goals.change');
  expect(await team()).toEqual([]);
  expect((await office.send('PATCH', '/goals/quick', { priority: 2 })).status).toBe(403);
});

test('a designer reads the plan that is their own', async () => {
  const office = await managedBy('max', ['manager']);
  await office.ada('PATCH', '/api/v1/components/permits', { ownerId: 'dora' });
  const dora = await office.as('dora');
  expect((await dora('GET', '/api/v1/plans/p1')).status).toBe(200);
  expect((await dora('GET', '/api/v1/plans')).body.items).toMatchObject([{ id: 'p1' }]);
});
