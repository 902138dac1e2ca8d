// Goals, what they serve and their standards as they stood at the end of a day.
import { expect, test } from 'vitest';
import { actorOf } from '../../support/office.ts';
import { makeTestApp } from '../../support/server.ts';

const points = (meets: number) => ({ kind: 'points', unacceptable: 30, meets });
const serves = (parentGoalId: string) => [{ parentGoalId, mode: 'contributes', share: 1, contribution: 2 }];

/** March: a goal of each; May: another standard and weight, and what the parks serve is another goal. */
async function withTwoDays() {
  const { send, deps } = await makeTestApp();
  deps.clock.set('2026-03-01T09:00:00.000Z');
  await send('POST', '/api/v1/components', { id: 'city', kind: 'organisation', name: 'City' });
  await send('POST', '/api/v1/components', { id: 'parks', kind: 'team', name: 'Parks', parentId: 'city' });
  await send('POST', '/api/v1/goals', { id: 'safe', componentId: 'city', title: 'A safe city' });
  await send('POST', '/api/v1/goals', {
    ...{ id: 'trees', componentId: 'parks', title: 'Trees stand', priority: 2, alignments: serves('safe') },
  });
  await send('POST', '/api/v1/measures', {
    ...{ id: 'days', goalId: 'trees', title: 'Days', unit: 'd', direction: 'decrease' },
    standards: points(10),
  });
  deps.clock.set('2026-05-02T09:00:00.000Z');
  await send('PATCH', '/api/v1/components/parks', { name: 'Parks and Trees' });
  await send('POST', '/api/v1/goals', { id: 'green', componentId: 'city', title: 'A green city' });
  await send('PATCH', '/api/v1/goals/trees', {
    title: 'Trees live',
    priority: 5,
    alignments: serves('green'),
  });
  await send('PATCH', '/api/v1/measures/days', { standards: points(5), weight: 3 });
  const read = async (path: string) => (await send('GET', `/api/v1/goals${path}`)).body;
  return { read, send, deps };
}

test('the list tells goals, weights and standards as they stood at the end of the day', async () => {
  const { read } = await withTwoDays();
  const [trees] = (await read('/by-component?asOf=2026-05-01&componentId=parks')).items;
  expect(trees).toMatchObject({
    name: 'Parks',
    lines: [
      {
        goal: { title: 'Trees stand', priority: 2, version: 1 },
        serves: ['A safe city'],
        measures: [{ standards: points(10), weight: 1 }],
      },
    ],
  });
  const [today] = (await read('/by-component?asOf=2026-05-02&componentId=parks')).items;
  expect(today).toMatchObject({
    name: 'Parks and Trees',
    lines: [
      {
        goal: { title: 'Trees live', priority: 5, version: 2 },
        measures: [{ standards: points(5), weight: 3 }],
      },
    ],
  });
  expect((await read('/by-component?asOf=2026-02-28&count=true')).count).toEqual({ goals: 0, components: 0 });
});

test('the cascade and the matrix tell what served what on that day', async () => {
  const { read } = await withTwoDays();
  const lines = async (query: string) =>
    (await read(`/cascade${query}`)).items.map(
      ({ level, goal }: { level: number; goal: { title: string } }) => `${level} ${goal.title}`,
    );
  expect(await lines('?asOf=2026-05-01')).toEqual(['1 A safe city', '2 Trees stand']);
  expect(await lines('')).toEqual(['1 A green city', '2 Trees live', '1 A safe city']);
  const rows = async (query: string) =>
    (await read(`/matrix${query}`)).items.map(({ goal }: { goal: { id: string } }) => goal.id);
  expect([await rows('?asOf=2026-05-01'), await rows('')]).toEqual([['safe'], ['green']]);
});

test('what an import changed is read as of the day before it too', async () => {
  const { read, send, deps } = await withTwoDays();
  deps.clock.set('2026-06-01T09:00:00.000Z');
  const mapping = {
    ...{
      path: [{ column: 'Agency', kind: 'team' }],
      goal: 'Goal',
      measure: 'Measure',
      direction: 'Wanted',
      target: 'Target',
      actual: 'Actual',
    },
  };
  const content = 'Agency,Goal,Measure,Wanted,Target,Actual\nIce,Clear roads,Days,Down,4,3';
  const period = { start: '2026-01-01', end: '2026-12-31' };
  const made = await send('POST', '/api/v1/imports', {
    ...{ kind: 'indicators', format: 'csv', source: 'file', mapping, content, period },
  });
  expect(made.body).toMatchObject({ status: 'done', goals: { created: 1 } });
  const titles = async (day: string) =>
    JSON.stringify((await read(`/cascade?asOf=${day}`)).items).includes('Clear roads');
  expect([await titles('2026-05-31'), await titles('2026-06-01')]).toEqual([false, true]);
});

test('of another day nobody sees more than is theirs to see today', async () => {
  const { deps } = await withTwoDays();
  await deps.store.commit((db) =>
    db.updateTable('components').set({ ownerId: 'pat' }).where('id', '=', 'parks').execute(),
  );
  const { send } = await makeTestApp(actorOf('pat'), deps);
  const seen = (await send('GET', '/api/v1/goals/by-component?asOf=2026-05-01&count=true')).body;
  expect([seen.count, seen.items[0].lines[0].serves]).toEqual([{ goals: 1, components: 1 }, []]);
});

test('where every goal is known from its first day on, the record has no beginning to tell of', async () => {
  const { read } = await withTwoDays();
  expect(await read('/record')).toEqual({ from: null, day: null });
});
