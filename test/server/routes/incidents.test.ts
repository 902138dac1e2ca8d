import { expect, test } from 'vitest';
import { reviewCycle } from '../../support/cycles.ts';
import { makeOffice } from '../../support/office.ts';

interface Notice {
  place: string;
  message: string;
}
const broken = { type: 'broken.rule', data: {}, id: 'b-1' };

async function makeBroken() {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  const admin = await office.as('ada');
  const refused = await admin('POST', '/api/v1/plans/p1/events', broken);
  const { items } = (await admin('GET', '/api/v1/incidents')).body;
  return { ...office, admin, refused, incident: items[0] };
}

test('a failing cycle makes one incident, and the plan waits as it was', async () => {
  const { admin, refused, incident, planState } = await makeBroken();
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toContain(incident.id);
  expect(incident).toMatchObject({
    planId: 'p1',
    componentName: 'Permits',
    cycle: { id: expect.any(String), version: 1 },
    event: { id: 'b-1', type: 'broken.rule', data: {} },
    code: 'expression-failed',
    state: 'open',
  });
  await admin('POST', '/api/v1/plans/p1/events', broken);
  expect((await admin('GET', '/api/v1/incidents?planId=p1')).body.items.length).toBe(1);
  expect(await planState('p1')).toEqual({ stage: ['observe'], revision: 1, status: 'active' });
  expect((await admin('GET', '/api/v1/plans/p1')).body.openIncidents).toBe(1);
});

test('nothing of a failed step is left but the incident', async () => {
  const { deps } = await makeBroken();
  const rows = await deps.store.read(async (db) => ({
    inbox: await db.selectFrom('inbox').select('eventId').execute(),
    tasks: await db.selectFrom('tasks').select('id').execute(),
    history: await db.selectFrom('history').select('revision').execute(),
  }));
  expect(rows).toEqual({ inbox: [{ eventId: 'start:l1' }], tasks: [], history: [{ revision: 1 }] });
});

test('an incident that is retried while the fault is there stays open', async () => {
  const { admin, incident } = await makeBroken();
  const first = await admin('POST', `/api/v1/incidents/${incident.id}/retry`, { reason: 'Seen to.' });
  const second = await admin('POST', `/api/v1/incidents/${incident.id}/retry`, { reason: 'Seen to.' });
  expect([first.status, second.status]).toEqual([409, 409]);
  expect(first.body.detail).toMatch(
    /^The cycle failed at this event again; the plan waits as it was\. Mend the cycle .* or skip the event\.$/,
  );
  expect(first.body.detail).not.toContain(incident.id);
  expect((await admin('GET', '/api/v1/incidents?state=open')).body.items.length).toBe(1);
});

test('an incident is settled once its event passes, and only once', async () => {
  const { admin, incident, deps, planState } = await makeBroken();
  await deps.store.commit(async (db) => {
    const { state } = await db.selectFrom('plans').select('state').executeTakeFirstOrThrow();
    const mended = { ...JSON.parse(state), variables: { limit: 'a' } };
    await db
      .updateTable('plans')
      .set({ state: JSON.stringify(mended) })
      .execute();
  });
  const first = await admin('POST', `/api/v1/incidents/${incident.id}/retry`, { reason: 'Seen to.' });
  const second = await admin('POST', `/api/v1/incidents/${incident.id}/retry`, { reason: 'Seen to.' });
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(first.body).toMatchObject({ state: 'retried', settledBy: 'ada' });
  expect(await planState('p1')).toEqual({ stage: ['review'], revision: 2, status: 'active' });
  expect((await admin('POST', `/api/v1/incidents/${incident.id}/skip`, { reason: 'Seen to.' })).status).toBe(
    409,
  );
});

test('a skipped incident drops its event and leaves the plan as it is', async () => {
  const { admin, incident, planState } = await makeBroken();
  const first = await admin('POST', `/api/v1/incidents/${incident.id}/skip`, { reason: 'Seen to.' });
  const second = await admin('POST', `/api/v1/incidents/${incident.id}/skip`, { reason: 'Seen to.' });
  expect([first.status, second.status, first.body.state]).toEqual([200, 200, 'skipped']);
  expect((await planState('p1')).revision).toBe(1);
  expect((await admin('GET', '/api/v1/incidents?state=open')).body.items).toEqual([]);
});

test('only administrators settle incidents, and only such as are there', async () => {
  const { as, admin, incident } = await makeBroken();
  expect(
    (await (await as('hana'))('POST', `/api/v1/incidents/${incident.id}/skip`, { reason: 'Seen to.' }))
      .status,
  ).toBe(403);
  expect((await (await as('pat'))('GET', '/api/v1/incidents')).status).toBe(403);
  expect((await admin('POST', '/api/v1/incidents/inc_0/retry', { reason: 'Seen to.' })).status).toBe(404);
});

test('why an incident was settled stands in the audit trail, with the event', async () => {
  const { admin, incident } = await makeBroken();
  await admin('POST', `/api/v1/incidents/${incident.id}/skip`, { reason: 'Sent twice by payroll.' });
  const [line] = (await admin('GET', '/api/v1/audit?action=incident')).body.items;
  expect(line.detail).toMatchObject({ eventType: incident.event.type, reason: 'Sent twice by payroll.' });
});

test('an incident is settled only with a reason, which is kept with it and with its plan', async () => {
  const { admin, incident } = await makeBroken();
  for (const body of [{}, { reason: '  ' }])
    for (const verb of ['retry', 'skip'])
      expect((await admin('POST', `/api/v1/incidents/${incident.id}/${verb}`, body)).status).toBe(422);
  expect((await admin('GET', '/api/v1/incidents')).body.items[0]).toMatchObject({
    state: 'open',
    reason: null,
  });
  const settled = await admin('POST', `/api/v1/incidents/${incident.id}/skip`, { reason: 'Sent twice.' });
  expect(settled.body).toMatchObject({ state: 'skipped', reason: 'Sent twice.' });
  const { failures } = (await admin('GET', '/api/v1/plans/p1/operation')).body;
  expect(failures).toMatchObject([
    { id: incident.id, state: 'skipped', reason: 'Sent twice.', settledBy: { id: 'ada', name: 'Ada' } },
  ]);
  const [line] = (await admin('GET', '/api/v1/audit?action=incident')).body.items;
  expect(line.detail).toMatchObject({ before: { state: 'open' }, after: { state: 'skipped' } });
});

test('administrators hear of the first step of a cycle that fails, and of the next once it is settled', async () => {
  const office = await makeBroken();
  const { admin, incident } = office;
  const heard = async () =>
    (await admin('GET', '/api/v1/notifications')).body.items.map(({ place, message }: Notice) => [
      place,
      message,
    ]);
  const first = [
    'incidents',
    'A step of “Small” (version 1) failed. Its plan waits as it was, and so do others that fail like it: try the step again, or skip it.',
  ];
  expect(await heard()).toEqual([first]);
  await office.start('p2', 'inspection');
  await admin('POST', '/api/v1/plans/p2/events', { ...broken, id: 'b-2' });
  expect(await heard()).toEqual([first]);
  for (const { id } of (await admin('GET', '/api/v1/incidents')).body.items)
    await admin('POST', `/api/v1/incidents/${id}/skip`, { reason: 'Seen to.' });
  await admin('POST', '/api/v1/plans/p2/events', { ...broken, id: 'b-3' });
  expect((await heard()).length).toBe(2);
  expect(incident.state).toBe('open');
});

test('an administrator hears from no notice how a plan about themselves went on', async () => {
  const office = await makeOffice(reviewCycle);
  await office.start('p1');
  await office.deps.store.commit(async (db) => {
    await db.updateTable('components').set({ ownerId: 'ada' }).where('id', '=', 'permits').execute();
  });
  await (await office.as('hana'))('POST', '/api/v1/plans/p1/events', broken);
  expect((await (await office.as('ada'))('GET', '/api/v1/notifications')).body.items).toEqual([]);
});
