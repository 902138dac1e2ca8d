import { expect, test } from 'vitest';
import { makeTestApp } from '../../support/server.ts';

test('another standard says which components it would move, up to the whole, and changes nothing', async () => {
  const { send, deps } = await makeTestApp();
  deps.clock.set('2025-12-31T12:00:00.000Z');
  await send('POST', '/api/v1/components', { id: 'city', kind: 'organisation', name: 'City' });
  for (const id of ['parks', 'fire'])
    await send('POST', '/api/v1/components', { id, kind: 'team', name: id, parentId: 'city' });
  await send('POST', '/api/v1/goals', {
    ...{ id: 'safe', componentId: 'city', title: 'Keep people safe', scoreMode: 'children', ownShare: 0 },
  });
  for (const [id, value] of [
    ['parks', 80],
    ['fire', 100],
  ] as const) {
    const alignments = [{ parentGoalId: 'safe', mode: 'contributes', share: 1, contribution: 2 }];
    await send('POST', '/api/v1/goals', { id: `${id}-goal`, componentId: id, title: 'Mend', alignments });
    await send('POST', '/api/v1/measures', {
      ...{ id: `${id}-mended`, goalId: `${id}-goal`, title: 'Mended', unit: '', direction: 'increase' },
      standards: { kind: 'points', unacceptable: 0, meets: 100, exceeds: 120 },
    });
    await send('POST', '/api/v1/observations', {
      ...{ measureId: `${id}-mended`, value, periodStart: '2025-01-01', periodEnd: '2025-12-31' },
    });
  }
  const scores = async () => (await send('GET', '/api/v1/reports/roll-up')).body;
  const before = await scores();
  const path = '/api/v1/measures/parks-mended/what-if';
  const standards = { kind: 'points', unacceptable: 0, meets: 80, exceeds: 120 };
  const moved = await send('POST', path, { standards });
  expect(moved.body.items).toEqual([
    {
      component: { id: 'city', name: 'City' },
      before: { score: 90, outcome: 'below' },
      after: { score: 100, outcome: 'meets' },
    },
    {
      component: { id: 'parks', name: 'parks' },
      before: { score: 80, outcome: 'below' },
      after: { score: 100, outcome: 'meets' },
    },
  ]);
  expect(await scores()).toEqual(before);
  const same = { kind: 'points', unacceptable: 0, meets: 100, exceeds: 120 };
  expect((await send('POST', path, { standards: same })).body.items).toEqual([]);
  const backward = await send('POST', path, { standards: { kind: 'points', unacceptable: 9, meets: 1 } });
  expect([backward.status, backward.body.errors[0].code]).toEqual([422, 'STD-02']);
});
