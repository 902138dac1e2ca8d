import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const cycle = {
  initial: 'work',
  stages: {
    work: { on: { closed: [{ to: 'done', do: [{ do: 'appraise' }] }] } },
    done: { type: 'final' },
  },
};

/** Permits took 100 days in January, was appraised in March, and Hana records what is late. */
async function makeAppraised() {
  const office = await makeOffice(cycle);
  const admin = await office.as('ada');
  const must = async (path: string, body: object) => {
    const answer = await admin('POST', `/api/v1${path}`, body);
    expect([answer.status, answer.body.detail]).toEqual([expect.toSatisfy((code) => code < 300), undefined]);
    return answer.body;
  };
  await must('/goals', { id: 'issue', componentId: 'permits', title: 'Issue permits' });
  await must('/measures', {
    ...{ id: 'issued', goalId: 'issue', title: 'Permits issued', unit: '%', direction: 'increase' },
    ...{ timeAggregation: 'mean', standards: { kind: 'points', unacceptable: 0, meets: 100, exceeds: 120 } },
  });
  const january = { measureId: 'issued', periodStart: '2026-01-01', periodEnd: '2026-01-31' };
  await must('/observations', { ...january, id: 'first', value: 100 });
  await office.start('p1');
  office.deps.clock.set('2026-03-02T09:00:00.000Z');
  await must('/plans/p1/events', { type: 'closed' });
  const told = (personId: string) =>
    office.deps.store.read(async (db) =>
      (await db.selectFrom('notifications').select('message').where('personId', '=', personId).execute()).map(
        ({ message }) => message,
      ),
    );
  const audited = async () =>
    (await admin('GET', '/api/v1/audit?resource=plan/p1')).body.items.map(
      ({ action }: { action: string }) => action,
    );
  return { office, admin, must, january, told, audited };
}

test('a figure that is corrected after the appraisal is told to manager and owner, and the rating stays', async () => {
  const { admin, must, january, told, audited } = await makeAppraised();
  await must('/observations', { ...january, value: 50, supersedes: 'first' });
  const message =
    'Figures of Permits changed after they were appraised: 100.0 then, 50.0 by what is known now. The rating stays as it is.';
  expect([await told('deputy'), await told('pat')]).toEqual([[message], [message]]);
  expect(await audited()).toContain('score.correct');
  expect((await admin('GET', '/api/v1/plans/p1/score')).body.score.score).toBe(100);
});

test('what was observed after the appraisal is for the next, and tells nobody', async () => {
  const { must, told } = await makeAppraised();
  await must('/observations', {
    ...{ measureId: 'issued', periodStart: '2026-03-01', periodEnd: '2026-03-31', value: 20 },
  });
  expect([await told('deputy'), await told('pat')]).toEqual([[], []]);
});
