import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const cycle = {
  initial: 'judge',
  stages: {
    judge: {
      on: {
        'help.given': [{ do: [{ do: 'intervene', title: 'Training', cause: '"capability"' }] }],
        'time.passed': [{ do: [{ do: 'set', variable: 'round', value: 'round + 1' }] }],
      },
    },
  },
};

const scored = (score: number) => {
  const node = {
    state: 'scored',
    reason: null,
    outcome: null,
    coverage: 1,
    provisionalShare: 0,
    staleCount: 0,
    parts: [],
  };
  const measure = { ...node, score, measureId: 'm1', measurement: 1, observationCount: 1 };
  return {
    ...node,
    score,
    componentId: 'permits',
    goals: [{ ...node, score, goalId: 'g1', measures: [measure] }],
  };
};

test('each intervention of a plan is told with the appraisals before and after it, to who sees the plan', async () => {
  const office = await makeOffice(cycle);
  await office.start('p1');
  const appraise = (revision: number, score: number) =>
    office.deps.store.commit((db) =>
      db
        .insertInto('scores')
        .values({
          ...{ planId: 'p1', revision, round: 1 },
          at: office.deps.clock.now(),
          document: JSON.stringify(scored(score)),
        })
        .execute(),
    );
  const send = async (type: string) =>
    (await (await office.as('ada'))('POST', '/api/v1/plans/p1/events', { type })).status;
  const read = async (who: string) => (await office.as(who))('GET', '/api/v1/plans/p1/follow-ups');

  await appraise(1, 70);
  office.deps.clock.advance(60_000);
  expect(await send('help.given')).toBe(200);
  expect((await read('pat')).body.items).toMatchObject([
    { title: 'Training', verdict: 'unknown', after: [] },
  ]);
  office.deps.clock.advance(60_000);
  await appraise(9, 95);
  for (const who of ['pat', 'deputy', 'hana'])
    expect((await read(who)).body.items).toMatchObject([
      {
        ...{ title: 'Training', cause: 'capability', verdict: 'better' },
        ...{ before: { score: 70, coverage: 1 }, after: [{ score: 95 }] },
        measures: [{ measureId: 'm1', before: { score: 70 }, after: [{ score: 95 }], verdict: 'better' }],
      },
    ]);
  expect((await read('ian')).status).toBe(404);
});
