// Two sides are two people, nobody gives another's word, and nobody decides about themselves, whichever way the task came.
import { expect, test } from 'vitest';
import { turnNextAbsence } from '../../../server/runtime/absences/absence-worker.ts';
import { fireDue } from '../../../server/runtime/plans/timers.ts';
import { makeOffice } from '../../support/office.ts';

const stays = [{ do: [{ do: 'set', variable: 'count', value: 'count + 1' }] }];
const verdict = { type: 'object', properties: { verdict: { type: 'string' } } };

const working = (tasks: Record<string, Record<string, unknown>>, kind = 'appraise') => ({
  variables: { count: 0 },
  initial: 'working',
  stages: {
    working: {
      kind,
      tasks,
      on: Object.fromEntries(Object.keys(tasks).map((key) => [`task.${key}.completed`, stays])),
    },
    done: { type: 'final' },
  },
});

const ownWords = {
  sign: { title: 'Sign the plan', assignee: 'owner', form: 'acknowledgement' },
  reflect: { title: 'Look back', assignee: 'owner', form: 'self-appraisal' },
  view: {
    title: 'Your view',
    assignee: 'person:ian',
    form: 'feedback',
    raters: { group: 'peer', threshold: 3 },
  },
};

async function withTasks(tasks: Record<string, Record<string, unknown>>, owner = 'pat', kind?: string) {
  const office = await makeOffice(working(tasks, kind));
  const admin = await office.as('ada');
  expect((await admin('PATCH', '/api/v1/components/permits', { ownerId: owner })).status).toBe(200);
  await office.start('p1');
  const find = async (key: string) =>
    (await admin('GET', '/api/v1/tasks?planId=p1')).body.items.find(
      (task: { key: string }) => task.key === key,
    );
  const send = async (who: string, key: string, act: string, body: object) => {
    const answer = await (await office.as(who))('POST', `/api/v1/tasks/${(await find(key)).id}/${act}`, body);
    return [answer.status, answer.body?.detail];
  };
  return {
    ...office,
    admin,
    find,
    complete: (who: string, key: string, result: object) => send(who, key, 'complete', { result }),
    delegate: (who: string, key: string, to: string) => send(who, key, 'delegate', { to, reason: 'Please.' }),
  };
}

const agreeing = { agree: { title: 'Agree to the plan', assignee: 'manager', form: 'plan-agreement' } };
const aboutThem = 'It is about that person, and nobody appraises themselves; choose somebody else.';
const unseen = 'There is no such task, or you may not see it.';
const aboutYou = 'This task is about you; somebody else must complete it.';

test.each([
  ['agreement to a plan', { assignee: 'manager', form: 'plan-agreement' }],
  ['choice of raters', { assignee: 'manager', form: 'nomination' }],
  ['judgement by a form of its own', { assignee: 'manager', form: verdict, purpose: 'appraisal' }],
  ['release', { assignee: 'manager', form: verdict, purpose: 'release' }],
  ['view of somebody else', { assignee: 'person:ian', form: 'feedback' }],
])('the %s is not passed on to whom it is about', async (_, task) => {
  const { delegate } = await withTasks({ one: { title: 'One', ...task } });
  const from = task.assignee === 'manager' ? 'deputy' : 'ian';
  expect(await delegate(from, 'one', 'pat')).toEqual([409, aboutThem]);
});

test('what somebody of HR is the subject of is not given to them, and they complete nothing of it', async () => {
  const tasks = {
    appeal: { title: 'Answer the appeal', assignee: 'role:hr', form: verdict, purpose: 'appeal' },
    confirm: { title: 'Confirm', assignee: 'role:hr', form: 'plan-agreement' },
    rate: { title: 'Rate', assignee: 'manager', form: verdict, purpose: 'appraisal' },
    ...agreeing,
  };
  const { find, complete, as } = await withTasks(tasks, 'hana');
  for (const key of ['appeal', 'confirm'])
    expect([key, (await find(key)).assignee]).toEqual([key, { id: 'deputy', name: 'Deputy' }]);
  for (const key of ['appeal', 'rate'])
    expect(await complete('hana', key, { decision: 'agreed' })).toEqual([404, unseen]);
  for (const key of ['confirm', 'agree'])
    expect(await complete('hana', key, { decision: 'agreed' })).toEqual([403, aboutYou]);
  const event = { type: 'task.agree.completed', data: { result: { decision: 'agreed' } } };
  const sent = await (await as('hana'))('POST', '/api/v1/plans/p1/events', event);
  expect(sent.status).toBe(403);
});

test('an overdue agreement is not asked of whom it is about', async () => {
  const task = { ...agreeing.agree, due: 'P1D', escalate: [{ after: 'P1D', to: 'role:hr' }] };
  const { deps, admin } = await withTasks({ agree: task }, 'hana');
  deps.clock.set('2026-01-20T09:00:00.000Z');
  await fireDue(deps, deps.clock.now());
  const { items } = (await admin('GET', '/api/v1/tasks?planId=p1')).body;
  expect(items.map(({ assignee }: { assignee: { id: string } }) => assignee.id)).toEqual(['deputy']);
});

test('an overdue signature is not asked of somebody else: who owes it is reminded, and the others hear of it', async () => {
  const sign = { ...ownWords.sign, due: 'P1D', escalate: [{ after: 'P1D', to: 'manager' }] };
  const { deps, admin } = await withTasks({ sign });
  deps.clock.set('2026-01-20T09:00:00.000Z');
  await fireDue(deps, deps.clock.now());
  const { items } = (await admin('GET', '/api/v1/tasks?planId=p1')).body;
  expect(items.map(({ assignee }: { assignee: { id: string } }) => assignee.id)).toEqual(['pat']);
  const told = await deps.store.read((db) =>
    db.selectFrom('notifications').select(['personId', 'message']).orderBy('personId').execute(),
  );
  expect(told).toEqual([
    {
      personId: 'deputy',
      message: '“Sign the plan” for Permits is overdue. Only who was asked can do it; talk to them.',
    },
    { personId: 'pat', message: expect.stringContaining('“Sign the plan” for Permits waits for you.') },
  ]);
});

test('whom an agreement is about does not stand in for who gives it', async () => {
  const { deps, as, find } = await withTasks(agreeing);
  const leave = { from: '2026-01-05', to: '2026-01-20', substituteId: 'pat' };
  expect((await (await as('deputy'))('POST', '/api/v1/absences', leave)).status).toBe(201);
  while (await turnNextAbsence(deps));
  expect((await find('agree')).assignee.id).toBe('mayor');
});

test('an agreement that was passed on goes back when it has come to be about who got it', async () => {
  const { admin, delegate, find } = await withTasks(agreeing);
  expect(await delegate('deputy', 'agree', 'ian')).toEqual([200, undefined]);
  await admin('PATCH', '/api/v1/components/permits', { ownerId: 'ian' });
  expect((await find('agree')).assignee.id).toBe('deputy');
});

test('nobody approves a rating of their own, also after a promotion', async () => {
  const step = (key: string, form: string, assignee: string, to: string) => ({
    kind: 'appraise',
    tasks: { [key]: { title: key, assignee, form } },
    on: { [`task.${key}.completed`]: [{ to }] },
  });
  const office = await makeOffice({
    variables: {},
    initial: 'rating',
    stages: {
      rating: step('rate', 'appraisal', 'manager', 'approving'),
      approving: step('approve', 'plan-agreement', 'manager.manager', 'done'),
      done: { type: 'final' },
    },
  });
  await office.start('p1');
  const admin = await office.as('ada');
  const open = async () => (await admin('GET', '/api/v1/tasks?planId=p1&state=open')).body.items[0];
  await admin('PATCH', '/api/v1/components/city', { managerId: 'deputy' });
  const judged = { goals: [], methods: 'meets', summary: 'Good work.' };
  const rated = await (await office.as('deputy'))('POST', `/api/v1/tasks/${(await open()).id}/complete`, {
    result: judged,
  });
  expect(rated.status).toBe(200);
  await admin('PATCH', '/api/v1/components/dob', { managerId: 'chief' });
  const task = await open();
  expect([task.key, task.assignee?.id]).not.toEqual(['approve', 'deputy']);
  const given = await admin('POST', `/api/v1/tasks/${task.id}/delegate`, { to: 'deputy', reason: 'x' });
  expect([given.status, given.body.detail]).toEqual([
    409,
    'That person gave the rating that it decides on, and nobody approves their own; choose somebody else.',
  ]);
});

test.each(['sign', 'reflect', 'view'])(
  '%s: nobody passes on or gives what is another’s own word',
  async (key) => {
    const { complete, delegate, as } = await withTasks(ownWords);
    const holder = key === 'view' ? 'ian' : 'pat';
    const name = actor(holder);
    expect(await delegate(holder, key, 'chief')).toEqual([
      409,
      `It asks for ${name}’s own word, which nobody gives for them; it stays with them. Nothing was changed.`,
    ]);
    const text = 'On 4 May the list came two days late, so we waited. Please send it earlier.';
    const result = {
      sign: { decision: 'signed' },
      reflect: { results: 'meets', methods: 'meets' },
      view: { text },
    }[key];
    const refused = `This task asks for ${name}’s own word, which nobody gives for them. Nothing was changed.`;
    expect(await complete('hana', key, result ?? {})).toEqual([403, refused]);
    const event = { type: `task.${key}.completed`, data: { result } };
    expect((await (await as('hana'))('POST', '/api/v1/plans/p1/events', event)).status).toBe(403);
  },
);

const actor = (id: string) => `${id[0]?.toUpperCase()}${id.slice(1)}`;

test('one person does not sign for both sides', async () => {
  const office = await withTasks(
    { ...agreeing, sign: { title: 'Sign the plan', assignee: 'owner', form: 'acknowledgement' } },
    'pat',
    'plan',
  );
  expect(await office.complete('deputy', 'agree', { decision: 'agreed' })).toEqual([200, undefined]);
  await office.admin('PATCH', '/api/v1/components/permits', { ownerId: 'deputy' });
  expect(await office.complete('deputy', 'sign', { decision: 'signed' })).toEqual([
    403,
    'You signed this version as the manager already, and nobody is both sides. Somebody else signs for the component; nothing was signed.',
  ]);
  const versions = await office.admin('GET', '/api/v1/plans/p1/versions');
  expect(versions.body.items.at(-1).signatures).toHaveLength(1);
});

test('whoever manages what they answer for signs for one side alone', async () => {
  const office = await withTasks(agreeing, 'pat', 'plan');
  await office.admin('PATCH', '/api/v1/components/city', { managerId: 'mayor' });
  await office.start('p2', 'city');
  const sign = { decision: 'agreed', comment: '', version: 0 };
  const answer = await (await office.as('mayor'))('POST', '/api/v1/plans/p2/signatures', sign);
  expect(answer.status).toBe(201);
  const { items } = answer.body;
  expect(items.at(-1).signatures.map(({ side }: { side: string }) => side)).toEqual(['component']);
});

test('a comment beside an answer without a name leaves no name in the audit trail', async () => {
  const { find, as, admin } = await withTasks(ownWords);
  const { id } = await find('view');
  expect(
    (await (await as('ian'))('POST', `/api/v1/tasks/${id}/comment`, { text: 'Until when?' })).status,
  ).toBeLessThan(300);
  const { items } = (await admin('GET', '/api/v1/audit?action=task.comment')).body;
  expect(items.map(({ actor: by }: { actor: unknown }) => JSON.stringify(by)).join()).not.toContain('ian');
});

test('what can be given to somebody else says so, to those who may', async () => {
  const { find, as } = await withTasks({ ...ownWords, ...agreeing });
  const offered = async (who: string, key: string) =>
    (await (await as(who))('GET', `/api/v1/tasks/${(await find(key)).id}`)).body.mayPassOn;
  for (const [who, key] of [
    ['pat', 'sign'],
    ['pat', 'reflect'],
    ['ian', 'view'],
    ['hana', 'sign'],
    ['chief', 'agree'],
  ] as const)
    expect([who, key, await offered(who, key)]).toEqual([who, key, false]);
  for (const who of ['deputy', 'hana', 'ada'])
    expect([who, await offered(who, 'agree')]).toEqual([who, true]);
});
