import { expect, test } from 'vitest';
import { bearer, makeTestSite } from '../../support/site.ts';

const ada = { name: 'Ada', email: 'ada@example.com', password: 'a long enough one' };
const path = (name: string) => `/api/v1/setup${name}`;

test('an empty folder offers both ways', async () => {
  const { send } = (await makeTestSite()).client();
  expect((await send('GET', path(''))).body).toEqual({
    state: 'empty',
    demo: false,
    demoAllowed: true,
    demoPeople: [],
  });
});

test('starting clean makes the first administrator, signed in, and only once', async () => {
  const { send } = (await makeTestSite()).client();
  const first = await send('POST', path('/clean'), { body: ada });
  const second = await send('POST', path('/clean'), { body: { ...ada, email: 'eve@example.com' } });
  expect([first.status, second.status]).toEqual([201, 409]);
  expect((await send('GET', '/api/v1/me')).body).toMatchObject({ name: 'Ada', roles: ['admin'] });
  expect((await send('GET', path(''))).body).toMatchObject({
    state: 'ready',
    demo: false,
    demoAllowed: false,
  });
  expect((await send('POST', path('/demo'))).status).toBe(409);
});

test('the demo brings the sample organisation, published cycles and launches, and only once', async () => {
  const site = await makeTestSite();
  const { send } = site.client();
  const first = await send('POST', path('/demo'));
  const second = await send('POST', path('/demo'));
  expect([first.status, second.status]).toEqual([201, 409]);
  expect(first.body).toMatchObject({ state: 'ready', demo: true, demoAllowed: false });
  expect(first.body.demoPeople.map((person: { roles: string[] }) => person.roles[0])).toEqual([
    'designer',
    'manager',
    'employee',
    'admin',
  ]);
  const cycles = (await send('GET', '/api/v1/cycles', { headers: bearer })).body.items;
  expect(cycles.length).toBeGreaterThanOrEqual(3);
  expect(cycles.map((cycle: { latestVersion: number }) => cycle.latestVersion)).toEqual(cycles.map(() => 1));
  const launches = await site.deps.store.read((db) => db.selectFrom('launches').select('cycleId').execute());
  expect(launches).toContainEqual({ cycleId: 'organisation-loop' });
});

test('in the demo people have spoken: feedback, a question, a reward on the wall, a leave to come, a budget', async () => {
  const { send } = (await makeTestSite()).client();
  await send('POST', path('/demo'));
  const read = async (personId: string, at: string) => {
    await send('POST', path('/sign-in-as'), { body: { personId } });
    return (await send('GET', `/api/v1${at}`)).body.items;
  };
  expect(await read('demo-employee', '/feedback?box=received')).toHaveLength(3);
  expect(await read('demo-admin', '/feedback-requests?side=asked')).toMatchObject([{ state: 'open' }]);
  expect(await read('demo-manager', '/rewards?box=wall')).toMatchObject([{ shown: true, thanks: 3 }]);
  expect(await read('demo-admin', '/absences')).toMatchObject([{ state: 'planned' }]);
  expect(await read('demo-admin', '/reward-budgets/all')).toMatchObject([{ left: 25_000 }]);
});

test('in the demo one signs in as its people and as nobody else', async () => {
  const { send } = (await makeTestSite()).client();
  await send('POST', path('/demo'));
  for (const personId of ['demo-manager', 'demo-designer']) {
    expect((await send('POST', path('/sign-in-as'), { body: { personId } })).status).toBe(200);
    expect((await send('GET', '/api/v1/me')).body.id).toBe(personId);
  }
  for (const personId of ['mayor', 'nobody'])
    expect((await send('POST', path('/sign-in-as'), { body: { personId } })).status).toBe(404);
  expect((await send('POST', path('/sign-in-as'), { body: { personId: 'demo-admin', x: 1 } })).status).toBe(
    422,
  );
});

test('without the demo nobody signs in without a password', async () => {
  const { send } = (await makeTestSite()).client();
  const { body } = await send('POST', path('/clean'), { body: ada });
  expect((await send('POST', path('/sign-in-as'), { body: { personId: body.id } })).status).toBe(404);
});

test('the first run is only for the computer that the server runs on', async () => {
  const site = await makeTestSite({ loopback: false });
  const elsewhere = site.client('192.168.1.20');
  const proxied = site.client();
  for (const [name, body] of [
    ['/demo', undefined],
    ['/clean', ada],
    ['/sign-in-as', { personId: 'demo-admin' }],
  ] as const) {
    expect((await elsewhere.send('POST', path(name), { body })).status).toBe(403);
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    expect((await proxied.send('POST', path(name), { body, headers })).status).toBe(403);
  }
  expect((await site.client().send('POST', path('/demo'))).status).toBe(403);
  expect((await elsewhere.send('GET', path(''))).body).toMatchObject({ state: 'empty', demoAllowed: false });
});

test('a folder that was started with --clean offers no demo', async () => {
  const { send } = (await makeTestSite({ clean: true })).client();
  expect((await send('GET', path(''))).body).toMatchObject({ state: 'empty', demoAllowed: false });
  expect((await send('POST', path('/demo'))).status).toBe(403);
});
