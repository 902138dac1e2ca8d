import { expect, test } from 'vitest';
import { makeOffice } from '../../../support/office.ts';

const cycle = {
  initial: 'work',
  stages: { work: { on: { closed: [{ to: 'done' }] } }, done: { type: 'final' } },
};

/** Pat answers 930 of the 1,200 calls that a whole year asks for. */
async function withScore() {
  const office = await makeOffice(cycle);
  const admin = await office.as('ada');
  const must = async (path: string, body: object) =>
    expect((await admin('POST', `/api/v1${path}`, body)).status).toBe(201);
  await must('/components', {
    id: 'own',
    kind: 'employee',
    name: 'Pat',
    parentId: 'permits',
    ownerId: 'pat',
  });
  await must('/goals', { id: 'calls', componentId: 'own', title: 'Answer calls' });
  await must('/measures', {
    ...{ id: 'answered', goalId: 'calls', title: 'Calls answered', unit: 'calls', direction: 'increase' },
    timeAggregation: 'sum',
    standards: { kind: 'points', unacceptable: 800, meets: 1200, exceeds: 1500 },
  });
  const year = { periodStart: '2026-01-01', periodEnd: '2026-12-31' };
  await must('/observations', { measureId: 'answered', value: 930, ...year });
  await office.start('p1', 'own');
  const plan = async () => (await admin('GET', '/api/v1/plans/p1/score')).body.score.score;
  const rollUp = async () => {
    const { items } = (await admin('GET', '/api/v1/reports/roll-up')).body;
    return items.find((item: { componentId: string }) => item.componentId === 'own').score;
  };
  const away = (from: string, to: string, personId = 'pat') => must('/absences', { personId, from, to });
  return {
    plan,
    rollUp,
    away,
    withdraw: async () => {
      const [leave] = (await admin('GET', '/api/v1/absences')).body.items;
      expect((await admin('DELETE', `/api/v1/absences/${leave.id}`)).status).toBeLessThan(300);
    },
  };
}

test('a long leave makes the time shorter over which a person is scored, in the plan and in the roll-up', async () => {
  const { plan, rollUp, away, withdraw } = await withScore();
  expect([await plan(), await rollUp()]).toEqual([32.5, 32.5]);
  await away('2026-10-03', '2026-12-31');
  expect([await plan(), await rollUp()]).toEqual([102.2909, 102.2909]);
  await withdraw();
  expect([await plan(), await rollUp()]).toEqual([32.5, 32.5]);
});

test('ten working days of leave change nothing, and neither does a leave of somebody else', async () => {
  const { plan, away } = await withScore();
  await away('2026-10-05', '2026-10-16');
  await away('2026-10-05', '2026-12-31', 'ian');
  expect(await plan()).toBe(32.5);
});
