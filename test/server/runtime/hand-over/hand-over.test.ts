import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeOffice } from '../../../support/office.ts';

const cycle = {
  variables: { handOvers: 0, moves: 0, from: '', to: '' },
  initial: 'working',
  stages: {
    working: {
      kind: 'appraise',
      tasks: {
        rate: { title: 'Rate the year', assignee: 'manager', form: 'appraisal', due: 'P10D' },
        plan: { title: 'Agree the plan', assignee: 'owner', form: 'plan-agreement', due: 'P10D' },
        peer: { title: 'Say what you saw', assignee: 'peers(2)', form: 'feedback', due: 'P10D' },
        file: { title: 'File it', assignee: 'role:hr', form: 'calibration', due: 'P10D' },
      },
      on: {
        'component.manager-changed': [
          {
            do: [
              { do: 'set', variable: 'handOvers', value: 'handOvers + 1' },
              { do: 'set', variable: 'from', value: 'event.data.from' },
              { do: 'set', variable: 'to', value: 'event.data.to' },
            ],
          },
        ],
        'component.moved': [{ do: [{ do: 'set', variable: 'moves', value: 'moves + 1' }] }],
      },
    },
    done: { type: 'final' },
  },
};

type Office = Awaited<ReturnType<typeof makeOffice>>;

async function withPlan(): Promise<Office> {
  const office = await makeOffice(cycle);
  await office.start('p1');
  return office;
}
async function change(office: Office, id: string, patch: Record<string, unknown>) {
  const answer = await (await office.as('ada'))('PATCH', `/api/v1/components/${id}`, patch);
  expect(answer.status).toBe(200);
}
const openTasks = (office: Office) =>
  office.deps.store.read((db) =>
    db
      .selectFrom('tasks')
      .select(['id', 'key', 'assigneeId', 'delegatedBy'])
      .where('state', '=', 'open')
      .orderBy('key')
      .orderBy('assigneeId')
      .execute(),
  );
const whoHas = async (office: Office) =>
  Object.groupBy(await openTasks(office), ({ key }) => key) as Record<
    string,
    { assigneeId: string | null }[]
  >;
const assignees = async (office: Office, key: string) =>
  ((await whoHas(office))[key] ?? []).map(({ assigneeId }) => assigneeId);
const told = (office: Office, personId: string) =>
  office.deps.store.read(async (db) =>
    (await db.selectFrom('notifications').select('message').where('personId', '=', personId).execute()).map(
      ({ message }) => message,
    ),
  );
const variables = (office: Office) =>
  office.deps.store.read(async (db) => {
    const { state } = await db
      .selectFrom('plans')
      .select('state')
      .where('id', '=', 'p1')
      .executeTakeFirstOrThrow();
    return JSON.parse(state).variables;
  });

test('open tasks of the manager go to the new one, and both are told', async () => {
  const office = await withPlan();
  expect(await assignees(office, 'rate')).toEqual(['deputy']);
  await change(office, 'permits', { managerId: 'hana' });
  expect(await assignees(office, 'rate')).toEqual(['hana']);
  expect(await told(office, 'hana')).toContainEqual(
    expect.stringContaining('take over 1 open task: “Rate the year (Permits)”'),
  );
  expect(await told(office, 'deputy')).toContainEqual(expect.stringContaining('no longer have 1 open task'));
  expect(await assignees(office, 'plan')).toEqual(['pat']);
});

test('the trail says of the component, and of each task, who it was and who it is', async () => {
  const office = await withPlan();
  const [task] = (await openTasks(office)).filter(({ key }) => key === 'rate');
  await change(office, 'permits', { managerId: 'hana' });
  await change(office, 'permits', { managerId: 'mayor' });
  const send = await office.as('ada');
  const told = async (about: string, action: string) => {
    const { items } = (await send('GET', `/api/v1/audit?resource=${encodeURIComponent(about)}`)).body;
    return items
      .filter((line: { action: string }) => line.action === action)
      .map(({ actor, detail }: { actor: { id: string }; detail: unknown }) => ({ actor: actor.id, detail }));
  };
  expect(await told('component/permits', 'component.change')).toMatchObject([
    { actor: 'ada', detail: { before: { managerId: 'hana' }, after: { managerId: 'mayor' } } },
    { actor: 'ada', detail: { before: { managerId: null }, after: { managerId: 'hana' } } },
  ]);
  expect(await told(`task/${task?.id}`, 'task.hand-over')).toMatchObject([
    { actor: 'ada', detail: { from: 'hana', to: 'mayor' } },
    { actor: 'ada', detail: { from: 'deputy', to: 'hana' } },
  ]);
});

test('the plan hears who it was and who it is', async () => {
  const office = await withPlan();
  await change(office, 'permits', { managerId: 'hana' });
  expect(await variables(office)).toEqual({ handOvers: 1, moves: 0, from: 'deputy', to: 'hana' });
  await change(office, 'permits', { name: 'Permits and licences', managerId: 'hana' });
  expect(await variables(office)).toMatchObject({ handOvers: 1 });
});

test('a manager who changes above is the new one of all below that have none of their own', async () => {
  const office = await withPlan();
  await office.start('p2', 'inspection');
  await change(office, 'inspection', { managerId: 'hana' });
  await change(office, 'dob', { managerId: 'mayor' });
  const tasks = await office.deps.store.read((db) =>
    db
      .selectFrom('tasks')
      .select(['planId', 'assigneeId'])
      .where('key', '=', 'rate')
      .where('state', '=', 'open')
      .orderBy('planId')
      .execute(),
  );
  expect(tasks).toEqual([
    { planId: 'p1', assigneeId: 'mayor' },
    { planId: 'p2', assigneeId: 'hana' },
  ]);
});

test('a component that moves comes under the manager of its new place', async () => {
  const office = await withPlan();
  await change(office, 'permits', { parentId: 'city' });
  expect(await assignees(office, 'rate')).toEqual(['mayor']);
  expect(await variables(office)).toMatchObject({ moves: 1, handOvers: 1, to: 'mayor' });
});

test('what was completed stays under the name of who did it', async () => {
  const office = await withPlan();
  const [task] = await office.tasksOf('pat', 'assignee=me&state=open');
  const done = await (await office.as('pat'))('POST', `/api/v1/tasks/${task.id}/complete`, {
    result: { decision: 'agreed' },
  });
  expect(done.status).toBe(200);
  await change(office, 'permits', { ownerId: 'ian' });
  const row = await office.deps.store.read((db) =>
    db
      .selectFrom('tasks')
      .select(['state', 'assigneeId', 'completedBy'])
      .where('id', '=', task.id)
      .executeTakeFirst(),
  );
  expect(row).toEqual({ state: 'completed', assigneeId: 'pat', completedBy: 'pat' });
});

test('a task that was passed on by hand stays with whom it was passed to', async () => {
  const office = await withPlan();
  const [task] = await office.tasksOf('deputy', 'assignee=me&state=open');
  await (await office.as('deputy'))('POST', `/api/v1/tasks/${task.id}/delegate`, {
    to: 'chief',
    reason: 'I am away.',
  });
  await change(office, 'permits', { managerId: 'hana' });
  expect(await assignees(office, 'rate')).toEqual(['chief']);
});

test('peers who were asked stay, whatever the tree becomes', async () => {
  const office = await withPlan();
  const before = await assignees(office, 'peer');
  await change(office, 'permits', { parentId: 'city' });
  expect(await assignees(office, 'peer')).toEqual(before);
});

test('who comes to own the component loses the task that appraises it to somebody who may', async () => {
  const office = await withPlan();
  expect(await assignees(office, 'file')).toEqual(['hana']);
  await change(office, 'permits', { ownerId: 'hana' });
  expect([await assignees(office, 'file'), await assignees(office, 'plan')]).toEqual([['mayor'], ['hana']]);
});

test('where nobody is left for a task, administrators are told which', async () => {
  const office = await withPlan();
  await change(office, 'city', { ownerId: null });
  await change(office, 'dob', { ownerId: null, managerId: null });
  await change(office, 'permits', { ownerId: 'hana' });
  expect(await assignees(office, 'file')).toEqual([null]);
  expect(await told(office, 'ada')).toContainEqual(
    expect.stringMatching(/^Nobody is left to work \d open tasks?: .*“File it \(Permits\)”/),
  );
});

test('a change refused leaves every task where it is', async () => {
  const office = await withPlan();
  const before = await openTasks(office);
  const answer = await (await office.as('ada'))('PATCH', '/api/v1/components/permits', {
    managerId: 'ghost',
  });
  expect([answer.status, await openTasks(office)]).toEqual([422, before]);
});

const staff = ['mayor', 'chief', 'deputy', 'pat', 'ian', 'hana'];
const places = ['city', 'dob', 'permits', 'inspection'];
const changes = fc.array(
  fc.record({
    id: fc.constantFrom(...places),
    patch: fc.oneof(
      fc.record({ managerId: fc.constantFrom(...staff, null) }),
      fc.record({ ownerId: fc.constantFrom(...staff, null) }),
      fc.record({ parentId: fc.constantFrom(...places) }),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

test('whatever becomes of the organisation, tasks have one person, nobody rates their own, and no plan is lost', async () => {
  await fc.assert(
    fc.asyncProperty(changes, async (list) => {
      const office = await withPlan();
      await office.start('p2', 'inspection');
      const before = (await openTasks(office)).map(({ id }) => id).sort();
      const send = await office.as('ada');
      for (const { id, patch } of list) {
        const { status } = await send('PATCH', `/api/v1/components/${id}`, patch);
        expect([200, 409]).toContain(status);
      }
      expect((await openTasks(office)).map(({ id }) => id).sort()).toEqual(before);
      const places = await office.deps.store.read((db) => db.selectFrom('components').selectAll().execute());
      const owners = new Map(places.map(({ id, ownerId }) => [id, ownerId]));
      for (const place of ['permits', 'inspection'])
        for (const [key, relation] of [
          ['rate', 'manager'],
          ['plan', 'owner'],
        ] as const) {
          const { people } = (await send('GET', `/api/v1/components/${place}/assignees?relation=${relation}`))
            .body;
          const rows = await office.deps.store.read((db) =>
            db
              .selectFrom('tasks')
              .select('assigneeId')
              .where('componentId', '=', place)
              .where('key', '=', key)
              .where('state', '=', 'open')
              .execute(),
          );
          // Where the tree means only whoever answers for the place, nobody rates it until somebody is named.
          const [means] = people.filter(
            ({ id }: { id: string }) => key !== 'rate' || id !== owners.get(place),
          );
          expect(rows).toEqual([{ assigneeId: means?.id ?? null }]);
        }
      const filed = await office.deps.store.read((db) =>
        db
          .selectFrom('tasks as t')
          .innerJoin('components as c', 'c.id', 't.componentId')
          .select('t.id')
          .where('t.key', '=', 'file')
          .whereRef('t.assigneeId', '=', 'c.ownerId')
          .execute(),
      );
      expect(filed).toEqual([]);
      for (const plan of ['p1', 'p2']) expect((await office.planState(plan)).status).toBe('active');
    }),
    { numRuns: 40 },
  );
}, 60_000);
