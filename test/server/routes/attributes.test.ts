// Attributes of people, and the comparison of groups by them: HR's alone, and never of fewer than five.
import { expect, test } from 'vitest';
import { actorOf } from '../../support/office.ts';
import { makeReviewedOffice, planRow, reviewed, taskRow } from '../../support/reviewed-office.ts';
import { makeTestApp } from '../../support/server.ts';

type Office = Awaited<ReturnType<typeof makeReviewedOffice>>;
const gender = { name: 'Gender', allowed: ['f', 'm'] };
const put = '/api/v1/attributes/gender';

async function give(office: Office, values: Record<string, string | null>) {
  const send = await office.as('hana');
  const all = Object.entries(values).map(([id, value]) => ({ personId: `p-${id}`, value }));
  return send('PUT', `${put}/values`, { values: all });
}
const all = (ids: string[], value: string) => Object.fromEntries(ids.map((id) => [id, value]));
const ids = reviewed.map(({ id }) => id);
/** 10 women: 7 exceed, 3 are below. */
const women = ids.filter((id) => /^dob-[1-6]$|^parks-[1456]$/.test(id));
const men = ids.filter((id) => !women.includes(id));

async function withGender() {
  const office = await makeReviewedOffice();
  await (await office.as('hana'))('PUT', put, gender);
  return office;
}
const groups = async (office: Office, query = '') =>
  (await (await office.as('hana'))('GET', `/api/v1/reports/boards/groups${query}`)).body;

test('HR says what an attribute’s values are and who has which; said again nothing changes', async () => {
  const office = await makeReviewedOffice();
  const send = await office.as('hana');
  for (const _ of [1, 2]) expect((await send('PUT', put, gender)).body).toEqual({ id: 'gender', ...gender });
  expect((await give(office, all(women, 'f'))).body).toEqual({ changed: 10, unchanged: 0 });
  expect((await give(office, all(women, 'f'))).body).toEqual({ changed: 0, unchanged: 10 });
  const { body } = await send('GET', `${put}/values?q=dob-1&limit=2`);
  expect(body.items.map((one: { id: string; value: string }) => [one.id, one.value])).toEqual([
    ['p-dob-1', 'f'],
    ['p-dob-10', null],
  ]);
  expect(body.nextCursor).not.toBeNull();
});

test('a value that is not allowed and a person who is not known are told each, and nothing is saved', async () => {
  const office = await withGender();
  const send = await office.as('hana');
  const values = [
    { email: 'p-dob-1@city.test', value: 'f' },
    { personId: 'nobody', value: 'f' },
    { personId: 'p-dob-2', value: 'x' },
  ];
  const refused = await send('PUT', `${put}/values`, { values });
  expect([refused.status, refused.body.errors]).toEqual([
    422,
    [
      { pointer: '/values/1', detail: 'Nobody here is known as nobody.' },
      { pointer: '/values/2/value', detail: '“x” is not one of: f, m.' },
    ],
  ]);
  const kept = (await send('GET', `${put}/values?q=p-dob-1`)).body.items;
  expect(kept[0].value).toBeNull();
});

test('a value that people have cannot be taken out of an attribute', async () => {
  const office = await withGender();
  await give(office, { 'dob-1': 'f' });
  const send = await office.as('hana');
  const answer = await send('PUT', put, { name: 'Gender', allowed: ['m', 'x'] });
  expect([answer.status, answer.body.detail]).toEqual([
    409,
    'People have the value “f”; give them another first. Nothing was changed.',
  ]);
  expect((await send('DELETE', put)).status).toBe(200);
  expect((await send('DELETE', put)).status).toBe(404);
});

test.for(['ada', 'deputy', 'pat', 'dora'])(
  '%s, who is not HR, neither reads nor writes attributes',
  async (person) => {
    const office = await withGender();
    await give(office, all(women, 'f'));
    const send = await office.as(person);
    const statuses = [
      (await send('GET', '/api/v1/attributes')).status,
      (await send('GET', `${put}/values`)).status,
      (await send('PUT', put, gender)).status,
      (await send('PUT', `${put}/values`, { values: [{ personId: 'p-dob-1', value: 'm' }] })).status,
      (await send('DELETE', put)).status,
      (await send('GET', '/api/v1/reports/boards/groups')).status,
      (await send('GET', '/api/v1/reports/boards/groups/csv')).status,
    ];
    expect(statuses).toEqual([403, 403, 403, 403, 403, 403, 403]);
  },
);

test('the audit tells what an attribute is and of how many people it was set, never what it says of them', async () => {
  const office = await withGender();
  await give(office, all(women, 'f'));
  const lines = await office.deps.store.read((db) =>
    db
      .selectFrom('audit')
      .select(['action', 'detail'])
      .where('resource', '=', 'attributes/gender')
      .orderBy('seq')
      .execute(),
  );
  expect(lines).toEqual([
    {
      action: 'attribute.define',
      detail: '{"before":null,"after":{"id":"gender","name":"Gender","allowed":["f","m"]}}',
    },
    { action: 'attribute.set', detail: '{"people":10}' },
  ]);
});

test('groups: none of 8 men exceeds and 7 of 10 women do; eight are too few to be marked', async () => {
  const office = await withGender();
  await give(office, { ...all(women, 'f'), ...all(men, 'm') });
  // Highest: 0.7 and 0, beside the best 1 and 0. Spared the lowest: 0.7 and 0.75, beside the best 0.933 and 1.
  const { rows } = await groups(office);
  expect(rows.map(({ name, detail, values }: Record<string, unknown>) => [name, detail, values])).toEqual([
    ['f', null, { people: 10, exceeds: 7, meets: 0, below: 3, highestRatio: 1, sparedRatio: 0.93 }],
    ['m', null, { people: 8, exceeds: 0, meets: 6, below: 2, highestRatio: 0, sparedRatio: 1 }],
  ]);
});

test('a group of four is told nowhere, nor what it could be worked out from, nor in the file', async () => {
  const office = await withGender();
  // 4 women, 9 men, and 5 of whom nothing is said: the four take the five with them.
  await give(office, { ...all(ids.slice(0, 4), 'f'), ...all(ids.slice(4, 13), 'm') });
  const { rows } = await groups(office);
  expect(rows.map(({ name, withheld }: Record<string, unknown>) => [name, withheld])).toEqual([
    ['f', true],
    ['m', false],
    ['', true],
  ]);
  expect(Object.values(rows[0].values)).toEqual([null, null, null, null, null, null]);
  // 2 exceed and 4 meet of dob-5 to dob-10, 2 are below, and parks-1 exceeds.
  expect(rows[1].values).toEqual({
    people: 9,
    exceeds: 3,
    meets: 4,
    below: 2,
    highestRatio: 1,
    sparedRatio: 1,
  });
  const { app } = await makeTestApp(actorOf('hana'), office.deps);
  const text = await (await app.request('/api/v1/reports/boards/groups/csv')).text();
  expect(text.split('\r\n').slice(1, 4)).toEqual([
    'f,,withheld,,,,,,,2026-01-05T09:00:00.000Z',
    'm,,,9,3,4,2,1,1,2026-01-05T09:00:00.000Z',
    ',,withheld,,,,,,,2026-01-05T09:00:00.000Z',
  ]);
});

test('of a unit where a group has fewer than five, that group is withheld there', async () => {
  const office = await withGender();
  await give(office, { ...all(women, 'f'), ...all(men, 'm') });
  const { rows } = await groups(office, '?under=parks');
  expect(rows.map(({ name, withheld }: Record<string, unknown>) => [name, withheld])).toEqual([
    ['f', true],
    ['m', true],
  ]);
});

/** With two more men who meet, so that there are ten of each. */
async function withLaunch(office: Office) {
  const more = ['parks-7', 'parks-8'];
  const createdAt = office.deps.clock.now();
  await office.deps.store.commit(async (db) => {
    for (const id of more) {
      const person = { id: `p-${id}`, name: id, email: `${id}@city.test`, roles: '[]', createdAt };
      await db.insertInto('people').values(person).execute();
      const own = { id, parentId: 'parks', ownerId: `p-${id}`, managerId: null, name: id, kind: 'employee' };
      await db
        .insertInto('components')
        .values({ ...own, zone: null, holidayRegion: null, createdAt })
        .execute();
      await db.insertInto('plans').values(planRow(id, 'meets')).execute();
      const result = JSON.stringify({ goals: [], results: 'meets', methods: 'meets', summary: 'Well.' });
      const done = { state: 'completed', completedAt: createdAt, completedBy: 'max', result };
      await db
        .insertInto('tasks')
        .values(taskRow(id, 'appraisal', done))
        .execute();
    }
    const period = { periodStart: '2026-01-01', periodEnd: '2026-12-31', variables: '{}' };
    const launch = { id: 'l1', cycleId: 'small', version: 1, originPlanId: null, again: 0 as const };
    const made = { status: 'done', total: 20, createdAt, createdBy: 'hana', finishedAt: createdAt };
    await db
      .insertInto('launches')
      .values({ ...launch, ...period, ...made })
      .execute();
  });
  return more;
}

test('RAT-06 works on what is kept of people: none of 10 men has the highest level, 7 of 10 women do', async () => {
  const office = await withGender();
  const more = await withLaunch(office);
  await give(office, { ...all(women, 'f'), ...all([...men, ...more], 'm') });
  const session = async (person: string) =>
    (await (await office.as(person))('GET', '/api/v1/launches/l1/calibration')).body.findings.filter(
      ({ rule }: { rule: string }) => rule === 'RAT-06',
    );
  // The report marks the same group as the session does.
  const { rows } = await groups(office);
  expect(rows.map(({ name, detail }: Record<string, unknown>) => [name, detail])).toEqual([
    ['f', null],
    ['m', 'look'],
  ]);
  // Spared the lowest: 7 of 10 women and 8 of 10 men, 0.7 / 0.8 = 0.875: within four fifths.
  expect(await session('hana')).toEqual([
    {
      rule: 'RAT-06',
      about: { kind: 'attribute', attribute: 'gender', value: 'm' },
      figure: 0,
      message:
        '0 % of 10 people of this group have the highest level given: less favourable than four fifths of the best group. HR looks at the evidence before the release.',
      hrOnly: true,
    },
  ]);
  // Who else releases hears that it is so, and not of which group; of too few lines nobody hears anything.
  expect(await session('ada')).toMatchObject([{ rule: 'RAT-06', about: { kind: 'round' }, hrOnly: false }]);
  expect(await session('deputy')).toEqual([]);
});

test('a file gives several people their values at once, dry run first, whole or not at all', async () => {
  const office = await withGender();
  const send = await office.as('hana');
  const content = 'Email,Gender\np-dob-1@city.test,f\nP-DOB-2@city.test,m\np-dob-3@city.test,\n';
  const told = (body: object) => send('POST', '/api/v1/attributes/import', body);
  expect((await told({ content, dryRun: true })).body).toEqual({ changed: 2, unchanged: 1 });
  expect((await told({ content })).body).toEqual({ changed: 2, unchanged: 1 });
  expect((await told({ content })).body).toEqual({ changed: 0, unchanged: 3 });
  const wrong = await told({ content: 'email,gender\np-dob-1@city.test,m\nnobody@city.test,f\n' });
  expect([wrong.status, wrong.body.errors[0].detail]).toEqual([
    422,
    'Row 3: Nobody here is known as nobody@city.test.',
  ]);
  expect((await send('GET', `${put}/values?q=p-dob-1`)).body.items[0].value).toBe('f');
  const columns = await told({ content: 'name,age\nx,3\n' });
  expect(columns.body.errors[0].detail).toBe(
    'The file needs a column email and one called like an attribute. The attributes are: Gender.',
  );
  expect((await (await office.as('ada'))('POST', '/api/v1/attributes/import', { content })).status).toBe(403);
});
