import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const points = (meets: number) => ({ standards: { kind: 'points', unacceptable: 0, meets } });

/** Chief is a manager, and answers for dob; its plan px goes on. */
async function withMeasure(start = true) {
  const office = await makeOffice({ initial: 'observe', stages: { observe: { kind: 'observe' } } });
  const ada = await office.as('ada');
  await ada('POST', '/api/v1/goals', { id: 'g1', componentId: 'dob', title: 'Be quick' });
  await ada('POST', '/api/v1/goals', { id: 'top', componentId: 'city', title: 'Be a safe city' });
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

const goalActs: [method: string, path: string, body: object][] = [
  ['PATCH', '/goals/g1', { priority: 9 }],
  ['PATCH', '/goals/g1', { status: 'waived' }],
  ['PATCH', '/goals/g1', { status: 'met' }],
  ['PATCH', '/goals/g1', { critical: true }],
  [
    'PATCH',
    '/goals/g1',
    { alignments: [{ parentGoalId: 'top', mode: 'contributes', share: 0.5, contribution: 2 }] },
  ],
  ['POST', '/goals', { componentId: 'dob', title: 'Be kind', priority: 9 }],
  ['POST', '/goals/priorities', { componentId: 'dob', priorities: [{ goalId: 'g1', priority: 9 }] }],
  [
    'POST',
    '/measures',
    { goalId: 'g1', title: 'Smiles', unit: 'n', direction: 'increase', ...points(1), weight: 100 },
  ],
];

test.each(goalActs)('nor what else they are judged by: %s %s %j', async (method, path, body) => {
  const office = await withMeasure();
  const before = await office.score();
  const send = async (who: string) => (await office.as(who))(method, `/api/v1${path}`, body);
  const refused = await send('chief');
  expect([refused.status, refused.body.detail, await office.score()]).toEqual([
    403,
    'The plan that judges by these goals is your own: propose the change in your task of the plan, or ask your manager or HR to make it. Nothing was changed.',
    before,
  ]);
  expect((await send('mayor')).status).toBeLessThan(300);
});

test.each(['hana', 'ada'])('also %s, who changes everybody’s, changes none of their own', async (who) => {
  const office = await withMeasure();
  await (await office.as('ada'))('PATCH', '/api/v1/components/dob', { ownerId: who });
  for (const [method, path, body] of goalActs)
    expect((await (await office.as(who))(method, `/api/v1${path}`, body)).status).toBe(403);
});

test('what a goal is called is its owner’s to mend, with all else as it was', async () => {
  const office = await withMeasure();
  const send = await office.as('chief');
  const goal = (await send('GET', '/api/v1/goals/g1')).body;
  const { id: _, componentId: __, version: ___, ...asIs } = goal;
  const mended = { ...asIs, title: 'Be quick and kind' };
  expect((await send('PATCH', '/api/v1/goals/g1', mended)).status).toBe(200);
});

test('before a plan goes by them its owner draws up the goals', async () => {
  const office = await withMeasure(false);
  for (const [method, path, body] of goalActs)
    expect((await (await office.as('chief'))(method, `/api/v1${path}`, body)).status).toBeLessThan(300);
});

test('an import changes for HR none of what their own plan judges by, and what it says of them waits to be verified', async () => {
  const office = await makeOffice({ initial: 'observe', stages: { observe: { kind: 'observe' } } });
  const run = async (who: string, target: number, actual: number) => {
    const body = {
      ...{ kind: 'indicators', format: 'csv', period: { start: '2026-01-01', end: '2026-01-31' } },
      content: `unit,goal,indicator,way,target,actual\nPermits,Issue,Days,Down,${target},${actual}`,
      mapping: {
        path: [{ column: 'unit', kind: 'team' }],
        ...{ goal: 'goal', measure: 'indicator', direction: 'way', target: 'target', actual: 'actual' },
      },
    };
    return (await (await office.as(who))('POST', '/api/v1/imports', body)).body;
  };
  await run('ada', 12, 9);
  const ada = await office.as('ada');
  const { componentId } = (await ada('GET', '/api/v1/goals')).body.items[0];
  await ada('PATCH', `/api/v1/components/${componentId}`, { ownerId: 'hana' });
  await office.start('px', componentId);
  expect(await run('hana', 30, 9)).toMatchObject({
    status: 'refused',
    problems: [{ code: 'own-plan', message: expect.stringContaining('The plan of Permits is your own') }],
  });
  expect(await run('hana', 12, 1)).toMatchObject({ status: 'done', observations: { changed: 1 } });
  const said = (await ada('GET', '/api/v1/observations')).body.items;
  expect(said.map(({ value, status }: { value: number; status: string }) => [value, status])).toEqual(
    expect.arrayContaining([
      [9, 'verified'],
      [1, 'provisional'],
    ]),
  );
  expect(await run('ada', 30, 1)).toMatchObject({ status: 'done' });
});
