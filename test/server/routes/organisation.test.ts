import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';
import { makeTestApp } from '../../support/server.ts';

test('the whole tree is read in one answer, as it is and as it was at the end of a day', async () => {
  const { send, deps } = await makeTestApp();
  deps.clock.set('2026-03-01T09:00:00.000Z');
  await send('POST', '/api/v1/components', { id: 'city', kind: 'organisation', name: 'City' });
  await send('POST', '/api/v1/components', { id: 'parks', kind: 'team', name: 'Parks', parentId: 'city' });
  deps.clock.set('2026-05-02T09:00:00.000Z');
  await send('POST', '/api/v1/components', { id: 'works', kind: 'team', name: 'Works', parentId: 'city' });
  await send('PATCH', '/api/v1/components/parks', { parentId: 'works' });
  const places = async (query: string) =>
    (await send('GET', `/api/v1/organisation${query}`)).body.items.map(
      ({ id, parentId }: { id: string; parentId: string | null }) => [id, parentId],
    );
  const today = [
    ['city', null],
    ['parks', 'works'],
    ['works', 'city'],
  ];
  expect(await places('')).toEqual(today);
  expect(await places('?asOf=2026-05-02')).toEqual(today);
  expect(await places('?asOf=2026-05-01')).toEqual([
    ['city', null],
    ['parks', 'city'],
  ]);
  expect(await places('?asOf=2026-02-28')).toEqual([]);
});

test('the calendar of a component says which component above it comes from', async () => {
  const { send } = await makeTestApp();
  const berlin = { zone: 'Europe/Berlin', holidayRegion: 'DE-BE' };
  await send('POST', '/api/v1/components', { id: 'firm', kind: 'organisation', name: 'Firm', ...berlin });
  const lisbon = { parentId: 'firm', zone: 'Europe/Lisbon' };
  await send('POST', '/api/v1/components', { id: 'lisbon', kind: 'team', name: 'Lisbon', ...lisbon });
  const { body } = await send('GET', '/api/v1/components/lisbon/calendar?year=2026');
  expect(body).toMatchObject({
    zone: 'Europe/Lisbon',
    zoneFrom: { id: 'lisbon', name: 'Lisbon' },
    holidayRegion: 'DE-BE',
    holidaysFrom: { id: 'firm', name: 'Firm' },
  });
  expect(body.holidays).toContainEqual({ date: '2026-03-08', name: 'Internationaler Frauentag' });
});

test('a region without known holidays is refused, and those that are known are listed', async () => {
  const { send } = await makeTestApp();
  const body = { id: 'a', kind: 'team', name: 'A' };
  const made = await send('POST', '/api/v1/components', { ...body, holidayRegion: 'US-ATLANTIS' });
  expect([made.status, made.body.errors[0].pointer]).toEqual([422, '/holidayRegion']);
  await send('POST', '/api/v1/components', body);
  const changed = await send('PATCH', '/api/v1/components/a', { holidayRegion: 'XX' });
  expect([changed.status, changed.body.errors[0].pointer]).toEqual([422, '/holidayRegion']);
  const { items } = (await send('GET', '/api/v1/organisation/holiday-regions')).body;
  expect(items).toContainEqual({ code: 'US-NY', name: 'United States of America: New York' });
});

const cycle = {
  initial: 'working',
  stages: {
    working: {
      kind: 'appraise',
      tasks: {
        rate: { title: 'Rate the year', assignee: 'manager', form: 'appraisal', due: 'P10D' },
        plan: { title: 'Agree the plan', assignee: 'owner', form: 'plan-agreement', due: 'P10D' },
      },
    },
    done: { type: 'final' },
  },
};

test('a preview of a move says which tasks go to whom and which plans change calendars, and changes nothing', async () => {
  const office = await makeOffice(cycle);
  await office.start('p1');
  const ada = await office.as('ada');
  await ada('POST', '/api/v1/components', {
    ...{ id: 'harbour', kind: 'department', name: 'Harbour', parentId: 'city', managerId: 'chief' },
    ...{ zone: 'America/New_York', holidayRegion: 'US-NY' },
  });
  const tree = async () => (await ada('GET', '/api/v1/organisation')).body;
  const tasks = () => office.deps.store.read((db) => db.selectFrom('tasks').selectAll().execute());
  const before = [await tree(), await tasks()];

  const preview = await ada('POST', '/api/v1/components/permits/change-preview', { parentId: 'harbour' });
  expect(preview.body).toEqual({
    plans: 1,
    goingOn: { count: 0, first: [] },
    dueDays: { components: 1, tasks: 0, differ: 0, timers: 0, first: [] },
    tasks: [
      {
        ...{ id: expect.any(String), title: 'Rate the year', component: { id: 'permits', name: 'Permits' } },
        ...{ from: { id: 'deputy', name: 'Deputy' }, to: { id: 'chief', name: 'Chief' } },
      },
    ],
    calendars: [
      {
        component: { id: 'permits', name: 'Permits' },
        from: { zone: 'UTC', holidayRegion: null },
        to: { zone: 'America/New_York', holidayRegion: 'US-NY' },
      },
    ],
  });
  expect([await tree(), await tasks()]).toEqual(before);

  await ada('PATCH', '/api/v1/components/permits', { parentId: 'harbour' });
  const rating = (await tasks()).find(({ key }) => key === 'rate');
  expect(rating?.assigneeId).toBe('chief');
  const below = await ada('POST', '/api/v1/components/dob/change-preview', { parentId: 'dob' });
  expect(below.status).toBe(409);
});

test('a change of a component that somebody else has changed since is refused, and changes nothing', async () => {
  const office = await makeOffice(cycle);
  const ada = await office.as('ada');
  const read = await ada('GET', '/api/v1/components/permits');
  const tag = { 'if-match': read.headers.get('etag') ?? '' };
  expect((await ada('PATCH', '/api/v1/components/permits', { name: 'Permit desk' }, tag)).status).toBe(200);
  const late = await ada('PATCH', '/api/v1/components/permits', { ownerId: null }, tag);
  expect([late.status, late.body.detail]).toEqual([
    412,
    expect.stringContaining('“Permit desk” has changed'),
  ]);
  const now = await ada('GET', '/api/v1/components/permits');
  expect(now.body).toEqual({ ...read.body, name: 'Permit desk' });
  const again = { 'if-match': now.headers.get('etag') ?? '' };
  expect((await ada('PATCH', '/api/v1/components/permits', { ownerId: null }, again)).status).toBe(200);
});

test('the tasks of a vacant post go to the next manager up, and to its holder once it has one', async () => {
  const office = await makeOffice(cycle);
  const ada = await office.as('ada');
  await ada('PATCH', '/api/v1/components/permits', { ownerId: null });
  await office.start('p1');
  const workers = async () =>
    Object.fromEntries(
      (await office.deps.store.read((db) => db.selectFrom('tasks').selectAll().execute())).map(
        ({ key, assigneeId }) => [key, assigneeId],
      ),
    );
  expect(await workers()).toEqual({ rate: 'deputy', plan: 'deputy' });
  await ada('PATCH', '/api/v1/components/permits', { ownerId: 'ian' });
  expect(await workers()).toEqual({ rate: 'deputy', plan: 'ian' });
  await ada('PATCH', '/api/v1/components/permits', { ownerId: null });
  expect(await workers()).toEqual({ rate: 'deputy', plan: 'deputy' });
});

test('a second manager is stored with its history, sees the component, and does not appraise it', async () => {
  const office = await makeOffice(cycle);
  await office.start('p1');
  const ada = await office.as('ada');
  const chiefSees = async () =>
    (await (await office.as('deputy'))('GET', '/api/v1/plans')).body.items.map(
      ({ id }: { id: string }) => id,
    );
  await ada('PATCH', '/api/v1/components/permits', { managerId: 'mayor', parentId: 'city' });
  expect(await chiefSees()).toEqual([]);
  await ada('PATCH', '/api/v1/components/permits', { secondManagerId: 'deputy' });
  expect(await chiefSees()).toEqual(['p1']);
  const rating = (await office.deps.store.read((db) => db.selectFrom('tasks').selectAll().execute())).find(
    ({ key }) => key === 'rate',
  );
  expect(rating?.assigneeId).toBe('mayor');
  const { items } = (await ada('GET', '/api/v1/components/permits/versions')).body;
  expect(items.at(-1).component.secondManagerId).toBe('deputy');
  const refused = await ada('PATCH', '/api/v1/components/permits', { secondManagerId: 'ghost' });
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/secondManagerId']);
});

test('a day after which no other day can be written is refused with the last one that can be asked for', async () => {
  const { as } = await makeOffice({ initial: 'a', stages: { a: {} } });
  const pat = await as('pat');
  for (const path of [
    'organisation',
    'organisation/tree',
    'organisation/table',
    'components',
    'goals/cascade',
  ]) {
    const answer = await pat('GET', `/api/v1/${path}?asOf=9999-12-31`);
    expect([path, answer.status]).toEqual([path, 422]);
    expect(JSON.stringify(answer.body.errors)).toContain('9999-12-30');
    expect((await pat('GET', `/api/v1/${path}?asOf=9999-12-30`)).status).toBe(200);
  }
});
