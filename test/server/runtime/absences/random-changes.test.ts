import fc from 'fast-check';
import { expect, test } from 'vitest';
import { turnNextAbsence } from '../../../../server/runtime/absences/absence-worker.ts';
import { fireDue } from '../../../../server/runtime/plans/timers.ts';
import { makeOffice } from '../../../support/office.ts';

const stays = [{ do: [{ do: 'set', variable: 'count', value: 'count + 1' }] }];
const cycle = {
  variables: { count: 0 },
  initial: 'working',
  stages: {
    working: {
      kind: 'appraise',
      tasks: {
        rate: { title: 'Rate the year', assignee: 'manager', form: 'appraisal' },
        approve: { title: 'Approve the rating', assignee: 'manager.manager', form: 'calibration' },
        set: { title: 'Set goals', assignee: 'owner', form: 'goals' },
        own: { title: 'Look back', assignee: 'owner', form: 'self-appraisal' },
        file: { title: 'Reward', assignee: 'role:hr', form: 'reward' },
      },
      on: {
        'task.rate.completed': stays,
        'task.approve.completed': stays,
        'task.set.completed': stays,
        'leave.started': stays,
        'leave.ended': stays,
      },
    },
    done: { type: 'final' },
  },
};
const results: Record<string, object> = {
  rate: { goals: [], methods: 'meets', summary: 'As agreed.' },
  approve: { decision: 'kept', reason: 'The evidence is the same.' },
  set: { goals: [] },
};

const staff = ['mayor', 'chief', 'deputy', 'pat', 'ian', 'hana'];
const places = ['city', 'dob', 'permits', 'inspection'];
const person = fc.constantFrom(...staff);
const place = fc.constantFrom(...places);
const change = fc.oneof(
  fc.record({
    do: fc.constant('organise' as const),
    place,
    patch: fc.oneof(
      fc.record({ managerId: fc.constantFrom(...staff, null) }),
      fc.record({ ownerId: fc.constantFrom(...staff, null) }),
      fc.record({ parentId: place }),
    ),
  }),
  fc.record({
    do: fc.constant('go' as const),
    who: person,
    days: fc.integer({ min: 0, max: 30 }),
    substituteId: fc.constantFrom(...staff, null),
  }),
  fc.record({ do: fc.constant('return' as const), who: person }),
  fc.record({
    do: fc.constant('name' as const),
    who: person,
    substituteId: person,
    always: fc.boolean(),
    kind: fc.constantFrom(null, 'appraisal'),
  }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 20 }) }),
  fc.record({
    do: fc.constant('complete' as const),
    /** Null: whoever has it. */
    who: fc.constantFrom(...staff, null, null, null),
    key: fc.constantFrom(...Object.keys(results)),
    plan: fc.constantFrom('p1', 'p2'),
  }),
  fc.record({ do: fc.constant('delegate' as const), who: person, to: person }),
);
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;
type Office = Awaited<ReturnType<typeof makeOffice>>;

const today = (office: Office) => office.deps.clock.now().slice(0, 10);
const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const rowsOf = (office: Office) =>
  office.deps.store.read((db) =>
    db
      .selectFrom('tasks as t')
      .innerJoin('components as c', 'c.id', 't.componentId')
      .selectAll('t')
      .select('c.ownerId as ownerId')
      .orderBy('t.id')
      .execute(),
  );

async function apply(office: Office, one: Change): Promise<number> {
  const send = async (who: string, method: string, path: string, body?: unknown) =>
    (await office.as(who))(method, `/api/v1${path}`, body);
  switch (one.do) {
    case 'organise':
      return (await send('ada', 'PATCH', `/components/${one.place}`, one.patch)).status;
    case 'go': {
      const days = { from: today(office), to: later(today(office), one.days) };
      return (await send(one.who, 'POST', '/absences', { ...days, substituteId: one.substituteId })).status;
    }
    case 'return': {
      const [absence] = (await send(one.who, 'GET', '/absences?personId=me&state=current')).body.items;
      return absence ? (await send(one.who, 'DELETE', `/absences/${absence.id}`)).status : 200;
    }
    case 'name': {
      const { substituteId, always, kind } = one;
      return (await send(one.who, 'POST', '/stand-ins', { substituteId, always, kind })).status;
    }
    case 'wait':
      office.deps.clock.advance(one.days * 86_400_000);
      return 200;
    case 'complete': {
      const rows = await rowsOf(office);
      const task = rows.find(
        ({ key, planId, state }) => key === one.key && planId === one.plan && state === 'open',
      );
      if (!task) return 200;
      const who = one.who ?? task.assigneeId ?? 'ada';
      return (await send(who, 'POST', `/tasks/${task.id}/complete`, { result: results[one.key] })).status;
    }
    case 'delegate': {
      const task = (await rowsOf(office)).find(
        ({ assigneeId, state, key }) => assigneeId === one.who && state === 'open' && key !== 'own',
      );
      if (!task) return 200;
      const body = { to: one.to, reason: 'Please.' };
      return (await send(one.who, 'POST', `/tasks/${task.id}/delegate`, body)).status;
    }
  }
}

const meaning = (id: string) => `/api/v1/components/${id}/assignees?relation=owner`;

const judging = ['rate', 'approve', 'file'];

async function expectOrder(office: Office, tasks: string[]) {
  const rows = await rowsOf(office);
  expect(rows.map(({ id }) => id)).toEqual(tasks);
  const away = await office.deps.store.read(async (db) => {
    const people = await db
      .selectFrom('absences')
      .select('personId')
      .where('state', '=', 'under-way')
      .execute();
    return new Set(people.map(({ personId }) => personId));
  });
  const admins = await office.deps.store.read((db) =>
    db.selectFrom('notifications').select('message').where('personId', '=', 'ada').execute(),
  );
  for (const task of rows.filter(({ state }) => state === 'open')) {
    // What only the person can say waits for them; everything else has exactly one person, who is there.
    if (task.key === 'own') {
      // Where the post is vacant the tree says who answers instead.
      const [means] = (await (await office.as('ada'))('GET', meaning(task.componentId))).body.people;
      expect([task.assigneeId, task.onBehalfOf]).toEqual([means?.id ?? null, null]);
      continue;
    }
    if (task.assigneeId === null) {
      expect(admins.some(({ message }) => message.includes(`“${task.title}”`))).toBe(true);
      continue;
    }
    expect([task.key, task.assigneeId, away.has(task.assigneeId)]).toEqual([
      task.key,
      task.assigneeId,
      false,
    ]);
    if (task.onBehalfOf !== null) expect(task.assigneeId).not.toBe(task.ownerId);
  }
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];
const workerOf = (task: Row) => task.completedBy ?? task.assigneeId;
const holderOf = (task: Row) => task.onBehalfOf ?? task.assigneeId;

/** Who stands in judges nothing that they owned then, and decides nothing about what they decide for somebody else. */
async function expectNoOwnApproval(office: Office, ownerThen: ReadonlyMap<string, string | null>) {
  const decisions = (await rowsOf(office)).filter(({ key }) => judging.includes(key));
  const lent = decisions.filter((task) => task.onBehalfOf !== null && workerOf(task) === task.assigneeId);
  for (const task of lent) {
    if (task.state === 'completed') expect(task.completedBy).not.toBe(ownerThen.get(task.id));
    const others = decisions.filter(
      (one) => one.planId === task.planId && workerOf(one) !== null && workerOf(one) === workerOf(task),
    );
    expect(others.map(holderOf)).toEqual(others.map(() => task.onBehalfOf));
  }
}

test('whoever comes, goes and takes over: one person who is there for each task, no plan lost or doubled, no own approval', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (list) => {
      const office = await makeOffice(cycle);
      await office.start('p1');
      await office.start('p2', 'inspection');
      const tasks = (await rowsOf(office)).map(({ id }) => id);
      const ownerThen = new Map<string, string | null>();
      for (const one of list) {
        expect([200, 201, 403, 404, 409, 422]).toContain(await apply(office, one));
        while (await turnNextAbsence(office.deps));
        await fireDue(office.deps, office.deps.clock.now());
        for (const { id, ownerId, state } of await rowsOf(office))
          if (state === 'completed' && !ownerThen.has(id)) ownerThen.set(id, ownerId);
        await expectOrder(office, tasks);
        await expectNoOwnApproval(office, ownerThen);
      }
      const plans = await office.deps.store.read((db) =>
        db.selectFrom('plans').select(['id', 'status']).orderBy('id').execute(),
      );
      expect(plans).toEqual([
        { id: 'p1', status: 'active' },
        { id: 'p2', status: 'active' },
      ]);
      expect(await office.deps.store.read((db) => db.selectFrom('incidents').selectAll().execute())).toEqual(
        [],
      );
    }),
    { numRuns: Number(process.env.RUNS ?? 30) },
  );
}, 120_000);
