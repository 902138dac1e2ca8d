import { expect, test } from 'vitest';
import { bearer, makeTestSite } from '../../support/site.ts';

const password = 'a long enough one';

/** A listener who is signed in, and one act that ends the session. */
async function listening() {
  const site = await makeTestSite();
  const { send, jar } = site.client();
  const ada = { id: 'ada', name: 'Ada', email: 'ada@example.com', roles: ['admin'], password };
  await send('POST', '/api/v1/people', { body: ada, headers: bearer });
  await send('POST', '/api/auth/sign-in/email', { body: { email: ada.email, password } });
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await site.fetch('/api/v1/events', { headers: { cookie } });
  expect(response.status).toBe(200);
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  const next = async () => {
    const { done, value } = await reader.read();
    return done ? null : decoder.decode(value);
  };
  expect(await next()).toContain('event: ready');
  const tell = () =>
    send('POST', '/api/v1/components', { body: { kind: 'team', name: 'Parks' }, headers: bearer });
  return { ...site, send, next, tell };
}

test('a stream of events goes on as long as its listener is signed in', async () => {
  const { next, tell } = await listening();
  expect((await tell()).status).toBe(201);
  expect(await next()).toContain('component.changed');
});

test.each([
  ['signing out', 'POST', '/api/auth/sign-out', undefined],
  ['a new password from an administrator', 'PATCH', '/api/v1/people/ada', { password: 'another long one' }],
  [
    'a new password of one’s own',
    'POST',
    '/api/auth/change-password',
    { currentPassword: password, newPassword: 'another long one' },
  ],
])('%s ends it, and nothing more is heard', async (_, method, path, body) => {
  const { send, next, tell } = await listening();
  const headers = path.startsWith('/api/v1') ? bearer : {};
  expect((await send(method, path, { body, headers })).status).toBe(200);
  await tell();
  expect(await next()).toBe(null);
});

test('a session that has run out ends it', async () => {
  const { deps, next, tell } = await listening();
  await deps.store.commit((db) =>
    db.updateTable('authSessions').set({ expiresAt: '2026-01-05T08:59:59.000Z' }).execute(),
  );
  await tell();
  expect(await next()).toBe(null);
});
