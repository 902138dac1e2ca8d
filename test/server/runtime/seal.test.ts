// A sealed self-review is read by nobody else while the reviews beside it are under way.
import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const part = (key: string, assignee: string, form: string, given: object = {}) => ({
  initial: `${key}-open`,
  stages: {
    [`${key}-open`]: {
      tasks: { [key]: { title: `Give the ${key} view`, assignee, form, due: '5bd', ...given } },
      on: { [`task.${key}.completed`]: [{ to: `${key}-given` }] },
    },
    [`${key}-given`]: { type: 'final' },
  },
});

const reviewed = (given: object) => ({
  initial: 'review',
  stages: {
    review: {
      type: 'parallel',
      stages: {
        own: part('own', 'owner', 'self-appraisal', given),
        other: part('other', 'manager', 'feedback'),
      },
      onDone: [{ to: 'talk' }],
    },
    talk: { on: { 'talk.held': [{ to: 'done' }] } },
    done: { type: 'final' },
  },
});

const own = { results: 'meets', methods: 'exceeds', evidence: 'The figures of May.' };

async function withOwnReview(given: object) {
  const office = await makeOffice(reviewed(given));
  await office.start('p1');
  const [pat, deputy] = [await office.as('pat'), await office.as('deputy')];
  const [task] = await office.tasksOf('pat', 'assignee=me&state=open');
  expect((await pat('POST', `/api/v1/tasks/${task.id}/complete`, { result: own })).status).toBe(200);
  const resultFor = async (send: typeof pat) => (await send('GET', `/api/v1/tasks/${task.id}`)).body.result;
  return { office, pat, deputy, resultFor };
}

test('a self-review that is not sealed is there for the manager at once', async () => {
  const { deputy, resultFor } = await withOwnReview({});
  expect(await resultFor(deputy)).toEqual(own);
});

test('a sealed one is there for who wrote it, and for the manager once both are given', async () => {
  const { office, pat, deputy, resultFor } = await withOwnReview({ sealed: true });
  expect([await resultFor(pat), await resultFor(deputy)]).toEqual([own, null]);
  const [task] = await office.tasksOf('deputy', 'assignee=me&state=open');
  const result = { text: 'On 12 May the list was ready a day early.' };
  expect((await deputy('POST', `/api/v1/tasks/${task.id}/complete`, { result })).status).toBe(200);
  expect(await resultFor(deputy)).toEqual(own);
});
