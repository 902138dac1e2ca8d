// Who works a task sees what it needs, by the tree or by the task itself, and nothing besides.
import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';
import { given, makeRatedOffice, undrawn } from '../../support/rated-office.ts';

type Office = Awaited<ReturnType<typeof makeOffice>>;

const asking = (form: unknown, assignee: string) => ({
  initial: 'a',
  stages: {
    a: {
      kind: 'appraise',
      tasks: { t: { title: 'T', form, assignee } },
      on: { 'task.t.completed': [{ to: 'b' }] },
    },
    b: { kind: 'observe' },
  },
});

async function withGoal(form: unknown, assignee: string) {
  const office = await makeOffice(asking(form, assignee));
  const ada = await office.as('ada');
  await ada('POST', '/api/v1/goals', { id: 'quick', componentId: 'permits', title: 'Be quick' });
  await ada('POST', '/api/v1/measures', {
    ...{ id: 'days', goalId: 'quick', title: 'Days', unit: 'days', direction: 'decrease' },
  });
  return office;
}

const read = async (office: Office, who: string, path: string) =>
  (await office.as(who))('GET', `/api/v1${path}`);
const plans = ['/plans/p1', '/plans/p1/versions', '/plans/p1/appraisal', '/plans/p1/answers'];
const lists = ['/goals?componentId=permits', '/measures?componentId=permits'];
const looks = async (office: Office, who: string) => ({
  plan: await Promise.all(plans.map(async (path) => (await read(office, who, path)).status)),
  goals: await Promise.all(lists.map(async (path) => (await read(office, who, path)).body.items.length)),
});
const all = { plan: [200, 200, 200, 200], goals: [1, 1] };
const none = { plan: [404, 404, 404, 404], goals: [0, 0] };

const rating = {
  goals: [{ goalId: 'quick', results: null, methods: 'meets', evidence: 'The log of May.' }],
  results: 'meets',
  methods: 'meets',
  summary: 'A steady year.',
};
async function work(office: Office, who: string, act: string, body: object) {
  const [task] = await office.tasksOf(who, 'assignee=me&state=open');
  return (await office.as(who))('POST', `/api/v1/tasks/${task.id}/${act}`, body);
}

test('whoever is named as manager sees the plans below and appraises, whatever their role is called', async () => {
  const office = await withGoal('appraisal', 'manager');
  await (await office.as('hana'))('PATCH', '/api/v1/components/permits', { managerId: 'ian' });
  await office.start('p1');
  expect(await looks(office, 'ian')).toEqual(all);
  expect((await read(office, 'ian', '/plans')).body.items).toMatchObject([{ id: 'p1' }]);
  expect((await read(office, 'ian', '/reports/roll-up?at=permits')).status).toBe(200);
  const send = await office.as('ian');
  const signed = await send('POST', '/api/v1/plans/p1/signatures', { decision: 'agreed', version: 0 });
  expect(signed.status).toBe(201);
  expect((await work(office, 'ian', 'complete', { result: rating })).status).toBe(200);
  await (await office.as('hana'))('PATCH', '/api/v1/components/permits', { managerId: 'deputy' });
  expect(await looks(office, 'ian')).toEqual(none);
});

test('an appraisal passed on brings sight of that plan and its goals along, for as long as it is open', async () => {
  const office = await withGoal('appraisal', 'manager');
  await office.start('p1');
  await office.start('p2');
  expect(await looks(office, 'ian')).toEqual(none);
  const [task] = (await office.tasksOf('deputy', 'assignee=me&state=open')).filter(
    ({ planId }: { planId: string }) => planId === 'p1',
  );
  const passed = { to: 'ian', reason: 'You know it better.' };
  await (await office.as('deputy'))('POST', `/api/v1/tasks/${task.id}/delegate`, passed);
  expect(await looks(office, 'ian')).toEqual(all);
  expect((await read(office, 'ian', '/plans/p2')).status).toBe(404);
  expect((await read(office, 'ian', '/plans')).body.items).toEqual([]);
  expect((await read(office, 'ian', '/goals/by-component')).body.items).toEqual([]);
  expect((await (await office.as('ian'))('PATCH', '/api/v1/goals/quick', { priority: 2 })).status).toBe(403);
  expect((await work(office, 'ian', 'complete', { result: rating })).status).toBe(200);
  expect(await looks(office, 'ian')).toEqual(none);
});

test('a designer whom the organisation names nowhere sees what a task shows, and only while it is theirs', async () => {
  const office = await withGoal('appraisal', 'manager');
  await office.start('p1');
  await office.start('p2');
  const statuses = async () =>
    Promise.all([...plans, ...lists].map(async (path) => (await read(office, 'dora', path)).status));
  const refused = [403, 403, 403, 403, 403, 403];
  expect(await statuses()).toEqual(refused);
  const [task] = (await office.tasksOf('deputy', 'assignee=me&state=open')).filter(
    ({ planId }: { planId: string }) => planId === 'p1',
  );
  const passed = { to: 'dora', reason: 'You know it better.' };
  await (await office.as('deputy'))('POST', `/api/v1/tasks/${task.id}/delegate`, passed);
  expect(await looks(office, 'dora')).toEqual(all);
  expect((await read(office, 'dora', '/plans/p2')).status).toBe(404);
  expect((await read(office, 'dora', '/plans')).body.items).toEqual([]);
  expect((await (await office.as('dora'))('PATCH', '/api/v1/goals/quick', { priority: 2 })).status).toBe(403);
  expect((await work(office, 'dora', 'complete', { result: rating })).status).toBe(200);
  expect(await statuses()).toEqual(refused);
});

test('a designer who stands in for somebody sees what that person sees of the component, for as long', async () => {
  const office = await withGoal('appraisal', 'manager');
  await office.start('p1');
  const away = { personId: 'deputy', from: '2026-01-05', to: '2026-01-09', substituteId: 'dora' };
  const hana = await office.as('hana');
  const { status, body } = await hana('POST', '/api/v1/absences', away);
  expect([status, await looks(office, 'dora')]).toEqual([201, all]);
  expect((await read(office, 'dora', '/plans')).body.items).toMatchObject([{ id: 'p1' }]);
  expect((await hana('DELETE', `/api/v1/absences/${body.id}`)).status).toBe(200);
  expect((await read(office, 'dora', '/plans/p1')).status).toBe(403);
});

test('who is asked to observe sees the goals and measures, and not the plan', async () => {
  const office = await withGoal('observation', 'person:ian');
  await office.start('p1');
  expect(await looks(office, 'ian')).toEqual({ ...none, goals: [1, 1] });
});

test('who is asked for feedback sees nothing of whom it is about', async () => {
  const office = await withGoal('feedback', 'person:ian');
  await office.start('p1');
  expect(await looks(office, 'ian')).toEqual(none);
});

test('who agrees a plan in its owner’s place reads no rating before its owner does', async () => {
  const office = await makeRatedOffice(undrawn);
  await office.work('deputy', 'rate', given);
  const [task] = await office.tasksOf('hana', 'planId=p1&state=open');
  await office.deps.store.commit((db) =>
    db
      .updateTable('tasks')
      .set({ assigneeId: 'ian', purpose: 'plan-agreement' })
      .where('id', '=', task.id)
      .execute(),
  );
  const readBy = async (who: string) => {
    const { status, body } = await read(office, who, '/plans/p1/appraisal');
    return [status, body.hidden];
  };
  expect([await readBy('ian'), await readBy('deputy')]).toEqual([
    [200, true],
    [200, false],
  ]);
  expect((await read(office, 'ian', '/plans/p1')).body).toMatchObject({ underReview: true });
});
