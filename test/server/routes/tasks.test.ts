import { describe, expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const agree = {
  initial: 'plan',
  stages: {
    plan: {
      name: 'Plan the year',
      kind: 'plan',
      tasks: { agree: { title: 'Agree the plan', assignee: 'manager', form: 'plan-agreement', due: 'P10D' } },
      on: { 'task.agree.completed': [{ to: 'observe', guard: 'result.decision = "agreed"' }] },
    },
    observe: { kind: 'observe' },
  },
};
const agreed = { result: { decision: 'agreed' } };

async function withTask(document: Record<string, unknown> = agree) {
  const office = await makeOffice(document);
  await office.start('p1');
  return office;
}

describe('a task in the inbox', () => {
  test('says what it is, when it is due and why one is asked', async () => {
    const office = await withTask();
    const [task] = await office.tasksOf('deputy', 'assignee=me&state=open');
    expect(task).toEqual({
      id: task.id,
      planId: 'p1',
      componentId: 'permits',
      componentName: 'Permits',
      cycleId: 'small',
      cycleVersion: 1,
      stage: 'plan',
      stageName: 'Plan the year',
      stageKind: 'plan',
      key: 'agree',
      title: 'Agree the plan',
      description: null,
      form: 'plan-agreement',
      assignee: { id: 'deputy', name: 'Deputy' },
      onBehalfOf: null,
      awayUntil: null,
      relation: 'manager',
      state: 'open',
      openedAt: '2026-01-05T09:00:00.000Z',
      dueAt: '2026-01-15T09:00:00.000Z',
      dueSoonAt: '2026-01-13T00:00:00.000Z',
      dueZone: 'UTC',
      snoozedUntil: null,
      snoozedAfter: null,
      overdue: false,
      completedAt: null,
      completedBy: null,
      result: null,
      unplaced: false,
      why: 'You are asked because you manage Permits.',
      completions: { done: 0, needed: 1 },
      promise: null,
    });
  });

  test('is overdue once its due instant has passed', async () => {
    const office = await withTask();
    expect(await office.tasksOf('deputy', 'due=overdue')).toEqual([]);
    office.deps.clock.set('2026-01-15T09:00:00.001Z');
    expect(
      (await office.tasksOf('deputy', 'due=overdue')).map((task: { overdue: boolean }) => task.overdue),
    ).toEqual([true]);
  });

  test('is seen by who has it and by who manages the component, and by nobody else', async () => {
    const office = await withTask();
    const [task] = await office.tasksOf('deputy');
    const statuses = await Promise.all(
      ['deputy', 'mayor', 'hana', 'ada', 'pat', 'ian', 'dora', 'chief'].map(async (id) => {
        const send = await office.as(id);
        return [id, (await send('GET', `/api/v1/tasks/${task.id}`)).status];
      }),
    );
    expect(Object.fromEntries(statuses)).toEqual({
      deputy: 200,
      mayor: 200,
      hana: 200,
      ada: 200,
      pat: 404,
      ian: 404,
      dora: 404,
      chief: 200,
    });
  });

  test('is listed in pages by due instant without losing one', async () => {
    const office = await makeOffice(agree);
    for (const id of ['p3', 'p1', 'p2']) await office.start(id);
    const send = await office.as('deputy');
    const ids: string[] = [];
    let cursor = '';
    for (let page = 0; page < 5; page++) {
      const { body } = await send('GET', `/api/v1/tasks?assignee=me&limit=1${cursor && `&cursor=${cursor}`}`);
      ids.push(...body.items.map((task: { planId: string }) => task.planId));
      cursor = body.nextCursor;
      if (!cursor) break;
    }
    expect(ids.toSorted()).toEqual(['p1', 'p2', 'p3']);
    expect((await send('GET', '/api/v1/tasks?cursor=nonsense')).status).toBe(400);
  });

  test('is found by a part of its title or of its component, whatever signs that has', async () => {
    const office = await withTask();
    const found = async (q: string) => (await office.tasksOf('deputy', `q=${encodeURIComponent(q)}`)).length;
    expect([await found('AGREE'), await found('ermit'), await found('%'), await found('_')]).toEqual([
      1, 1, 0, 0,
    ]);
  });
});

describe('completing a task', () => {
  test('moves the plan once; the same result again gives the same answer', async () => {
    const office = await withTask();
    const send = await office.as('deputy');
    const [task] = await office.tasksOf('deputy');
    const first = await send('POST', `/api/v1/tasks/${task.id}/complete`, agreed);
    const second = await send('POST', `/api/v1/tasks/${task.id}/complete`, agreed);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(first.body).toMatchObject({
      state: 'completed',
      completedBy: { id: 'deputy', name: 'Deputy' },
      result: { decision: 'agreed' },
      completions: { done: 1, needed: 1 },
    });
    expect(await office.planState('p1')).toEqual({ stage: ['observe'], revision: 2, status: 'active' });
  });

  test('that is only tried changes nothing and tells nobody, and says what completing it would be refused for', async () => {
    const office = await withTask();
    const send = await office.as('deputy');
    const [task] = await office.tasksOf('deputy');
    const attempt = async (result: object, who = send) => {
      const { status, body } = await who('POST', `/api/v1/tasks/${task.id}/complete`, {
        result,
        dryRun: true,
      });
      return [status, status === 200 ? body.state : body.type.replace('/docs/problems#', '')];
    };
    const before = await office.deps.store.read((db) => db.selectFrom('feed').selectAll().execute());
    expect([
      await attempt(agreed.result),
      await attempt(agreed.result),
      await attempt({ decision: 'returned' }),
      await attempt({}),
      await attempt(agreed.result, await office.as('chief')),
    ]).toEqual([
      [200, 'open'],
      [200, 'open'],
      [409, 'guards-refused'],
      [422, 'invalid'],
      [403, 'not-allowed'],
    ]);
    expect(await office.planState('p1')).toMatchObject({ stage: ['plan'], revision: 1 });
    expect(await office.deps.store.read((db) => db.selectFrom('feed').selectAll().execute())).toEqual(before);
    expect((await send('POST', `/api/v1/tasks/${task.id}/complete`, agreed)).body.state).toBe('completed');
  });

  test('with another result afterwards is refused and the first is kept', async () => {
    const office = await withTask();
    const send = await office.as('deputy');
    const [task] = await office.tasksOf('deputy');
    await send('POST', `/api/v1/tasks/${task.id}/complete`, agreed);
    const other = await send('POST', `/api/v1/tasks/${task.id}/complete`, {
      result: { decision: 'returned' },
    });
    expect(other.status).toBe(409);
    expect(other.body.detail).toContain('Deputy completed this task');
    expect((await send('GET', `/api/v1/tasks/${task.id}`)).body.result).toEqual({ decision: 'agreed' });
  });

  test('leaves it open when no guard lets the result pass, and says what is needed', async () => {
    const office = await withTask();
    const send = await office.as('deputy');
    const [task] = await office.tasksOf('deputy');
    const refused = await send('POST', `/api/v1/tasks/${task.id}/complete`, {
      result: { decision: 'returned' },
    });
    expect(refused.status).toBe(409);
    expect(refused.body.type).toBe('/docs/problems#guards-refused');
    expect(refused.body.errors[0].detail).toContain('result.decision = "agreed"');
    expect(await office.planState('p1')).toMatchObject({ stage: ['plan'], revision: 1 });
    expect((await office.tasksOf('deputy'))[0].state).toBe('open');
    expect((await send('POST', `/api/v1/tasks/${task.id}/complete`, agreed)).status).toBe(200);
  });

  test('says what is needed as whoever drew the cycle says it, and names no event, guard or stage', async () => {
    const on = [
      { to: 'observe', guard: 'count(goals) >= 3', description: 'At least three goals.' },
      { to: 'observe', guard: 'result.comment != null', description: 'A comment says why there are fewer.' },
    ];
    const refusal = async (transitions: object[]) => {
      const { plan, observe } = agree.stages;
      const office = await withTask({
        ...agree,
        stages: { plan: { ...plan, on: { 'task.agree.completed': transitions } }, observe },
      });
      const [task] = await office.tasksOf('deputy');
      const send = await office.as('deputy');
      return (await send('POST', `/api/v1/tasks/${task.id}/complete`, agreed)).body;
    };
    expect(await refusal(on.slice(0, 1))).toMatchObject({
      title: 'Something else is needed first',
      detail: 'Nothing was changed. This must hold first: “At least three goals”.',
      errors: [{ pointer: '', code: 'guard', detail: 'At least three goals.' }],
    });
    expect((await refusal(on)).detail).toBe(
      'Nothing was changed. One of these must hold first: “At least three goals” · “A comment says why there are fewer”.',
    );
  });

  test.each([
    [{ decision: 'perhaps' }, '/result/decision'],
    [{ decision: 'agreed', mood: 'good' }, '/result'],
    [{}, '/result/decision'],
  ])('with %j is refused with its place and changes nothing', async (result, pointer) => {
    const office = await withTask();
    const send = await office.as('deputy');
    const [task] = await office.tasksOf('deputy');
    for (let time = 0; time < 2; time++) {
      const answer = await send('POST', `/api/v1/tasks/${task.id}/complete`, { result });
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, pointer]);
    }
    expect((await office.planState('p1')).revision).toBe(1);
  });

  test('is refused to everybody but the one who has it; HR and admins may act for them', async () => {
    const office = await withTask();
    const [task] = await office.tasksOf('deputy');
    const complete = async (id: string) =>
      (await (await office.as(id))('POST', `/api/v1/tasks/${task.id}/complete`, agreed)).status;
    expect([await complete('pat'), await complete('chief'), await complete('dora')]).toEqual([404, 403, 404]);
    expect(await complete('hana')).toBe(200);
  });

  test('by several at once has one winner, and the others are told so', async () => {
    const office = await withTask();
    const [task] = await office.tasksOf('deputy');
    const senders = await Promise.all(['deputy', 'hana', 'ada'].map((id) => office.as(id)));
    const answers = await Promise.all(
      senders.map((send, index) =>
        send('POST', `/api/v1/tasks/${task.id}/complete`, {
          result: { decision: 'agreed', comment: `${index}` },
        }),
      ),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409, 409]);
    expect((await office.planState('p1')).revision).toBe(2);
  });

  test('from a page that is out of date is refused', async () => {
    const office = await withTask();
    const send = await office.as('deputy');
    const [task] = await office.tasksOf('deputy');
    const path = `/api/v1/tasks/${task.id}`;
    const { headers } = await send('GET', path);
    const stale = await send('POST', `${path}/complete`, agreed, { 'if-match': '"something-else"' });
    const fresh = await send('POST', `${path}/complete`, agreed, { 'if-match': String(headers.get('etag')) });
    expect([stale.status, fresh.status]).toEqual([412, 200]);
  });

  test('of a stage that was left is refused: the plan has gone on', async () => {
    const office = await withTask({
      ...agree,
      stages: {
        ...agree.stages,
        plan: { ...agree.stages.plan, on: { 'plan.cancelled': [{ to: 'observe' }] } },
      },
    });
    const [task] = await office.tasksOf('deputy');
    const { tryStep } = await import('../../../server/runtime/plans/step-plan.ts');
    const event = { id: 'e1', type: 'plan.cancelled', data: {} };
    await office.deps.store.commit((db) =>
      tryStep(office.deps, db, { planId: 'p1', event, actor: 'system' }),
    );
    const answer = await (await office.as('deputy'))('POST', `/api/v1/tasks/${task.id}/complete`, agreed);
    expect([answer.status, answer.body.detail]).toEqual([
      409,
      'This task is closed: the plan has gone on without it. Nothing was changed.',
    ]);
  });

  test('whose cycle then fails keeps the work and waits in an incident', async () => {
    const office = await withTask({
      ...agree,
      stages: {
        ...agree.stages,
        plan: {
          ...agree.stages.plan,
          on: {
            'task.agree.completed': [
              { to: 'observe', do: [{ do: 'set', variable: 'round', value: '1 + "a"' }] },
            ],
          },
        },
      },
    });
    const [task] = await office.tasksOf('deputy');
    const send = await office.as('deputy');
    const answer = await send('POST', `/api/v1/tasks/${task.id}/complete`, agreed);
    expect([answer.status, answer.body.state]).toEqual([200, 'completed']);
    const incidents = await office.deps.store.read((db) => db.selectFrom('incidents').selectAll().execute());
    expect(incidents.map(({ planId, state }) => ({ planId, state }))).toEqual([
      { planId: 'p1', state: 'open' },
    ]);
    expect((await office.planState('p1')).revision).toBe(1);
  });
});

describe('a task of several people', () => {
  const asked = (complete: 'all' | 'any' | number) => ({
    initial: 'ask',
    stages: {
      ask: {
        tasks: {
          judge: {
            title: 'Judge the year',
            assignee: 'reports',
            complete,
            form: {
              type: 'object',
              properties: { mark: { type: 'integer', minimum: 1, maximum: 5 } },
              required: ['mark'],
              additionalProperties: false,
            },
          },
        },
        on: { 'task.judge.completed': [{ to: 'done', guard: 'count(event.data.results) > 0' }] },
      },
      done: { type: 'final', outcome: 'met' },
    },
  });
  const started = async (complete: 'all' | 'any' | number) => {
    const office = await makeOffice(asked(complete));
    await office.start('p1', 'dob');
    const complete1 = async (id: string, mark: number) => {
      const [task] = await office.tasksOf(id, 'assignee=me&state=open');
      if (!task) return null;
      return (await office.as(id))('POST', `/api/v1/tasks/${task.id}/complete`, { result: { mark } });
    };
    return { office, complete: complete1 };
  };

  test('waits for all of them', async () => {
    const { office, complete } = await started('all');
    expect((await complete('pat', 4))?.body.completions).toEqual({ done: 1, needed: 2 });
    expect((await office.planState('p1')).status).toBe('active');
    expect((await complete('ian', 2))?.body.completions).toEqual({ done: 2, needed: 2 });
    expect(await office.planState('p1')).toMatchObject({ stage: ['done'], status: 'ended' });
  });

  test('is done when any of them has completed it, and closed for the others', async () => {
    const { office, complete } = await started('any');
    await complete('ian', 2);
    expect((await office.planState('p1')).status).toBe('ended');
    expect(await complete('pat', 4)).toBe(null);
    expect((await office.tasksOf('pat'))[0].state).toBe('closed');
  });

  test('needs no more of them than there are', async () => {
    const { office, complete } = await started(3);
    await complete('pat', 4);
    await complete('ian', 2);
    expect((await office.planState('p1')).status).toBe('ended');
  });

  test('hands all their results to the plan', async () => {
    const { office, complete } = await started('all');
    await complete('pat', 4);
    office.deps.clock.advance(1000);
    await complete('ian', 2);
    const event = await office.deps.store.read((db) =>
      db
        .selectFrom('history')
        .select('event')
        .where('eventType', '=', 'task.judge.completed')
        .executeTakeFirstOrThrow(),
    );
    expect(JSON.parse(event.event)).toMatchObject({
      result: { mark: 2 },
      results: [{ mark: 4 }, { mark: 2 }],
      completedBy: 'ian',
    });
  });

  test('keeps to the JSON Schema that the cycle gives it', async () => {
    const { complete } = await started('all');
    const answer = await complete('pat', 9);
    expect([answer?.status, answer?.body.errors[0].pointer]).toEqual([422, '/result/mark']);
  });
});

test('feedback that hurts is not taken, says why, and leaves the task open', async () => {
  const office = await makeOffice({
    initial: 'ask',
    stages: {
      ask: { tasks: { say: { title: 'Say it', assignee: 'manager', form: 'feedback', due: 'P5D' } } },
    },
  });
  await office.start('p1');
  const send = await office.as('deputy');
  const [task] = await office.tasksOf('deputy');
  const complete = (text: string) => send('POST', `/api/v1/tasks/${task.id}/complete`, { result: { text } });
  for (let time = 0; time < 2; time++) {
    const refused = await complete('You will regret this. Since your maternity leave you are slow.');
    expect([refused.status, refused.body.errors.map(({ code }: { code: string }) => code)]).toEqual([
      422,
      ['FB-01', 'FB-02'],
    ]);
    expect(refused.body.errors[0]).toMatchObject({ pointer: '/result/text' });
    expect(refused.body.errors[0].detail).toContain('“You will regret this”');
  }
  expect((await office.tasksOf('deputy'))[0].state).toBe('open');
  expect((await complete('You are lazy.')).status).toBe(200);
});
