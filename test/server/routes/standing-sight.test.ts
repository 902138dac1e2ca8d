// Who is told how a component stands: those who may read its goals, whichever list it stands in.
import { expect, test } from 'vitest';
import { actorOf, makeOffice } from '../../support/office.ts';
import { makeTestApp } from '../../support/server.ts';

/** Permits scores 40, and Inspection 90; Pat answers for the one and Ian for the other. */
async function scored() {
  const office = await makeOffice({ initial: 'on', stages: { on: {}, off: { type: 'final' } } });
  const ada = await office.as('ada');
  office.deps.clock.set('2026-02-10T09:00:00.000Z');
  for (const [componentId, value] of [
    ['permits', 40],
    ['inspection', 90],
  ] as const) {
    const goal = await ada('POST', '/api/v1/goals', { componentId, title: 'Issue permits', priority: 100 });
    const measure = await ada('POST', '/api/v1/measures', {
      ...{ goalId: goal.body.id, title: 'Permits', unit: 'n', direction: 'increase', weight: 100 },
      ...{ timeAggregation: 'mean', standards: { kind: 'points', unacceptable: 0, meets: 100 } },
    });
    const period = { periodStart: '2026-01-01', periodEnd: '2026-01-31' };
    await ada('POST', '/api/v1/observations', { measureId: measure.body.id, ...period, value });
  }
  await office.start('p1');
  return office;
}

type Office = Awaited<ReturnType<typeof scored>>;
interface Item {
  id?: string;
  componentId?: string;
  withheld: boolean;
  score?: number | null;
  standing?: { score: number } | null;
}

const paths = {
  rollUp: '/reports/roll-up?start=2026-01-01&end=2026-12-31',
  tree: '/organisation/tree?parentId=dob',
  search: '/organisation/search?q=permits',
  table: '/organisation/table?sort=-score',
};

/** The score of Permits in each list; `withheld` where it is said that it is withheld, null where there is nothing. */
async function told(office: Office, person: string) {
  const send = await office.as(person);
  const all = Object.entries(paths).map(async ([name, path]) => {
    const { status, body } = await send('GET', `/api/v1${path}`);
    expect([name, status]).toEqual([name, 200]);
    const one = body.items.find((item: Item) => (item.componentId ?? item.id) === 'permits');
    if (!one) return [name, 'not listed'];
    return [name, one.withheld ? 'withheld' : (one.score ?? one.standing?.score ?? null)];
  });
  return Object.fromEntries(await Promise.all(all));
}

const everywhere = <Value>(value: Value, rollUp: Value | string = value) => ({
  ...{ rollUp, tree: value, search: value, table: value },
});

test.for([
  ['ada', everywhere(40)],
  ['hana', everywhere(40)],
  ['mayor', everywhere(40)],
  ['deputy', everywhere(40)],
  ['pat', everywhere(40)],
  // A part of the organisation that is not theirs has no place in their report.
  ['ian', everywhere<number | string>('withheld', 'not listed')],
  ['dora', everywhere('withheld')],
] as const)(
  '%s is told the score of a named employee as far as they may read the goals',
  async ([person, expected]) => {
    const office = await scored();
    const goals = await (await office.as(person))('GET', '/api/v1/goals?componentId=permits');
    expect(goals.body.items?.length ?? 0).toBe(expected.tree === 40 ? 1 : 0);
    expect(await told(office, person)).toEqual(expected);
  },
);

test('the file has the figures of the screen, and withholds what is withheld there', async () => {
  const office = await scored();
  const file = async (person: string) => {
    const { app } = await makeTestApp(actorOf(person), office.deps);
    const answer = await app.request(`/api/v1${paths.rollUp.replace('?', '/csv?at=dob&')}`);
    expect(answer.status).toBe(200);
    return (await answer.text()).split('\r\n');
  };
  const asOf = '2026-01-01,2026-12-31,2026-02-10T09:00:00.000Z';
  expect(await file('ada')).toEqual([
    'name,kind,withheld,outcome,score,coverage,below,meets,exceeds,notScored,start,end,asOf',
    `Department of Buildings,department,,below,65,1,2,0,0,0,${asOf}`,
    `Inspection,department,,below,90,1,1,0,0,0,${asOf}`,
    `Permits,department,,below,40,1,1,0,0,0,${asOf}`,
    '',
  ]);
  expect(await file('dora')).toEqual([
    'name,kind,withheld,outcome,score,coverage,below,meets,exceeds,notScored,start,end,asOf',
    `Department of Buildings,department,withheld,,,,,,,,${asOf}`,
    `Inspection,department,withheld,,,,,,,,${asOf}`,
    `Permits,department,withheld,,,,,,,,${asOf}`,
    '',
  ]);
});

test('what is withheld has no figure at all, nor the plan and its stage, and no order tells it', async () => {
  const office = await scored();
  const dora = await office.as('dora');
  const { items } = (await dora('GET', `/api/v1${paths.rollUp}`)).body;
  const permits = items.find(({ componentId }: Item) => componentId === 'permits');
  expect(permits).toMatchObject({
    ...{ withheld: true, score: null, outcome: null, reason: null, coverage: null, measures: null },
    ...{ planId: null, stage: [] },
  });
  // The whole is made of its parts, and of two the reader might know one.
  expect(items.every(({ withheld }: Item) => withheld)).toBe(true);
  const order = async (sort: string) =>
    (await dora('GET', `/api/v1/organisation/table?sort=${sort}`)).body.items.map(({ id }: Item) => id);
  expect((await order('-score')).toSorted()).toEqual(['city', 'dob', 'inspection', 'permits']);
  expect(await order('-score')).toEqual((await order('score')).toReversed());
});
