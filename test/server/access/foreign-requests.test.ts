import { expect, test } from 'vitest';
import { bearer, makeTestSite } from '../../support/site.ts';

const team = { kind: 'team', name: 'Trees' };

async function signedIn() {
  const site = await makeTestSite();
  const { send } = site.client();
  const admin = { name: 'Ada', email: 'ada@example.com', password: 'a long enough one' };
  expect((await send('POST', '/api/v1/setup/clean', { body: admin })).status).toBe(201);
  return send;
}

test('a request with a cookie that another site made the browser send changes nothing', async () => {
  const send = await signedIn();
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://sub.localhost' },
    { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' },
    { origin: 'http://localhost', 'sec-fetch-site': 'same-site' },
    { origin: '' },
  ];
  for (const headers of foreign) {
    const answer = await send('POST', '/api/v1/components', { body: team, headers });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([403, 'application/problem+json']);
  }
  expect((await send('GET', '/api/v1/components')).body.items).toEqual([]);
  const own = { 'sec-fetch-site': 'same-origin' };
  expect((await send('POST', '/api/v1/components', { body: team, headers: own })).status).toBe(201);
});

test('another site cannot sign its visitor in here', async () => {
  const { send } = (await makeTestSite()).client();
  const answer = await send('POST', '/api/auth/sign-in/email', {
    body: { email: 'eve@example.com', password: 'a long enough one' },
    headers: { origin: 'https://evil.example' },
  });
  expect(answer.status).toBe(403);
});

test('what a plain form can send is not taken', async () => {
  const { send } = (await makeTestSite()).client();
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
    const answer = await send('POST', '/api/v1/components', {
      body: team,
      headers: { ...bearer, 'content-type': type },
    });
    expect(answer.status).toBe(415);
  }
});

test('a name that is not ours is refused while only this computer is served, and taken otherwise', async () => {
  const local = (await makeTestSite()).client();
  expect((await local.send('GET', 'http://rebound.example/api/v1/setup')).status).toBe(403);
  expect((await local.send('GET', 'http://127.0.0.1:3000/api/v1/setup')).status).toBe(200);
  const open = (await makeTestSite({ loopback: false })).client();
  expect((await open.send('GET', 'http://reviews.example/api/v1/setup')).status).toBe(200);
});

test('every answer says that it is not to be guessed at, kept or framed', async () => {
  const { send } = (await makeTestSite()).client();
  const api = await send('GET', '/api/v1/setup');
  expect([api.headers.get('x-content-type-options'), api.headers.get('cache-control')]).toEqual([
    'nosniff',
    'no-store',
  ]);
  const page = await send('GET', '/docs');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
  expect(page.headers.get('x-frame-options')).toBe('DENY');
});
