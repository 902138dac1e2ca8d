// The roll-up counts days as each component works, and as its plan does.
import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const cycle = {
  initial: 'work',
  stages: { work: { on: { closed: [{ to: 'done' }] } }, done: { type: 'final' } },
};

async function inAmerica() {
  const office = await makeOffice(cycle);
  const ada = await office.as('ada');
  const must = async (method: 'POST' | 'PATCH', path: string, body: object) =>
    expect((await ada(method, `/api/v1${path}`, body)).status).toBeLessThan(300);
  await must('PATCH', '/components/city', { holidayRegion: 'US', zone: 'America/New_York' });
  const plan = async () => (await ada('GET', '/api/v1/plans/p1/score')).body.score.score;
  const rollUp = async (start: string, end: string, id = 'permits') => {
    const { items } = (await ada('GET', `/api/v1/reports/roll-up?start=${start}&end=${end}`)).body;
    return items.find((item: { componentId: string }) => item.componentId === id).score;
  };
  return { ...office, must, plan, rollUp };
}

/** Due on the day before Thanksgiving, and done on the Monday after: two working days late, of fifteen. */
for (const [year, due, done] of [
  ['2026', '2026-11-25', '2026-11-30'],
  ['2022', '2022-11-23', '2022-11-28'],
] as const)
  test(`what was done after a holiday of ${year} is late by the working days between, in the plan and in the roll-up`, async () => {
    const { deps, start, must, plan, rollUp } = await inAmerica();
    deps.clock.set('2026-12-15T12:00:00.000Z');
    await must('POST', '/goals', { id: 'notes', componentId: 'permits', title: 'Publish the note' });
    await must('POST', '/measures', {
      ...{ id: 'note', goalId: 'notes', title: 'Published', kind: 'date', unit: 'days late' },
      ...{ direction: 'decrease', timeAggregation: 'last', dueFrom: due },
      standards: { kind: 'points', unacceptable: 15, meets: 0 },
    });
    const on = { periodStart: done, periodEnd: done };
    await must('POST', '/observations', { measureId: 'note', ...on, value: done, source: 'manual' });
    const whole = { start: `${year}-01-01`, end: `${year}-12-31` };
    await start('p1', 'permits', whole);
    expect([await plan(), await rollUp(whole.start, whole.end)]).toEqual([86.6667, 86.6667]);
  });

test('a leave is long by the holidays of whom it is of, in the plan and in the roll-up', async () => {
  const { start, must, plan, rollUp } = await inAmerica();
  await must('POST', '/components', {
    ...{ id: 'own', kind: 'employee', name: 'Pat', parentId: 'permits', ownerId: 'pat' },
  });
  await must('POST', '/goals', { id: 'calls', componentId: 'own', title: 'Answer calls' });
  await must('POST', '/measures', {
    ...{ id: 'answered', goalId: 'calls', title: 'Answered', unit: 'calls', direction: 'increase' },
    timeAggregation: 'sum',
    standards: { kind: 'points', unacceptable: 800, meets: 1200, exceeds: 1500 },
  });
  const year = { periodStart: '2026-01-01', periodEnd: '2026-12-31' };
  await must('POST', '/observations', { measureId: 'answered', value: 930, ...year });
  await start('p1', 'own');
  // Eleven weekdays, one of which is Thanksgiving.
  await must('POST', '/absences', { personId: 'pat', from: '2026-11-19', to: '2026-12-03' });
  expect([await plan(), await rollUp('2026-01-01', '2026-12-31', 'own')]).toEqual([32.5, 32.5]);
});
