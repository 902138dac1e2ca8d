import { describe, expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const review = {
  initial: 'review',
  stages: {
    review: {
      tasks: {
        self: { title: 'Look back', assignee: 'owner', form: 'self-appraisal', due: 'P10D' },
        rate: { title: 'Rate', assignee: 'manager', form: 'appraisal' },
      },
      on: { 'task.rate.completed': [{ to: 'talk' }] },
    },
    talk: {
      tasks: { sign: { title: 'Sign', assignee: 'owner', form: 'acknowledgement' } },
      on: { 'task.sign.completed': [{ to: 'done' }] },
    },
    done: { type: 'final' },
  },
};
const own = { results: 'meets', methods: 'meets', evidence: 'A year of permits.' };
const better = { ...own, evidence: 'A year of permits, and the backlog is gone.' };
const rating = { goals: [], results: 'meets', methods: 'meets', summary: 'A good year.' };

async function makeReviewed() {
  const office = await makeOffice(review);
  await office.start('p1');
  const send = async (who: string, method: string, path: string, body?: object) =>
    (await office.as(who))(method, `/api/v1${path}`, body);
  const idOf = async (who: string, state = 'open') =>
    (await office.tasksOf(who, `assignee=me&state=${state}`))[0]?.id as string;
  const selfId = await idOf('pat');
  const complete = (who: string, id: string, result: object) =>
    send(who, 'POST', `/tasks/${id}/complete`, { result });
  await complete('pat', selfId, own);
  const ask = (reason = 'I forgot the backlog.') =>
    send('pat', 'POST', `/tasks/${selfId}/reopening`, { reason });
  const toDecide = async (who: string) => (await send(who, 'GET', '/reopenings')).body.items;
  const decide = (who: string, id: string, decision: object) =>
    send(who, 'POST', `/reopenings/${id}/decision`, decision);
  const read = async (who = 'pat') => (await send(who, 'GET', `/tasks/${selfId}`)).body;
  return { ...office, send, idOf, selfId, complete, ask, toDecide, decide, read };
}

describe('what was handed in is opened again on request', () => {
  test('a manager above grants it, and the form goes on from what was given', async () => {
    const { ask, toDecide, decide, read, complete, selfId, send, deps } = await makeReviewed();
    expect((await read()).reopening).toEqual({ may: true, why: null, requests: [] });
    expect((await ask()).status).toBe(200);
    const [request] = await toDecide('deputy');
    expect(request).toMatchObject({
      by: { id: 'pat' },
      reason: 'I forgot the backlog.',
      state: 'asked',
      task: { title: 'Look back', componentName: 'Permits' },
    });
    expect(await decide('deputy', request.id, { decision: 'granted' })).toMatchObject({ status: 200 });
    expect(await read()).toMatchObject({ state: 'open', reopening: { requests: [{ state: 'granted' }] } });
    expect((await send('pat', 'GET', `/tasks/${selfId}/draft`)).body.own.content).toEqual(own);
    expect((await complete('pat', selfId, better)).body).toMatchObject({
      state: 'completed',
      result: better,
    });
    const audit = await deps.store.read((db) =>
      db.selectFrom('audit').select(['actor', 'action']).where('resource', '=', `task/${selfId}`).execute(),
    );
    expect(audit).toEqual([
      { actor: 'pat', action: 'task.complete' },
      { actor: 'pat', action: 'task.ask-reopening' },
      { actor: 'deputy', action: 'task.decide-reopening' },
      { actor: 'pat', action: 'task.complete' },
    ]);
    const kept = await deps.store.read((db) =>
      db.selectFrom('taskReopenings').select('result').executeTakeFirstOrThrow(),
    );
    expect(JSON.parse(kept.result ?? '')).toEqual(own);
  });

  test('and as often as it is needed, each completion being heard', async () => {
    const { ask, toDecide, decide, complete, selfId, planState } = await makeReviewed();
    for (const result of [better, own]) {
      await ask();
      await decide('hana', (await toDecide('hana'))[0].id, { decision: 'granted' });
      expect((await complete('pat', selfId, result)).body).toMatchObject({ state: 'completed', result });
    }
    expect(await planState('p1')).toMatchObject({ stage: ['review'], revision: 6 });
  });

  test('one of several is opened again while the plan waits for the others, which hears nothing of it', async () => {
    const office = await makeOffice({
      initial: 'view',
      stages: {
        view: {
          tasks: {
            see: { title: 'See', assignee: 'role:manager', complete: 'all', form: { type: 'object' } },
          },
          on: { 'task.see.completed': [{ to: 'done' }] },
        },
        done: { type: 'final' },
      },
    });
    await office.start('p1');
    const [task] = await office.tasksOf('deputy');
    const send = async (who: string, path: string, body?: object) =>
      (await office.as(who))('POST', `/api/v1${path}`, body);
    await send('deputy', `/tasks/${task.id}/complete`, { result: { seen: true } });
    const before = await office.planState('p1');
    await send('deputy', `/tasks/${task.id}/reopening`, { reason: 'I was wrong.' });
    const listed = (await (await office.as('mayor'))('GET', '/api/v1/reopenings')).body.items;
    await send('mayor', `/reopenings/${listed[0].id}/decision`, { decision: 'granted' });
    expect(
      (await office.tasksOf('deputy', 'assignee=me&state=open')).map(({ id }: { id: string }) => id),
    ).toEqual([task.id]);
    expect(await office.planState('p1')).toEqual(before);
  });
});

describe('who decides', () => {
  test('neither whoever asks, nor somebody beside them, nor the one whom the plan is about', async () => {
    const { ask, toDecide, decide } = await makeReviewed();
    await ask();
    const [{ id }] = await toDecide('mayor');
    for (const who of ['pat', 'ian', 'chief', 'dora']) {
      expect(await toDecide(who)).toEqual([]);
      expect((await decide(who, id, { decision: 'granted' })).status).toBe(404);
    }
  });

  test('a refusal says why, to whoever asked', async () => {
    const { ask, toDecide, decide, read, send } = await makeReviewed();
    await ask();
    const [{ id }] = await toDecide('hana');
    expect((await decide('hana', id, { decision: 'refused' })).status).toBe(422);
    await decide('hana', id, { decision: 'refused', answer: 'It is in your goals already.' });
    expect(await read()).toMatchObject({
      state: 'completed',
      reopening: { may: true, requests: [{ state: 'refused', answer: 'It is in your goals already.' }] },
    });
    const told = (await send('pat', 'GET', '/notifications')).body.items;
    expect(told[0].message).toBe(
      '“Look back” for Permits stays as you gave it: It is in your goals already.',
    );
    expect((await decide('hana', id, { decision: 'granted' })).status).toBe(409);
  });
});

describe('once the plan has gone on', () => {
  test('nobody can ask any more, and learns what to do instead', async () => {
    const { ask, complete, idOf, read } = await makeReviewed();
    await complete('deputy', await idOf('deputy'), rating);
    const refused = await ask();
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('into the next round');
    expect((await read()).reopening).toMatchObject({ may: false, why: refused.body.detail });
  });

  test('what moved it on stays as it was given', async () => {
    const { send, complete, idOf } = await makeReviewed();
    const rateId = await idOf('deputy');
    await complete('deputy', rateId, rating);
    const asked = await send('deputy', 'POST', `/tasks/${rateId}/reopening`, { reason: 'Too mild.' });
    expect(asked.body.detail).toContain('The plan has gone on since');
  });

  test('what was asked before lapses, and nothing changes', async () => {
    const { ask, complete, idOf, toDecide, decide, read } = await makeReviewed();
    await ask();
    const [{ id }] = await toDecide('mayor');
    await complete('deputy', await idOf('deputy'), rating);
    expect(await toDecide('mayor')).toEqual([]);
    expect((await decide('mayor', id, { decision: 'granted' })).status).toBe(409);
    expect(await read()).toMatchObject({ state: 'completed', result: own });
  });
});
