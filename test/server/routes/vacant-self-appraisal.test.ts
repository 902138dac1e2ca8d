import { expect, test } from 'vitest';
import { fireDue } from '../../../server/runtime/plans/timers.ts';
import { makeOffice } from '../../support/office.ts';

const self = { title: 'Your own view', assignee: 'owner', form: 'self-appraisal', due: 'P10D' };
const review = {
  initial: 'self',
  stages: {
    self: { kind: 'appraise', tasks: { self }, on: { 'task.self.completed': [{ to: 'rate' }] } },
    rate: {
      kind: 'appraise',
      tasks: { rate: { title: 'Rate the year', assignee: 'manager', form: 'appraisal' } },
    },
  },
};
const guarded = {
  ...review,
  stages: {
    ...review.stages,
    self: {
      ...review.stages.self,
      on: { 'task.self.completed': [{ to: 'rate', guard: 'result.results = "meets"' }] },
    },
  },
};

async function withReview(document: typeof review) {
  const office = await makeOffice(document);
  const ada = await office.as('ada');
  const vacate = async () =>
    expect((await ada('PATCH', '/api/v1/components/permits', { ownerId: null })).status).toBe(200);
  const go = () => fireDue(office.deps, office.deps.clock.now());
  const titles = async (who: string): Promise<string[]> =>
    (await office.tasksOf(who, 'assignee=me&state=open')).map(({ title }: { title: string }) => title);
  const last = async () => (await ada('GET', '/api/v1/plans/p1/history')).body.items.at(-1);
  return { ...office, ada, vacate, go, titles, last };
}

test('nobody is asked for their own view of a vacant post: the history says why, and the plan goes on', async () => {
  const { vacate, start, go, titles, last, planState, ada } = await withReview(review);
  await vacate();
  await start('p1');
  expect([await titles('deputy'), await titles('pat')]).toEqual([[], []]);
  await go();
  expect((await planState('p1')).stage).toEqual(['rate']);
  expect(await titles('deputy')).toEqual(['Rate the year']);
  expect(await last()).toMatchObject({
    actor: { id: 'system' },
    event: { type: 'task.self.completed', data: { leftOut: 'vacant-post' } },
    effects: [{ text: 'Task left out: self' }, { type: 'open-task' }],
  });
  const { links } = (await ada('GET', '/api/v1/plans/p1/why')).body;
  expect(links.at(-1).words.cause).toBe(
    'On 2026-01-05 “Your own view” was left out, since nobody held the post.',
  );
  expect((await ada('GET', '/api/v1/tasks?planId=p1&state=completed')).body.items).toEqual([]);
});

test('the open task goes when its post falls vacant, and comes to no manager', async () => {
  const { vacate, start, go, titles, planState } = await withReview(review);
  await start('p1');
  expect(await titles('pat')).toEqual(['Your own view']);
  await vacate();
  expect([await titles('pat'), await titles('deputy')]).toEqual([[], []]);
  await go();
  expect((await planState('p1')).stage).toEqual(['rate']);
});

test('a cycle that goes on by no other way than an answer is for a person to look at', async () => {
  const { vacate, start, go, ada } = await withReview(guarded as unknown as typeof review);
  await vacate();
  await start('p1');
  await go();
  const { items } = (await ada('GET', '/api/v1/incidents')).body;
  expect(items).toMatchObject([{ planId: 'p1', event: { type: 'task.self.completed' } }]);
});
