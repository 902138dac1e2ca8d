import { expect, test } from 'vitest';
import { makeOffice } from '../../../support/office.ts';

const again = [{ do: [{ do: 'set' as const, variable: 'count', value: 'count + 1' }] }];
const rating = {
  variables: { count: 0 },
  initial: 'rating',
  stages: {
    rating: {
      kind: 'appraise',
      tasks: { rate: { title: 'Rate', assignee: 'manager', form: 'appraisal' } },
      on: { 'task.rate.completed': again },
    },
    done: { type: 'final' },
  },
};
const evidence = 'The register of permits of the year.';

/** Permits has one open goal, whose figures are far below its standard. */
async function below() {
  const office = await makeOffice(rating);
  const send = async (who: string, path: string, body: object) =>
    (await office.as(who))('POST', `/api/v1${path}`, body);
  const goal = (
    await send('ada', '/goals', { componentId: 'permits', title: 'Issue permits', priority: 100 })
  ).body;
  const standards = { kind: 'points', unacceptable: 50, meets: 90 };
  const counted = { kind: 'number', direction: 'increase', timeAggregation: 'mean', unit: '%', weight: 100 };
  const measure = (
    await send('ada', '/measures', { goalId: goal.id, title: 'In time', ...counted, standards })
  ).body;
  await office.start('p1');
  const period = { periodStart: '2026-01-01', periodEnd: '2026-12-31' };
  await send('ada', '/observations', { measureId: measure.id, ...period, value: 10 });
  const [task] = await office.tasksOf('ada', 'planId=p1');
  const rate = (result: object) =>
    send('deputy', `/tasks/${task.id}/complete`, {
      result: { results: 'below', methods: 'meets', summary: 'Judged by the figures.', ...result },
    });
  const rated = { goalId: goal.id, results: 'below', methods: 'meets', evidence };
  return { rate, rated };
}

test('an appraisal that leaves a goal out is refused with the goal', async () => {
  const { rate } = await below();
  const { status, body } = await rate({ goals: [] });
  expect(status).toBe(422);
  expect(body.errors).toEqual([
    {
      pointer: '/result/goals',
      detail: '“Issue permits” is not rated. Give each open goal its results, its methods and the evidence.',
    },
  ]);
});

test('a goal that is not there, and one rated twice, are refused in their place', async () => {
  const { rate, rated } = await below();
  const foreign = await rate({ goals: [rated, { ...rated, goalId: 'g-of-somebody' }] });
  expect(foreign.body.errors).toMatchObject([{ pointer: '/result/goals/1/goalId' }]);
  const twice = await rate({ goals: [rated, rated] });
  expect(twice.body.errors).toMatchObject([{ pointer: '/result/goals/1/goalId' }]);
});

test('a rating that departs from the figures needs its reason, and a blank is none', async () => {
  const { rate, rated } = await below();
  for (const reason of [undefined, '   ']) {
    const refused = await rate({ goals: [rated], results: 'exceeds', ...(reason ? { reason } : {}) });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ pointer: '/result/reason' }]);
    expect(refused.body.detail).toContain('The figures say “below”, the rating says “exceeds”.');
  }
  const given = await rate({
    goals: [rated],
    results: 'meets',
    reason: 'Two visits are not in the register.',
  });
  expect(given.status).toBe(200);
});

test('what follows the figures needs none', async () => {
  const { rate, rated } = await below();
  expect((await rate({ goals: [rated] })).status).toBe(200);
});
