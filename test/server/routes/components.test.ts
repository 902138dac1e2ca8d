import { expect, test } from 'vitest';
import { makeTestApp } from '../../support/server.ts';

test('a component is created once and the second attempt is told that its id is taken', async () => {
  const { send } = await makeTestApp();
  const body = { id: 'dob', kind: 'department', name: 'Department of Buildings' };
  const first = await send('POST', '/api/v1/components', body);
  const second = await send('POST', '/api/v1/components', body);
  expect([first.status, second.status]).toEqual([201, 409]);
  expect(first.body).toMatchObject(body);
});

test('an unknown key is refused with its place', async () => {
  const { send } = await makeTestApp();
  const answer = await send('POST', '/api/v1/components', { kind: 'team', name: 'A', colour: 'red' });
  expect(answer.status).toBe(422);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body.errors[0].detail).toContain('colour');
});

test('a component cannot be moved below itself', async () => {
  const { send } = await makeTestApp();
  await send('POST', '/api/v1/components', { id: 'a', kind: 'team', name: 'A' });
  await send('POST', '/api/v1/components', { id: 'b', kind: 'team', name: 'B', parentId: 'a' });
  const moved = await send('PATCH', '/api/v1/components/a', { parentId: 'b' });
  expect(moved.status).toBe(409);
  expect((await send('GET', '/api/v1/components/a')).body.parentId).toBe(null);
});

test('nobody gets in without signing in', async () => {
  const { send } = await makeTestApp(null);
  expect((await send('GET', '/api/v1/components')).status).toBe(401);
});
