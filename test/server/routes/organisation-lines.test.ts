// The organisation as its tree and table read it: branch by branch, found with the way to it, sorted, page by page.
import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const office = () => makeOffice({ initial: 'on', stages: { on: {}, off: { type: 'final' } } });
type Line = { id: string; parts: number; standing: unknown };
const ids = ({ items }: { items: Line[] }) => items.map(({ id }) => id);

test('the top comes with the level below it, and a branch when it is asked for, by name', async () => {
  const send = await (await office()).as('pat');
  const top = (await send('GET', '/api/v1/organisation/tree')).body;
  expect(top.items.map(({ id, parts }: Line) => [id, parts])).toEqual([
    ['city', 1],
    ['dob', 2],
  ]);
  const branch = (await send('GET', '/api/v1/organisation/tree?parentId=dob')).body;
  expect(branch.items).toMatchObject([
    {
      id: 'inspection',
      parts: 0,
      ownerName: 'Ian',
      managerName: null,
      parentName: 'Department of Buildings',
    },
    { id: 'permits', parts: 0, ownerName: 'Pat' },
  ]);
});

test('a search finds every word however it is written, with the way to each find', async () => {
  const { deps, as } = await office();
  await deps.store.commit((db) =>
    db.updateTable('components').set({ name: 'Élan permits' }).where('id', '=', 'permits').execute(),
  );
  const send = await as('pat');
  const { body } = await send('GET', '/api/v1/organisation/search?q=PERMITS%20elan&count=true');
  expect([body.fits, body.count, body.nextCursor]).toEqual([['permits'], 1, null]);
  expect(ids(body).toSorted()).toEqual(['city', 'dob', 'permits']);
  const nothing = (await send('GET', '/api/v1/organisation/search?q=100%25&count=true')).body;
  expect([ids(nothing), nothing.count]).toEqual([[], 0]);
});

test('vacant posts are found with the way to them', async () => {
  const { deps, as } = await office();
  await deps.store.commit((db) =>
    db.updateTable('components').set({ ownerId: null }).where('id', '=', 'inspection').execute(),
  );
  const send = await as('pat');
  const { body } = await send('GET', '/api/v1/organisation/search?vacant=true');
  expect(body.fits).toEqual(['inspection']);
  expect((await send('GET', '/api/v1/organisation/summary')).body).toMatchObject({
    components: 4,
    vacant: 1,
  });
});

test.for([
  ['name', ['city', 'dob', 'inspection', 'permits']],
  ['-name', ['permits', 'inspection', 'dob', 'city']],
  ['owner', ['dob', 'inspection', 'city', 'permits']],
  ['parent', ['city', 'dob', 'inspection', 'permits']],
] as const)(
  'the table is sorted by %s on the server, page by page without a gap',
  async ([sort, expected]) => {
    const send = await (await office()).as('pat');
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await send(
        'GET',
        `/api/v1/organisation/table?sort=${sort}&limit=1&count=true${cursor && `&cursor=${cursor}`}`,
      );
      expect(body.count).toBe(4);
      seen.push(...ids(body));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(expected);
  },
);

test('how a component stands is told to those who may see it, and sorts the table', async () => {
  const { as } = await office();
  const admin = await as('ada');
  for (const [id, value] of [
    ['permits', 60],
    ['inspection', 99],
  ] as const) {
    await admin('POST', '/api/v1/goals', { id: `g-${id}`, componentId: id, title: 'Answer' });
    await admin('POST', '/api/v1/measures', {
      ...{ id: `m-${id}`, goalId: `g-${id}`, title: 'Answered', unit: '%', direction: 'increase' },
      standards: { kind: 'points', meets: 90, exceeds: 99 },
    });
    const period = { periodStart: '2026-01-01', periodEnd: '2026-01-31' };
    const told = await admin('POST', '/api/v1/observations', { measureId: `m-${id}`, ...period, value });
    expect(told.status, JSON.stringify(told.body)).toBe(201);
  }
  const scoresFor = async (who: string) => {
    const { body } = await (await as(who))('GET', '/api/v1/organisation/table?sort=-score');
    return body.items.map(({ id, standing }: Line) => [id, standing !== null]);
  };
  expect(await scoresFor('hana')).toEqual([
    ['inspection', true],
    ['dob', true],
    ['city', true],
    ['permits', true],
  ]);
  // An employee sees the tree and how their own part of it stands; the order tells nothing of the others.
  expect(await scoresFor('pat')).toEqual([
    ['permits', true],
    ['inspection', false],
    ['dob', false],
    ['city', false],
  ]);
});

test('another day has its own tree, without the standing of today', async () => {
  const { deps, as } = await office();
  deps.clock.set('2026-03-01T09:00:00.000Z');
  const admin = await as('ada');
  await admin('POST', '/api/v1/components', { id: 'first', kind: 'team', name: 'First' });
  deps.clock.set('2026-05-01T09:00:00.000Z');
  await admin('POST', '/api/v1/components', {
    id: 'second',
    kind: 'team',
    name: 'Second',
    parentId: 'first',
  });
  const then = async (path: string) =>
    (await admin('GET', `/api/v1/organisation/${path}asOf=2026-04-01`)).body;
  expect(ids(await then('tree?'))).toEqual(['first']);
  expect(ids(await then('table?'))).toEqual(['first']);
  expect(await then('summary?')).toEqual({
    ...{ components: 1, vacant: 1, kinds: ['team'] },
    ...{ period: null, today: '2026-05-01', fiscalYearStart: 1 },
  });
  expect((await then('search?q=second&')).fits).toEqual([]);
});

test('what is above a component is read from the top down', async () => {
  const send = await (await office()).as('pat');
  expect(ids((await send('GET', '/api/v1/components/permits/ancestors')).body)).toEqual(['city', 'dob']);
  expect((await send('GET', '/api/v1/components/none/ancestors')).status).toBe(404);
});

test('before there is a plan, what counts is observed in the organisation’s fiscal year', async () => {
  const { deps, as } = await office();
  deps.clock.set('2026-11-29T09:00:00.000Z');
  const admin = await as('ada');
  const period = async () => (await admin('GET', '/api/v1/reports/roll-up?top=true')).body.period;
  expect(await period()).toEqual({ start: '2026-01-01', end: '2026-12-31' });
  await admin('PUT', '/api/v1/settings', { fiscalYearStart: 7 });
  expect(await period()).toEqual({ start: '2026-07-01', end: '2027-06-30' });
});

test('the roll-up is read of the top, or of one component and its parts', async () => {
  const { as } = await office();
  const admin = await as('ada');
  for (const id of ['permits', 'inspection'])
    await admin('POST', '/api/v1/goals', { id: `g-${id}`, componentId: id, title: 'Answer' });
  const send = await as('hana');
  const read = async (query: string) =>
    (await send('GET', `/api/v1/reports/roll-up?${query}`)).body.items.map(
      ({ componentId }: { componentId: string }) => componentId,
    );
  expect(await read('top=true')).toEqual(['city', 'dob']);
  expect(await read('at=dob')).toEqual(['dob', 'inspection', 'permits']);
  expect(await read('at=permits')).toEqual(['permits']);
});

interface Choice {
  id: string;
  above: { name: string }[];
}
async function choices(query: string): Promise<[string, ...string[]][]> {
  const send = await (await office()).as('pat');
  const { status, body } = await send('GET', `/api/v1/organisation/choices?${query}`);
  expect([query, status]).toEqual([query, 200]);
  return body.items.map(({ id, above }: Choice) => [id, ...above.map(({ name }) => name)]);
}

test('components to choose among are found by words, each with what stands above it', async () => {
  const city = 'City';
  const dob = 'Department of Buildings';
  expect(await choices('q=permit')).toEqual([['permits', city, dob]]);
  expect(await choices('ids=dob,nobody')).toEqual([['dob', city]]);
  expect((await choices('limit=1')).length).toBe(1);
  // Whose name begins so comes before whose name has it somewhere.
  expect((await choices('q=in')).map(([id]) => id)).toEqual(['inspection', 'dob']);
});

test('choices are narrowed to parents, to what somebody owns or does not, and to what is outside a branch', async () => {
  const only = async (query: string) => (await choices(query)).map(([id]) => id).toSorted();
  expect(await only('parents=true')).toEqual(['city', 'dob']);
  expect(await only('outside=dob')).toEqual(['city']);
  expect(await only('ownerId=pat')).toEqual(['permits']);
  expect(await only('notOwnerId=pat')).toEqual(['city', 'dob', 'inspection']);
  expect(await only('withoutKind=department')).toEqual([]);
});
