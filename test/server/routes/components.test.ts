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

test('what does not fit is told in sentences, and not in those of the schema library', async () => {
  const { send } = await makeTestApp();
  const answer = await send('POST', '/api/v1/components', { kind: 'depratment', name: 7 });
  expect(answer.body.errors).toEqual([
    { pointer: '/kind', detail: '"depratment" is not known here. Did you mean "department"?' },
    { pointer: '/name', detail: 'This has to be text, not 7.' },
  ]);
  const list = await send('GET', '/api/v1/components?limit=0');
  expect(list.body.errors).toEqual([{ pointer: '/limit', detail: 'This has to be at least 1, not 0.' }]);
});

test('a component cannot be moved below itself', async () => {
  const { send } = await makeTestApp();
  await send('POST', '/api/v1/components', { id: 'a', kind: 'team', name: 'A' });
  await send('POST', '/api/v1/components', { id: 'b', kind: 'team', name: 'B', parentId: 'a' });
  const moved = await send('PATCH', '/api/v1/components/a', { parentId: 'b' });
  expect(moved.status).toBe(409);
  expect((await send('GET', '/api/v1/components/a')).body.parentId).toBe(null);
});

test('only people who exist can answer for a component', async () => {
  const { send } = await makeTestApp();
  const body = { id: 'a', kind: 'team', name: 'A' };
  const made = await send('POST', '/api/v1/components', { ...body, ownerId: 'gus', managerId: 'ghost' });
  expect([made.status, made.body.errors]).toEqual([
    422,
    [
      { pointer: '/ownerId', detail: 'There is no person gus. Create the person first.' },
      { pointer: '/managerId', detail: 'There is no person ghost. Create the person first.' },
    ],
  ]);
  await send('POST', '/api/v1/components', body);
  const changed = await send('PATCH', '/api/v1/components/a', { managerId: 'ghost' });
  expect([changed.status, changed.body.errors[0].pointer]).toEqual([422, '/managerId']);
  expect((await send('GET', '/api/v1/components/a')).body.managerId).toBe(null);
});

test('nobody gets in without signing in', async () => {
  const { send } = await makeTestApp(null);
  expect((await send('GET', '/api/v1/components')).status).toBe(401);
});

test('what was changed, and by whom, is in the feed and in the audit trail', async () => {
  const { send, deps } = await makeTestApp();
  await send('POST', '/api/v1/components', { id: 'a', kind: 'team', name: 'A' });
  await send('PATCH', '/api/v1/components/a', { name: 'B' });
  await send('PATCH', '/api/v1/components/a', { parentId: 'nowhere' });
  const read = deps.store.read;
  expect(
    await read((db) => db.selectFrom('audit').select(['actor', 'action', 'resource']).execute()),
  ).toEqual([
    { actor: 'ada', action: 'component.create', resource: 'component/a' },
    { actor: 'ada', action: 'component.change', resource: 'component/a' },
  ]);
  expect(await read((db) => db.selectFrom('feed').select(['type', 'componentId']).execute())).toEqual([
    { type: 'component.changed', componentId: 'a' },
    { type: 'component.changed', componentId: 'a' },
  ]);
});

test('a time zone that nobody knows is refused with its place', async () => {
  const { send } = await makeTestApp();
  const made = await send('POST', '/api/v1/components', { kind: 'team', name: 'A', zone: 'Mars/Phobos' });
  expect([made.status, made.body.errors[0].pointer]).toEqual([422, '/zone']);
  await send('POST', '/api/v1/components', { id: 'a', kind: 'team', name: 'A', zone: 'Europe/Berlin' });
  expect((await send('PATCH', '/api/v1/components/a', { zone: 'nowhere' })).status).toBe(422);
});

test('a component that joined in the middle of a period is held against its part of the standards', async () => {
  const { send, deps } = await makeTestApp();
  deps.clock.set('2025-12-31T12:00:00.000Z');
  await send('POST', '/api/v1/components', { id: 'ada', kind: 'employee', name: 'Ada' });
  await send('POST', '/api/v1/goals', { id: 'calls', componentId: 'ada', title: 'Answer calls' });
  await send('POST', '/api/v1/measures', {
    ...{ id: 'answered', goalId: 'calls', title: 'Calls answered', unit: 'calls', direction: 'increase' },
    timeAggregation: 'sum',
    standards: { kind: 'points', unacceptable: 800, meets: 1200, exceeds: 1500 },
  });
  const year = { periodStart: '2025-01-01', periodEnd: '2025-12-31' };
  await send('POST', '/api/v1/observations', { measureId: 'answered', value: 930, ...year });
  const score = async () => (await send('GET', '/api/v1/reports/roll-up')).body.items[0].score;

  expect(await score()).toBe(32.5);
  const moved = await send('PATCH', '/api/v1/components/ada', { activeFrom: '2025-04-01' });
  expect(moved.body).toMatchObject({ activeFrom: '2025-04-01', activeTo: null });
  expect(await score()).toBe(102.2909);

  const ends = await send('PATCH', '/api/v1/components/ada', { activeTo: '2025-03-31' });
  expect([ends.status, ends.body.errors]).toEqual([
    422,
    [{ pointer: '/activeTo', detail: 'Use 2025-04-01 or a later day.' }],
  ]);
});

test('says whom a relation means for a component today', async () => {
  const { send } = await makeTestApp();
  for (const [id, name] of [
    ['nadia', 'Nadia Okafor'],
    ['tom', 'Tom Reyes'],
  ])
    await send('POST', '/api/v1/people', { id, name, email: `${id}@example.com`, roles: ['manager'] });
  await send('POST', '/api/v1/components', {
    id: 'whole',
    kind: 'organisation',
    name: 'Whole',
    ownerId: 'tom',
  });
  const refunds = { id: 'refunds', kind: 'team', name: 'Tax refunds', parentId: 'whole', managerId: 'nadia' };
  await send('POST', '/api/v1/components', refunds);
  const ask = (relation: string) => send('GET', `/api/v1/components/refunds/assignees?relation=${relation}`);
  expect((await ask('manager')).body).toEqual({ people: [{ id: 'nadia', name: 'Nadia Okafor' }] });
  expect((await ask('manager.manager')).body).toEqual({ people: [{ id: 'tom', name: 'Tom Reyes' }] });
  // A vacant post: the next manager up stands in.
  expect((await ask('owner')).body).toEqual({ people: [{ id: 'nadia', name: 'Nadia Okafor' }] });
  expect((await ask('role:manager')).body.people).toHaveLength(2);
  const wrong = await ask('boss');
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/relation']);
  expect((await send('GET', '/api/v1/components/none/assignees?relation=owner')).status).toBe(404);
});

test('the organisation is read as it was at the end of any day', async () => {
  const { send, deps } = await makeTestApp();
  await send('POST', '/api/v1/components', { id: 'a', kind: 'team', name: 'A' });
  deps.clock.set('2026-02-01T09:00:00.000Z');
  await send('POST', '/api/v1/components', { id: 'b', kind: 'team', name: 'B' });
  deps.clock.set('2026-03-01T23:59:59.999Z');
  await send('PATCH', '/api/v1/components/a', { name: 'A anew', parentId: 'b' });
  const asOf = async (day: string) => {
    const { items } = (await send('GET', `/api/v1/components?asOf=${day}`)).body;
    return items.map(({ id, name, parentId }: Record<string, string>) => [id, name, parentId]);
  };
  expect(await asOf('2026-01-04')).toEqual([]);
  expect(await asOf('2026-01-05')).toEqual([['a', 'A', null]]);
  expect(await asOf('2026-02-28')).toEqual([
    ['a', 'A', null],
    ['b', 'B', null],
  ]);
  expect(await asOf('2026-03-01')).toEqual([
    ['a', 'A anew', 'b'],
    ['b', 'B', null],
  ]);
  expect((await send('GET', '/api/v1/components?asOf=2026-03-01&parentId=b')).body.items).toHaveLength(1);
  expect((await send('GET', '/api/v1/components/b?asOf=2026-01-31')).status).toBe(404);
  expect((await send('GET', '/api/v1/components/a?asOf=2026-01-31')).body.name).toBe('A');
  expect((await send('GET', '/api/v1/components?asOf=soon')).body.errors).toEqual([
    { pointer: '/asOf', detail: 'Use a date such as 2026-01-05.' },
  ]);
});

test('a day of the organisation is over when it is over where the organisation is, for every part of it', async () => {
  const { send, deps } = await makeTestApp();
  await send('POST', '/api/v1/components', { id: 'z', kind: 'team', name: 'City', zone: 'America/New_York' });
  const berlin = { id: 'a', kind: 'team', name: 'A', parentId: 'z', zone: 'Europe/Berlin' };
  await send('POST', '/api/v1/components', berlin);
  deps.clock.set('2026-03-02T04:59:00.000Z');
  await send('PATCH', '/api/v1/components/a', { name: 'On the first of March in New York' });
  deps.clock.set('2026-03-02T05:00:00.000Z');
  await send('PATCH', '/api/v1/components/a', { name: 'On the second' });
  const { items } = (await send('GET', '/api/v1/components/a/versions')).body;
  const days = items.map(({ day, component }: { day: string; component: { name: string } }) => [
    day,
    component.name,
  ]);
  expect(days.slice(1)).toEqual([
    ['2026-03-01', 'On the first of March in New York'],
    ['2026-03-02', 'On the second'],
  ]);
  for (const [day, name] of days) {
    expect((await send('GET', `/api/v1/components/a?asOf=${day}`)).body.name).toBe(name);
    const tree = (await send('GET', `/api/v1/organisation/tree?parentId=z&asOf=${day}`)).body;
    expect(tree.items[0].name).toBe(name);
  }
});

test('the versions of a component say since when, by whom and what, the oldest first', async () => {
  const { send, deps } = await makeTestApp();
  await send('POST', '/api/v1/components', { id: 'a', kind: 'team', name: 'A' });
  deps.clock.set('2026-03-01T09:00:00.000Z');
  await send('PATCH', '/api/v1/components/a', { name: 'A anew' });
  const first = (await send('GET', '/api/v1/components/a/versions?limit=1')).body;
  const second = (await send('GET', `/api/v1/components/a/versions?cursor=${first.nextCursor}`)).body;
  const brief = [...first.items, ...second.items].map(({ at, by, component }) => [at, by.id, component.name]);
  expect(brief).toEqual([
    ['2026-01-05T09:00:00.000Z', 'ada', 'A'],
    ['2026-03-01T09:00:00.000Z', 'ada', 'A anew'],
  ]);
  expect(second.nextCursor).toBe(null);
  expect((await send('GET', '/api/v1/components/ghost/versions')).status).toBe(404);
});

test('a change refused leaves no version behind', async () => {
  const { send } = await makeTestApp();
  await send('POST', '/api/v1/components', { id: 'a', kind: 'team', name: 'A' });
  await send('PATCH', '/api/v1/components/a', { managerId: 'ghost' });
  expect((await send('GET', '/api/v1/components/a/versions')).body.items).toHaveLength(1);
});

test('what is closed by a day is not there as of it, unless the way to something open leads through it', async () => {
  const { send } = await makeTestApp();
  await send('POST', '/api/v1/components', { id: 'a', kind: 'team', name: 'A', activeTo: '2026-10-31' });
  await send('POST', '/api/v1/components', { id: 'b', kind: 'team', name: 'B', activeTo: '2026-10-31' });
  await send('POST', '/api/v1/components', { id: 'c', kind: 'team', name: 'C', parentId: 'b' });
  const asOf = async (day: string) =>
    (await send('GET', `/api/v1/components?asOf=${day}`)).body.items.map(({ id }: { id: string }) => id);
  expect(await asOf('2026-10-31')).toEqual(['a', 'b', 'c']);
  expect(await asOf('2027-06-30')).toEqual(['b', 'c']);
});
