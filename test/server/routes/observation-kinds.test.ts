import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const watching = {
  variables: { count: 0 },
  initial: 'watching',
  stages: {
    watching: {
      kind: 'measure',
      tasks: {
        measures: { title: 'Measures', assignee: 'owner', form: 'measures' },
        observe: { title: 'Observe', assignee: 'owner', form: 'observation' },
      },
      on: {
        'task.measures.completed': [{ do: [{ do: 'set', variable: 'count', value: 'count + 1' }] }],
        'task.observe.completed': [{ do: [{ do: 'set', variable: 'count', value: 'count + 1' }] }],
      },
    },
    done: { type: 'final' },
  },
};

async function makeWatch() {
  const office = await makeOffice(watching);
  const send = async (who: string, method: string, path: string, body?: object) =>
    (await office.as(who))(method, `/api/v1${path}`, body);
  const goal = (await send('ada', 'POST', '/goals', { componentId: 'permits', title: 'Issue permits' })).body;
  const measure = async (more: object) =>
    (
      await send('ada', 'POST', '/measures', {
        ...{ goalId: goal.id, title: 'Permits', unit: '', kind: 'number', direction: 'increase' },
        ...more,
      })
    ).body.id;
  const january = { periodStart: '2026-01-01', periodEnd: '2026-01-31' };
  const record = (measureId: string, observed: object) =>
    send('ada', 'POST', '/observations', { measureId, ...january, ...observed });
  await office.start('p1');
  return { ...office, send, goal, measure, record, january };
}

const ratio = { kind: 'percent', unit: '%', timeAggregation: 'ratio' };
const levels = {
  kind: 'rubric',
  direction: 'rubric',
  standards: { kind: 'levels', levels: { poor: 0, good: 100 } },
};
const milestones = {
  kind: 'milestones',
  direction: 'milestone',
  milestones: [{ id: 'open', title: 'The desk is open', due: '2026-03-01', weight: 1 }],
};

test.for([
  ['a bare 95 for a ratio', ratio, { value: 95 }, '/0/numerator'],
  ['half of a ratio', ratio, { numerator: 95 }, '/0/denominator'],
  ['a mean without its cases', { timeAggregation: 'weightedMean' }, { value: 4 }, '/0/n'],
  ['a number for a level', levels, { value: 95 }, '/0/value'],
  ['a number for yes or no', { kind: 'boolean', direction: 'rubric' }, { value: 3 }, '/0/value'],
  ['a word for a number', {}, { value: 'many' }, '/0/value'],
  ['a milestone that is not there', milestones, { value: 'shut' }, '/0/value'],
  [
    'a day of a date that is never due',
    { kind: 'date', direction: 'decrease' },
    { value: '2026-01-05' },
    '/0/value',
  ],
] as const)('%s is refused in its place', async ([, more, observed, pointer]) => {
  const { measure, record } = await makeWatch();
  const answer = await record(await measure(more), observed);
  expect(answer.status).toBe(422);
  expect(answer.body.errors.map((one: { pointer: string }) => one.pointer)).toEqual([pointer]);
});

test.for([
  ['a ratio', ratio, { numerator: 95, denominator: 100 }],
  ['a mean with its cases', { timeAggregation: 'weightedMean' }, { value: 4, n: 12 }],
  ['a level', levels, { value: 'good' }],
  ['yes or no', { kind: 'boolean', direction: 'rubric' }, { value: true }],
  ['a milestone', milestones, { value: 'open' }],
  ['days late', { kind: 'date', direction: 'decrease' }, { value: -2 }],
  ['a day', { kind: 'date', direction: 'decrease', dueFrom: '2026-02-01' }, { value: '2026-01-30' }],
] as const)('%s is recorded as what it is, by hand and in a task', async ([, more, observed]) => {
  const { measure, record, send, tasksOf, january } = await makeWatch();
  const first = await measure(more);
  expect((await record(first, observed)).status).toBe(201);
  const second = await measure(more);
  const task = (await tasksOf('pat')).find(({ key }: { key: string }) => key === 'observe');
  const answer = await send('pat', 'POST', `/tasks/${task.id}/complete`, {
    result: { observations: [{ measureId: second, ...january, ...observed }] },
  });
  expect(answer.status).toBe(200);
  const { items } = (await send('ada', 'GET', '/observations?componentId=permits')).body;
  expect(items.filter((one: { measureId: string }) => one.measureId === second)).toMatchObject([observed]);
});

test('a task takes measures of any kind, and how often they are observed', async () => {
  const { goal, send, tasksOf } = await makeWatch();
  const task = (await tasksOf('pat')).find(({ key }: { key: string }) => key === 'measures');
  const common = { goalId: goal.id, unit: '', weight: 1, source: 'register', timeAggregation: 'last' };
  const given = [
    { ...common, ...milestones, title: 'The new desk' },
    { ...common, title: 'Said to be kind', kind: 'boolean', direction: 'rubric', cadence: 'P1M' },
  ];
  const answer = await send('pat', 'POST', `/tasks/${task.id}/complete`, { result: { measures: given } });
  expect(answer.status).toBe(200);
  const { items } = (await send('ada', 'GET', '/measures?componentId=permits')).body;
  expect(items).toMatchObject(given);
  const wrong = await send('ada', 'PATCH', `/measures/${items[1].id}`, { cadence: 'monthly' });
  expect(wrong.status).toBe(422);
});

test('two milestones reached on the same day are two facts, and the same one twice is told to be there', async () => {
  const { measure, record } = await makeWatch();
  const two = [
    ...milestones.milestones,
    { id: 'manned', title: 'The desk is manned', due: '2026-03-01', weight: 1 },
  ];
  const id = await measure({ ...milestones, milestones: two });
  const first = await record(id, { value: 'open' });
  const second = await record(id, { value: 'manned' });
  const again = await record(id, { value: 'open' });
  expect([first.status, second.status, again.status]).toEqual([201, 201, 409]);
});
