import { describe, expect, test } from 'vitest';
import { tokenActor } from '../../../server/access/actor.ts';
import { escalateTask, remindTask } from '../../../server/runtime/tasks/remind-task.ts';
import { makeOffice } from '../../support/office.ts';
import { makeTestApp } from '../../support/server.ts';

const cycle = (task: Record<string, unknown>) => ({
  initial: 'plan',
  stages: {
    plan: {
      tasks: { agree: { title: 'Agree the plan', form: 'plan-agreement', ...task } },
      on: { 'task.agree.completed': [{ to: 'done' }] },
    },
    done: { type: 'final' },
  },
});

async function withTask(task: Record<string, unknown>) {
  const office = await makeOffice(cycle(task));
  await office.start('p1');
  const [row] = await office.deps.store.read((db) => db.selectFrom('tasks').selectAll().execute());
  return { ...office, id: row!.id };
}
const agreed = { result: { decision: 'agreed' } };

describe('passing a task on', () => {
  const body = { to: 'chief', reason: 'I am on leave.' };

  test('gives it to the other person with the reason; the same again has no effect', async () => {
    const office = await withTask({ assignee: 'manager' });
    const send = await office.as('deputy');
    const first = await send('POST', `/api/v1/tasks/${office.id}/delegate`, body);
    const second = await send('POST', `/api/v1/tasks/${office.id}/delegate`, body);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(first.body.assignee).toEqual({ id: 'chief', name: 'Chief' });
    const [task] = await office.tasksOf('chief');
    expect(task.why).toBe('You are asked because Deputy passed it on to you.');
    const notifications = await office.deps.store.read((db) =>
      db.selectFrom('notifications').select(['personId', 'message']).execute(),
    );
    expect(notifications).toEqual([
      { personId: 'chief', message: 'Deputy passed “Agree the plan” for Permits on to you: I am on leave.' },
    ]);
  });

  test('of two who pass it on at once the second is told that it has changed', async () => {
    const office = await withTask({ assignee: 'manager' });
    const send = await office.as('hana');
    const path = `/api/v1/tasks/${office.id}/delegate`;
    const seen = (await send('GET', `/api/v1/tasks/${office.id}`)).headers.get('etag');
    const from = 'deputy';
    expect((await send('POST', path, { ...body, from })).status).toBe(200);
    // The same again is no change.
    expect((await send('POST', path, { ...body, from })).status).toBe(200);
    const second = { to: 'mayor', reason: 'The mayor knows it.' };
    const ada = await office.as('ada');
    expect((await ada('POST', path, { ...second, from })).status).toBe(412);
    expect((await ada('POST', path, second, { 'if-match': seen ?? '' })).status).toBe(412);
    expect((await ada('POST', path, { ...second, from: 'chief' })).status).toBe(200);
  });

  test('takes it from the one who passed it on', async () => {
    const office = await withTask({ assignee: 'manager' });
    await (await office.as('deputy'))('POST', `/api/v1/tasks/${office.id}/delegate`, body);
    const answers = [];
    for (const id of ['deputy', 'chief'])
      answers.push(
        (await (await office.as(id))('POST', `/api/v1/tasks/${office.id}/complete`, agreed)).status,
      );
    expect(answers).toEqual([403, 200]);
  });

  test('leaves it to the new one to complete it, and to who may work those of everybody', async () => {
    const office = await withTask({ assignee: 'manager' });
    await (await office.as('deputy'))('POST', `/api/v1/tasks/${office.id}/delegate`, body);
    const mayWork = async (id: string) =>
      (await (await office.as(id))('GET', `/api/v1/tasks/${office.id}`)).body.mayWork;
    expect([await mayWork('deputy'), await mayWork('chief'), await mayWork('ada')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('never makes anybody appraise themselves', async () => {
    const office = await withTask({ assignee: 'manager', form: 'appraisal' });
    const answer = await (await office.as('deputy'))('POST', `/api/v1/tasks/${office.id}/delegate`, {
      ...body,
      to: 'pat',
    });
    expect([answer.status, answer.body.detail]).toEqual([
      409,
      'It is about that person, and nobody appraises themselves; choose somebody else.',
    ]);
    expect((await office.tasksOf('deputy')).length).toBe(1);
  });

  test.each([
    ['deputy', { to: 'nobody', reason: 'x' }, 422],
    ['deputy', { to: 'chief' }, 422],
    ['deputy', { to: 'chief', reason: 'x', quietly: true }, 422],
    ['chief', body, 403],
    ['pat', body, 404],
    ['hana', body, 200],
  ])('by %s with %j answers %i', async (who, given, status) => {
    const office = await withTask({ assignee: 'manager' });
    expect((await (await office.as(who))('POST', `/api/v1/tasks/${office.id}/delegate`, given)).status).toBe(
      status,
    );
  });

  test('of a task that is not there answers like one that may not be seen', async () => {
    const office = await withTask({ assignee: 'manager' });
    const answer = await (await office.as('deputy'))('POST', '/api/v1/tasks/nope/delegate', body);
    const unseen = await (await office.as('pat'))('POST', `/api/v1/tasks/${office.id}/delegate`, body);
    expect([answer.status, answer.body.detail]).toEqual([404, unseen.body.detail]);
  });
});

describe('a task that nobody has', () => {
  const unassigned = async () => {
    const office = await withTask({ assignee: 'role:hr' });
    await office.deps.store.commit((db) => db.updateTable('tasks').set({ assigneeId: null }).execute());
    return office;
  };

  test('is claimed by somebody with the role; the same again has no effect', async () => {
    const office = await unassigned();
    const send = await office.as('hana');
    expect((await send('GET', `/api/v1/tasks/${office.id}`)).body.why).toBe(
      'Nobody is asked by name: whoever has the role “HR” may take it.',
    );
    const first = await send('POST', `/api/v1/tasks/${office.id}/claim`);
    const second = await send('POST', `/api/v1/tasks/${office.id}/claim`);
    expect([first.status, second.status, first.body.assignee]).toEqual([
      200,
      200,
      { id: 'hana', name: 'Hana' },
    ]);
    expect((await (await office.as('ada'))('POST', `/api/v1/tasks/${office.id}/claim`)).status).toBe(409);
  });

  test('tells whoever has not its role what that role is called', async () => {
    const office = await unassigned();
    const refused = await (await office.as('chief'))('POST', `/api/v1/tasks/${office.id}/claim`);
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      'This task is for whoever has the role “HR”; it cannot be yours.',
    ]);
  });

  test('is offered to whoever may take it, until somebody has', async () => {
    const office = await unassigned();
    const colleague = { id: 'hedy', name: 'Hedy', email: 'hedy@city.test', roles: ['hr'] };
    await (await office.as('ada'))('POST', '/api/v1/people', colleague);
    const offeredTo = async (who: string) =>
      (await office.tasksOf(who, 'assignee=claimable')).map(({ id }: { id: string }) => id);
    expect(await offeredTo('hana')).toEqual([office.id]);
    const mayClaim = async (who: string) =>
      (await (await office.as(who))('GET', `/api/v1/tasks/${office.id}`)).body.mayClaim;
    expect([await mayClaim('hana'), await mayClaim('chief')]).toEqual([true, false]);
    for (const who of ['ada', 'chief', 'pat']) expect([who, await offeredTo(who)]).toEqual([who, []]);
    await (await office.as('hana'))('POST', `/api/v1/tasks/${office.id}/claim`);
    expect(await offeredTo('hana')).toEqual([]);
  });

  test('is offered to administrators, who are reminded of it, when it is for a post that nobody holds or for a role that nobody has', async () => {
    for (const relation of ['manager', 'role:designer']) {
      const office = await unassigned();
      await office.deps.store.commit((db) => db.updateTable('tasks').set({ relation }).execute());
      await office.deps.store.commit((db) =>
        db.deleteFrom('people').where('roles', 'like', '%"designer"%').execute(),
      );
      const offered = async (who: string) => (await office.tasksOf(who, 'assignee=claimable')).length;
      expect([relation, await offered('ada'), await offered('hana'), await offered('chief')]).toEqual([
        relation,
        1,
        0,
        0,
      ]);
    }
    const office = await unassigned();
    await office.deps.store.commit((db) => db.updateTable('tasks').set({ relation: 'manager' }).execute());
    const due = { planId: 'p1', key: 'agree', activation: 1, at: '2026-01-20T09:00:00.000Z', idSeed: 't1' };
    await office.deps.store.commit((db) => remindTask(db, due));
    const { items } = (await (await office.as('ada'))('GET', '/api/v1/notifications')).body;
    expect(items.map(({ message }: { message: string }) => message)).toContainEqual(
      expect.stringMatching(/^“.*” for Permits waits for you\./),
    );
  });

  test('is not offered to the one of the role whom it is about', async () => {
    const office = await unassigned();
    await (await office.as('ada'))('PATCH', '/api/v1/components/permits', { ownerId: 'hana' });
    expect(await office.tasksOf('hana', 'assignee=claimable')).toEqual([]);
  });

  test('reminds all who may take it', async () => {
    const office = await unassigned();
    const due = { planId: 'p1', key: 'agree', activation: 1, at: '2026-01-20T09:00:00.000Z', idSeed: 't1' };
    await office.deps.store.commit((db) => remindTask(db, due));
    const { items } = (await (await office.as('hana'))('GET', '/api/v1/notifications')).body;
    expect(items.map(({ message }: { message: string }) => message)).toContainEqual(
      expect.stringMatching(/^“.*” for Permits waits for you\./),
    );
  });

  test('is not the admin token’s to claim, which gives it to a person instead', async () => {
    const office = await unassigned();
    const { send } = await makeTestApp(tokenActor, office.deps);
    for (let time = 0; time < 2; time++) {
      const refused = await send('POST', `/api/v1/tasks/${office.id}/claim`);
      expect([refused.status, refused.body.detail]).toEqual([
        403,
        'The admin token is no person and cannot have a task. Give it to a person with POST /tasks/{id}/delegate, or complete it.',
      ]);
    }
    const given = await send('POST', `/api/v1/tasks/${office.id}/delegate`, { to: 'hana', reason: 'HR.' });
    expect([given.status, given.body.assignee]).toEqual([200, { id: 'hana', name: 'Hana' }]);
  });

  test('is not to be seen or claimed by others, nor completed before it is claimed', async () => {
    const office = await unassigned();
    expect((await (await office.as('pat'))('POST', `/api/v1/tasks/${office.id}/claim`)).status).toBe(404);
    expect((await (await office.as('chief'))('POST', `/api/v1/tasks/${office.id}/claim`)).status).toBe(403);
    expect(
      (await (await office.as('chief'))('POST', `/api/v1/tasks/${office.id}/complete`, agreed)).status,
    ).toBe(403);
  });
});

test('a comment is kept with its author and told to whom the task belongs', async () => {
  const office = await withTask({ assignee: 'manager' });
  const send = await office.as('hana');
  const said = await send('POST', `/api/v1/tasks/${office.id}/comment`, { text: 'Is the budget in?' });
  expect(said.body.comments).toEqual([
    {
      id: said.body.comments[0].id,
      at: '2026-01-05T09:00:00.000Z',
      author: { id: 'hana', name: 'Hana' },
      text: 'Is the budget in?',
    },
  ]);
  const [told] = (await (await office.as('deputy'))('GET', '/api/v1/notifications')).body.items;
  expect(told.message).toBe('Hana commented on “Agree the plan” for Permits.');
  expect((await send('POST', `/api/v1/tasks/${office.id}/comment`, { text: ' ' })).status).toBe(422);
  expect(
    (await (await office.as('ian'))('POST', `/api/v1/tasks/${office.id}/comment`, { text: 'Hm' })).status,
  ).toBe(404);
});

describe('a task that waits too long', () => {
  const due = {
    planId: 'p1',
    key: 'agree',
    activation: 1,
    at: '2026-01-20T09:00:00.000Z',
    idSeed: 'timer-1',
  };

  test('names the day that it is where whoever is reminded works', async () => {
    const office = await withTask({ assignee: 'manager', due: 'P10D' });
    await office.deps.store.commit((db) =>
      db.updateTable('tasks').set({ dueAt: '2026-01-08T20:00:00.000Z' }).execute(),
    );
    const told = async () => {
      const { body } = await (await office.as('deputy'))('GET', '/api/v1/notifications');
      return body.items.map((one: { message: string }) => one.message.split('.').at(-2));
    };
    const ada = await office.as('ada');
    await ada('PATCH', '/api/v1/components/permits', { zone: 'Pacific/Auckland' });
    await office.deps.store.commit((db) => remindTask(db, due));
    expect(await told()).toEqual([' It is due on 2026-01-09']);
    // Whoever answers for something reads the days of that.
    await ada('PATCH', '/api/v1/components/dob', { zone: 'America/New_York', ownerId: 'deputy' });
    await office.deps.store.commit((db) => remindTask(db, { ...due, idSeed: 'timer-2' }));
    expect((await told()).toSorted()).toEqual([' It is due on 2026-01-08', ' It is due on 2026-01-09']);
  });

  test('reminds who still has it, once per reminder', async () => {
    const office = await withTask({ assignee: 'manager', due: 'P10D' });
    for (let time = 0; time < 2; time++) await office.deps.store.commit((db) => remindTask(db, due));
    const told = (await (await office.as('deputy'))('GET', '/api/v1/notifications')).body.items;
    expect(told.map((one: { message: string }) => one.message)).toEqual([
      '“Agree the plan” for Permits waits for you. It is due on 2026-01-15.',
    ]);
  });

  test('reminds nobody when it is done', async () => {
    const office = await withTask({ assignee: 'manager', due: 'P10D' });
    await (await office.as('deputy'))('POST', `/api/v1/tasks/${office.id}/complete`, agreed);
    await office.deps.store.commit((db) => remindTask(db, due));
    expect((await (await office.as('deputy'))('GET', '/api/v1/notifications')).body.items).toEqual([]);
  });

  test('is also given to whom it is escalated to, and one completion of the two is enough', async () => {
    const office = await withTask({ assignee: 'manager', due: 'P10D' });
    await office.deps.store.commit((db) => escalateTask(db, { ...due, to: 'manager.manager' }));
    const [second] = await office.tasksOf('mayor');
    expect([second.why, second.completions]).toEqual([
      'You are asked because it is overdue and you manage the manager of Permits.',
      { done: 0, needed: 1 },
    ]);
    const answer = await (await office.as('mayor'))('POST', `/api/v1/tasks/${second.id}/complete`, agreed);
    expect([answer.status, (await office.planState('p1')).status]).toEqual([200, 'ended']);
    expect((await office.tasksOf('deputy'))[0].state).toBe('closed');
  });

  test('is not given a second time to who has it already', async () => {
    const office = await withTask({ assignee: 'manager', due: 'P10D' });
    await office.deps.store.commit((db) => escalateTask(db, { ...due, to: 'manager' }));
    expect((await office.tasksOf('deputy')).length).toBe(1);
  });
});
