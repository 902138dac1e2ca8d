import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const cycle = {
  initial: 'plan',
  stages: {
    plan: {
      tasks: { agree: { title: 'Agree the plan', assignee: 'manager', form: 'plan-agreement' } },
      on: { 'task.agree.completed': [{ to: 'done' }] },
    },
    done: { type: 'final' },
  },
};
const late = { name: 'Late agreements', search: { q: 'agree', due: 'late' } };

async function withFilters() {
  const office = await makeOffice(cycle);
  const send = async (who: string, method: string, path: string, body?: unknown) =>
    (await office.as(who))(method, `/api/v1/inbox-filters${path}`, body);
  const names = async (who: string) =>
    (await send(who, 'GET', '')).body.items.map(({ name }: { name: string }) => name);
  return { ...office, send, names };
}

test('a filter is saved under a name and found again by who saved it alone', async () => {
  const { send, names } = await withFilters();
  const { status, body } = await send('pat', 'POST', '', late);
  expect([status, body]).toEqual([
    201,
    {
      id: body.id,
      ...late,
      shared: false,
      owner: { id: 'pat', name: 'Pat' },
      mine: true,
      first: false,
    },
  ]);
  expect([await names('pat'), await names('ian'), await names('ada')]).toEqual([[late.name], [], []]);
  expect((await send('pat', 'POST', '', late)).status).toBe(409);
});

test('shared it is seen by the team of who saved it, and not by the rest', async () => {
  const { send, names } = await withFilters();
  await send('pat', 'POST', '', { ...late, shared: true });
  // ian works beside pat, chief answers for the whole that both belong to; the mayor is two levels above.
  const seen = await Promise.all(['ian', 'chief', 'mayor', 'dora', 'ada'].map(names));
  expect(seen.map((some) => some.length)).toEqual([1, 1, 0, 0, 0]);
  const [theirs] = (await send('ian', 'GET', '')).body.items;
  expect([theirs.mine, theirs.owner.name]).toEqual([false, 'Pat']);
});

test('what HR shares is seen by everybody', async () => {
  const { send, names } = await withFilters();
  await send('hana', 'POST', '', { ...late, shared: true });
  expect((await Promise.all(['pat', 'dora', 'mayor'].map(names))).flat().length).toBe(3);
});

test('a shared filter shows nobody a task that is not theirs to see', async () => {
  const office = await withFilters();
  await office.start('p1');
  const filter = (
    await office.send('deputy', 'POST', '', { name: 'All', search: { q: 'agree' }, shared: true })
  ).body;
  expect(Object.keys(filter)).not.toContain('tasks');
  const found = async (who: string) => (await office.tasksOf(who, `q=${filter.search.q}`)).length;
  expect([await found('deputy'), await found('pat'), await found('ian')]).toEqual([1, 0, 0]);
});

test('only its owner changes or removes it', async () => {
  const { send, names } = await withFilters();
  const { id } = (await send('pat', 'POST', '', { ...late, shared: true })).body;
  expect((await send('ian', 'PATCH', `/${id}`, { name: 'Mine now' })).status).toBe(404);
  await send('ian', 'DELETE', `/${id}`);
  expect(await names('pat')).toEqual([late.name]);
  const changed = await send('pat', 'PATCH', `/${id}`, { name: 'Late', shared: false });
  expect([changed.body.name, changed.body.search, await names('ian')]).toEqual(['Late', late.search, []]);
  const gone = [await send('pat', 'DELETE', `/${id}`), await send('pat', 'DELETE', `/${id}`)];
  expect([gone.map(({ status }) => status), await names('pat')]).toEqual([[200, 200], []]);
});

test('an inbox begins with one filter, until that is gone', async () => {
  const { send } = await withFilters();
  const { id } = (await send('pat', 'POST', '', { ...late, shared: true })).body;
  const firsts = async (who: string) =>
    (await send(who, 'GET', '')).body.items.map(({ first }: { first: boolean }) => first);
  expect((await send('ian', 'PUT', '/first', { id })).status).toBe(200);
  expect([await firsts('ian'), await firsts('pat')]).toEqual([[true], [false]]);
  expect((await send('dora', 'PUT', '/first', { id })).status).toBe(404);
  await send('ian', 'PUT', '/first', { id: null });
  expect(await firsts('ian')).toEqual([false]);
});

test('carries what the address of the inbox has, and nothing else', async () => {
  const { send } = await withFilters();
  const strange = await send('pat', 'POST', '', { name: 'x', search: { task: 'tsk_1' } });
  expect(strange.status).toBe(422);
});
