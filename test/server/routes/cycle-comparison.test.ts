import { expect, test } from 'vitest';
import { makeTestApp } from '../../support/server.ts';

const cycle = (given: object = {}) => ({
  schema: 'cycle/1',
  id: 'small',
  name: 'Small',
  initial: 'plan',
  stages: {
    plan: {
      name: 'Plan',
      tasks: { agree: { title: 'Agree', assignee: 'manager', form: 'plan-agreement', due: '10bd' } },
      on: { 'task.agree.completed': [{ to: 'done' }] },
    },
    done: { type: 'final', outcome: 'met' },
  },
  ...given,
});
const path = '/api/v1/cycles/small';

async function twoVersionsAndADraft() {
  const app = await makeTestApp();
  let etag: string | null = null;
  for (const given of [{}, { on: { 'plan.stopped': [{ to: 'done' }] } }, { name: 'Smaller' }]) {
    const condition: Record<string, string> = etag ? { 'if-match': etag } : { 'if-none-match': '*' };
    etag = (await app.send('PUT', path, cycle(given), condition)).headers.get('etag');
    if (!('name' in given)) await app.send('POST', `${path}/publish`, { note: '' });
  }
  return app;
}

test('two published versions are compared', async () => {
  const { send } = await twoVersionsAndADraft();
  const { status, body } = await send('GET', `${path}/compare?from=1&to=2`);
  expect([status, body]).toEqual([
    200,
    {
      cycleId: 'small',
      from: '1',
      to: '2',
      behavesAlike: false,
      counts: { behaviour: 1, wording: 0, layout: 0 },
      differences: [
        {
          kind: 'transition-added',
          aspect: 'behaviour',
          old: null,
          new: '/on/plan.stopped/0',
          stage: null,
          field: null,
          before: null,
          after: { to: 'done' },
          message: 'In every stage upon plan.stopped: a transition to “done” was added.',
        },
      ],
    },
  ]);
});

test('the draft is compared like a version', async () => {
  const { send } = await twoVersionsAndADraft();
  const { body } = await send('GET', `${path}/compare?from=1&to=draft`);
  expect(body).toMatchObject({
    to: 'draft',
    behavesAlike: true,
    counts: { behaviour: 0, wording: 1, layout: 0 },
  });
  const same = await send('GET', `${path}/compare?from=draft&to=draft`);
  expect(same.body).toMatchObject({ behavesAlike: true, differences: [] });
});

test.each([
  ['a version that was never published', 'from=1&to=7', 404],
  ['a word that is no version', 'from=1&to=latest', 422],
  ['only one version', 'from=1', 422],
])('%s cannot be compared', async (_, query, status) => {
  const { send } = await twoVersionsAndADraft();
  const answer = await send('GET', `${path}/compare?${query}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
});
