// Once somebody has been rated, the plan changes only with a reason, which is kept.
import { expect, test } from 'vitest';
import { drawn, given, makeRatedOffice } from '../../support/rated-office.ts';

async function planned() {
  const office = await makeRatedOffice(drawn);
  const deputy = await office.as('deputy');
  const goal = (await deputy('POST', '/api/v1/goals', { componentId: 'permits', title: 'Issue' })).body;
  const measure = {
    ...{ goalId: goal.id, title: 'Days', unit: 'n', direction: 'increase', weight: 100 },
    ...{ timeAggregation: 'mean', standards: { kind: 'points', unacceptable: 0, meets: 100 } },
  };
  const made = (await deputy('POST', '/api/v1/measures', measure)).body;
  const changes: ['POST' | 'PATCH', string, object][] = [
    ['PATCH', `/goals/${goal.id}`, { priority: 5 }],
    ['PATCH', `/measures/${made.id}`, { standards: { kind: 'points', unacceptable: 0, meets: 5 } }],
    ['POST', '/goals', { componentId: 'permits', title: 'Answer' }],
    ['POST', '/measures', { ...measure, title: 'Weeks' }],
  ];
  const send = async ([method, path, body]: (typeof changes)[number], more: object = {}) =>
    deputy(method, `/api/v1${path}`, { ...body, ...more });
  return { ...office, goal, changes, send };
}

const rated = (goal: { id: string }) => ({
  ...given,
  goals: [{ goalId: goal.id, results: 'exceeds', methods: 'meets', evidence: 'The log of May.' }],
});

test('before the first rating no reason is asked for', async () => {
  const { changes, send } = await planned();
  for (const change of changes) expect((await send(change)).status).toBeLessThan(300);
});

test('after it a change without a reason is refused with what to do, and changes nothing', async () => {
  const office = await planned();
  expect((await office.work('deputy', 'rate', rated(office.goal))).status).toBe(200);
  const before = await office.get('hana', `/goals/${office.goal.id}`);
  for (const change of office.changes) {
    const refused = await office.send(change);
    expect([refused.status, refused.body.detail, refused.body.errors[0].pointer]).toEqual([
      422,
      'Somebody has been rated by this plan already: say why it changes. The reason is kept with the change. Nothing was changed.',
      '/reason',
    ]);
    expect((await office.send(change, { reason: '   ' })).status).toBe(422);
  }
  expect(await office.get('hana', `/goals/${office.goal.id}`)).toEqual(before);
});

test('the reason is kept in the audit trail and with the version of the plan, and not in the goal', async () => {
  const office = await planned();
  const newest = async () => (await office.get('hana', '/plans/p1/versions')).items.at(-1);
  const signed = await office.post('pat', '/plans/p1/signatures', { decision: 'agreed', version: 0 });
  expect([signed.status, (await newest()).reason]).toEqual([201, null]);
  expect((await office.work('deputy', 'rate', rated(office.goal))).status).toBe(200);
  const reason = 'The office was merged.';
  for (const change of office.changes)
    expect((await office.send(change, { reason })).status).toBeLessThan(300);
  expect(await office.get('hana', `/goals/${office.goal.id}`)).toMatchObject({ priority: 5, version: 2 });
  expect(await office.get('hana', `/goals/${office.goal.id}`)).not.toHaveProperty('reason');
  const { items } = await office.get('ada', '/audit?action=goal.change');
  expect(items[0]).toMatchObject({ actor: { id: 'deputy' }, detail: { reason } });
  expect(await newest()).toMatchObject({ version: 2, reason });
});

test('an import that changes what somebody was rated by asks for a reason, tried or done, and keeps it', async () => {
  const office = await makeRatedOffice(drawn);
  const hr = await office.as('hana');
  const file = (target: number, more: object = {}) => ({
    ...{ kind: 'indicators', format: 'csv', period: { start: '2026-01-01', end: '2026-12-31' } },
    content: `unit,goal,indicator,way,target,actual\nPermits,Issue,Days,Down,${target},9`,
    mapping: {
      path: [{ column: 'unit', kind: 'team' }],
      ...{ goal: 'goal', measure: 'indicator', direction: 'way', target: 'target', actual: 'actual' },
    },
    ...more,
  });
  const run = async (body: object, query = '') => (await hr('POST', `/api/v1/imports${query}`, body)).body;
  expect(await run(file(12))).toMatchObject({ status: 'done', measures: { created: 1 } });
  const [{ id: measureId }] = (await hr('GET', '/api/v1/measures')).body.items;
  const { componentId } = (await hr('GET', '/api/v1/goals')).body.items[0];
  await hr('PATCH', `/api/v1/components/${componentId}`, { ownerId: 'pat', managerId: 'deputy' });
  await office.start('imported', componentId);
  const [task] = await office.tasksOf('deputy', 'assignee=me&state=open&planId=imported');
  const goals = [{ goalId: (await hr('GET', '/api/v1/goals')).body.items[0].id, results: 'exceeds' }];
  const judged = goals.map((one) => ({ ...one, methods: 'meets', evidence: 'The log of May.' }));
  const deputy = await office.as('deputy');
  const result = { ...given, goals: judged };
  expect((await deputy('POST', `/api/v1/tasks/${task.id}/complete`, { result })).status).toBe(200);

  const asked = { status: 'refused', problems: [{ row: 0, code: 'reason-needed' }] };
  expect(await run(file(10), '?dryRun=true')).toMatchObject(asked);
  expect(await run(file(10))).toMatchObject(asked);
  expect((await hr('GET', `/api/v1/measures/${measureId}`)).body.version).toBe(1);
  expect(await run(file(10, { reason: 'The board decided.' }))).toMatchObject({ status: 'done' });
  const audit = await (await office.as('ada'))('GET', '/api/v1/audit?action=import.run');
  expect(JSON.stringify(audit.body.items)).toContain('The board decided.');
});

test('a change that counts in a plan further up, by which somebody was rated, needs a reason, and both sides there hear it', async () => {
  const office = await makeRatedOffice(drawn);
  const ada = await office.as('ada');
  const goal = async (id: string, componentId: string, more: object = {}) =>
    expect((await ada('POST', '/api/v1/goals', { id, componentId, title: 'Issue', ...more })).status).toBe(
      201,
    );
  const contributes = (parentGoalId: string, mode = 'contributes') => ({
    alignments: [{ parentGoalId, mode, share: 1, contribution: null }],
  });
  await goal('top', 'permits', { scoreMode: 'children' });
  await goal('middle', 'dob', { scoreMode: 'children', ...contributes('top') });
  await goal('low', 'inspection', contributes('middle'));
  await goal('beside', 'inspection', contributes('top', 'aligned'));
  const change = (id: string, body: object) => ada('PATCH', `/api/v1/goals/${id}`, body);
  const rated = {
    ...given,
    goals: [{ goalId: 'top', results: 'exceeds', methods: 'meets', evidence: 'Seen.' }],
  };
  expect((await change('low', { critical: true })).status).toBe(200);
  expect((await office.work('deputy', 'rate', rated)).status).toBe(200);

  expect((await change('beside', { critical: true })).status).toBe(200);
  expect((await change('low', { priority: 3 })).status).toBe(200);
  const refused = await change('low', { critical: false });
  expect([refused.status, refused.body.errors?.[0].code]).toEqual([422, 'reason-needed']);
  expect(refused.body.detail).toContain('by a plan in which this counts');
  const measure = {
    ...{ goalId: 'low', title: 'Days', unit: 'n', direction: 'increase', weight: 100 },
    ...{ timeAggregation: 'mean', standards: { kind: 'points', unacceptable: 0, meets: 100 } },
  };
  expect((await ada('POST', '/api/v1/measures', measure)).status).toBe(422);
  const told = async (person: string) =>
    (await office.get(person, '/notifications')).items
      .map(({ message }: { message: string }) => message)
      .filter((message: string) => message.includes('The reason'));
  expect(await told('deputy')).toEqual([]);
  const reason = 'The office was merged.';
  expect((await change('low', { critical: false, reason })).status).toBe(200);
  const message = `What counts in the plan of Permits was changed at Inspection. The reason: ${reason}`;
  expect([await told('deputy'), await told('pat')]).toEqual([[message], [message]]);
});
