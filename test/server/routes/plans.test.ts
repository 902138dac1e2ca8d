import { describe, expect, test } from 'vitest';
import { reviewCycle } from '../../support/cycles.ts';
import { makeOffice } from '../../support/office.ts';

async function makeReview() {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  const admin = await office.as('ada');
  const send = (body: object, headers?: Record<string, string>) =>
    admin('POST', '/api/v1/plans/p1/events', body, headers);
  return { ...office, admin, send };
}
const close = { type: 'period.closed', data: { complete: true }, id: 'close-1' };

test('an event moves the plan once, and sent again gets the same answer', async () => {
  const { send, planState } = await makeReview();
  const first = await send(close);
  const second = await send(close);
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(first.body.plan).toMatchObject({ id: 'p1', stage: ['review'], revision: 2, status: 'active' });
  expect(second.body).toEqual(first.body);
  expect(first.headers.get('etag')).toBe('"2"');
  expect(await planState('p1')).toEqual({ stage: ['review'], revision: 2, status: 'active' });
});

test('the answer to a repeated event is that of its time, however far the plan has come', async () => {
  const { send, tasksOf, as, planState } = await makeReview();
  const first = await send(close);
  const [task] = await tasksOf('chief', 'planId=p1&state=open');
  const result = { goals: [], methods: 'meets', summary: 'Good work.' };
  await (await as(task.assignee.id))('POST', `/api/v1/tasks/${task.id}/complete`, { result });
  expect(await planState('p1')).toMatchObject({ stage: ['closed'], status: 'ended', revision: 3 });
  expect((await send(close)).body).toEqual(first.body);
});

test('an id that was used for another event is refused', async () => {
  const { send, planState } = await makeReview();
  await send({ type: 'note.taken', data: { text: 'a' }, id: 'n-1' });
  const other = await send({ type: 'note.taken', data: { text: 'b' }, id: 'n-1' });
  expect(other.status).toBe(409);
  expect(other.body.detail).toContain('n-1');
  expect((await planState('p1')).revision).toBe(2);
});

test('an id that the server itself gives cannot be taken, so a task can always be completed', async () => {
  const { send, planState, tasksOf, as } = await makeReview();
  await send(close);
  const [task] = await tasksOf('chief', 'planId=p1&state=open');
  const taken = await send({ type: 'note.taken', data: { text: 'a' }, id: `task:${task.id}` });
  expect([taken.status, taken.body.errors[0].pointer]).toEqual([422, '/id']);
  const assignee = await as(task.assignee.id);
  const result = { goals: [], methods: 'meets', summary: 'Good work.' };
  expect((await assignee('POST', `/api/v1/tasks/${task.id}/complete`, { result })).status).toBe(200);
  expect((await planState('p1')).revision).toBe(3);
});

test('the order of the keys makes no other event', async () => {
  const { send } = await makeReview();
  const first = await send({ type: 'note.taken', data: { text: 'a', by: 'b' }, id: 'n-1' });
  const second = await send({ id: 'n-1', type: 'note.taken', data: { by: 'b', text: 'a' } });
  expect(second.body).toEqual(first.body);
});

test('an event that is not accepted now is told which are, and changes nothing', async () => {
  const { send, deps } = await makeReview();
  const refused = await send({ type: 'report.filed', data: {} });
  expect(refused.status).toBe(409);
  expect(refused.headers.get('content-type')).toBe('application/problem+json');
  expect(refused.body.accepted).toEqual(['period.closed', 'note.taken', 'broken.rule']);
  const rows = await deps.store.read((db) => db.selectFrom('inbox').select('eventId').execute());
  expect(rows).toEqual([{ eventId: 'start:l1' }]);
});

test('an event that no guard lets pass is told what is needed, twice', async () => {
  const { send, planState } = await makeReview();
  const refused = await send({ ...close, data: { complete: false } });
  const again = await send({ ...close, data: { complete: false } });
  expect([refused.status, again.status]).toEqual([409, 409]);
  expect(refused.body.errors).toEqual([
    {
      pointer: '',
      code: 'guard',
      detail: 'From observe to review this must hold: event.data.complete = true',
    },
  ]);
  expect((await planState('p1')).revision).toBe(1);
});

test('who has seen an older revision is told so and changes nothing', async () => {
  const { send, planState } = await makeReview();
  const seen = { 'if-match': '"1"' };
  expect((await send({ type: 'note.taken', data: { text: 'a' } }, seen)).status).toBe(200);
  expect((await send({ type: 'note.taken', data: { text: 'b' } }, seen)).status).toBe(412);
  expect((await send({ type: 'note.taken', data: { text: 'c' } }, { 'if-match': 'newest' })).status).toBe(
    400,
  );
  expect((await planState('p1')).revision).toBe(2);
});

test.each([
  ['without a type', {}],
  ['with an unknown key', { type: 'note.taken', colour: 'red' }],
  ['with data that is no object', { type: 'note.taken', data: [1] }],
])('a body %s is refused twice with its place', async (_, body) => {
  const { send } = await makeReview();
  for (const answer of [await send(body), await send(body)]) {
    expect(answer.status).toBe(422);
    expect(answer.body.errors.length).toBeGreaterThan(0);
  }
});

test('only the clock fires timers', async () => {
  const { send } = await makeReview();
  expect((await send({ type: 'timer.quarter' })).status).toBe(403);
});

describe('nobody passes by what completing a task asks', () => {
  test.each(['completed', 'overdue'])('by sending that it is %s, whoever they are', async (state) => {
    const { send, as, planState } = await makeReview();
    await send(close);
    for (const who of ['ada', 'hana', 'deputy']) {
      const sent = await (await as(who))('POST', '/api/v1/plans/p1/events', {
        type: `task.write-review.${state}`,
        data: { result: { nonsense: true } },
      });
      expect([who, sent.status]).toEqual([who, 403]);
    }
    expect(await planState('p1')).toMatchObject({ stage: ['review'], revision: 2 });
  });

  test('and they are told where a task is completed', async () => {
    const { send } = await makeReview();
    await send(close);
    const sent = await send({ type: 'task.write-review.completed', data: {} });
    expect(sent.body.detail).toBe(
      '“task.write-review.completed” comes from the server itself: complete the task write-review in the inbox, or with POST /tasks/{id}/complete. Nothing was changed.',
    );
  });
});

test('a plan that may not be seen answers like one that is not there', async () => {
  const { as } = await makeReview();
  const ian = await as('ian');
  const [hidden, missing] = [await ian('GET', '/api/v1/plans/p1'), await ian('GET', '/api/v1/plans/p0')];
  expect([hidden.status, missing.status]).toEqual([404, 404]);
  expect(hidden.body.detail).toBe(missing.body.detail);
  expect((await ian('GET', '/api/v1/plans')).body.items).toEqual([]);
  for (const part of ['history', 'transitions', 'score'])
    expect((await ian('GET', `/api/v1/plans/p1/${part}`)).status).toBe(404);
  expect((await ian('POST', '/api/v1/plans/p1/events', close)).status).toBe(403);
});

test('a plan tells where it is, what it waits for and what it would take', async () => {
  const { send, as } = await makeReview();
  await send(close);
  const pat = await as('pat');
  const plan = (await pat('GET', '/api/v1/plans/p1')).body;
  expect(plan).toMatchObject({
    componentName: 'Permits',
    cycleName: 'Small',
    stage: ['review'],
    stageNames: { observe: 'observe', review: 'review', closed: 'closed' },
    acceptedEvents: ['task.write-review.completed'],
    openIncidents: 0,
    revision: 2,
  });
  expect(plan.waits).toEqual([
    {
      kind: 'task',
      taskId: plan.waits[0].taskId,
      key: 'write-review',
      title: 'Write the review',
      assignee: { id: 'deputy', name: 'Deputy' },
      dueAt: '2026-01-15T09:00:00.000Z',
    },
  ]);
});

test('a waiting timer is shown with its instant', async () => {
  const { admin } = await makeReview();
  const plan = (await admin('GET', '/api/v1/plans/p1')).body;
  expect(plan.waits).toEqual([
    { kind: 'timer', timerId: 'quarter', stage: 'observe', dueAt: '2026-04-05T09:00:00.000Z' },
  ]);
});

test('the history has one line per revision, with who did what and what came of it', async () => {
  const { send, admin } = await makeReview();
  await send(close);
  const first = (await admin('GET', '/api/v1/plans/p1/history?limit=1')).body;
  const second = (await admin('GET', `/api/v1/plans/p1/history?limit=1&cursor=${first.nextCursor}`)).body;
  expect(first.items[0]).toMatchObject({ revision: 1, actor: { name: 'Cyclewright' }, entered: ['observe'] });
  expect(second.items[0]).toMatchObject({
    revision: 2,
    actor: { id: 'ada', name: 'Ada' },
    event: { id: 'close-1', type: 'period.closed', data: { complete: true } },
    left: ['observe'],
    entered: ['review'],
    effects: [
      { type: 'cancel-timer', text: 'Timer cancelled: quarter' },
      { type: 'open-task', text: 'Task opened: Write the review, due 2026-01-15' },
    ],
  });
});

test('why a plan does not move is answered guard by guard', async () => {
  const { admin } = await makeReview();
  const { items } = (await admin('GET', '/api/v1/plans/p1/transitions')).body;
  expect(
    items.map(({ event, passes }: { event: string; passes: boolean | null }) => [event, passes]),
  ).toEqual([
    ['period.closed', null],
    ['note.taken', true],
    ['broken.rule', true],
    ['timer.quarter', true],
  ]);
});

test('a plan that was not appraised yet shows the score as of now', async () => {
  const { admin } = await makeReview();
  const { revision, score } = (await admin('GET', '/api/v1/plans/p1/score')).body;
  expect([revision, score.score, score.reason]).toEqual([null, null, 'no_goals']);
});

test('plans are found by stage, status, component and name, the latest moved first', async () => {
  const { start, send, admin, deps } = await makeReview();
  deps.clock.advance(1000);
  await start('p2', 'inspection');
  const idsOf = async (query: string) =>
    (await admin('GET', `/api/v1/plans?${query}`)).body.items.map((plan: { id: string }) => plan.id);
  expect(await idsOf('')).toEqual(['p2', 'p1']);
  deps.clock.advance(1000);
  await send(close);
  expect(await idsOf('')).toEqual(['p1', 'p2']);
  expect(await idsOf('stage=review')).toEqual(['p1']);
  expect(await idsOf('status=ended')).toEqual([]);
  expect(await idsOf('componentId=inspection')).toEqual(['p2']);
  expect(await idsOf('q=permi')).toEqual(['p1']);
  const page = (await admin('GET', '/api/v1/plans?limit=1')).body;
  expect(await idsOf(`limit=1&cursor=${page.nextCursor}`)).toEqual(['p2']);
});

test('a manager sees the plans of what is managed, an employee the own', async () => {
  const { start, as } = await makeReview();
  await start('p2', 'inspection');
  const seenBy = async (id: string) =>
    (await (await as(id))('GET', '/api/v1/plans')).body.items.map((plan: { id: string }) => plan.id).sort();
  expect([await seenBy('deputy'), await seenBy('pat'), await seenBy('ian')]).toEqual([
    ['p1', 'p2'],
    ['p1'],
    ['p2'],
  ]);
});
