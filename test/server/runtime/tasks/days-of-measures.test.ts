// The days on which a measure is in force, given by the form of a task.
import { expect, test } from 'vitest';
import { makeOffice } from '../../../support/office.ts';

const stage = (form: string, next: string, key = form) => ({
  tasks: { [key]: { title: key, assignee: 'owner', form } },
  on: { [`task.${key}.completed`]: [{ to: next }] },
});
const planning = {
  initial: 'goals',
  stages: {
    goals: stage('goals', 'measures'),
    measures: stage('measures', 'again'),
    again: stage('measures', 'done', 'mend'),
    done: { type: 'final' },
  },
};
const days = { effectiveFrom: '2026-07-01', effectiveTo: '2026-09-30' };

/** Pat has given a goal and is asked for measures, twice. */
async function asked() {
  const office = await makeOffice(planning);
  await office.start('p1');
  const send = await office.as('pat');
  const complete = async (result: object) => {
    const [task] = await office.tasksOf('pat', 'assignee=me&state=open');
    return send('POST', `/api/v1/tasks/${task.id}/complete`, { result });
  };
  const list = async (what: string) => (await send('GET', `/api/v1/${what}?componentId=permits`)).body.items;
  await complete({ goals: [{ title: 'Permits in time', dimension: 'timeliness', priority: 2 }] });
  const [{ id: goalId }] = await list('goals');
  const measure = {
    ...{ goalId, title: 'Days per permit', unit: 'days', direction: 'decrease' },
    ...{ timeAggregation: 'mean', weight: 1, source: 'register' },
  };
  return { complete, measure, measures: () => list('measures') };
}

test('a measure is made with days of its own, and the form that clears one of them leaves the other', async () => {
  const { complete, measure, measures } = await asked();
  expect((await complete({ measures: [{ ...measure, ...days }] })).status).toBe(200);
  const [{ id, ...made }] = await measures();
  expect(made).toMatchObject(days);
  expect((await complete({ measures: [{ id, version: 1, effectiveTo: null }] })).status).toBe(200);
  expect(await measures()).toMatchObject([{ ...days, effectiveTo: null, version: 2 }]);
});

test('days that end before they begin are refused at their place, and nothing is changed', async () => {
  const { complete, measure, measures } = await asked();
  const backward = { ...days, effectiveTo: '2026-06-30' };
  const refused = await complete({ measures: [{ ...measure, ...backward }] });
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/result/measures/0/effectiveTo']);
  expect(await measures()).toEqual([]);
});
