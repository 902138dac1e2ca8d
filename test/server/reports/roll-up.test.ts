import { expect, test } from 'vitest';
import { makeTestApp } from '../../support/server.ts';

const period = { periodStart: '2026-01-01', periodEnd: '2026-01-31' };

/** A city with one department and two services: one meets, one has no standard. */
async function city() {
  const { send } = await makeTestApp();
  const component = (id: string, parentId: string | null) =>
    send('POST', '/api/v1/components', { id, kind: 'department', name: id, parentId });
  await component('city', null);
  await component('parks', 'city');
  await component('trees', 'parks');
  await component('pools', 'parks');
  for (const id of ['trees', 'pools']) {
    await send('POST', '/api/v1/goals', { id: `goal-${id}`, componentId: id, title: `Look after ${id}` });
    const standards = id === 'trees' ? { kind: 'points', meets: 10 } : null;
    const measure = { id, goalId: `goal-${id}`, title: id, unit: '', direction: 'increase', standards };
    await send('POST', '/api/v1/measures', measure);
    await send('POST', '/api/v1/observations', { measureId: id, value: 12, ...period });
  }
  return send;
}

test('scores rise from the measures to the whole, and what has no standard is not scored and never zero', async () => {
  const send = await city();
  const { body } = await send('GET', '/api/v1/reports/roll-up');
  const seen = body.items.map((item: Record<string, unknown>) => [
    item.componentId,
    item.score,
    item.outcome,
  ]);
  expect(seen).toEqual([
    ['city', 100, 'meets'],
    ['parks', 100, 'meets'],
    ['pools', null, null],
    ['trees', 100, 'meets'],
  ]);
  expect(body.items[0].measures).toEqual({ below: 0, meets: 1, exceeds: 0, notScored: 1 });
  expect(body.period).toEqual({ start: '2026-01-01', end: '2026-01-31' });
});

test('a launch over days without a figure does not empty the roll-up', async () => {
  const send = await city();
  const stages = { plan: { type: 'final' } };
  await send('PUT', '/api/v1/cycles/short', {
    schema: 'cycle/1',
    id: 'short',
    name: 'Short',
    initial: 'plan',
    stages,
  });
  await send('POST', '/api/v1/cycles/short/publish', {});
  const period = { start: '2030-01-01', end: '2030-12-31' };
  const launched = await send('POST', '/api/v1/launches', {
    cycleId: 'short',
    componentIds: ['parks'],
    period,
  });
  expect(launched.status).toBe(202);
  const { body } = await send('GET', '/api/v1/reports/roll-up');
  expect(body.period).toEqual({ start: '2026-01-01', end: '2026-01-31' });
});

test('a person sees the roll-up of their own part only', async () => {
  const { send } = await makeTestApp({ id: 'stranger', name: 'S', roles: ['employee'] });
  expect((await send('GET', '/api/v1/reports/roll-up')).body.items).toEqual([]);
});

test('whatever the scores rest on is seen at once in the next roll-up', async () => {
  const send = await city();
  const scoreOf = async (id: string) => {
    const { body } = await send('GET', '/api/v1/reports/roll-up');
    return body.items.find((item: { componentId: string }) => item.componentId === id)?.score;
  };
  expect([await scoreOf('trees'), await scoreOf('trees')]).toEqual([100, 100]);
  const meets = (id: string, value: number) =>
    send('PATCH', `/api/v1/measures/${id}`, { standards: { kind: 'points', meets: value } });
  expect((await meets('pools', 24)).status).toBe(200);
  expect(await scoreOf('pools')).toBe(0);
  expect((await meets('pools', 6)).status).toBe(200);
  expect(await scoreOf('pools')).toBe(100);
  await send('POST', '/api/v1/components', { id: 'lakes', kind: 'team', name: 'Lakes', parentId: 'parks' });
  expect(await scoreOf('lakes')).toBeNull();
});
