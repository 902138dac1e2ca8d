import { expect, test } from 'vitest';
import { problemKinds } from '../../../server/problem.ts';
import { makeTestSite } from '../../support/site.ts';

interface Operation {
  operationId?: string;
  security?: object[];
  responses: Record<string, unknown>;
}

async function openApi() {
  const { send } = (await makeTestSite()).client();
  const { body, status } = await send('GET', '/api/v1/openapi.json');
  expect([status, body.openapi]).toEqual([200, '3.1.0']);
  const paths: Record<string, Record<string, Operation>> = body.paths;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
}

test('every operation has a name of its own and says how it fails', async () => {
  const operations = await openApi();
  const names = operations.map((operation) => operation.operationId);
  expect(names).not.toContain(undefined);
  expect(new Set(names).size).toBe(names.length);
  for (const { path, responses } of operations)
    if (!path.startsWith('/api/v1/hooks')) expect(responses).toHaveProperty('default');
});

test('the routes that the product promises are described', async () => {
  const described = (await openApi()).map(({ method, path }) => `${method} ${path}`);
  for (const route of [
    'get /api/v1/components',
    'post /api/v1/people',
    'get /api/v1/me',
    'post /api/v1/observations',
    'post /api/v1/imports',
    'put /api/v1/cycles/{id}',
    'post /api/v1/cycles/{id}/publish',
    'post /api/v1/launches',
    'post /api/v1/plans/{id}/events',
    'post /api/v1/tasks/{id}/complete',
    'post /api/v1/sources',
    'post /api/v1/subscriptions',
    'post /api/v1/deliveries/{id}/redeliver',
    'post /api/v1/incidents/{id}/retry',
    'post /api/v1/setup/clean',
  ])
    expect(described).toContain(route);
});

test('only the first run and signed hooks need no sign-in', async () => {
  const open = (await openApi()).filter((operation) => operation.security?.length === 0);
  for (const { path } of open) expect(path).toMatch(/^\/api\/v1\/(setup|hooks)/);
});

test('the schema of cycle documents is published', async () => {
  const { send } = (await makeTestSite()).client();
  const { body, headers } = await send('GET', '/api/v1/schemas/cycle');
  expect(headers.get('content-type')).toBe('application/schema+json');
  expect(Object.keys(body.properties)).toContain('stages');
});

test('every kind of problem is explained under the address that its type names', async () => {
  const { send } = (await makeTestSite()).client();
  const { body } = await send('GET', '/docs/problems');
  for (const { kind } of problemKinds) expect(body).toContain(`<h2 id="${kind}">`);
  expect(body).not.toContain('undefined');
});

test('the reference is served whole from here', async () => {
  const { send } = (await makeTestSite()).client();
  const page = await send('GET', '/docs');
  const assets = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
  expect(assets.length).toBe(3);
  for (const address of assets) expect((await send('GET', address)).status).toBe(200);
});

test('an address that is no screen and no file is a problem for a program', async () => {
  const { send } = (await makeTestSite()).client();
  const answer = await send('GET', '/nowhere', { headers: { accept: 'application/json' } });
  expect([answer.status, answer.body.status]).toEqual([404, 404]);
  const page = await send('GET', '/plans/some-plan', { headers: { accept: 'text/html' } });
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
});

test('the figures are for this computer and for the admin token', async () => {
  const site = await makeTestSite({ loopback: false });
  expect((await site.client().send('GET', '/metrics')).status).toBe(200);
  const elsewhere = site.client('10.0.0.9');
  expect((await elsewhere.send('GET', '/metrics')).status).toBe(403);
  expect((await elsewhere.send('GET', '/readyz')).status).toBe(200);
  const { body } = await site.client().send('GET', '/metrics');
  for (const name of [
    'cyclewright_timer_lag_seconds',
    'cyclewright_deliveries_waiting',
    'cyclewright_commits_total',
  ])
    expect(body).toContain(name);
});

test('a server whose store is closed is not ready and says why', async () => {
  const site = await makeTestSite();
  const { send } = site.client();
  await site.deps.store.close();
  const ready = await send('GET', '/readyz');
  expect([ready.status, ready.body.status, ready.body.reasons.length]).toEqual([503, 'not-ready', 1]);
  expect((await send('GET', '/healthz')).status).toBe(200);
});
