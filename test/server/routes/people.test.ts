import { expect, test } from 'vitest';
import { firstBrokenAuditLine } from '../../../server/store/queries/records.ts';
import { makeOffice } from '../../support/office.ts';
import { makeTestApp } from '../../support/server.ts';

const ben = { id: 'ben', name: 'Ben', email: 'Ben@example.com', roles: ['manager'] };

test('a person is created once and the second attempt is told that the id is taken', async () => {
  const { send } = await makeTestApp();
  const first = await send('POST', '/api/v1/people', ben);
  const second = await send('POST', '/api/v1/people', ben);
  expect([first.status, second.status]).toEqual([201, 409]);
  expect(first.body).toEqual({ ...ben, email: 'ben@example.com' });
});

test('an address belongs to one person, however it is written', async () => {
  const { send } = await makeTestApp();
  await send('POST', '/api/v1/people', ben);
  const other = await send('POST', '/api/v1/people', { ...ben, id: 'eve', email: 'BEN@EXAMPLE.COM' });
  expect([other.status, other.body.errors[0].pointer]).toEqual([409, '/email']);
});

test('a change of roles is made twice with the same answer and both are in the audit trail', async () => {
  const { send, deps } = await makeTestApp();
  await send('POST', '/api/v1/people', ben);
  const first = await send('PATCH', '/api/v1/people/ben', { roles: ['manager', 'hr'] });
  const second = await send('PATCH', '/api/v1/people/ben', { roles: ['manager', 'hr'] });
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.body).toEqual(first.body);
  const trail = await deps.store.read((db) => db.selectFrom('audit').select(['action', 'actor']).execute());
  expect(trail).toEqual([
    { action: 'person.create', actor: 'ada' },
    { action: 'person.change', actor: 'ada' },
    { action: 'person.change', actor: 'ada' },
  ]);
  expect(await deps.store.read(firstBrokenAuditLine)).toBe(null);
});

test('the only administrator stays one', async () => {
  const { send } = await makeTestApp();
  await send('POST', '/api/v1/people', { ...ben, roles: ['admin'] });
  expect((await send('PATCH', '/api/v1/people/ben', { roles: ['employee'] })).status).toBe(409);
  await send('POST', '/api/v1/people', { ...ben, id: 'eve', email: 'eve@example.com', roles: ['admin'] });
  expect((await send('PATCH', '/api/v1/people/ben', { roles: ['employee'] })).status).toBe(200);
});

test('a password is never answered and never in the audit trail', async () => {
  const { send, deps } = await makeTestApp();
  const password = 'canary-canary-canary';
  const made = await send('POST', '/api/v1/people', { ...ben, password });
  await send('PATCH', '/api/v1/people/ben', { password });
  const trail = await deps.store.read((db) => db.selectFrom('audit').selectAll().execute());
  expect(JSON.stringify([made.body, trail])).not.toContain('canary');
});

test('what is not a person is refused with its place', async () => {
  const { send } = await makeTestApp();
  const answer = await send('POST', '/api/v1/people', {
    name: '',
    email: 'ben',
    roles: [],
    password: 'short',
  });
  expect(answer.status).toBe(422);
  expect(answer.body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
    '/email',
    '/name',
    '/password',
    '/roles',
  ]);
  expect((await send('PATCH', '/api/v1/people/nobody', { name: 'X' })).status).toBe(404);
  expect((await send('PATCH', '/api/v1/people/nobody', { id: 'x' })).status).toBe(422);
});

test('people are found by part of their name or address, page by page', async () => {
  const { send } = await makeTestApp();
  for (const id of ['ann', 'bob', 'cid'])
    await send('POST', '/api/v1/people', { ...ben, id, name: `${id} Smith`, email: `${id}@example.com` });
  const page = await send('GET', '/api/v1/people?limit=2');
  const rest = await send('GET', `/api/v1/people?limit=2&cursor=${page.body.nextCursor}`);
  expect([...page.body.items, ...rest.body.items].map((person) => person.id)).toEqual(['ann', 'bob', 'cid']);
  expect(rest.body.nextCursor).toBe(null);
  expect(
    (await send('GET', '/api/v1/people?q=BOB')).body.items.map((person: { id: string }) => person.id),
  ).toEqual(['bob']);
  expect((await send('GET', '/api/v1/people?q=%25')).body.items).toEqual([]);
  await send('POST', '/api/v1/people', { ...ben, id: 'odd', name: '100% _sure_', email: 'odd@example.com' });
  expect((await send('GET', '/api/v1/people?q=0%25%20_')).body.items.length).toBe(1);
});

test.each(['token', 'system', 'source:src_1'])('nobody can be the actor “%s” of the server', async (id) => {
  const { send } = await makeTestApp();
  for (let time = 0; time < 2; time++) {
    const refused = await send('POST', '/api/v1/people', { ...ben, id });
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [{ pointer: '/id', detail: 'This id stands for the server itself; choose another.' }],
    ]);
  }
  expect((await send('GET', '/api/v1/people')).body.items).toEqual([]);
});

async function withCrowd() {
  const { send } = await makeTestApp();
  for (const [id, name, roles] of [
    ['zoe', 'Zoë Quinn', ['employee']],
    ['bob', 'bob Stone', ['manager']],
    ['abe', 'Abe Stone', ['employee', 'hr']],
  ] as const)
    await send('POST', '/api/v1/people', { id, name, email: `${id}@city.test`, roles });
  const list = async (query: string) => (await send('GET', `/api/v1/people?${query}`)).body;
  const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);
  return { list, idsOf };
}

test.for([
  ['q=stone', ['abe', 'bob']],
  ['q=ZOE', ['zoe']],
  ['q=stone%20bob@', ['bob']],
  ['q=%25', []],
  ['role=hr', ['abe']],
  ['role=employee&q=stone', ['abe']],
  ['ids=zoe,bob,nobody', ['bob', 'zoe']],
  ['sort=name', ['abe', 'bob', 'zoe']],
  ['sort=-name', ['zoe', 'bob', 'abe']],
] as const)('people are found by %s', async ([query, expected]) => {
  const { list, idsOf } = await withCrowd();
  expect(idsOf(await list(query)).filter((id) => id !== 'ada')).toEqual(expected);
});

test('a sorted list of people is read page by page, and says how many there are', async () => {
  const { list, idsOf } = await withCrowd();
  const first = await list('q=city.test&sort=-email&limit=2&count=true');
  expect([idsOf(first), first.count]).toEqual([['zoe', 'bob'], 3]);
  const second = await list(`q=city.test&sort=-email&limit=2&cursor=${first.nextCursor}`);
  expect([idsOf(second), second.nextCursor, second.count]).toEqual([['abe'], null, undefined]);
});

test('everybody is named at once, with nothing but their names', async () => {
  const { send } = await makeTestApp();
  await send('POST', '/api/v1/people', ben);
  const { body } = await send('GET', '/api/v1/people/names');
  expect(body.items).toContainEqual({ id: 'ben', name: 'Ben' });
  expect(JSON.stringify(body)).not.toContain('@');
});

test('a manager’s team are those who answer for what they manage, and nobody has one who manages nothing', async () => {
  const { as } = await makeOffice({ initial: 'on', stages: { on: {}, off: { type: 'final' } } });
  const team = async (who: string, query = '') =>
    (await (await as(who))('GET', `/api/v1/people?team=true&sort=name${query}`)).body.items.map(
      ({ id }: { id: string }) => id,
    );
  expect(await team('deputy')).toEqual(['chief', 'ian', 'pat']);
  expect(await team('deputy', '&ids=pat,hana')).toEqual(['pat']);
  expect(await team('pat')).toEqual([]);
});
