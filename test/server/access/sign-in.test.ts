import { getMigrations } from 'better-auth/db/migration';
import pino from 'pino';
import { expect, test } from 'vitest';
import { authOptions } from '../../../server/access/sign-in.ts';
import { turnNextAbsence } from '../../../server/runtime/absences/absence-worker.ts';
import { openSqliteStore } from '../../../server/store/open-sqlite.ts';
import { bearer, makeTestSite } from '../../support/site.ts';

const ada = {
  id: 'ada',
  name: 'Ada',
  email: 'Ada@example.com',
  roles: ['admin'],
  password: 'a long enough one',
};
const credentials = { email: 'ada@example.com', password: ada.password };

async function siteWithAda() {
  const site = await makeTestSite();
  const { send } = site.client();
  const made = await send('POST', '/api/v1/people', { body: ada, headers: bearer });
  expect(made.status).toBe(201);
  return site;
}

test('a person with a password signs in and is known from then on', async () => {
  const { send } = (await siteWithAda()).client();
  expect((await send('GET', '/api/v1/me')).status).toBe(401);
  expect((await send('POST', '/api/auth/sign-in/email', { body: credentials })).status).toBe(200);
  const me = await send('GET', '/api/v1/me');
  expect([me.status, me.body.id, me.body.email]).toEqual([200, 'ada', 'ada@example.com']);
});

test('a wrong password and an unknown address get the same answer', async () => {
  const { send } = (await siteWithAda()).client();
  const wrong = await send('POST', '/api/auth/sign-in/email', {
    body: { ...credentials, password: 'not the right one' },
  });
  const unknown = await send('POST', '/api/auth/sign-in/email', {
    body: { ...credentials, email: 'nobody@example.com' },
  });
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect(wrong.headers.get('content-type')).toBe('application/problem+json');
  expect(wrong.body.detail).toBe(unknown.body.detail);
});

test('signing out ends the session for whoever holds the cookie', async () => {
  const site = await siteWithAda();
  const { send, jar } = site.client();
  await send('POST', '/api/auth/sign-in/email', { body: credentials });
  const thief = site.client();
  for (const [name, value] of jar) thief.jar.set(name, value);
  expect((await thief.send('GET', '/api/v1/me')).status).toBe(200);
  expect((await send('POST', '/api/auth/sign-out')).status).toBe(200);
  expect((await thief.send('GET', '/api/v1/me')).status).toBe(401);
});

test('who has left for good is signed out, and does not sign in again', async () => {
  const site = await siteWithAda();
  const { send } = site.client();
  await send('POST', '/api/auth/sign-in/email', { body: credentials });
  const today = site.deps.clock.now().slice(0, 10);
  const left = await send('POST', '/api/v1/absences', {
    body: { personId: 'ada', from: today, to: null },
    headers: bearer,
  });
  expect(left.status).toBe(201);
  await turnNextAbsence(site.deps);
  expect((await send('GET', '/api/v1/me')).status).toBe(401);
  const again = await send('POST', '/api/auth/sign-in/email', { body: credentials });
  expect([again.status, again.body.detail]).toEqual([
    403,
    'This sign-in has ended, because its person has left. Ask HR when that is not right.',
  ]);
});

test('a new password ends the sessions that the old one opened', async () => {
  const { send } = (await siteWithAda()).client();
  await send('POST', '/api/auth/sign-in/email', { body: credentials });
  const changed = await send('PATCH', '/api/v1/people/ada', {
    body: { password: 'another long enough one' },
    headers: bearer,
  });
  expect(changed.status).toBe(200);
  expect((await send('GET', '/api/v1/me')).status).toBe(401);
  expect((await send('POST', '/api/auth/sign-in/email', { body: credentials })).status).toBe(401);
});

test('a session ends when it was not used for half an hour, and after twelve hours in any case', async () => {
  const site = await siteWithAda();
  const { send } = site.client();
  await send('POST', '/api/auth/sign-in/email', { body: credentials });
  const set = (values: { expiresAt?: string; createdAt?: string }) =>
    site.deps.store.commit((db) => db.updateTable('authSessions').set(values).execute());
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  await set({ createdAt: hoursAgo(11) });
  expect((await send('GET', '/api/v1/me')).status).toBe(200);
  await set({ createdAt: hoursAgo(13) });
  expect((await send('GET', '/api/v1/me')).status).toBe(401);
  await set({ createdAt: hoursAgo(1), expiresAt: hoursAgo(0.1) });
  expect((await send('GET', '/api/v1/me')).status).toBe(401);
});

test('roles that were taken away count from the next request on', async () => {
  const { send } = (await siteWithAda()).client();
  await send('POST', '/api/v1/people', {
    body: { ...ada, id: 'ben', email: 'ben@example.com' },
    headers: bearer,
  });
  await send('POST', '/api/auth/sign-in/email', { body: credentials });
  await send('PATCH', '/api/v1/people/ada', { body: { roles: ['employee'] }, headers: bearer });
  const refused = await send('POST', '/api/v1/people', {
    body: { ...ada, id: 'eve', email: 'eve@example.com' },
  });
  expect(refused.status).toBe(403);
});

test('after ten wrong passwords an account waits, from whatever address they came', async () => {
  const site = await siteWithAda();
  const attempt = (from: string) =>
    site.client(from).send('POST', '/api/auth/sign-in/email', {
      body: { ...credentials, password: 'not the right one' },
      headers: { 'x-forwarded-for': from },
    });
  const statuses = [];
  for (let i = 0; i < 10; i++) statuses.push((await attempt(`10.0.0.${i}`)).status);
  expect(new Set(statuses)).toEqual(new Set([401]));
  const refused = await attempt('10.0.0.99');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('900');
  site.deps.clock.advance(15 * 60 * 1000);
  expect((await site.client().send('POST', '/api/auth/sign-in/email', { body: credentials })).status).toBe(
    200,
  );
});

test('nobody signs up by themselves and nothing else of the library is served', async () => {
  const { send } = (await siteWithAda()).client();
  for (const path of ['sign-up/email', 'update-user', 'list-sessions', 'reset-password', 'ok'])
    expect((await send('POST', `/api/auth/${path}`, { body: credentials })).status).toBe(404);
});

test('the admin token acts as an administrator and a wrong one as nobody', async () => {
  const { send } = (await makeTestSite()).client();
  expect((await send('GET', '/api/v1/me', { headers: bearer })).body.id).toBe('token');
  for (const token of ['wrong', `${bearer.authorization}x`, ''])
    expect((await send('GET', '/api/v1/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(
      401,
    );
});

test('the tables are as the sign-in library wants them', async () => {
  const { db } = await openSqliteStore(':memory:');
  const options = authOptions({
    db,
    secret: 'a secret of thirty-two characters',
    log: pino({ level: 'silent' }),
  });
  const { toBeCreated, toBeAdded, schemaProblems } = await getMigrations(options);
  expect({ toBeCreated, toBeAdded, schemaProblems }).toEqual({
    toBeCreated: [],
    toBeAdded: [],
    schemaProblems: [],
  });
});

test('a person changes their own password, and is told which field is wrong', async () => {
  const { send } = (await siteWithAda()).client();
  await send('POST', '/api/auth/sign-in/email', { body: credentials });
  const change = (currentPassword: string, newPassword: string) =>
    send('POST', '/api/auth/change-password', { body: { currentPassword, newPassword } });
  const wrong = await change('not the right one', 'another long one');
  expect([wrong.status, wrong.body.errors]).toEqual([
    422,
    [{ pointer: '/currentPassword', detail: 'The password that you use now is another one.' }],
  ]);
  const short = await change(credentials.password, 'too short');
  expect([short.status, short.body.errors]).toEqual([
    422,
    [{ pointer: '/newPassword', detail: 'The new password needs 12 to 128 characters.' }],
  ]);
  expect((await change(credentials.password, 'another long one')).status).toBe(200);
  const again = { ...credentials, password: 'another long one' };
  expect((await send('POST', '/api/auth/sign-in/email', { body: again })).status).toBe(200);
});

test('a password that one changes oneself ends the sessions elsewhere and not the one at hand', async () => {
  const site = await siteWithAda();
  const { send } = site.client();
  const elsewhere = site.client();
  for (const client of [{ send }, elsewhere])
    await client.send('POST', '/api/auth/sign-in/email', { body: credentials });
  const passwords = { currentPassword: credentials.password, newPassword: 'another long one' };
  expect((await send('POST', '/api/auth/change-password', { body: passwords })).status).toBe(200);
  expect((await send('GET', '/api/v1/me')).status).toBe(200);
  expect((await elsewhere.send('GET', '/api/v1/me')).status).toBe(401);
});
