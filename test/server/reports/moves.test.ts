// A department moves while the year goes on: its figures stay with what it was a part of when they were made.
import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

/** Roads was a part of Streets until 1 December, where Signals is too, and belongs to Parks since. */
async function moved({ zone = null as string | null, movedAt = '2026-12-01T09:00:00.000Z' } = {}) {
  const office = await makeOffice({ initial: 'on', stages: { on: {}, off: { type: 'final' } } });
  const ada = await office.as('ada');
  const put = async (path: string, body: object) => {
    const { status, body: made } = await ada('POST', `/api/v1${path}`, body);
    expect([path, status]).toEqual([path, 201]);
    return made;
  };
  for (const [id, parentId] of [
    ['streets', 'city'],
    ['parks', 'city'],
    ['roads', 'streets'],
    ['signals', 'streets'],
  ])
    await put('/components', { id, parentId, kind: 'department', name: id, ...(id === 'roads' && { zone }) });
  for (const [componentId, value] of [
    ['roads', 50],
    ['signals', 100],
  ] as const) {
    office.deps.clock.set('2026-01-05T10:00:00.000Z');
    const goal = await put('/goals', { componentId, title: 'Mend within a day', priority: 100 });
    const measure = await put('/measures', {
      ...{ goalId: goal.id, title: 'Mended', unit: '%', direction: 'increase', weight: 100 },
      ...{ timeAggregation: 'mean', standards: { kind: 'points', unacceptable: 0, meets: 100 } },
    });
    office.deps.clock.set('2026-02-10T09:00:00.000Z');
    const period = { periodStart: '2026-01-01', periodEnd: '2026-01-31' };
    await put('/observations', { measureId: measure.id, ...period, value });
  }
  const rollUp = async (start: string, end: string) => {
    const { items } = (await ada('GET', `/api/v1/reports/roll-up?start=${start}&end=${end}`)).body;
    const told = ['streets', 'parks', 'roads', 'signals'];
    return Object.fromEntries(
      items
        .filter(({ componentId }: { componentId: string }) => told.includes(componentId))
        .map((one: { componentId: string; score: number | null; parentId: string | null }) => [
          one.componentId,
          [one.score, one.parentId],
        ]),
    );
  };
  office.deps.clock.set(movedAt);
  const before = await rollUp('2026-01-01', '2026-12-31');
  const { status } = await ada('PATCH', '/api/v1/components/roads', { parentId: 'parks' });
  expect(status).toBe(200);
  return { before, rollUp, ada };
}

test('a transfer makes two segments, and each rolls up to its own department', async () => {
  const { before, rollUp } = await moved();
  expect(before).toMatchObject({ streets: [75, 'city'], parks: [null, 'city'], roads: [50, 'streets'] });
  const year = await rollUp('2026-01-01', '2026-12-31');
  // 334 days of 75 and 31 days of 100; what Roads did in January says nothing of Parks.
  expect(year).toMatchObject({ streets: [77.1233, 'city'], parks: [null, 'city'], roads: [50, 'parks'] });
  expect(year.signals).toEqual([100, 'streets']);
});

test('a component moves on the day that it is at its place', async () => {
  const west = { zone: 'America/New_York', movedAt: '2026-12-01T02:00:00.000Z' };
  const { rollUp } = await moved(west);
  // There it was still 30 November: 333 days of 75 and 32 days of 100.
  expect(await rollUp('2026-01-01', '2026-12-31')).toMatchObject({ streets: [77.1918, 'city'] });
  expect(await rollUp('2026-11-30', '2026-11-30')).toMatchObject({ roads: [null, 'parks'] });
  expect(await rollUp('2026-11-29', '2026-11-29')).toMatchObject({ roads: [null, 'streets'] });
});

test('a period before the move is rolled up by the tree of its days', async () => {
  const { before, rollUp } = await moved();
  const january = await rollUp('2026-01-01', '2026-01-31');
  expect(january).toEqual(before);
  expect(await rollUp('2026-12-01', '2026-12-31')).toMatchObject({ roads: [null, 'parks'] });
});

test('another standard would move what the component was a part of', async () => {
  const { ada } = await moved();
  const { items } = (await ada('GET', '/api/v1/measures?componentId=roads')).body;
  const wish = { standards: { kind: 'points', unacceptable: 0, meets: 50 } };
  const { body } = await ada('POST', `/api/v1/measures/${items[0].id}/what-if`, wish);
  const ids = body.items.map(({ component }: { component: { id: string } }) => component.id);
  // The reports are about January, when Roads was a part of Streets.
  expect(ids).toEqual(['city', 'roads', 'streets']);
});
