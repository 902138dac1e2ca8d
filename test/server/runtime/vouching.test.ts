// Whose word makes a value verified: never that of whom it is about, nor of anybody asked in their place.
import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const observing = (assignee: string) => ({
  variables: { count: 0 },
  initial: 'measure',
  stages: {
    measure: {
      kind: 'measure',
      tasks: { observe: { title: 'Record', assignee, form: 'observation' } },
      on: { 'task.observe.completed': [{ do: [{ do: 'set', variable: 'count', value: 'count + 1' }] }] },
    },
  },
});

async function measured(assignee: string) {
  const office = await makeOffice(observing(assignee));
  const ada = await office.as('ada');
  const goal = (await ada('POST', '/api/v1/goals', { componentId: 'permits', title: 'Issue permits' })).body;
  const { body: measure } = await ada('POST', '/api/v1/measures', {
    ...{ goalId: goal.id, title: 'Days', unit: 'n', direction: 'increase', weight: 100 },
    ...{ timeAggregation: 'mean', standards: { kind: 'points', unacceptable: 0, meets: 100 } },
  });
  await office.start('p1');
  const post = async (who: string, path: string, body: object = {}) =>
    (await office.as(who))('POST', `/api/v1${path}`, body);
  const entry = { measureId: measure.id, periodStart: '2026-01-01', periodEnd: '2026-01-31', value: 5000 };
  /** Works the task of the plan, and says what became of the value. */
  const record = async (...hands: string[]) => {
    const [task] = (await ada('GET', '/api/v1/tasks?planId=p1&state=open')).body.items;
    for (const [index, to] of hands.slice(1).entries()) {
      const passed = await post(hands[index] ?? '', `/tasks/${task.id}/delegate`, { to, reason: 'Please.' });
      expect([to, passed.status]).toEqual([to, 200]);
    }
    const done = await post(hands.at(-1) ?? '', `/tasks/${task.id}/complete`, {
      result: { observations: [entry] },
    });
    expect(done.status).toBe(200);
    const [recorded] = (await ada('GET', '/api/v1/observations?componentId=permits')).body.items;
    return [recorded.status, recorded.enteredBy];
  };
  return { office, post, entry, record };
}

test.for([
  ['the owner', 'owner', ['pat'], 'provisional'],
  ['a friend whom the owner asked', 'owner', ['pat', 'ian'], 'provisional'],
  ['HR, asked by the owner', 'owner', ['pat', 'hana'], 'provisional'],
  ['the manager', 'manager', ['deputy'], 'verified'],
  ['a friend whom the manager asked', 'manager', ['deputy', 'ian'], 'provisional'],
  ['HR, asked by the manager', 'manager', ['deputy', 'hana'], 'verified'],
  ['somebody named who has no right to it', 'person:ian', ['ian'], 'provisional'],
  ['the owner, named and passing it on', 'person:pat', ['pat', 'hana'], 'provisional'],
] as const)('what %s records in a task', async ([, assignee, hands, status]) => {
  const { record } = await measured(assignee);
  expect(await record(...hands)).toEqual([status, hands.at(-1)]);
});

test('who answers for a component neither vouches for its values nor verifies them, whatever their role', async () => {
  const { office, post, entry } = await measured('manager');
  await (await office.as('ada'))('PATCH', '/api/v1/components/permits', { ownerId: 'deputy' });
  const own = await post('deputy', '/observations', entry);
  expect([own.status, own.body.items[0].status]).toEqual([201, 'provisional']);
  expect((await post('deputy', `/observations/${own.body.items[0].id}/verify`)).status).toBe(403);
  await (await office.as('ada'))('PATCH', '/api/v1/components/permits', { ownerId: 'pat' });
  const friend = await post('pat', '/observations', {
    ...entry,
    ...{ periodStart: '2026-02-01', periodEnd: '2026-02-28' },
  });
  await (await office.as('ada'))('PATCH', '/api/v1/components/permits', { ownerId: 'chief' });
  const refused = await post('chief', `/observations/${friend.body.items[0].id}/verify`);
  expect([refused.status, refused.body.detail]).toEqual([
    403,
    'Somebody else must verify what you answer for.',
  ]);
  expect((await post('hana', `/observations/${friend.body.items[0].id}/verify`)).body.status).toBe(
    'verified',
  );
});

test('a correction by whom it is about replaces a verified value only once somebody else has verified it', async () => {
  const office = await makeOffice(observing('owner'));
  const send = async (who: string, method: string, path: string, body?: object) =>
    (await office.as(who))(method, `/api/v1${path}`, body);
  await send('ada', 'POST', '/goals', { id: 'g1', componentId: 'permits', title: 'Issue permits' });
  await send('ada', 'POST', '/measures', {
    ...{ id: 'm1', goalId: 'g1', title: 'Permits', unit: 'permits', direction: 'increase' },
    ...{ timeAggregation: 'last', standards: { kind: 'points', unacceptable: 0, meets: 100 } },
  });
  await office.start('p1');
  const january = { measureId: 'm1', periodStart: '2026-01-01', periodEnd: '2026-01-31' };
  const recorded = async (who: string, given: object) =>
    (await send(who, 'POST', '/observations', { ...january, ...given })).body.items[0];
  const score = async () => (await send('pat', 'GET', '/plans/p1/score')).body.score.score;

  const verified = await recorded('deputy', { value: 10 });
  const before = await score();
  const proposed = await recorded('pat', { value: 100, supersedes: verified.id });
  expect([verified.status, proposed.status, await score()]).toEqual(['verified', 'provisional', before]);
  const again = await recorded('pat', { value: 90, supersedes: proposed.id });
  expect(await score()).toBe(before);
  expect((await send('pat', 'POST', `/observations/${again.id}/verify`)).status).toBe(403);
  expect((await send('deputy', 'POST', `/observations/${again.id}/verify`)).status).toBe(200);
  expect(await score()).toBeGreaterThan(before);
});
