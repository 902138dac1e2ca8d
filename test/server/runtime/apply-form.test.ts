import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const form = (name: string, next: string, guard?: string) => ({
  tasks: { [name]: { title: name, assignee: 'owner', form: name } },
  on: { [`task.${name}.completed`]: [{ to: next, ...(guard ? { guard } : {}) }] },
});
const document = {
  initial: 'goals',
  stages: {
    goals: form('goals', 'measures', 'count(goals) > 0'),
    measures: form('measures', 'standards', 'count(measures) > 0'),
    standards: form('standards', 'observation', 'every m in measures satisfies m.hasStandards'),
    observation: form('observation', 'feedback'),
    feedback: { ...form('feedback', 'done'), on: { 'task.feedback.completed': [{ to: 'done' }] } },
    done: { type: 'final' },
  },
};
const goal = { title: 'Permits in time', dimension: 'timeliness', priority: 2 };
const measure = {
  title: 'Days per permit',
  unit: 'days',
  direction: 'decrease',
  timeAggregation: 'mean',
  weight: 1,
  source: 'register',
};

async function working() {
  const office = await makeOffice(document);
  await office.start('p1');
  const send = await office.as('pat');
  const complete = async (result: unknown, planId = 'p1') => {
    const [task] = await office.tasksOf('pat', `assignee=me&state=open&planId=${planId}`);
    return send('POST', `/api/v1/tasks/${task.id}/complete`, { result });
  };
  const list = async (what: string) => (await send('GET', `/api/v1/${what}?componentId=permits`)).body.items;
  return { office, complete, list };
}

test('the forms of a plan become its goals, measures, standards and observations, and its guards see them', async () => {
  const { office, complete, list } = await working();
  expect((await complete({ goals: [] })).status).toBe(409);
  expect((await complete({ goals: [goal] })).status).toBe(200);
  const [{ id: goalId }] = await list('goals');
  expect((await complete({ measures: [{ ...measure, goalId }] })).status).toBe(200);
  const [{ id: measureId }] = await list('measures');
  const standards = { kind: 'points', unacceptable: 40, meets: 20, exceeds: 10 };
  expect((await complete({ standards: [{ measureId, standards }] })).status).toBe(200);
  const observed = { measureId, periodStart: '2026-01-01', periodEnd: '2026-01-31', value: 18 };
  expect((await complete({ observations: [observed] })).status).toBe(200);
  expect((await complete({ text: 'The list was ready a day early.' })).status).toBe(200);

  expect(await list('goals')).toMatchObject([{ ...goal, componentId: 'permits', version: 1 }]);
  expect(await list('measures')).toMatchObject([{ title: measure.title, goalId, standards, version: 2 }]);
  expect(await list('observations')).toMatchObject([
    { ...observed, status: 'provisional', enteredBy: 'pat', source: 'task observation' },
  ]);
  expect(await office.planState('p1')).toMatchObject({ stage: ['done'], status: 'ended', revision: 6 });
});

test('a goal that is named by its id is changed and keeps what was left out', async () => {
  const { complete, list, office } = await working();
  await complete({ goals: [goal] });
  const [{ id }] = await list('goals');
  await office.start('p2');
  const answer = await complete({ goals: [{ id, ...goal, priority: 5 }] }, 'p2');
  expect(answer.status).toBe(200);
  expect(await list('goals')).toMatchObject([{ id, ...goal, priority: 5, version: 2, scoreMode: 'own' }]);
});

/** A goal and its measure, set by the forms of one plan; a second plan asks for them again. */
async function askedAgain(what: 'goals' | 'measures' | 'standards') {
  const { office, complete, list } = await working();
  await complete({ goals: [goal] });
  const [{ id: goalId }] = await list('goals');
  await complete({ measures: [{ ...measure, goalId }] });
  const [{ id: measureId }] = await list('measures');
  await office.start('p2');
  if (what !== 'goals') await complete({ goals: [] }, 'p2');
  if (what === 'standards') await complete({ measures: [] }, 'p2');
  return { complete: (result: unknown) => complete(result, 'p2'), list, goalId, measureId, office };
}

test('a form that was read before somebody else changed the goal is refused with both, and changes nothing', async () => {
  const { complete, list, goalId: id, office } = await askedAgain('goals');
  const hr = await office.as('hana');
  const change = { priority: 70, title: 'Permits in time and right', reason: 'The board decided.' };
  await hr('PATCH', `/api/v1/goals/${id}`, change);
  const answer = await complete({ goals: [{ id, version: 1, priority: 40 }] });
  expect(answer).toMatchObject({
    status: 412,
    body: {
      detail: expect.stringContaining('“Permits in time and right” has changed since you read it.'),
      errors: [
        { pointer: '/result/goals/0/priority', code: 'changed', detail: 'It is 70 by now; you send 40.' },
      ],
    },
  });
  expect(await list('goals')).toMatchObject([{ priority: 70, title: change.title, version: 2 }]);
  expect((await complete({ goals: [{ id, version: 2, priority: 40 }] })).status).toBe(200);
  expect(await list('goals')).toMatchObject([{ priority: 40, title: change.title, version: 3 }]);
});

test('what a form leaves out or sends as it is stays unchanged, without a new version', async () => {
  const { complete, list, goalId, measureId, office } = await askedAgain('measures');
  const hr = await office.as('hana');
  const standards = { kind: 'points', unacceptable: 40, meets: 20 };
  await hr('PATCH', `/api/v1/measures/${measureId}`, { standards, reason: 'Agreed.' });
  const same = { id: measureId, version: 1, title: measure.title, unit: measure.unit };
  expect((await complete({ measures: [same] })).status).toBe(200);
  expect(await list('measures')).toMatchObject([{ ...measure, goalId, standards, version: 2 }]);
});

test('standards that were never seen are not taken away', async () => {
  const { complete, list, measureId, office } = await askedAgain('standards');
  const hr = await office.as('hana');
  const standards = { kind: 'points', unacceptable: 40, meets: 20 };
  await hr('PATCH', `/api/v1/measures/${measureId}`, { standards, reason: 'Agreed.' });
  expect((await complete({ standards: [{ measureId, version: 1, standards: null }] })).status).toBe(412);
  expect((await complete({ standards: [] })).status).toBe(200);
  expect(await list('measures')).toMatchObject([{ standards, version: 2 }]);
});

test('a new goal has everything that a goal needs', async () => {
  const { complete } = await working();
  expect(await complete({ goals: [{ title: 'Permits in time' }] })).toMatchObject({
    status: 422,
    body: {
      errors: [{ pointer: '/result/goals/0/dimension' }, { pointer: '/result/goals/0/priority' }],
    },
  });
});

test.each([
  ['a goal of another component', { goals: [goal, { ...goal, id: 'elsewhere' }] }, '/result/goals/1/id'],
  ['a goal that is not there', { goals: [{ ...goal, id: 'nope' }] }, '/result/goals/0/id'],
])('%s is refused with its place and nothing of the form is kept', async (_, result, pointer) => {
  const { office, complete, list } = await working();
  const admin = await office.as('ada');
  expect(
    (await admin('POST', '/api/v1/goals', { id: 'elsewhere', componentId: 'inspection', title: 'Other' }))
      .status,
  ).toBe(201);
  const answer = await complete(result);
  expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, pointer]);
  expect(await list('goals')).toEqual([]);
});

test('standards that give no curve are refused with their place in the form', async () => {
  const { complete, list } = await working();
  await complete({ goals: [goal] });
  const [{ id: goalId }] = await list('goals');
  await complete({ measures: [{ ...measure, goalId }] });
  const [{ id: measureId }] = await list('measures');
  const answer = await complete({
    standards: [{ measureId, standards: { kind: 'points', meets: 20, exceeds: 30 } }],
  });
  expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/result/standards/0/standards']);
});

test('an observation is heard by the other plans of the component that listen for it', async () => {
  const office = await makeOffice({
    initial: 'watch',
    stages: {
      watch: {
        ...form('observation', 'watch'),
        on: { 'observation.recorded': [{ to: 'seen', guard: 'event.data.value > 10' }] },
      },
      seen: { type: 'final' },
    },
  });
  await office.start('p1');
  await office.start('p2');
  const admin = await office.as('ada');
  await admin('POST', '/api/v1/goals', { id: 'g1', componentId: 'permits', title: 'Permits in time' });
  const { title, unit, direction } = measure;
  await admin('POST', '/api/v1/measures', { id: 'm1', goalId: 'g1', title, unit, direction });
  const send = await office.as('pat');
  const complete = async (value: number, month: string) => {
    const [task] = await office.tasksOf('pat', 'assignee=me&state=open');
    const observed = {
      measureId: 'm1',
      periodStart: `2026-${month}-01`,
      periodEnd: `2026-${month}-28`,
      value,
    };
    return (await send('POST', `/api/v1/tasks/${task.id}/complete`, { result: { observations: [observed] } }))
      .status;
  };
  expect(await complete(5, '01')).toBe(200);
  expect((await office.planState('p2')).status).toBe('active');
  expect(await complete(18, '02')).toBe(200);
  expect([(await office.planState('p1')).status, (await office.planState('p2')).status]).toEqual([
    'ended',
    'ended',
  ]);
});

test('an observation sent to the API is heard by the plans of its component too', async () => {
  const on = { 'observation.recorded': [{ to: 'seen' }] };
  const office = await makeOffice({ initial: 'watch', stages: { watch: { on }, seen: { type: 'final' } } });
  await office.start('p1');
  const admin = await office.as('ada');
  await admin('POST', '/api/v1/goals', { id: 'g1', componentId: 'permits', title: 'Permits in time' });
  const { title, unit, direction } = measure;
  await admin('POST', '/api/v1/measures', { id: 'm1', goalId: 'g1', title, unit, direction });
  const observed = { measureId: 'm1', periodStart: '2026-01-01', periodEnd: '2026-01-31', value: 18 };
  expect((await admin('POST', '/api/v1/observations', observed)).status).toBe(201);
  expect((await office.planState('p1')).status).toBe('ended');
});

test('a correction of what was verified is heard once somebody has verified it', async () => {
  const on = { 'observation.recorded': [{ to: 'seen' }] };
  const office = await makeOffice({ initial: 'watch', stages: { watch: { on }, seen: { type: 'final' } } });
  const [admin, pat] = [await office.as('ada'), await office.as('pat')];
  await admin('POST', '/api/v1/goals', { id: 'g1', componentId: 'permits', title: 'Permits in time' });
  const { title, unit, direction } = measure;
  await admin('POST', '/api/v1/measures', { id: 'm1', goalId: 'g1', title, unit, direction });
  const observed = { measureId: 'm1', periodStart: '2026-01-01', periodEnd: '2026-01-31', value: 18 };
  const [first] = (await admin('POST', '/api/v1/observations', observed)).body.items;
  await office.start('p1');
  const correction = { ...observed, value: 5, supersedes: first.id };
  const proposed = await pat('POST', '/api/v1/observations', correction);
  expect([proposed.status, proposed.body.items[0].status]).toEqual([201, 'provisional']);
  expect((await office.planState('p1')).status).toBe('active');
  const told = async () => {
    const lines = await office.deps.store.read((db) => db.selectFrom('feed').select('type').execute());
    return lines.filter(({ type }) => type.startsWith('observation.')).map(({ type }) => type);
  };
  expect(await told()).toEqual(['observation.recorded', 'observation.proposed']);
  const deputy = await office.as('deputy');
  const { id } = proposed.body.items[0];
  expect((await deputy('POST', `/api/v1/observations/${id}/verify`, {})).status).toBe(200);
  expect((await office.planState('p1')).status).toBe('ended');
  expect((await told()).slice(2)).toEqual(['observation.verified', 'observation.recorded']);
});

test('an observation that an import brings is heard by the plans of its component too', async () => {
  const on = { 'observation.recorded': [{ to: 'seen' }] };
  const office = await makeOffice({ initial: 'watch', stages: { watch: { on }, seen: { type: 'final' } } });
  const admin = await office.as('ada');
  const csv = (actual: string) =>
    `agency,goal,indicator,up,target,actual\nParks,Clean parks,Parks rated clean,Up,90,${actual}`;
  const run = (actual: string) =>
    admin('POST', '/api/v1/imports', {
      kind: 'indicators',
      format: 'csv',
      content: csv(actual),
      mapping: {
        path: [{ column: 'agency', kind: 'department' }],
        goal: 'goal',
        measure: 'indicator',
        direction: 'up',
        target: 'target',
        actual: 'actual',
      },
      period: { start: '2026-01-01', end: '2026-12-31' },
    });
  expect((await run('91')).body.status).toBe('done');
  const components = (await admin('GET', '/api/v1/components')).body.items;
  const parks = components.find((one: { name: string }) => one.name === 'Parks');
  await office.start('p1', parks.id);
  await run('91');
  expect((await office.planState('p1')).status).toBe('active');
  await run('93');
  expect((await office.planState('p1')).status).toBe('ended');
});
