// A plan is cancelled by HR, with a reason, whatever stage it stands in.
import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';
import { readCycle } from '../../support/sample-cycles.ts';

const note = { type: 'object', properties: {} };
const cancellable = {
  initial: 'work',
  stages: {
    work: {
      tasks: { look: { title: 'Look', assignee: 'owner', form: note } },
      on: { 'task.look.completed': [{ to: 'more' }], 'merger.announced': [{ to: 'more' }] },
    },
    more: {},
    cancelled: { type: 'final' },
  },
  on: { 'plan.cancelled': [{ to: 'cancelled' }] },
};

async function makeCancellable(document: Record<string, unknown> = cancellable) {
  const office = await makeOffice(document);
  await office.start('p1');
  const cancel = async (who: string, body: object = { reason: 'The team was merged.' }, headers = {}) =>
    (await office.as(who))('POST', '/api/v1/plans/p1/cancel', body, headers);
  const read = async (who: string) => (await (await office.as(who))('GET', '/api/v1/plans/p1')).body;
  return { ...office, cancel, read };
}

test.each(['templates/annual-appraisal', 'templates/improvement-plan', 'probation', 'organisation-loop'])(
  'HR cancels a plan of %s, and it has ended',
  async (file) => {
    const { id: _, name: __, schema: ___, ...document } = readCycle(`${file}.cycle.json`);
    const { cancel, planState } = await makeCancellable(document);
    expect((await cancel('hana')).status).toBe(200);
    expect(await planState('p1')).toMatchObject({ stage: ['cancelled'], status: 'ended' });
  },
);

test('the history names who cancelled it and why, and the trail tells how it stood before and after', async () => {
  const { cancel, as, deps } = await makeCancellable();
  const [first, again] = [await cancel('hana'), await cancel('hana')];
  expect([first.status, again.status]).toEqual([200, 409]);
  expect(again.body.detail).toContain('has ended');
  const lines = (await (await as('ada'))('GET', '/api/v1/plans/p1/history')).body.items;
  expect(lines.at(-1)).toMatchObject({
    actor: { id: 'hana' },
    event: { type: 'plan.cancelled', data: { reason: 'The team was merged.' } },
  });
  const told = await deps.store.read((db) =>
    db.selectFrom('audit').selectAll().where('action', '=', 'plan.cancel').execute(),
  );
  expect(told.map(({ actor, resource, detail }) => [actor, resource, JSON.parse(detail)])).toEqual([
    [
      'hana',
      'plan/p1',
      {
        reason: 'The team was merged.',
        before: { stage: ['work'], status: 'active' },
        after: { stage: ['cancelled'], status: 'ended' },
      },
    ],
  ]);
});

test('it takes a reason, and the plan as it was seen', async () => {
  const { cancel, planState } = await makeCancellable();
  expect((await cancel('hana', { reason: ' ' })).status).toBe(422);
  expect((await cancel('hana', { reason: 'Merged.' }, { 'if-match': '"7"' })).status).toBe(412);
  expect(await planState('p1')).toMatchObject({ status: 'active' });
});

test('neither a manager nor whose plan it is cancels it, though they were in HR', async () => {
  const { cancel, planState, as, read } = await makeCancellable();
  expect((await cancel('deputy')).status).toBe(403);
  expect((await cancel('pat')).status).toBe(403);
  await (await as('ada'))('PATCH', '/api/v1/components/permits', { ownerId: 'hana' });
  const own = await cancel('hana');
  expect([own.status, own.body.detail]).toEqual([
    403,
    'This plan is your own; somebody else in HR cancels it. Nothing was changed.',
  ]);
  expect([(await read('hana')).mayCancel, (await read('ada')).mayCancel]).toEqual([false, true]);
  expect(await planState('p1')).toMatchObject({ status: 'active' });
});

test('of a cycle that does not say where a cancelled plan goes it is told what to do', async () => {
  const { on: _, ...deaf } = cancellable;
  const { cancel, planState } = await makeCancellable({
    ...deaf,
    stages: { ...deaf.stages, more: { type: 'final' }, cancelled: {} },
  });
  const refused = await cancel('hana');
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toContain(
    'does not say where a cancelled plan goes; nothing was changed. A designer adds',
  );
  expect(await planState('p1')).toMatchObject({ status: 'active' });
});

test('the plan names to each reader the events that they can send, and each of them is taken', async () => {
  const { read, as } = await makeCancellable();
  expect((await read('ada')).acceptedEvents).toEqual(
    expect.arrayContaining(['plan.cancelled', 'task.look.completed']),
  );
  expect((await read('pat')).sendableEvents).toEqual([]);
  expect((await read('deputy')).sendableEvents).toEqual(['merger.announced']);
  const send = await as('deputy');
  const by = await send('POST', '/api/v1/plans/p1/events', { type: 'plan.cancelled', data: {} });
  expect([by.status, by.body.detail]).toEqual([403, expect.stringContaining('/cancel')]);
  expect((await send('POST', '/api/v1/plans/p1/events', { type: 'merger.announced' })).status).toBe(200);
  expect((await read('deputy')).sendableEvents).toEqual([]);
});

test('nobody moves the plan that judges them: an event about it is somebody else’s to send', async () => {
  const { as, planState, start } = await makeOffice(cancellable);
  await start('px', 'dob');
  const send = async (who: string) =>
    (await as(who))('POST', '/api/v1/plans/px/events', { type: 'merger.announced', data: {} });
  const own = await send('chief');
  expect([own.status, own.body.detail]).toEqual([
    403,
    'This plan is your own; your manager or HR sends it events. Nothing was changed.',
  ]);
  expect(await planState('px')).toMatchObject({ stage: ['work'] });
  expect((await (await as('chief'))('GET', '/api/v1/plans/px')).body.sendableEvents).toEqual([]);
  expect((await send('hana')).status).toBe(200);
});
