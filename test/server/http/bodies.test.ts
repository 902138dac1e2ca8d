import { expect, test } from 'vitest';
import { bearer, makeTestSite } from '../../support/site.ts';

const post = async (text: string, path = '/api/v1/components') => {
  const site = await makeTestSite();
  const { send } = site.client();
  const answer = await send('POST', path, { text, headers: bearer });
  const { items } = (await send('GET', '/api/v1/components', { headers: bearer })).body;
  return { ...answer, items };
};

test('a body that is not JSON is refused with where it breaks', async () => {
  const answer = await post('{"kind":"team",');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  expect(answer.body.detail).toContain('not valid JSON');
});

test('a body larger than the API takes is refused, whether its length is told or not', async () => {
  const text = JSON.stringify({ kind: 'team', name: 'x'.repeat(300_000) });
  const answer = await post(text);
  expect([answer.status, answer.items]).toEqual([413, []]);
  expect(answer.body.detail).toContain('256 KB');
});

test('a body nested deeper than 32 levels is refused, however deep it is', async () => {
  for (const depth of [33, 10_000]) {
    const answer = await post(`{"kind":"team","name":${'['.repeat(depth)}${']'.repeat(depth)}}`);
    expect(answer.status).toBe(400);
    expect(answer.body.detail).toContain('deeper than 32');
  }
});

test('a key that reaches for a prototype is refused at every depth', async () => {
  const before = Object.keys(Object.prototype);
  const bodies = [
    '{"__proto__":{"admin":true},"kind":"team","name":"a"}',
    '{"kind":"team","name":"a","x":{"y":[{"__proto__":1}]}}',
    '{"kind":"team","name":"a","constructor":{"prototype":{"admin":true}}}',
  ];
  for (const body of bodies) {
    const answer = await post(body);
    expect([answer.status, answer.items]).toEqual([400, []]);
  }
  expect(Object.keys(Object.prototype)).toEqual(before);
});

test('an address that is not there is answered as a problem', async () => {
  const { send } = (await makeTestSite()).client();
  const answer = await send('GET', '/api/v1/nothing', { headers: bearer });
  expect([answer.status, answer.body.type]).toEqual([404, '/docs/problems#not-found']);
});
