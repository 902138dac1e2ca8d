import { expect, test } from 'vitest';
import { makeOffice } from '../../../support/office.ts';

const looking = {
  initial: 'looking',
  stages: {
    looking: {
      kind: 'appraise',
      tasks: { look: { title: 'Look back', assignee: 'owner', form: 'self-appraisal' } },
      on: { 'task.look.completed': [{ to: 'done' }] },
    },
    done: { type: 'final' },
  },
};
const axes = { results: 'meets', methods: 'exceeds' };

/** Permits (Pat) has two open goals, of which the second can be stopped. */
async function withGoals() {
  const office = await makeOffice(looking);
  const send = async (who: string, method: string, path: string, body?: object) =>
    (await office.as(who))(method, `/api/v1${path}`, body);
  const create = async (title: string) =>
    (await send('ada', 'POST', '/goals', { componentId: 'permits', title, priority: 50 })).body.id;
  const [issue, answer] = [await create('Issue permits'), await create('Answer calls')];
  await office.start('p1');
  const [task] = await office.tasksOf('pat', 'assignee=me&state=open');
  const look = (result: object) =>
    send('pat', 'POST', `/tasks/${task.id}/complete`, { result: { ...axes, ...result } });
  const issued = { goalId: issue, text: 'In time from May on.', factors: 'The second desk helped.' };
  const answered = { goalId: answer, text: 'Half of them on the same day.' };
  return { ...office, send, look, issued, answered };
}

test('what one says of oneself goal by goal is read beside each goal', async () => {
  const { send, look, issued, answered } = await withGoals();
  expect((await look({ goals: [issued, answered] })).status).toBe(200);
  expect((await send('deputy', 'GET', '/plans/p1/appraisal')).body.self).toEqual({
    at: '2026-01-05T09:00:00.000Z',
    ...axes,
    goals: [
      { ...issued, title: 'Issue permits', evidenceItems: [] },
      { ...answered, title: 'Answer calls', factors: '', evidenceItems: [] },
    ],
    evidence: '',
    evidenceItems: [],
  });
});

test('a goal that is left out is named, and the task stays open', async () => {
  const { look, issued, tasksOf } = await withGoals();
  for (const [goals, title] of [
    [[], 'Answer calls|Issue permits'],
    [[issued], 'Answer calls'],
  ] as const) {
    const { status, body } = await look({ goals, evidence: 'The figures.' });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer: '/result/goals' }]);
    expect(body.detail).toMatch(new RegExp(`“(${title})” is left out. Say of each open goal how it went.`));
  }
  expect(await tasksOf('pat', 'assignee=me&state=open')).toHaveLength(1);
});

test('a goal twice, and one of nobody, are refused in their place', async () => {
  const { look, issued, answered } = await withGoals();
  const twice = await look({ goals: [issued, answered, issued] });
  expect(twice.body.errors).toMatchObject([
    { pointer: '/result/goals/2/goalId', detail: 'Each goal is told of once. Leave out the second time.' },
  ]);
  const foreign = await look({ goals: [issued, { ...answered, goalId: 'g-of-somebody' }] });
  expect(foreign.body.errors).toMatchObject([{ pointer: '/result/goals/1/goalId' }]);
});

test('a goal that was stopped meanwhile may stay in it, with its name', async () => {
  const { send, look, issued, answered } = await withGoals();
  await send('ada', 'PATCH', `/goals/${answered.goalId}`, { status: 'stopped' });
  expect((await look({ goals: [issued, answered] })).status).toBe(200);
  const { self } = (await send('deputy', 'GET', '/plans/p1/appraisal')).body;
  expect(self.goals.map(({ title }: { title: string }) => title)).toEqual(['Issue permits', 'Answer calls']);
});

test('who has no goals says it as a whole', async () => {
  const office = await makeOffice(looking);
  await office.start('p1');
  const [task] = await office.tasksOf('pat', 'assignee=me&state=open');
  const send = (result: object) =>
    office.as('pat').then((pat) => pat('POST', `/api/v1/tasks/${task.id}/complete`, { result }));
  const empty = await send({ ...axes, evidence: '  ' });
  expect(empty.body.errors).toMatchObject([
    { pointer: '/result/evidence', detail: 'Say how it went: goal by goal, or as a whole.' },
  ]);
  expect((await send({ ...axes, evidence: 'The log of May.' })).status).toBe(200);
});

test('what was given as one text before is read as the whole', async () => {
  const office = await makeOffice(looking);
  await office.start('p1');
  const [{ id }] = await office.tasksOf('pat', 'assignee=me&state=open');
  const result = { ...axes, evidence: 'The figures of May.' };
  const pat = await office.as('pat');
  await pat('POST', `/api/v1/tasks/${id}/complete`, { result });
  const deputy = await office.as('deputy');
  const { self } = (await deputy('GET', '/api/v1/plans/p1/appraisal')).body;
  expect(self).toMatchObject({ ...result, goals: [] });
});
