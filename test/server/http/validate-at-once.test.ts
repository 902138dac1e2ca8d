// A request is refused alike, whether it is validated in one layer or by the library's.
import { expect, test } from 'vitest';
import { bearer, makeTestSite } from '../../support/site.ts';

const plain = 'application/json';
const others = ['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/problem+json'];

async function sendAs(type: string, text: string) {
  const { send } = (await makeTestSite()).client();
  const headers = { ...bearer, 'content-type': type };
  const { status, body } = await send('POST', '/api/v1/components', { text, headers });
  return [status, body.type, body.detail, body.errors];
}

test('a body that its schema refuses is refused with the same words, however its kind is spelt', async () => {
  const refused = await sendAs(plain, '{"kind":"team"}');
  expect(refused[0]).toBe(422);
  for (const type of others) expect(await sendAs(type, '{"kind":"team"}')).toEqual(refused);
});

test('a body that says nothing is refused', async () => {
  for (const type of [plain, ...others]) expect((await sendAs(type, ''))[0]).toBe(400);
  expect((await sendAs(plain, 'null'))[0]).toBe(422);
});

test('a body that its schema takes is worked on, however its kind is spelt', async () => {
  for (const type of [plain, ...others])
    expect((await sendAs(type, '{"id":"a","kind":"team","name":"A"}'))[0]).toBe(201);
});

test('a body of another kind than JSON is refused', async () => {
  expect((await sendAs('text/plain', '{"kind":"team"}'))[0]).toBe(415);
});
