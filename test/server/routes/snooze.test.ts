import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const cycle = {
  initial: 'plan',
  stages: {
    plan: {
      tasks: { agree: { title: 'Agree the plan', assignee: 'manager', form: 'plan-agreement', due: 'P10D' } },
      on: { 'task.agree.completed': [{ to: 'done' }] },
    },
    done: { type: 'final' },
  },
};
const friday = '2026-01-09T08:00:00.000Z';

async function withTask(document: Record<string, unknown> = cycle) {
  const office = await makeOffice(document);
  await office.start('p1');
  const [{ id }] = await office.tasksOf('deputy', 'assignee=me&q=agree');
  const snooze = async (body: object, who = 'deputy') =>
    (await office.as(who))('POST', `/api/v1/tasks/${id}/snooze`, body);
  const shown = async (snoozed: string, who = 'deputy') =>
    (await office.tasksOf(who, `state=open&snoozed=${snoozed}`)).length;
  return { ...office, id, snooze, shown };
}

test('a task put off leaves its own list and comes back by itself', async () => {
  const office = await withTask();
  const first = await office.snooze({ until: friday });
  const again = await office.snooze({ until: friday });
  expect([first.status, first.body.snoozedUntil, again.body]).toEqual([200, friday, first.body]);
  expect([await office.shown('hidden'), await office.shown('only')]).toEqual([0, 1]);
  office.deps.clock.set('2026-01-09T07:59:59.999Z');
  expect(await office.shown('hidden')).toBe(0);
  office.deps.clock.set(friday);
  expect([await office.shown('hidden'), await office.shown('only')]).toEqual([1, 0]);
  expect((await office.tasksOf('deputy'))[0].snoozedUntil).toBe(null);
});

test('who manages the one who put it off, and who has it next, sees it as before', async () => {
  const office = await withTask();
  await office.snooze({ until: friday });
  expect([await office.shown('hidden', 'mayor'), await office.shown('only', 'mayor')]).toEqual([1, 0]);
  expect((await office.tasksOf('mayor', 'state=open'))[0].snoozedUntil).toBe(null);
  const pass = { to: 'mayor', reason: 'Please take it.' };
  await (await office.as('deputy'))('POST', `/api/v1/tasks/${office.id}/delegate`, pass);
  expect((await office.tasksOf('mayor', 'assignee=me&snoozed=hidden')).length).toBe(1);
});

test('it does not pass its due date unless that is said', async () => {
  const office = await withTask();
  const late = { until: '2026-01-16T08:00:00.000Z' };
  const refused = await office.snooze(late);
  expect([refused.status, refused.body.errors[0].code]).toEqual([409, 'past-due']);
  expect((await office.snooze({ ...late, pastDue: true })).status).toBe(200);
  expect(await office.shown('only')).toBe(1);
});

test('it is taken back, and is nothing for a day gone by, far off, or a task of others', async () => {
  const office = await withTask();
  await office.snooze({ until: friday });
  expect((await office.snooze({ until: null })).body.snoozedUntil).toBe(null);
  expect(await office.shown('hidden')).toBe(1);
  const statuses = [
    await office.snooze({ until: '2026-01-05T09:00:00.000Z', pastDue: true }),
    await office.snooze({ until: '2027-02-05T09:00:00.000Z', pastDue: true }),
    await office.snooze({ until: friday }, 'mayor'),
    await office.snooze({ until: friday }, 'ian'),
    await office.snooze({ until: 'Friday' }),
  ];
  expect(statuses.map(({ status }) => status)).toEqual([422, 422, 403, 404, 422]);
});

test('nobody but the person hears that something was put off', async () => {
  const office = await withTask();
  await office.snooze({ until: friday });
  const lines = await office.deps.store.read((db) =>
    db.selectFrom('feed').selectAll().where('type', '=', 'inbox.snoozed').execute(),
  );
  expect(lines.map(({ personId, componentId }) => [personId, componentId])).toEqual([['deputy', null]]);
});

/** A talk and a plan to be agreed after it, both with the deputy. */
const withTalk = async () => {
  const talk = { title: 'Talk', assignee: 'manager', form: { type: 'object' }, due: 'P3D' };
  const { plan, done } = cycle.stages;
  const office = await withTask({
    ...{ variables: { talks: 0 }, initial: 'plan' },
    stages: {
      plan: {
        tasks: { ...plan.tasks, talk },
        on: {
          ...plan.on,
          'task.talk.completed': [{ do: [{ do: 'set', variable: 'talks', value: 'talks + 1' }] }],
        },
      },
      done,
    },
  });
  const [{ id: after }] = await office.tasksOf('deputy', 'assignee=me&q=talk');
  return { ...office, after };
};

test('put off until another task is done it comes back once that is, and at its instant at the latest', async () => {
  const office = await withTalk();
  const { snoozedUntil, snoozedAfter } = (await office.snooze({ until: friday, after: office.after })).body;
  expect([snoozedUntil, snoozedAfter]).toEqual([friday, { id: office.after, title: 'Talk' }]);
  expect([await office.shown('hidden'), await office.shown('only')]).toEqual([1, 1]);
  await (await office.as('deputy'))('POST', `/api/v1/tasks/${office.after}/complete`, { result: {} });
  expect([await office.shown('hidden'), await office.shown('only')]).toEqual([1, 0]);
  const [back] = await office.tasksOf('deputy', 'state=open');
  expect([back.id, back.snoozedUntil, back.snoozedAfter]).toEqual([office.id, null, null]);
});

test('what it waits for may never come: it is back at its instant', async () => {
  const office = await withTalk();
  await office.snooze({ until: friday, after: office.after });
  office.deps.clock.set(friday);
  expect(await office.shown('hidden')).toBe(2);
});

test('put off until a day it waits for nothing else any more', async () => {
  const office = await withTalk();
  await office.snooze({ until: friday, after: office.after });
  expect((await office.snooze({ until: friday })).body.snoozedAfter).toBe(null);
  await (await office.as('deputy'))('POST', `/api/v1/tasks/${office.after}/complete`, { result: {} });
  expect(await office.shown('only')).toBe(1);
});

test('it waits for no task that is itself, done, or not there', async () => {
  const office = await withTalk();
  await (await office.as('deputy'))('POST', `/api/v1/tasks/${office.after}/complete`, { result: {} });
  for (const after of [office.id, office.after, 'tsk_none']) {
    const { status, body } = await office.snooze({ until: friday, after });
    expect([status, body.errors[0].pointer]).toEqual([422, '/after']);
  }
});

test('many wait for the same task by one wish', async () => {
  const office = await withTalk();
  const wish = { act: 'snooze', until: friday, after: office.after };
  const send = await office.as('deputy');
  expect((await send('POST', '/api/v1/tasks/bulk', { ids: [office.id], wish })).body.done).toBe(1);
  expect((await office.tasksOf('deputy', 'snoozed=only'))[0].snoozedAfter.title).toBe('Talk');
});
