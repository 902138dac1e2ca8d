import { expect, test } from 'vitest';
import { bearer, makeTestSite } from '../../support/site.ts';

const team = { kind: 'team', name: 'Trees' };
const keyed = (key: string) => ({ ...bearer, 'idempotency-key': key });

test('the same request with the same key gets the same answer and has one effect', async () => {
  const { send } = (await makeTestSite()).client();
  const first = await send('POST', '/api/v1/components', { body: team, headers: keyed('k1') });
  const second = await send('POST', '/api/v1/components', { body: team, headers: keyed('k1') });
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  expect(second.headers.get('idempotency-replayed')).toBe('true');
  expect((await send('GET', '/api/v1/components', { headers: bearer })).body.items).toEqual([first.body]);
});

test('a refusal is answered again as it was', async () => {
  const { send } = (await makeTestSite()).client();
  const wrong = { kind: 'planet', name: 'Mars' };
  const first = await send('POST', '/api/v1/components', { body: wrong, headers: keyed('k1') });
  const second = await send('POST', '/api/v1/components', { body: wrong, headers: keyed('k1') });
  expect([first.status, second.status]).toEqual([422, 422]);
  expect(second.headers.get('content-type')).toBe('application/problem+json');
});

test('a key that comes with another body is refused and changes nothing', async () => {
  const { send } = (await makeTestSite()).client();
  await send('POST', '/api/v1/components', { body: team, headers: keyed('k1') });
  const other = await send('POST', '/api/v1/components', {
    body: { ...team, name: 'Lawns' },
    headers: keyed('k1'),
  });
  expect([other.status, other.body.type]).toEqual([422, '/docs/problems#key-reused']);
  expect((await send('GET', '/api/v1/components', { headers: bearer })).body.items.length).toBe(1);
});

test('of two requests with one key at the same time one is worked on and one is told to wait', async () => {
  const { send } = (await makeTestSite()).client();
  const both = await Promise.all([
    send('POST', '/api/v1/components', { body: team, headers: keyed('k1') }),
    send('POST', '/api/v1/components', { body: team, headers: keyed('k1') }),
  ]);
  expect(both.map((answer) => answer.status).sort()).toEqual([201, 409]);
});

test('a request that was cut off is never done again unasked', async () => {
  const site = await makeTestSite();
  const { send } = site.client();
  await send('POST', '/api/v1/components', { body: team, headers: keyed('k1') });
  await site.deps.store.commit((db) =>
    db.updateTable('idempotency').set({ status: 0, answer: '' }).execute(),
  );
  const again = await send('POST', '/api/v1/components', { body: team, headers: keyed('k1') });
  expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining('cut off')]);
});

test('a key is forgotten after seven days', async () => {
  const site = await makeTestSite();
  const { send } = site.client();
  await send('POST', '/api/v1/components', { body: team, headers: keyed('k1') });
  site.deps.clock.advance(7 * 24 * 60 * 60 * 1000 + 1);
  const later = await send('POST', '/api/v1/components', { body: team, headers: keyed('k1') });
  expect([later.status, later.headers.get('idempotency-replayed')]).toEqual([201, null]);
});

test('the key of one person says nothing to another', async () => {
  const site = await makeTestSite();
  const { send } = site.client();
  const ada = { name: 'Ada', email: 'ada@example.com', password: 'a long enough one' };
  await send('POST', '/api/v1/setup/clean', { body: ada });
  await send('POST', '/api/v1/components', { body: team, headers: keyed('k1') });
  const hers = await send('POST', '/api/v1/components', { body: team, headers: { 'idempotency-key': 'k1' } });
  expect([hers.status, hers.headers.get('idempotency-replayed')]).toEqual([201, null]);
});

const wishes = [
  ['/api/v1/subscriptions', { url: 'https://hooks.example.com/in', events: ['*'] }],
  [
    '/api/v1/sources',
    { name: 'Desk', mapping: { to: 'event', componentId: 'payload.component', type: '"ticket.closed"' } },
  ],
] as const;
test.each(wishes)('the secret of one of %s is told once and not kept with the answer', async (path, body) => {
  const site = await makeTestSite();
  const { send } = site.client();
  const first = await send('POST', path, { body, headers: keyed('k1') });
  const second = await send('POST', path, { body, headers: keyed('k1') });
  expect([first.status, second.status, first.body.secret]).toEqual([
    201,
    201,
    expect.stringMatching(/^whsec_/),
  ]);
  expect(second.body).toEqual({
    ...first.body,
    secret: null,
    secretNotice:
      'The secret was shown in the first answer and is not kept for a repeated one. Who did not keep it removes this and makes it anew.',
  });
  const kept = await site.deps.store.read((db) => db.selectFrom('idempotency').selectAll().execute());
  expect(JSON.stringify(kept)).not.toContain(first.body.secret);
});
