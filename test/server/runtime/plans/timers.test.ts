import { expect, test } from 'vitest';
import { dispatch } from '../../../../server/runtime/plans/dispatch.ts';
import { fireBatch, fireDue } from '../../../../server/runtime/plans/timers.ts';
import { insertTimer } from '../../../../server/store/queries/timers.ts';
import { reviewCycle } from '../../../support/cycles.ts';
import { makeOffice } from '../../../support/office.ts';

type Office = Awaited<ReturnType<typeof makeOffice>>;

const timersOf = ({ deps }: Office) =>
  deps.store.read((db) =>
    db.selectFrom('timers').select(['kind', 'name', 'dueAt']).orderBy('dueAt').orderBy('kind').execute(),
  );
const eventsOf = async ({ deps }: Office, planId = 'p1') => {
  const rows = await deps.store.read((db) =>
    db.selectFrom('history').select('eventType').where('planId', '=', planId).orderBy('revision').execute(),
  );
  return rows.map((row) => row.eventType);
};
const fireAt = async (office: Office, at: string) => {
  office.deps.clock.set(at);
  return fireDue(office.deps, at);
};

test('a timer fires at its instant and not before', async () => {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  expect(await fireAt(office, '2026-04-05T08:59:59.999Z')).toBe(0);
  expect(await office.planState('p1')).toEqual({ stage: ['observe'], revision: 1, status: 'active' });
  expect(await fireAt(office, '2026-04-05T09:00:00.000Z')).toBe(1);
  expect(await office.planState('p1')).toEqual({ stage: ['review'], revision: 2, status: 'active' });
});

test('a timer that was missed for long fires once', async () => {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  await fireAt(office, '2027-01-01T00:00:00.000Z');
  await fireAt(office, '2027-01-01T00:00:00.000Z');
  expect(await eventsOf(office)).toEqual(['plan.started', 'timer.quarter']);
});

test('a timer of 400 days waits 400 days', async () => {
  const office = await makeOffice({
    initial: 'rest',
    stages: { rest: { after: [{ delay: 'P400D', to: 'end' }] }, end: { type: 'final' } },
  });
  await office.start('p1');
  expect(await fireAt(office, '2027-02-09T08:59:59.999Z')).toBe(0);
  expect(await fireAt(office, '2027-02-09T09:00:00.000Z')).toBe(1);
  expect((await office.planState('p1')).status).toBe('ended');
});

test('two firings of one timer at the same time have one effect', async () => {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  office.deps.clock.set('2026-05-01T00:00:00.000Z');
  const at = office.deps.clock.now();
  await Promise.all([fireBatch(office.deps, at), fireBatch(office.deps, at)]);
  expect(await eventsOf(office)).toEqual(['plan.started', 'timer.quarter']);
});

test('a timer of a stage that was left is gone', async () => {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  const event = { id: 'e1', type: 'period.closed', data: { complete: true } };
  await dispatch(office.deps, { planId: 'p1', event, actor: 'ada' });
  expect((await timersOf(office)).map((timer) => timer.kind)).toEqual(['reminder', 'overdue', 'escalation']);
});

test('a task is reminded of, marked overdue and escalated at its instants, and not after it is done', async () => {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  await fireAt(office, '2026-04-05T09:00:00.000Z');
  expect(await timersOf(office)).toEqual([
    { kind: 'reminder', name: 'write-review', dueAt: '2026-04-13T09:00:00.000Z' },
    { kind: 'overdue', name: 'write-review', dueAt: '2026-04-15T09:00:00.000Z' },
    { kind: 'escalation', name: 'write-review', dueAt: '2026-04-18T09:00:00.000Z' },
  ]);
  await fireAt(office, '2026-04-18T09:00:00.000Z');
  const hana = await office.tasksOf('hana');
  expect(hana.map((task: { key: string }) => task.key)).toEqual(['write-review']);
  const told = await office.deps.store.read((db) =>
    db.selectFrom('notifications').select('personId').orderBy('personId').execute(),
  );
  expect(told).toEqual([{ personId: 'deputy' }, { personId: 'hana' }]);
});

test('an escalation to nobody is told to administrators', async () => {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  await fireAt(office, '2026-04-05T09:00:00.000Z');
  await office.deps.store.commit((db) =>
    db.updateTable('people').set({ roles: '[]' }).where('id', '=', 'hana').execute(),
  );
  await fireAt(office, '2026-04-18T09:00:00.000Z');
  const told = await office.deps.store.read((db) =>
    db.selectFrom('notifications').select('message').where('personId', '=', 'ada').execute(),
  );
  expect(told).toEqual([
    {
      message:
        '“Write the review” for Permits is overdue, and there is nobody who could be asked about it besides. Talk to who has it, or name who answers there.',
    },
  ]);
});

test('no timer of a completed task is left', async () => {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  await fireAt(office, '2026-04-05T09:00:00.000Z');
  const event = { id: 'done', type: 'task.write-review.completed', data: { result: {} } };
  await dispatch(office.deps, { planId: 'p1', event, actor: 'ada' });
  expect(await timersOf(office)).toEqual([]);
});

test('a cycle hears that its task is overdue when it listens', async () => {
  const office = await makeOffice({
    initial: 'ask',
    stages: {
      ask: {
        tasks: { answer: { title: 'Answer', assignee: 'owner', form: 'feedback', due: 'P1D' } },
        on: { 'task.answer.completed': [{ to: 'end' }], 'task.answer.overdue': [{ to: 'late' }] },
      },
      late: { type: 'final', outcome: 'late' },
      end: { type: 'final' },
    },
  });
  await office.start('p1');
  await fireAt(office, '2026-01-06T09:00:00.000Z');
  expect(await office.planState('p1')).toEqual({ stage: ['late'], revision: 2, status: 'ended' });
});

test('timers of one instant are tried in the order in which they are drawn', async () => {
  const office = await makeOffice({
    initial: 'rest',
    stages: {
      rest: {
        after: [
          { delay: 'P1D', guard: 'round > 9', to: 'many' },
          { delay: 'P1D', to: 'few' },
        ],
      },
      many: { type: 'final' },
      few: { type: 'final' },
    },
  });
  await office.start('p1');
  await fireAt(office, '2026-01-06T09:00:00.000Z');
  expect((await office.planState('p1')).stage).toEqual(['few']);
  const incidents = await office.deps.store.read((db) => db.selectFrom('incidents').selectAll().execute());
  expect(incidents).toEqual([]);
});

test('a plan that nothing else moves on becomes an incident when its timer is not let pass', async () => {
  const office = await makeOffice({
    initial: 'rest',
    stages: {
      rest: { after: [{ delay: 'P1D', guard: 'round > 9', to: 'end' }] },
      end: { type: 'final' },
    },
  });
  await office.start('p1');
  await fireAt(office, '2026-01-06T09:00:00.000Z');
  const incidents = await office.deps.store.read((db) =>
    db.selectFrom('incidents').select(['planId', 'code', 'eventType', 'state']).execute(),
  );
  expect(incidents).toEqual([
    { planId: 'p1', code: 'guards-refused', eventType: 'timer.rest.0', state: 'open' },
  ]);
});

test('the parent hears when all plans below it have ended, and not before', async () => {
  const office = await makeOffice({
    initial: 'wait',
    stages: {
      wait: { on: { 'children.settled': [{ to: 'end' }], 'work.done': [{ to: 'end' }] } },
      end: { type: 'final' },
    },
  });
  for (const [plan, component] of [
    ['above', 'dob'],
    ['p1', 'permits'],
    ['p2', 'inspection'],
  ] as const)
    await office.start(plan, component);
  const finish = (planId: string) =>
    dispatch(office.deps, { planId, event: { id: 'w', type: 'work.done', data: {} }, actor: 'ada' });
  await finish('p1');
  expect(await fireDue(office.deps, office.deps.clock.now())).toBe(0);
  await finish('p2');
  expect(await fireDue(office.deps, office.deps.clock.now())).toBe(1);
  expect(await eventsOf(office, 'above')).toEqual(['plan.started', 'children.settled']);
});

test('a timer that breaks steps back a minute and keeps nobody from their turn', async () => {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  const orphan = { planId: 'nowhere', kind: 'stage', name: 'x', activation: 1, data: {} } as const;
  await office.deps.store.commit((db) =>
    insertTimer(db, { id: 't0', dueAt: '2026-01-01T00:00:00.000Z', ...orphan }),
  );
  expect(await fireAt(office, '2026-04-05T09:00:00.000Z')).toBe(1);
  expect(await timersOf(office)).toContainEqual({
    kind: 'stage',
    name: 'x',
    dueAt: '2026-04-05T09:01:00.000Z',
  });
});

test('timers that are due as soon as they are armed are stopped, and a person is asked', async () => {
  const office = await makeOffice({
    initial: 'spin',
    stages: {
      spin: { after: [{ delay: 'date("2020-01-01")', to: 'spin' }], on: { stopped: [{ to: 'end' }] } },
      end: { type: 'final' },
    },
  });
  await office.start('p1');
  const at = office.deps.clock.now();
  for (let turn = 0; turn < 300; turn++) await fireBatch(office.deps, at);
  expect((await office.planState('p1')).revision).toBe(201);
  const admin = await office.as('ada');
  const { items } = (await admin('GET', '/api/v1/incidents')).body;
  expect(items).toMatchObject([{ planId: 'p1', code: 'runaway', state: 'open' }]);
  expect((await admin('POST', `/api/v1/incidents/${items[0].id}/retry`, { reason: 'Seen to.' })).status).toBe(
    200,
  );
  expect((await admin('POST', '/api/v1/plans/p1/events', { type: 'stopped' })).status).toBe(200);
  expect((await office.planState('p1')).status).toBe('ended');
});

test('a plan whose last timer is refused waits for a person, however many were refused before', async () => {
  const never = { guard: 'open = true', to: 'end' };
  const office = await makeOffice({
    variables: { open: false },
    initial: 'rest',
    stages: {
      rest: {
        after: [
          { id: 'first', delay: 'P1D', ...never },
          { id: 'second', delay: 'P2D', ...never },
        ],
      },
      end: { type: 'final' },
    },
  });
  await office.start('p1');
  const incidents = async () =>
    (await (await office.as('ada'))('GET', '/api/v1/incidents')).body.items.map(
      (incident: { event: { type: string } }) => incident.event.type,
    );
  await fireAt(office, '2026-01-06T09:00:00.000Z');
  expect(await incidents()).toEqual([]);
  await fireAt(office, '2026-01-07T09:00:00.000Z');
  expect(await incidents()).toEqual(['timer.second']);
});

test('a clock that jumps back fires nothing twice and takes nothing back', async () => {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  await fireAt(office, '2026-04-13T09:00:00.000Z');
  const told = () =>
    office.deps.store.read((db) => db.selectFrom('notifications').select(['personId', 'at']).execute());
  // The task opened when the timer fired, so its reminder is not due for eight days.
  const before = { state: await office.planState('p1'), timers: await timersOf(office), told: await told() };
  expect(before.state).toEqual({ stage: ['review'], revision: 2, status: 'active' });
  for (const at of ['2026-01-05T09:00:00.000Z', '2025-06-01T00:00:00.000Z', '2026-04-13T08:59:59.999Z'])
    expect(await fireAt(office, at)).toBe(0);
  expect({ state: await office.planState('p1'), timers: await timersOf(office), told: await told() }).toEqual(
    before,
  );
  await fireAt(office, '2026-04-26T09:00:00.000Z');
  await fireAt(office, '2026-04-20T09:00:00.000Z');
  await fireAt(office, '2026-04-26T09:00:00.000Z');
  expect(await eventsOf(office)).toEqual(['plan.started', 'timer.quarter']);
  expect((await told()).map((one) => one.personId)).toEqual(['deputy', 'hana']);
});

test('a plan can be worked while the clock stands before its last step', async () => {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  await fireAt(office, '2026-04-05T09:00:00.000Z');
  office.deps.clock.set('2026-03-01T00:00:00.000Z');
  const event = { id: 'done', type: 'task.write-review.completed', data: { result: {} } };
  await dispatch(office.deps, { planId: 'p1', event, actor: 'ada' });
  expect(await office.planState('p1')).toEqual({ stage: ['closed'], revision: 3, status: 'ended' });
  expect([await timersOf(office), await fireAt(office, '2027-01-01T00:00:00.000Z')]).toEqual([[], 0]);
});
