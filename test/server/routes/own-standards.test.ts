import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const points = (meets: number) => ({ standards: { kind: 'points', unacceptable: 0, meets } });

/** Chief is a manager, and answers for dob; its plan px goes on. */
async function withMeasure(start = true) {
  const office = await makeOffice({ initial: 'observe', stages: { observe: { kind: 'observe' } } });
  const ada = await office.as('ada');
  await ada('POST', '/api/v1/goals', { id: 'g1', componentId: 'dob', title: 'Be quick' });
  const measure = { id: 'm1', goalId: 'g1', title: 'Days', unit: 'd', direction: 'increase', ...points(100) };
  expect((await ada('POST', '/api/v1/measures', measure)).status).toBe(201);
  if (start) await office.start('px', 'dob');
  const observed = { measureId: 'm1', periodStart: '2026-01-01', periodEnd: '2026-01-31', value: 10 };
  expect((await (await office.as('deputy'))('POST', '/api/v1/observations', observed)).status).toBe(201);
  const change = async (who: string, patch: object) =>
    (await office.as(who))('PATCH', '/api/v1/measures/m1', patch);
  const score = async () => (await ada('GET', '/api/v1/plans/px/score')).body.score.score;
  return { ...office, change, score };
}

test('whoever answers for a component sets no standards of the plan that judges them', async () => {
  const { change, score } = await withMeasure();
  const before = await score();
  const answer = await change('chief', points(5));
  expect([answer.status, answer.body.detail, await score()]).toEqual([
    403,
    'The plan that goes by these standards is your own: propose others in your task of the plan, or ask your manager or HR to change them. Nothing was changed.',
    before,
  ]);
});

test.each([{ direction: 'decrease' }, { timeAggregation: 'sum' }])(
  'nor how it is measured: %o',
  async (patch) => {
    const { change } = await withMeasure();
    expect((await change('chief', patch)).status).toBe(403);
  },
);

test('its manager and HR set them, and its owner mends the name', async () => {
  const { change } = await withMeasure();
  expect((await change('hana', points(50))).status).toBe(200);
  expect((await change('mayor', points(60))).status).toBe(200);
  expect((await change('chief', { title: 'Days until the visit' })).status).toBe(200);
});

test('before a plan goes by them its owner sets them up', async () => {
  const { change } = await withMeasure(false);
  expect((await change('chief', points(5))).status).toBe(200);
});
