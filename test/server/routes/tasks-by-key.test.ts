// An API key that may see every task reads who has to do what, and neither answers nor what is held back from its maker.
import { expect, test } from 'vitest';
import type { Actor } from '../../../server/access/actor.ts';
import { given, makeRatedOffice, undrawn } from '../../support/rated-office.ts';
import { makeTestApp } from '../../support/server.ts';

const keyOf = (madeBy: string, more: Partial<Actor> = {}): Actor => ({
  ...{ id: 'key_1', name: 'Payroll', roles: [], grants: ['tasks.read'], madeBy },
  ...more,
});

async function rated() {
  const office = await makeRatedOffice(undrawn);
  await office.work('deputy', 'rate', given);
  const as = async (key: Actor) => (await makeTestApp(key, office.deps)).send;
  return { ...office, asKey: as };
}

test('a key reads open and completed tasks without what was answered', async () => {
  const { asKey } = await rated();
  const send = await asKey(keyOf('ada'));
  const { status, body } = await send('GET', '/api/v1/tasks');
  expect(status).toBe(200);
  const tasks = body.items.map(({ key, state, assignee, result }: Record<string, { id: string }>) => [
    ...[key, state, assignee?.id, result],
  ]);
  expect(tasks.toSorted()).toEqual([
    ['calibrate', 'open', 'hana', null],
    ['rate', 'completed', 'deputy', null],
  ]);
  const { id } = body.items.find(({ key }: { key: string }) => key === 'rate');
  const one = await send('GET', `/api/v1/tasks/${id}`);
  expect([one.status, one.body.result, one.body.comments]).toEqual([200, null, []]);
});

test('a key reads of the plan of who made it no task that decides about them', async () => {
  const { asKey } = await rated();
  const send = await asKey(keyOf('pat'));
  expect((await send('GET', '/api/v1/tasks')).body.items).toEqual([]);
});

test('a key works no task, and one that was not given to see them reads none', async () => {
  const { asKey, openTask } = await rated();
  const { id } = await openTask('calibrate');
  const send = await asKey(keyOf('ada'));
  const kept = { result: { decision: 'kept', reason: 'The figures are the same.' } };
  expect((await send('POST', `/api/v1/tasks/${id}/complete`, kept)).status).toBe(403);
  const other = await asKey(keyOf('ada', { grants: ['plans.read'] }));
  expect((await other('GET', '/api/v1/tasks')).status).toBe(403);
});
