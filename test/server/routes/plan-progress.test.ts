import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const watching = { initial: 'observe', stages: { observe: { kind: 'observe' } } };

async function observed() {
  const office = await makeOffice(watching);
  const [ada, pat, deputy] = [await office.as('ada'), await office.as('pat'), await office.as('deputy')];
  await ada('POST', '/api/v1/goals', { id: 'speed', componentId: 'permits', title: 'Be quick' });
  await ada('POST', '/api/v1/measures', {
    id: 'permits-given',
    goalId: 'speed',
    title: 'Permits',
    unit: 'permits',
    direction: 'increase',
    timeAggregation: 'sum',
    standards: { kind: 'points', unacceptable: 0, meets: 365 },
  });
  await office.start('p1');
  office.deps.clock.set('2026-03-14T09:00:00.000Z');
  const period = { periodStart: '2026-01-01', periodEnd: '2026-03-14' };
  const { body } = await pat('POST', '/api/v1/observations', {
    measureId: 'permits-given',
    value: 62,
    ...period,
  });
  return { ...office, ada, pat, deputy, id: body.items[0].id };
}

test('a plan says how far each measure has come and what was to be expected', async () => {
  const { pat } = await observed();
  expect((await pat('GET', '/api/v1/plans/p1/progress')).body.items).toEqual([
    {
      measureId: 'permits-given',
      measurement: 62,
      progress: { actual: 0.1699, expected: 0.2, isLimit: false, standing: 'behind' },
      staleSince: null,
      trend: [{ end: '2026-03-14', value: 62 }],
    },
  ]);
});

test('what its owner typed is provisional until somebody else has verified it, and keeps who and when', async () => {
  const { pat, deputy, id } = await observed();
  const verify = (send: typeof pat) => send('POST', `/api/v1/observations/${id}/verify`, {});
  expect((await verify(pat)).status).toBe(403);
  const first = await verify(deputy);
  const second = await verify(deputy);
  expect(first.body).toMatchObject({
    status: 'verified',
    enteredBy: 'pat',
    verifiedBy: 'deputy',
    verifiedAt: '2026-03-14T09:00:00.000Z',
  });
  expect(second.body).toEqual(first.body);
});

test('a plan that one may not see has no progress to look at', async () => {
  const { as } = await observed();
  expect((await (await as('ian'))('GET', '/api/v1/plans/p1/progress')).status).toBe(404);
});
