import { expect, test } from 'vitest';
import { stageCounts } from '../../../server/reports/stage-counts.ts';
import { reviewCycle } from '../../support/cycles.ts';
import { makeOffice } from '../../support/office.ts';

test('a plan in several parts of a parallel stage counts in each', () => {
  const plans = [
    { stage: ['a', 'b'], status: 'active', count: 3 },
    { stage: ['a'], status: 'active', count: 1 },
    { stage: ['end'], status: 'ended', count: 2 },
  ];
  expect(stageCounts(plans, [{ stage: 'b', count: 1 }])).toEqual({
    active: 4,
    ended: 2,
    items: [
      { stage: 'a', active: 4, overdue: 0, ended: 0 },
      { stage: 'b', active: 3, overdue: 1, ended: 0 },
      { stage: 'end', active: 0, overdue: 0, ended: 2 },
    ],
  });
});

test('counts follow the plans: there, late, ended; each reader counts what they may see', async () => {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  const admin = await office.as('ada');
  const cycleId = (await admin('GET', '/api/v1/plans/p1')).body.cycleId;
  const path = `/api/v1/reports/stage-counts?cycleId=${cycleId}&version=1`;
  const counts = async () => (await admin('GET', path)).body.items;
  expect(await counts()).toEqual([{ stage: 'observe', active: 1, overdue: 0, ended: 0 }]);

  await admin('POST', '/api/v1/plans/p1/events', { type: 'period.closed', data: { complete: true } });
  expect(await counts()).toEqual([{ stage: 'review', active: 1, overdue: 0, ended: 0 }]);

  office.deps.clock.set('2026-01-16T09:00:00.000Z');
  expect(await counts()).toEqual([{ stage: 'review', active: 1, overdue: 1, ended: 0 }]);
  expect((await admin('GET', `${path}0`)).body.items).toEqual([]);
  const stranger = await office.as('ian');
  expect((await stranger('GET', path)).body.items).toEqual([]);
});
