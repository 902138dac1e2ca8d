import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const review = {
  initial: 'plan',
  stages: {
    plan: {
      name: 'Plan the year',
      kind: 'plan',
      tasks: {
        agree: { title: 'Agree the plan', assignee: 'manager', form: 'plan-agreement' },
        read: { title: 'Read the plan', assignee: 'owner', form: 'acknowledgement' },
      },
      on: {
        'task.agree.completed': [{ to: 'observe', guard: 'result.decision = "agreed"' }, {}],
        'task.read.completed': [{}],
      },
    },
    observe: {
      name: 'Observe',
      kind: 'observe',
      on: {
        'plan.changed': [{ to: 'changed' }],
        'period.closed': [{ to: 'appraise' }],
      },
    },
    changed: { name: 'Changed', kind: 'plan', on: { 'period.closed': [{ to: 'appraise' }] } },
    appraise: { name: 'Appraise', kind: 'appraise', entry: [{ do: 'appraise' }], on: {} },
  },
};

/** Permits has two goals; its plan p1 waits for deputy (manager) and pat (owner). */
async function makePlan(priorities: [number, number] = [60, 40], cycle: object = review) {
  const office = await makeOffice({ ...cycle });
  const [ada, deputy, pat] = [await office.as('ada'), await office.as('deputy'), await office.as('pat')];
  const goal = (id: string, priority: number) =>
    ada('POST', '/api/v1/goals', { id, componentId: 'permits', title: `Reach ${id}`, priority });
  await goal('speed', priorities[0]);
  await goal('care', priorities[1]);
  const standards = { kind: 'points', unacceptable: 10, meets: 5 };
  await ada('POST', '/api/v1/measures', {
    id: 'days',
    goalId: 'speed',
    title: 'Days',
    unit: 'days',
    direction: 'decrease',
    standards,
  });
  await office.start('p1');
  const complete = async (who: 'deputy' | 'pat', result: object) => {
    const [task] = await office.tasksOf(who, 'assignee=me&state=open&planId=p1');
    return (who === 'pat' ? pat : deputy)('POST', `/api/v1/tasks/${task.id}/complete`, { result });
  };
  const versions = async () => (await deputy('GET', '/api/v1/plans/p1/versions')).body;
  const bothAgree = async () => {
    await complete('pat', { decision: 'signed' });
    office.deps.clock.advance(3_600_000);
    await complete('deputy', { decision: 'agreed' });
  };
  const sign = (send: typeof pat, body: object) => send('POST', '/api/v1/plans/p1/signatures', body);
  return { ...office, ada, deputy, pat, complete, versions, bothAgree, sign };
}

const short = (
  items: { version: number; inForceAt: string | null; signatures: { side: string; decision: string }[] }[],
) =>
  items.map(({ version, inForceAt, signatures }) => [
    version,
    inForceAt !== null,
    signatures.map(({ side, decision }) => `${side} ${decision}`),
  ]);

test('both signatures put the plan in force: who, when, and which version', async () => {
  const { versions, bothAgree } = await makePlan();
  expect((await versions()).items).toEqual([]);
  await bothAgree();
  const { items } = await versions();
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    version: 1,
    inForceAt: '2026-01-05T10:00:00.000Z',
    signatures: [
      {
        side: 'component',
        decision: 'agreed',
        person: { id: 'pat', name: 'Pat' },
        at: '2026-01-05T09:00:00.000Z',
      },
      {
        side: 'manager',
        decision: 'agreed',
        person: { id: 'deputy', name: 'Deputy' },
        at: '2026-01-05T10:00:00.000Z',
      },
    ],
  });
  expect(items[0].document.goals.map(({ id }: { id: string }) => id)).toEqual(['care', 'speed']);
});

test('weights of 99 % cannot be agreed, the task says by how much and stays open', async () => {
  const { complete, versions } = await makePlan([60, 39]);
  const answer = await complete('deputy', { decision: 'agreed' });
  expect([answer.status, answer.body.detail]).toEqual([
    422,
    'The weights of the goals add up to 99 %: 1 % is missing. Make them add up to 100 %, and agree then.',
  ]);
  expect((await versions()).items).toEqual([]);
  const returned = await complete('deputy', { decision: 'returned', comment: 'One per cent is missing.' });
  expect(returned.status).toBe(200);
  expect((await versions()).items[0].signatures).toMatchObject([
    { decision: 'returned', comment: 'One per cent is missing.' },
  ]);
});

test('a change after agreement makes a version that waits for both, and is told to them and to the cycle', async () => {
  const { ada, bothAgree, versions, as, planState } = await makePlan();
  await bothAgree();
  await ada('PATCH', '/api/v1/measures/days', { standards: { kind: 'points', unacceptable: 8, meets: 4 } });
  expect(short((await versions()).items)).toEqual([
    [1, true, ['component agreed', 'manager agreed']],
    [2, false, []],
  ]);
  expect((await planState('p1')).stage).toEqual(['changed']);
  for (const who of ['pat', 'deputy']) {
    const { items } = (await (await as(who))('GET', '/api/v1/notifications')).body;
    expect(items.map(({ message }: { message: string }) => message)).toContain(
      'The plan of Permits was changed: its version 2 waits for your signature.',
    );
  }
});

test('further changes belong to the version that nobody has signed; taken back, it is gone', async () => {
  const { ada, bothAgree, versions } = await makePlan();
  await bothAgree();
  await ada('PATCH', '/api/v1/goals/speed', { priority: 70 });
  await ada('PATCH', '/api/v1/goals/care', { priority: 30 });
  expect(short((await versions()).items).map(([version]) => version)).toEqual([1, 2]);
  await ada('PATCH', '/api/v1/goals/speed', { priority: 60 });
  await ada('PATCH', '/api/v1/goals/care', { priority: 40 });
  expect(short((await versions()).items).map(([version]) => version)).toEqual([1]);
});

test('the new version is signed on the page of the plan, or returned with a comment; twice makes no harm', async () => {
  const { ada, pat, deputy, bothAgree, versions, sign } = await makePlan();
  await bothAgree();
  await ada('PATCH', '/api/v1/goals/speed', { title: 'Reach greater speed' });
  const silent = await sign(pat, { decision: 'returned', version: 2 });
  expect([silent.status, silent.body.errors[0].pointer]).toEqual([422, '/comment']);
  await sign(pat, { decision: 'returned', comment: 'Too fast.', version: 2 });
  await sign(pat, { decision: 'agreed', version: 2 });
  await sign(pat, { decision: 'agreed', version: 2 });
  expect((await versions()).items[1].inForceAt).toBeNull();
  expect((await sign(deputy, { decision: 'agreed', version: 2 })).status).toBe(201);
  expect((await versions()).items[1].inForceAt).not.toBeNull();
});

test('who has seen an older version signs nothing', async () => {
  const { ada, pat, bothAgree, sign } = await makePlan();
  await bothAgree();
  await ada('PATCH', '/api/v1/goals/speed', { priority: 60, title: 'Reach greater speed' });
  const answer = await sign(pat, { decision: 'agreed', version: 1 });
  expect([answer.status, answer.body.detail]).toEqual([
    412,
    'The plan was changed since you saw it: version 2 is the newest by now. Nothing was signed; look at it and decide anew.',
  ]);
});

test('who completes the task signs what they were shown and nothing else', async () => {
  const { ada, pat, tasksOf, versions } = await makePlan();
  const shown = { goals: { speed: 1, care: 1 }, measures: { days: 1 } };
  const [task] = await tasksOf('pat', 'assignee=me&state=open&planId=p1');
  const sign = (seen: { goals: Record<string, number>; measures: Record<string, number> }) =>
    pat('POST', `/api/v1/tasks/${task.id}/complete`, { result: { decision: 'signed' }, shown: seen });
  await ada('PATCH', '/api/v1/goals/care', { title: 'Take more care' });
  const refused = await sign(shown);
  expect([refused.status, refused.body.detail]).toEqual([
    412,
    'The plan was changed since you saw it. Nothing was signed; look at what it says now and decide anew.',
  ]);
  expect((await versions()).items).toEqual([]);
  expect((await sign({ ...shown, goals: { speed: 1 } })).status).toBe(412);
  expect((await sign({ ...shown, goals: { speed: 1, care: 2 } })).status).toBe(200);
  expect(short((await versions()).items)).toEqual([[1, false, ['component agreed']]]);
});

test('nobody signs for others, and who does not see the plan is told that there is none', async () => {
  const { as, sign } = await makePlan();
  const statuses = await Promise.all(
    ['hana', 'chief', 'ian', 'dora'].map(
      async (id) => (await sign(await as(id), { decision: 'agreed', version: 0 })).status,
    ),
  );
  expect(statuses).toEqual([403, 403, 404, 403]);
});

test('the plan is scored by what was agreed, until what was changed is agreed as well', async () => {
  const { ada, pat, deputy, bothAgree, sign, deps } = await makePlan();
  await bothAgree();
  await ada('POST', '/api/v1/observations', {
    measureId: 'days',
    periodStart: '2026-01-01',
    periodEnd: '2026-01-31',
    value: 7.5,
  });
  const score = async () => {
    const { goals } = (await deputy('GET', '/api/v1/plans/p1/score')).body.score;
    return goals.find(({ goalId }: { goalId: string }) => goalId === 'speed').score;
  };
  deps.clock.set('2026-07-02T09:00:00.000Z');
  expect(await score()).toBe(50);
  await ada('PATCH', '/api/v1/measures/days', {
    standards: { kind: 'points', unacceptable: 10, meets: 7.5 },
  });
  expect(await score()).toBe(50);
  await sign(pat, { decision: 'agreed', version: 2 });
  await sign(deputy, { decision: 'agreed', version: 2 });
  // 182 days by the first version, 183 by the second.
  expect(await score()).toBeCloseTo((182 * 50 + 183 * 100) / 365, 4);
});

/** As the annual appraisal has it: who answers reads the plan and signs, and nobody asks the manager. */
const acknowledged = {
  ...review,
  stages: {
    ...review.stages,
    plan: {
      ...review.stages.plan,
      tasks: { read: review.stages.plan.tasks.read },
      on: { 'task.read.completed': [{ to: 'observe' }] },
    },
  },
};

test('a plan waits for the sides that its cycle asks, and for a manager who signed unasked', async () => {
  const office = await makePlan(undefined, acknowledged);
  const { ada, deputy, complete, versions, sign, as } = office;
  const told = async (who: 'pat' | 'deputy') => {
    const { items } = (await (await as(who))('GET', '/api/v1/notifications')).body;
    return items.filter(({ message }: { message: string }) => message.includes('your signature')).length;
  };
  expect((await versions()).asked).toEqual(['component']);
  await complete('pat', { decision: 'signed' });
  await ada('PATCH', '/api/v1/goals/speed', { priority: 70 });
  await ada('PATCH', '/api/v1/goals/care', { priority: 30 });
  expect([await told('pat'), await told('deputy')]).toEqual([1, 0]);
  expect((await sign(deputy, { decision: 'agreed', version: 2 })).status).toBe(201);
  expect((await versions()).asked).toEqual(['component', 'manager']);
});
