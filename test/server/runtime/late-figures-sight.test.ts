import { expect, test } from 'vitest';
import { drawn, given, makeRatedOffice } from '../../support/rated-office.ts';

const january = { measureId: 'issued', periodStart: '2026-01-01', periodEnd: '2026-01-31' };

async function makeRated() {
  const office = await makeRatedOffice(drawn);
  await office.post('ada', '/goals', { id: 'issue', componentId: 'permits', title: 'Issue permits' });
  await office.post('ada', '/measures', {
    ...{ id: 'issued', goalId: 'issue', title: 'Permits issued', unit: '%', direction: 'increase' },
    ...{ timeAggregation: 'mean', standards: { kind: 'points', unacceptable: 0, meets: 100, exceeds: 120 } },
  });
  await office.post('ada', '/observations', { ...january, id: 'v0', value: 100 });
  office.deps.clock.set('2026-06-10T09:00:00.000Z');
  const evidence = {
    results: 'exceeds',
    methods: 'meets',
    evidence: 'Permits issued by the end of January.',
  };
  const rated = { ...given, goals: [{ goalId: 'issue', ...evidence }] };
  expect((await office.work('deputy', 'rate', rated)).body.errors).toBe(undefined);
  await office.work('hana', 'calibrate', { decision: 'kept', reason: 'Right by what was seen.' });
  let last = 0;
  const correct = async (value: number) => {
    const [supersedes, id] = [`v${last}`, `v${last + 1}`];
    last += 1;
    office.deps.clock.advance(60_000);
    expect((await office.post('ada', '/observations', { ...january, id, value, supersedes })).status).toBe(
      201,
    );
  };
  const versions = async (who: string) => (await office.get(who, '/plans/p1/score')).versions;
  const events = async (who: string): Promise<string[]> =>
    (await office.get(who, '/plans/p1/history')).items.map(
      ({ event }: { event: { type: string } }) => event.type,
    );
  return { ...office, correct, versions, events };
}

test('while a plan is under review, whom it is about reads nothing of figures that came late', async () => {
  const { correct, versions, events, release } = await makeRated();
  await correct(50);
  expect(await versions('deputy')).toMatchObject([{ score: 100 }, { score: 50 }]);
  expect([await versions('pat'), (await events('pat')).includes('plan.figures-changed')]).toEqual([
    [],
    false,
  ]);
  await release('hana');
  expect(await versions('pat')).toMatchObject([{ score: 100 }, { score: 50 }]);
  expect(await events('pat')).toContain('plan.figures-changed');
});

test('which version was the newest when the rating was signed stays visible, and the plan goes on as drawn', async () => {
  const { correct, versions, release, work, get } = await makeRated();
  await release('hana');
  await correct(50);
  expect((await work('pat', 'sign', { decision: 'signed' })).status).toBe(200);
  await correct(80);
  expect(await versions('hana')).toMatchObject([
    { version: 1, signed: null },
    { version: 2, signed: { state: 'signed', by: { id: 'pat', name: 'Pat' } } },
    { version: 3, signed: null },
  ]);
  expect(await get('hana', '/plans/p1')).toMatchObject({
    stage: ['objection'],
    outcome: 'exceeds',
    score: 100,
  });
});
