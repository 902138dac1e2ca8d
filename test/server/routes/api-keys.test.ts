// API keys: told once, hashed at rest, over in time, and never more than they were given or their maker has.
import { expect, test } from 'vitest';
import { keyScopes } from '../../../server/access/key-scopes.ts';
import { createKey } from '../../../server/runtime/admin/api-keys.ts';
import { wholeDatabase } from '../../support/database.ts';
import { allInUse } from '../../support/features.ts';
import { bearer, makeTestSite } from '../../support/site.ts';

const wish = { name: 'Payroll', scopes: ['people.read', 'organisation.read'], days: 30 };
const keys = '/api/v1/api-keys';

async function withKey(given: object = wish) {
  const site = await makeTestSite();
  const { send } = site.client();
  const asAdmin = (method: string, path: string, body?: unknown) =>
    send(method, path, { body, headers: bearer });
  const { status, body } = await asAdmin('POST', keys, given);
  expect(status).toBe(201);
  const asKey = (method: string, path: string, sent?: unknown) =>
    send(method, path, { body: sent, headers: { authorization: `Bearer ${body.secret}` } });
  return { ...site, asAdmin, asKey, key: body };
}

test('a key does what it was given and is refused everything else', async () => {
  const { asKey, key } = await withKey();
  const me = await asKey('GET', '/api/v1/me');
  expect(me.body).toMatchObject({ id: key.id, name: 'Payroll', roles: [] });
  expect(me.body.permissions.toSorted()).toEqual(wish.scopes.toSorted());
  expect((await asKey('GET', '/api/v1/people')).status).toBe(200);
  const refused = await asKey('GET', '/api/v1/plans');
  expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('plans.read')]);
  expect(
    (await asKey('POST', '/api/v1/people', { name: 'B', email: 'b@x.org', roles: ['admin'] })).status,
  ).toBe(403);
});

test('no key can be given what a person answers for: keys, rights, approvals, settings', async () => {
  const { asAdmin } = await withKey();
  for (const scope of ['keys.change', 'people.change', 'cycles.approve', 'settings.change', 'tasks.work'])
    expect([scope, (await asAdmin('POST', keys, { ...wish, scopes: [scope] })).status]).toEqual([scope, 422]);
  const everything = await withKey({ ...wish, scopes: keyScopes });
  expect((await everything.asKey('POST', keys, wish)).status).toBe(403);
  expect((await everything.asKey('GET', keys)).status).toBe(403);
});

const imported = {
  organisation: {
    kind: 'organisation',
    format: 'csv',
    content: 'name,kind\nParks,department',
    mapping: { name: 'name', kind: 'kind' },
  },
  indicators: {
    ...{
      kind: 'indicators',
      format: 'csv',
      content: 'unit,goal,indicator,way,target,actual\nParks,Clean,Days,Down,9,8',
    },
    period: { start: '2026-01-01', end: '2026-12-31' },
    mapping: {
      path: [{ column: 'unit', kind: 'department' }],
      ...{ goal: 'goal', measure: 'indicator', direction: 'way', target: 'target', actual: 'actual' },
    },
  },
};
const writes = {
  organisation: ['organisation.change'],
  indicators: ['organisation.change', 'goals.change', 'observations.record'],
};

test.for(['organisation', 'indicators'] as const)(
  'a key that may import files writes by one of %s no more than what it was given',
  async (kind) => {
    const answerTo = async (scopes: string[]) =>
      (await withKey({ ...wish, scopes })).asKey('POST', '/api/v1/imports?dryRun=true', imported[kind]);
    expect((await answerTo(['imports.run', ...writes[kind]])).status).toBe(200);
    for (const lacking of ['imports.run', ...writes[kind]]) {
      const scopes = ['imports.run', ...writes[kind]].filter((one) => one !== lacking);
      const { status, body } = await answerTo(scopes.length > 0 ? scopes : ['people.read']);
      expect([status, body.detail]).toEqual([403, expect.stringContaining(lacking)]);
    }
  },
);

test('the key is told once and stands nowhere in the database', async () => {
  const { deps, asAdmin, key } = await withKey();
  expect(key.secret).toMatch(/^cwk_[\w-]{43}$/);
  const listed = await asAdmin('GET', keys);
  expect(listed.body.items).toHaveLength(1);
  expect(listed.body.items[0]).toMatchObject({ prefix: key.secret.slice(0, 10), state: 'live' });
  const stored = JSON.stringify(await wholeDatabase(deps.store));
  expect(JSON.stringify(listed.body)).not.toContain(key.secret);
  expect(stored).not.toContain(key.secret);
  expect(stored).not.toContain(key.secret.slice(12));
});

test('a repeated request with the same Idempotency-Key makes one key and tells it once', async () => {
  const { send } = (await makeTestSite()).client();
  const headers = { ...bearer, 'idempotency-key': 'once' };
  const first = await send('POST', keys, { body: wish, headers });
  const second = await send('POST', keys, { body: wish, headers });
  expect([first.body.id, second.body.secret]).toEqual([second.body.id, null]);
});

test('a key is over when it is revoked, and when its time has come', async () => {
  const revoked = await withKey();
  for (const _ of [1, 2])
    expect((await revoked.asAdmin('POST', `${keys}/${revoked.key.id}/revoke`, {})).body.state).toBe(
      'revoked',
    );
  expect((await revoked.asKey('GET', '/api/v1/people')).status).toBe(401);
  const late = await withKey();
  late.deps.clock.advance(30 * 24 * 60 * 60 * 1000 - 1);
  expect((await late.asKey('GET', '/api/v1/people')).status).toBe(200);
  late.deps.clock.advance(1);
  expect((await late.asKey('GET', '/api/v1/people')).status).toBe(401);
  expect((await late.asAdmin('GET', keys)).body.items[0].state).toBe('expired');
});

test('a key is refused while the organisation uses none, and counts again afterwards', async () => {
  const { asAdmin, asKey } = await withKey();
  await asAdmin('PUT', '/api/v1/features', { ...allInUse, 'api-keys': false });
  const refused = await asKey('GET', '/api/v1/people');
  expect([refused.status, refused.body.detail]).toEqual([
    403,
    'This organisation uses no API keys; nothing was changed. An administrator turns them on under Settings › Organisation.',
  ]);
  await asAdmin('PUT', '/api/v1/features', allInUse);
  expect((await asKey('GET', '/api/v1/people')).status).toBe(200);
});

test('a key of somebody who may less today does less today', async () => {
  const { client, deps } = await makeTestSite();
  const { send } = client();
  for (const [id, password] of [
    ['ada', 'a long enough one'],
    ['bob', 'another long one'],
  ])
    await send('POST', '/api/v1/people', {
      body: { id, name: id, email: `${id}@example.com`, roles: ['admin'], password },
      headers: bearer,
    });
  const ada = client();
  await ada.send('POST', '/api/auth/sign-in/email', {
    body: { email: 'ada@example.com', password: 'a long enough one' },
  });
  const { body } = await ada.send('POST', keys, {
    body: { ...wish, scopes: ['imports.run', 'people.read'] },
  });
  const authorization = `Bearer ${body.secret}`;
  const permissions = async () =>
    (await send('GET', '/api/v1/me', { headers: { authorization } })).body.permissions;
  expect(await permissions()).toEqual(['people.read', 'imports.run']);
  await send('PATCH', '/api/v1/people/ada', { body: { roles: ['employee'] }, headers: bearer });
  expect(await permissions()).toEqual(['people.read']);
  await expect(
    createKey(
      deps,
      { name: 'x', scopes: ['imports.run'], days: 1 },
      { id: 'ada', name: 'Ada', roles: ['employee'] },
    ),
  ).rejects.toThrow('no more than who makes it');
});

test('when it was last used is known to the minute, in one write', async () => {
  const { deps, asAdmin, asKey } = await withKey();
  const lastUsed = async () => {
    // What the requests left to be written is written in turn.
    await deps.store.commit(async () => undefined);
    return (await asAdmin('GET', keys)).body.items[0].lastUsedAt;
  };
  expect(await lastUsed()).toBeNull();
  const first = deps.clock.now();
  await asKey('GET', '/api/v1/people');
  deps.clock.advance(59_000);
  await asKey('GET', '/api/v1/people');
  expect(await lastUsed()).toBe(first);
  deps.clock.advance(2_000);
  await asKey('GET', '/api/v1/people');
  expect(await lastUsed()).toBe(deps.clock.now());
});

test('a key does not vouch for what was recorded', async () => {
  const { asKey } = await withKey({ ...wish, scopes: ['goals.change'] });
  const { status, body } = await asKey('POST', '/api/v1/observations/some-id/verify', {});
  expect([status, body.detail]).toEqual([403, expect.stringContaining('A person has to do this')]);
});

test('making and revoking a key is in the audit with before and after, and nothing secret', async () => {
  const { deps, asAdmin, key } = await withKey();
  await asAdmin('POST', `${keys}/${key.id}/revoke`, {});
  const lines = await deps.store.read((db) =>
    db.selectFrom('audit').selectAll().where('resource', '=', `api-key/${key.id}`).orderBy('seq').execute(),
  );
  expect(lines.map(({ action, actor }) => [action, actor])).toEqual([
    ['api-key.create', 'token'],
    ['api-key.revoke', 'token'],
  ]);
  const { before, after } = JSON.parse(lines[1]?.detail ?? '{}');
  expect([before.revokedAt, after.revokedAt]).toEqual([null, deps.clock.now()]);
});

test('what only looks like a key is nobody', async () => {
  const { send } = (await makeTestSite()).client();
  for (const bad of ['cwk_', 'cwk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'x'])
    expect((await send('GET', '/api/v1/me', { headers: { authorization: `Bearer ${bad}` } })).status).toBe(
      401,
    );
});
