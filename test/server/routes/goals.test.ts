import { expect, test } from 'vitest';
import type { Actor } from '../../../server/access/actor.ts';
import { makeTestApp } from '../../support/server.ts';

async function withGoal(actor?: Actor) {
  const { send, deps } = await makeTestApp();
  await send('POST', '/api/v1/people', {
    id: 'eve',
    name: 'Eve',
    email: 'eve@city.test',
    roles: ['employee'],
  });
  await send('POST', '/api/v1/components', {
    id: 'dob',
    kind: 'department',
    name: 'Buildings',
    ownerId: 'eve',
  });
  await send('POST', '/api/v1/goals', {
    id: 'safe',
    componentId: 'dob',
    title: 'Keep sites safe',
    dimension: 'quality',
  });
  const measure = { id: 'incidents', goalId: 'safe', title: 'Incidents', unit: '', direction: 'decrease' };
  await send('POST', '/api/v1/measures', {
    ...measure,
    standards: { kind: 'points', unacceptable: 4, meets: 1, exceeds: 0 },
  });
  const asActor = actor ? await makeTestApp(actor, deps) : null;
  return { send, deps, sendAs: asActor?.send ?? send };
}

test('priorities are spread together: all of them, or none when one has changed since', async () => {
  const { send } = await withGoal();
  await send('POST', '/api/v1/goals', { id: 'fast', componentId: 'dob', title: 'Be quick', priority: 3 });
  const both = (version: number) => ({
    componentId: 'dob',
    priorities: [
      { goalId: 'safe', priority: 25, version: 1 },
      { goalId: 'fast', priority: 75, version },
    ],
  });
  const goals = async () => (await send('GET', '/api/v1/goals?componentId=dob')).body.items;
  await send('PATCH', '/api/v1/goals/fast', { priority: 2 });
  expect((await send('POST', '/api/v1/goals/priorities', both(1))).status).toBe(412);
  expect(await goals()).toMatchObject([{ priority: 2 }, { priority: 1, version: 1 }]);
  expect((await send('POST', '/api/v1/goals/priorities', both(2))).status).toBe(200);
  expect(await goals()).toMatchObject([{ priority: 75 }, { priority: 25 }]);
  const other = { componentId: 'dob', priorities: [{ goalId: 'nope', priority: 1 }] };
  expect(await send('POST', '/api/v1/goals/priorities', other)).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/priorities/0/goalId' }] },
  });
});

const observation = { measureId: 'incidents', periodStart: '2026-01-01', periodEnd: '2026-01-31', value: 2 };

test('a goal has days of its own and says what kind it is, and none is due before it starts', async () => {
  const { send } = await withGoal();
  const own = { start: '2026-01-01', due: '2027-06-30', multiCycle: true, stretch: true, paid: false };
  expect((await send('PATCH', '/api/v1/goals/safe', own)).body).toMatchObject(own);
  const refused = await send('PATCH', '/api/v1/goals/safe', { due: '2025-12-31' });
  expect([refused.status, refused.body.errors]).toEqual([
    422,
    [
      {
        ...{ pointer: '/due', code: 'GOAL-02' },
        detail:
          'The goal would be due on 2025-12-31 and start on 2026-01-01. Set the due day later, or the start earlier.',
      },
    ],
  ]);
  await send('PATCH', '/api/v1/goals/safe', { start: null, due: '2025-12-31' });
  expect((await send('GET', '/api/v1/goals/safe')).body).toMatchObject({ start: null, due: '2025-12-31' });
});

test('a measure keeps why nothing but perfection meets its standard', async () => {
  const { send } = await withGoal();
  const absolute = 'The code allows no open shaft.';
  expect((await send('PATCH', '/api/v1/measures/incidents', { absolute })).body).toMatchObject({ absolute });
});

test('the trail says what a goal and a measure were before a change, and what they are', async () => {
  const { send, deps } = await withGoal();
  await send('PATCH', '/api/v1/goals/safe', { priority: 60 });
  await send('PATCH', '/api/v1/measures/incidents', { title: 'Serious incidents' });
  const lines = await deps.store.read((db) =>
    db
      .selectFrom('audit')
      .select(['action', 'resource', 'detail'])
      .where('action', 'like', '%.change')
      .execute(),
  );
  expect(lines.map(({ detail, ...line }) => ({ ...line, ...JSON.parse(detail) }))).toEqual([
    {
      ...{ action: 'goal.change', resource: 'goal/safe', componentId: 'dob' },
      ...{ before: { priority: expect.any(Number), version: 1 }, after: { priority: 60, version: 2 } },
    },
    {
      ...{ action: 'measure.change', resource: 'measure/incidents', componentId: 'dob' },
      ...{
        before: { title: 'Incidents', version: 1 },
        after: { title: 'Serious incidents', version: 2 },
      },
    },
  ]);
});

test('a goal is made once and read back with its defaults', async () => {
  const { send } = await withGoal();
  const again = await send('POST', '/api/v1/goals', {
    id: 'safe',
    componentId: 'dob',
    title: 'Keep sites safe',
  });
  expect(again.status).toBe(409);
  expect((await send('GET', '/api/v1/goals/safe')).body).toMatchObject({
    version: 1,
    priority: 1,
    minCoverage: 0.7,
    status: 'open',
  });
});

test('a changed goal is a new version of it', async () => {
  const { send } = await withGoal();
  const changed = await send('PATCH', '/api/v1/goals/safe', { priority: 3 });
  expect(changed.body).toMatchObject({ version: 2, priority: 3, title: 'Keep sites safe' });
});

const link = (parentGoalId: string) => [{ parentGoalId, mode: 'contributes', share: 1, contribution: null }];

test('a goal serves none that is not there', async () => {
  const { send } = await withGoal();
  for (const [method, path, body] of [
    ['POST', '/api/v1/goals', { componentId: 'dob', title: 'Build', alignments: link('gone') }],
    ['PATCH', '/api/v1/goals/safe', { alignments: link('gone') }],
  ] as const) {
    const answer = await send(method, path, body);
    expect([answer.status, answer.body.errors]).toEqual([
      422,
      [{ pointer: '/alignments/0/parentGoalId', detail: 'There is no goal gone.' }],
    ]);
  }
  expect((await send('GET', '/api/v1/goals')).body.items).toMatchObject([{ id: 'safe', version: 1 }]);
});

test('a goal serves another once, and the repeated link is named', async () => {
  const { send } = await withGoal();
  const twice = { componentId: 'dob', title: 'Build', alignments: [...link('safe'), ...link('safe')] };
  const answer = await send('POST', '/api/v1/goals', twice);
  expect([answer.status, answer.body.errors]).toMatchObject([
    422,
    [
      {
        pointer: '/alignments/1/parentGoalId',
        detail: 'The goal serves safe already. Give that one link the whole share.',
      },
    ],
  ]);
  const { body: goal } = await send('POST', '/api/v1/goals', { componentId: 'dob', title: 'Build' });
  expect((await send('PATCH', `/api/v1/goals/${goal.id}`, { alignments: twice.alignments })).status).toBe(
    422,
  );
});

test('goals that would serve each other in a circle are refused with the path', async () => {
  const { send } = await withGoal();
  await send('POST', '/api/v1/goals', {
    id: 'build',
    componentId: 'dob',
    title: 'Build',
    alignments: link('safe'),
  });
  const circle = await send('PATCH', '/api/v1/goals/safe', { alignments: link('build') });
  expect(circle.status).toBe(422);
  expect(circle.body.detail).toMatch(/safe → build → safe|build → safe → build/);
  expect((await send('GET', '/api/v1/goals/safe')).body.alignments).toEqual([]);
});

test('a measure that would end before it is in force is refused naming both days', async () => {
  const { send } = await withGoal();
  const from = { effectiveFrom: '2026-07-01' };
  expect((await send('PATCH', '/api/v1/measures/incidents', from)).body).toMatchObject(from);
  const answer = await send('PATCH', '/api/v1/measures/incidents', { effectiveTo: '2026-06-30' });
  expect(answer.status).toBe(422);
  expect(answer.body.errors[0].pointer).toBe('/effectiveTo');
  expect(answer.body.detail).toMatch(/2026-07-01.*2026-06-30/);
});

test('standards against the direction are refused naming both values', async () => {
  const { send } = await withGoal();
  const standards = { kind: 'points', unacceptable: 1, meets: 4 };
  const answer = await send('PATCH', '/api/v1/measures/incidents', { standards });
  expect(answer.status).toBe(422);
  expect(answer.body.errors[0]).toMatchObject({ pointer: '/standards', code: 'STD-02' });
  expect(answer.body.detail).toMatch(/1.*4/);
});

test('the same period twice is refused with the id of the first, and corrected by superseding it', async () => {
  const { send } = await withGoal();
  const first = await send('POST', '/api/v1/observations', observation);
  const twice = await send('POST', '/api/v1/observations', { ...observation, value: 3 });
  const { id } = first.body.items[0];
  expect([first.status, twice.status]).toEqual([201, 409]);
  expect(twice.body.errors[0].detail).toContain(id);
  const corrected = await send('POST', '/api/v1/observations', { ...observation, value: 3, supersedes: id });
  expect(corrected.body.items[0]).toMatchObject({ value: 3, supersedes: id });
});

test('of a list with one bad entry nothing is recorded', async () => {
  const { send } = await withGoal();
  const bad = { ...observation, periodStart: '2026-03-01', periodEnd: '2026-02-01' };
  const answer = await send('POST', '/api/v1/observations', [observation, bad]);
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toEqual([
    { pointer: '/1/periodEnd', detail: 'The period ends before it starts.' },
  ]);
  expect((await send('GET', '/api/v1/observations')).body.items).toEqual([]);
});

test('a value that is no number is refused at the door', async () => {
  const { send } = await withGoal();
  const answer = await send('POST', '/api/v1/observations', { ...observation, value: { amount: 1 } });
  expect(answer.status).toBe(422);
});

test('a value that the measure cannot have is refused in the measure’s words', async () => {
  const { send } = await withGoal();
  const words = await send('POST', '/api/v1/observations', { ...observation, value: '12,5' });
  expect(words.body.errors).toEqual([
    { pointer: '/0/value', detail: 'Incidents is a number; write the value like 1234.5.' },
  ]);
  const standards = { kind: 'levels', levels: { good: 100, poor: 0 } };
  await send('PATCH', '/api/v1/measures/incidents', { kind: 'rubric', direction: 'rubric', standards });
  const level = await send('POST', '/api/v1/observations', { ...observation, value: 'fair' });
  expect(level.body.errors[0].detail).toBe('“fair” is not a level of Incidents; use good, poor.');
  expect((await send('POST', '/api/v1/observations', { ...observation, value: 'good' })).status).toBe(201);
});

test('what the owner records is provisional until somebody else verifies it', async () => {
  // Who answers for it does so in every role.
  const { send, sendAs } = await withGoal({ id: 'eve', name: 'Eve', roles: ['employee', 'manager'] });
  const owner = await withGoal({ id: 'eve', name: 'Eve', roles: ['employee'] });
  const recorded = await owner.sendAs('POST', '/api/v1/observations', observation);
  expect(recorded.body.items[0].status).toBe('provisional');
  const verified = await owner.send('POST', `/api/v1/observations/${recorded.body.items[0].id}/verify`);
  expect(verified.body.status).toBe('verified');
  expect((await sendAs('POST', '/api/v1/observations', observation)).body.items[0].status).toBe(
    'provisional',
  );
  expect((await send('GET', '/api/v1/observations?measureId=incidents')).body.items).toHaveLength(1);
});

test('a stranger sees none of it', async () => {
  const { sendAs } = await withGoal({ id: 'sam', name: 'Sam', roles: ['employee'] });
  expect((await sendAs('GET', '/api/v1/goals')).body.items).toEqual([]);
  expect((await sendAs('GET', '/api/v1/goals/safe')).status).toBe(404);
  expect((await sendAs('POST', '/api/v1/observations', observation)).status).toBe(404);
  expect((await sendAs('PATCH', '/api/v1/goals/safe', { priority: 9 })).status).toBe(403);
});
