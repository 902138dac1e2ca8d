import { describe, expect, test } from 'vitest';
import { turnNextAbsence, untilNextAbsence } from '../../../../server/runtime/absences/absence-worker.ts';
import { fireDue } from '../../../../server/runtime/plans/timers.ts';
import { makeOffice } from '../../../support/office.ts';
import { readCycle } from '../../../support/sample-cycles.ts';

const cycle = {
  variables: { away: '', since: '', back: '' },
  initial: 'working',
  stages: {
    working: {
      kind: 'appraise',
      tasks: {
        rate: { title: 'Rate the year', assignee: 'manager', form: 'appraisal', due: 'P10D' },
        own: { title: 'Look back', assignee: 'owner', form: 'self-appraisal', due: 'P10D' },
        set: { title: 'Set goals', assignee: 'owner', form: 'goals', due: 'P10D' },
        approve: { title: 'Approve it', assignee: 'manager.manager', form: 'calibration', due: 'P10D' },
      },
      on: {
        'leave.started': [
          {
            to: 'on-leave',
            do: [
              { do: 'set', variable: 'away', value: 'event.data.personId' },
              { do: 'set', variable: 'since', value: 'event.data.from' },
            ],
          },
        ],
        'task.rate.completed': [{ to: 'later' }],
      },
    },
    'on-leave': {
      on: {
        'leave.ended': [{ to: 'working', do: [{ do: 'set', variable: 'back', value: 'event.data.to' }] }],
      },
    },
    later: {
      tasks: { next: { title: 'Agree the next', assignee: 'manager', form: 'plan-agreement', due: 'P10D' } },
      on: { 'task.next.completed': [{ to: 'done' }] },
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
const days = { from: '2026-01-05', to: '2026-01-09' };
const send = async (office: Office, who: string, method: string, path: string, body?: unknown) =>
  (await office.as(who))(method, `/api/v1${path}`, body);
const leave = async (office: Office, who: string, more: object = {}) => {
  const answer = await send(office, who, 'POST', '/absences', { ...days, ...more });
  expect(answer.status).toBe(201);
  return answer.body;
};
const holders = (office: Office, key: string) =>
  office.deps.store.read((db) =>
    db
      .selectFrom('tasks')
      .select(['assigneeId', 'onBehalfOf'])
      .where('key', '=', key)
      .where('state', '=', 'open')
      .orderBy('id')
      .execute(),
  );
const told = (office: Office, personId: string) =>
  office.deps.store.read(async (db) =>
    (await db.selectFrom('notifications').select('message').where('personId', '=', personId).execute()).map(
      ({ message }) => message,
    ),
  );
const turnAll = async (office: Office) => {
  while (await turnNextAbsence(office.deps));
  await fireDue(office.deps, office.deps.clock.now());
};
const variables = async (office: Office) =>
  office.deps.store.read(
    async (db) =>
      JSON.parse((await db.selectFrom('plans').select('state').executeTakeFirstOrThrow()).state).variables,
  );

describe('while somebody is away', () => {
  test('their open tasks go to the substitute, who is told until when, and come back with the last day', async () => {
    const office = await withPlan();
    await leave(office, 'deputy', { substituteId: 'ian' });
    expect(await holders(office, 'rate')).toEqual([{ assigneeId: 'ian', onBehalfOf: 'deputy' }]);
    expect(await told(office, 'ian')).toEqual([
      'Deputy is on leave until 2026-01-09; until then you stand in for 1 open task: “Rate the year (Permits)”. What is still open then goes back.',
    ]);
    const [task] = await office.tasksOf('ian', 'assignee=me&state=open');
    expect([task.why, task.onBehalfOf, task.awayUntil]).toEqual([
      'You are asked because you stand in for Deputy, who is on leave until 2026-01-09.',
      { id: 'deputy', name: 'Deputy' },
      '2026-01-09',
    ]);

    office.deps.clock.set('2026-01-09T23:59:59.000Z');
    await turnAll(office);
    expect(await holders(office, 'rate')).toEqual([{ assigneeId: 'ian', onBehalfOf: 'deputy' }]);
    office.deps.clock.set('2026-01-10T00:00:00.000Z');
    await turnAll(office);
    expect(await holders(office, 'rate')).toEqual([{ assigneeId: 'deputy', onBehalfOf: null }]);
    expect((await told(office, 'deputy')).at(-1)).toContain(
      'back with you: 1 open task: “Rate the year (Permits)”',
    );
    expect((await told(office, 'ian')).at(-1)).toContain('What you wrote is kept under your name.');
  });

  test('new tasks go to the substitute too', async () => {
    const office = await withPlan();
    await leave(office, 'deputy', { substituteId: 'ian' });
    const [task] = await office.tasksOf('ian', 'assignee=me&state=open');
    const done = await send(office, 'ian', 'POST', `/tasks/${task.id}/complete`, {
      result: { goals: [], methods: 'meets', summary: 'Ten permits a day.' },
    });
    expect([done.status, done.body.detail]).toEqual([200, undefined]);
    expect(await holders(office, 'next')).toEqual([{ assigneeId: 'ian', onBehalfOf: 'deputy' }]);
  });

  test('who decided for somebody else is given no decision of their own in the plan, and the next manager hears why', async () => {
    const office = await withPlan();
    const result = { goals: [], methods: 'meets', summary: 'Ten permits a day.' };
    const { items } = (await send(office, 'hana', 'GET', '/tasks?planId=p1')).body;
    const { id } = items.find(({ key }: { key: string }) => key === 'rate');
    const done = await send(office, 'hana', 'POST', `/tasks/${id}/complete`, { result });
    expect([done.status, done.body.detail]).toEqual([200, undefined]);
    await send(office, 'ada', 'PATCH', '/components/dob', { managerId: 'hana' });
    expect(await holders(office, 'next')).toEqual([{ assigneeId: 'mayor', onBehalfOf: 'hana' }]);
    expect(await told(office, 'mayor')).toEqual([
      'Hana has decided for somebody else in the same plan; you stand in for 1 open task: “Agree the next (Permits)”.',
    ]);
  });

  test('nobody stands in for the judgement of themselves: it goes to the next manager', async () => {
    const office = await withPlan();
    await leave(office, 'deputy', { substituteId: 'pat' });
    // The mayor approves the rating, so must not give it: nobody is left.
    expect(await holders(office, 'rate')).toEqual([{ assigneeId: null, onBehalfOf: 'deputy' }]);
    expect(await told(office, 'ada')).toEqual([
      'Deputy is on leave until 2026-01-09, and nobody is left to work 1 open task: “Rate the year (Permits)”. Give each to a person.',
    ]);
    const [task] = (await send(office, 'ada', 'GET', '/tasks?assignee=nobody&state=open')).body.items;
    expect(task.why).toBe(
      'Nobody is left to stand in for Deputy, who is on leave until 2026-01-09. An administrator may pass it on.',
    );
  });

  test('the next manager works it when nobody is named', async () => {
    const { stages } = cycle;
    const { approve: _, ...tasks } = stages.working.tasks;
    const office = await makeOffice({
      ...cycle,
      stages: { ...stages, working: { ...stages.working, tasks } },
    });
    await office.start('p1');
    await leave(office, 'deputy');
    expect(await holders(office, 'rate')).toEqual([{ assigneeId: 'mayor', onBehalfOf: 'deputy' }]);
    await leave(office, 'mayor');
    expect(await holders(office, 'rate')).toEqual([{ assigneeId: null, onBehalfOf: 'deputy' }]);
    // As soon as anybody who may is there again, it is theirs.
    const [mayor] = (await send(office, 'mayor', 'GET', '/absences?personId=me')).body.items;
    await send(office, 'mayor', 'DELETE', `/absences/${mayor.id}`);
    expect(await holders(office, 'rate')).toEqual([{ assigneeId: 'mayor', onBehalfOf: 'deputy' }]);
  });

  test('what only they can say waits for them, and what anybody can do does not', async () => {
    const office = await withPlan();
    await leave(office, 'pat', { substituteId: 'ian' });
    expect(await holders(office, 'own')).toEqual([{ assigneeId: 'pat', onBehalfOf: null }]);
    expect(await holders(office, 'set')).toEqual([{ assigneeId: 'ian', onBehalfOf: 'pat' }]);
    const { body } = await send(office, 'deputy', 'GET', '/tasks?state=open&q=Look');
    expect(body.items[0].awayUntil).toBe('2026-01-09');
  });

  test('nothing is passed on to them', async () => {
    const office = await withPlan();
    await leave(office, 'ian');
    const [task] = await office.tasksOf('deputy', 'assignee=me&state=open');
    const answer = await send(office, 'deputy', 'POST', `/tasks/${task.id}/delegate`, {
      to: 'ian',
      reason: 'Busy',
    });
    expect([answer.status, answer.body.detail]).toEqual([
      409,
      'That person is on leave until 2026-01-09; choose somebody who is there.',
    ]);
  });

  test('a substitute who goes away as well hands on, and who comes to own the component hands back', async () => {
    const office = await withPlan();
    await leave(office, 'deputy', { substituteId: 'ian' });
    await leave(office, 'ian', { substituteId: 'dora', to: '2026-01-06' });
    expect(await holders(office, 'rate')).toEqual([{ assigneeId: 'dora', onBehalfOf: 'deputy' }]);
    await send(office, 'ada', 'PATCH', '/components/permits', { ownerId: 'dora' });
    expect(await holders(office, 'rate')).toEqual([{ assigneeId: null, onBehalfOf: 'deputy' }]);
  });

  test('an escalation to them goes to their substitute', async () => {
    const office = await withPlan();
    const [row] = await office.deps.store.read((db) =>
      db.selectFrom('timers').selectAll().where('name', '=', 'rate').execute(),
    );
    await leave(office, 'mayor', { substituteId: 'hana', to: '2026-02-09' });
    const { escalateTask } = await import('../../../../server/runtime/tasks/remind-task.ts');
    const at = office.deps.clock.now();
    const due = { planId: 'p1', key: 'set', activation: row!.activation + 2, at, idSeed: 'rung' };
    const [set] = await office.deps.store.read((db) =>
      db.selectFrom('tasks').selectAll().where('key', '=', 'set').execute(),
    );
    await office.deps.store.commit((db) =>
      escalateTask(db, { ...due, activation: set!.activation, to: 'manager.manager' }),
    );
    expect(await holders(office, 'set')).toContainEqual({ assigneeId: 'hana', onBehalfOf: 'mayor' });
  });
});

const deaf = {
  initial: 'review',
  stages: {
    review: {
      kind: 'appraise',
      tasks: {
        own: {
          title: 'Look back',
          assignee: 'owner',
          form: 'self-appraisal',
          due: '5bd',
          remind: ['-1bd'],
          escalate: [{ after: '2bd', to: 'manager' }],
        },
      },
      on: { 'task.own.completed': [{ to: 'done' }] },
      after: [{ id: 'late', delay: '8bd', to: 'done' }],
    },
    done: { type: 'final' },
  },
};

const dues = async (office: Office) =>
  Object.fromEntries(
    (await office.deps.store.read((db) => db.selectFrom('timers').selectAll().execute()))
      .filter(({ kind }) => kind !== 'fact')
      .map(({ kind, dueAt }) => [kind, dueAt.slice(0, 10)]),
  );

describe('a plan whose cycle does not listen', () => {
  test('stands still over a long leave: nobody is reminded, and the task, its reminders and the stage come later', async () => {
    const office = await makeOffice(deaf);
    await office.deps.store.commit((db) =>
      db.updateTable('components').set({ kind: 'employee' }).where('id', '=', 'permits').execute(),
    );
    await office.start('p1');
    const before = {
      overdue: '2026-01-12',
      reminder: '2026-01-09',
      escalation: '2026-01-14',
      stage: '2026-01-15',
    };
    expect(await dues(office)).toEqual(before);
    const long = await leave(office, 'pat', { to: '2026-01-30' });
    await turnAll(office);
    expect(await dues(office)).toEqual({
      overdue: '2026-02-09',
      reminder: '2026-02-06',
      escalation: '2026-02-11',
      stage: '2026-02-12',
    });
    expect((await send(office, 'pat', 'GET', '/tasks')).body.items).toMatchObject([
      { title: 'Look back', dueAt: expect.stringMatching(/^2026-02-09/) },
    ]);

    office.deps.clock.set('2026-01-19T08:00:00.000Z');
    await turnAll(office);
    expect(await told(office, 'pat')).not.toContainEqual(expect.stringContaining('waits for you'));
    await send(office, 'pat', 'DELETE', `/absences/${long.id}`);
    await turnAll(office);
    // Ten working days away: everything is ten working days later than it was.
    expect(await dues(office)).toEqual({
      overdue: '2026-01-26',
      reminder: '2026-01-23',
      escalation: '2026-01-28',
      stage: '2026-01-29',
    });
  });
});

describe('two short leaves one right after the other', () => {
  test('stop the clock of a plan as the one long leave does that they are', async () => {
    const stagesAfter = async (leaves: { from: string; to: string }[]) => {
      const office = await makeOffice(deaf);
      await office.deps.store.commit((db) =>
        db.updateTable('components').set({ kind: 'employee' }).where('id', '=', 'permits').execute(),
      );
      await office.start('p1');
      for (const one of leaves) await leave(office, 'pat', one);
      const seen: unknown[] = [];
      for (const day of ['05', '16', '17', '19', '30', '31']) {
        office.deps.clock.set(`2026-01-${day}T10:00:00.000Z`);
        await turnAll(office);
        seen.push(await dues(office));
      }
      return seen;
    };
    const one = await stagesAfter([{ from: '2026-01-05', to: '2026-01-30' }]);
    expect(one.at(-1)).toMatchObject({ stage: '2026-02-12' });
    const two = [
      { from: '2026-01-05', to: '2026-01-18' },
      { from: '2026-01-19', to: '2026-01-30' },
    ];
    expect(await stagesAfter(two)).toEqual(one);
    const overWeekend = [
      { from: '2026-01-05', to: '2026-01-16' },
      { from: '2026-01-19', to: '2026-01-30' },
    ];
    const last = (seen: unknown[]) => seen.at(-1);
    expect(last(await stagesAfter(overWeekend))).toEqual(last(one));
  });

  test('are heard of as soon as the second is entered, and no more once it is withdrawn', async () => {
    const office = await withPlan();
    await leave(office, 'pat', { to: '2026-01-16' });
    await turnAll(office);
    expect((await office.planState('p1')).stage).toEqual(['working']);
    const second = await leave(office, 'pat', { from: '2026-01-17', to: '2026-01-25' });
    await turnAll(office);
    expect((await office.planState('p1')).stage).toEqual(['on-leave']);
    expect(await variables(office)).toMatchObject({ since: '2026-01-05' });
    await send(office, 'pat', 'DELETE', `/absences/${second.id}`);
    office.deps.clock.set('2026-01-17T10:00:00.000Z');
    await turnAll(office);
    expect((await office.planState('p1')).stage).toEqual(['working']);
  });
});

describe('the plans of who is away', () => {
  test('hear of a long leave and of its end, and of a short one nothing', async () => {
    const office = await withPlan();
    const short = await leave(office, 'pat');
    await turnAll(office);
    expect((await office.planState('p1')).stage).toEqual(['working']);
    await send(office, 'pat', 'DELETE', `/absences/${short.id}`);

    const long = await leave(office, 'pat', { to: '2026-01-30' });
    await turnAll(office);
    expect((await office.planState('p1')).stage).toEqual(['on-leave']);
    expect(await variables(office)).toMatchObject({ away: 'pat', since: '2026-01-05' });
    // The timers of the subject alone are gone; nobody is reminded of what is closed.
    expect(await office.deps.store.read((db) => db.selectFrom('timers').selectAll().execute())).toEqual([]);

    office.deps.clock.set('2026-01-20T08:00:00.000Z');
    await send(office, 'pat', 'DELETE', `/absences/${long.id}`);
    await turnAll(office);
    expect((await office.planState('p1')).stage).toEqual(['working']);
    expect(await variables(office)).toMatchObject({ back: '2026-01-19' });
    expect(await holders(office, 'own')).toEqual([{ assigneeId: 'pat', onBehalfOf: null }]);
  });

  test('hear of two leaves without a day between as of one', async () => {
    const office = await withPlan();
    await leave(office, 'pat', { to: '2026-01-25' });
    await leave(office, 'pat', { from: '2026-01-26', to: '2026-01-27' });
    await turnAll(office);
    office.deps.clock.set('2026-01-26T00:00:00.000Z');
    await turnAll(office);
    expect((await office.planState('p1')).stage).toEqual(['on-leave']);
    office.deps.clock.set('2026-01-28T00:00:00.000Z');
    await turnAll(office);
    expect((await office.planState('p1')).stage).toEqual(['working']);
  });

  test('hear of a leave that came and went while the server was down, in order', async () => {
    const office = await withPlan();
    await leave(office, 'pat', { from: '2026-01-07', to: '2026-01-30' });
    office.deps.clock.set('2026-03-01T00:00:00.000Z');
    await turnAll(office);
    expect((await office.planState('p1')).stage).toEqual(['working']);
    expect(await variables(office)).toMatchObject({ since: '2026-01-07', back: '2026-01-30' });
    expect(await untilNextAbsence(office.deps)).toBe(null);
  });
});

describe('an absence', () => {
  test('said twice is one, whether by its days or by its id', async () => {
    const office = await withPlan();
    const first = await leave(office, 'deputy', { substituteId: 'ian' });
    const again = await leave(office, 'deputy', { substituteId: 'ian' });
    expect(again).toEqual(first);
    const named = await leave(office, 'ian', { id: 'abs-ian' });
    expect(await leave(office, 'ian', { id: 'abs-ian' })).toEqual(named);
    const taken = await send(office, 'hana', 'POST', '/absences', { ...days, id: 'abs-ian' });
    expect([taken.status, taken.body.detail]).toEqual([409, 'The id abs-ian is taken; choose another.']);
    const over = await send(office, 'deputy', 'POST', '/absences', { from: '2026-01-08', to: '2026-02-01' });
    expect([over.status, over.body.detail]).toEqual([
      409,
      'There is a leave from 2026-01-05 to 2026-01-09 already; withdraw it first, or choose other days.',
    ]);
  });

  test('ended twice is ended once; one that is planned is withdrawn and never begins', async () => {
    const office = await withPlan();
    const now = await leave(office, 'deputy', { substituteId: 'ian' });
    const ended = await send(office, 'deputy', 'DELETE', `/absences/${now.id}`);
    const again = await send(office, 'deputy', 'DELETE', `/absences/${now.id}`);
    expect([ended.status, ended.body.state, again.body]).toEqual([200, 'ended', ended.body]);
    const planned = await leave(office, 'deputy', { from: '2026-02-02', to: '2026-02-03' });
    expect([planned.state, await untilNextAbsence(office.deps)]).toEqual(['planned', 27.625 * 86_400_000]);
    const withdrawn = await send(office, 'deputy', 'DELETE', `/absences/${planned.id}`);
    expect(withdrawn.body.state).toBe('withdrawn');
    office.deps.clock.set('2026-02-02T09:00:00.000Z');
    await turnAll(office);
    expect(await holders(office, 'rate')).toEqual([{ assigneeId: 'deputy', onBehalfOf: null }]);
  });

  test.each([
    [{ from: '2026-01-09', to: '2026-01-08' }, '/to'],
    [{ from: '2026-01-01', to: '2026-01-04' }, '/to'],
    [{ from: '2026-01-05', to: '2036-01-04' }, '/to'],
    [{ ...days, substituteId: 'deputy' }, '/substituteId'],
    [{ ...days, substituteId: 'ghost' }, '/substituteId'],
  ])('that cannot be, as %j, is refused at its place', async (body, pointer) => {
    const office = await withPlan();
    const answer = await send(office, 'deputy', 'POST', '/absences', body);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, pointer]);
    expect((await send(office, 'deputy', 'GET', '/absences')).body.items).toEqual([]);
  });

  test('is read by the person, their manager and HR, and its reason by the person and HR alone', async () => {
    const office = await withPlan();
    await leave(office, 'pat', { kind: 'illness' });
    const seen = [];
    for (const who of ['pat', 'deputy', 'hana', 'ada', 'ian', 'mayor'])
      seen.push(
        (await send(office, who, 'GET', '/absences')).body.items.map(({ kind }: { kind: string }) => kind),
      );
    expect(seen).toEqual([['illness'], [null], ['illness'], [null], [], [null]]);
    const told = await office.deps.store.read((db) => db.selectFrom('audit').select('detail').execute());
    expect(JSON.stringify(told)).not.toContain('illness');
  });

  test.each([
    ['pat', 'pat', 201],
    ['pat', 'ian', 403],
    ['deputy', 'pat', 201],
    ['deputy', 'mayor', 403],
    ['hana', 'mayor', 201],
    ['ada', 'mayor', 201],
  ])('is said by %s for %s with the answer %i', async (who, personId, status) => {
    const office = await withPlan();
    const answer = await send(office, who, 'POST', '/absences', { ...days, personId });
    expect(answer.status).toBe(status);
    if (status !== 201) return;
    const others = await send(office, 'ian', 'DELETE', `/absences/${answer.body.id}`);
    expect(others.status).toBe(404);
  });
});

describe('a stand-in named for good', () => {
  const always = { substituteId: 'ian', always: true, kind: 'appraisal' };

  test('has the tasks of that kind at once, and gives them back when taken away', async () => {
    const office = await withPlan();
    const first = await send(office, 'deputy', 'POST', '/stand-ins', always);
    const second = await send(office, 'deputy', 'POST', '/stand-ins', always);
    expect([first.status, second.body]).toEqual([201, first.body]);
    expect(await holders(office, 'rate')).toEqual([{ assigneeId: 'ian', onBehalfOf: 'deputy' }]);
    expect((await office.tasksOf('ian', 'assignee=me&state=open'))[0].why).toBe(
      'You are asked because you stand in for Deputy.',
    );
    expect((await send(office, 'deputy', 'GET', '/stand-ins')).body.items).toEqual([first.body]);
    for (let time = 0; time < 2; time++)
      expect((await send(office, 'deputy', 'DELETE', `/stand-ins/${first.body.id}`)).status).toBe(200);
    expect(await holders(office, 'rate')).toEqual([{ assigneeId: 'deputy', onBehalfOf: null }]);
  });

  test('is named only by the person, their manager, HR and administrators', async () => {
    const office = await withPlan();
    const statuses = [];
    for (const who of ['ian', 'pat', 'hana'])
      statuses.push((await send(office, who, 'POST', '/stand-ins', { ...always, personId: 'mayor' })).status);
    expect(statuses).toEqual([403, 403, 201]);
  });
});

describe('somebody who leaves for good', () => {
  const ending = {
    initial: 'working',
    stages: {
      working: {
        tasks: {
          own: { title: 'Look back', assignee: 'owner', form: 'self-appraisal', due: 'P10D' },
          rate: { title: 'Rate the year', assignee: 'manager', form: 'appraisal', due: 'P10D' },
        },
        after: [{ delay: 'P30D', to: 'done' }],
        on: { 'person.left': [{ to: 'closing' }], 'task.rate.completed': [{ to: 'done' }] },
      },
      closing: {
        tasks: {
          note: { title: 'Write a closing note', assignee: 'manager', form: 'observation', due: 'P5D' },
        },
        on: { 'task.note.completed': [{ to: 'done' }] },
        after: [{ delay: 'P5D', to: 'done' }],
      },
      done: { type: 'final', outcome: 'stopped' },
    },
  };
  const forGood = { from: '2026-01-05', to: null, personId: 'pat' };

  test('is said by HR alone', async () => {
    const office = await makeOffice(ending);
    const statuses = [];
    for (const who of ['pat', 'deputy', 'hana'])
      statuses.push((await send(office, who, 'POST', '/absences', forGood)).status);
    expect(statuses).toEqual([403, 403, 201]);
  });

  test('ends their tasks and timers, leaves what they wrote, closes their segment, and is rated by nobody', async () => {
    const office = await makeOffice(ending);
    await send(office, 'ada', 'PATCH', '/components/permits', { kind: 'employee' });
    await office.start('p1');
    const [own] = await office.tasksOf('pat', 'assignee=me&state=open');
    const tag = { 'if-match': '"0"' };
    const draft = { content: { evidence: 'Half a year' } };
    await (await office.as('pat'))('PUT', `/api/v1/tasks/${own.id}/draft`, draft, tag);

    await send(office, 'hana', 'POST', '/absences', forGood);
    await turnAll(office);
    expect((await office.planState('p1')).stage).toEqual(['closing']);
    expect([await holders(office, 'own'), await holders(office, 'rate')]).toEqual([[], []]);
    expect(await holders(office, 'note')).toEqual([{ assigneeId: 'deputy', onBehalfOf: null }]);
    const { timers, scores, component } = await office.deps.store.read(async (db) => ({
      timers: await db.selectFrom('timers').select('name').orderBy('name').execute(),
      scores: await db.selectFrom('scores').selectAll().execute(),
      component: await db
        .selectFrom('components')
        .select('activeTo')
        .where('id', '=', 'permits')
        .executeTakeFirst(),
    }));
    expect(timers.map(({ name }) => name)).toEqual(['closing.0', 'note']);
    expect([scores, component]).toEqual([[], { activeTo: '2026-01-04' }]);
    expect((await send(office, 'pat', 'GET', `/tasks/${own.id}/draft`)).body.own.content).toEqual(
      draft.content,
    );

    office.deps.clock.advance(6 * 86_400_000);
    await turnAll(office);
    expect((await office.planState('p1')).status).toBe('ended');
  });

  test('and is back, or was said to leave by mistake, finds their post open, and HR hears what ended', async () => {
    const office = await makeOffice({
      ...ending,
      stages: {
        ...ending.stages,
        working: { ...ending.stages.working, on: { 'person.left': [{ to: 'done' }] } },
      },
    });
    const post = { kind: 'employee', activeTo: '2027-06-30' };
    await send(office, 'ada', 'PATCH', '/components/permits', post);
    await office.start('p1');
    const { body } = await send(office, 'hana', 'POST', '/absences', forGood);
    await turnAll(office);
    const read = async () => (await send(office, 'ada', 'GET', '/components/permits')).body.activeTo;
    expect([await read(), (await office.planState('p1')).status]).toEqual(['2026-01-04', 'ended']);
    await send(office, 'hana', 'DELETE', `/absences/${body.id}`);
    expect(await read()).toBe('2027-06-30');
    expect((await told(office, 'hana')).at(-1)).toBe(
      'Pat is back: “Permits” is open again. What ended when they left stays ended: “Small”. Launch the cycle for “Permits” anew where it should go on.',
    );
  });

  test('is neither moved nor taken back by themselves or their manager', async () => {
    const office = await withPlan();
    const { body } = await send(office, 'hana', 'POST', '/absences', { ...forGood, from: '2026-01-15' });
    const answers = [];
    for (const who of ['pat', 'deputy'])
      for (const method of ['PATCH', 'DELETE'])
        answers.push(
          (await send(office, who, method, `/absences/${body.id}`, { from: '2026-02-02' })).status,
        );
    expect(answers).toEqual([403, 403, 403, 403]);
  });

  test('is planned, and may be planned for another day until then', async () => {
    const office = await withPlan();
    const { body } = await send(office, 'hana', 'POST', '/absences', { ...forGood, from: '2026-01-15' });
    const moved = await send(office, 'hana', 'PATCH', `/absences/${body.id}`, { from: '2026-02-02' });
    expect([moved.status, moved.body]).toMatchObject([
      200,
      { from: '2026-02-02', to: null, state: 'planned' },
    ]);
    office.deps.clock.set('2026-02-02T10:00:00.000Z');
    await turnAll(office);
    const late = await send(office, 'hana', 'PATCH', `/absences/${body.id}`, { from: '2026-02-05' });
    expect(late.status).toBe(409);
  });

  test('is asked after as a manager: HR is told once what to name another one for, by name', async () => {
    const office = await withPlan();
    await send(office, 'ada', 'PATCH', '/components/inspection', { secondManagerId: 'deputy' });
    await send(office, 'hana', 'POST', '/absences', { ...forGood, personId: 'deputy' });
    await turnAll(office);
    await turnAll(office);
    const asked =
      'Deputy has left and is still named as manager of “Department of Buildings”, “Inspection”. Name another manager there; until then others work the tasks in their place.';
    expect((await told(office, 'hana')).filter((one) => one.includes('manager'))).toEqual([asked]);
    expect((await told(office, 'ada')).filter((one) => one === asked)).toEqual([]);
  });

  test('and is HR alone is asked after by the administrators, with the first twenty by name', async () => {
    const office = await withPlan();
    await office.deps.store.commit(async (db) => {
      for (let number = 10; number < 32; number++)
        await db
          .insertInto('components')
          .values({
            ...{ id: `c${number}`, name: `C${number}`, kind: 'team', parentId: 'city', ownerId: null },
            ...{ managerId: 'hana', zone: null, holidayRegion: null, createdAt: '2026-01-01' },
          } as never)
          .execute();
    });
    await send(office, 'ada', 'POST', '/absences', { ...forGood, personId: 'hana' });
    await turnAll(office);
    expect(await told(office, 'hana')).toEqual([]);
    expect((await told(office, 'ada')).join()).toMatch(
      /^Hana has left and is still named as manager of “C10”, .*“C29” and 2 more\. Name another/,
    );
  });

  const unheard =
    'Who answered for Permits has left, and 1 plan goes on: “Small”. Name who answers for it now, or cancel what should end.';

  test('leaves their tasks to their manager where the plan goes on, and HR hears of it', async () => {
    const office = await withPlan();
    await send(office, 'hana', 'POST', '/absences', forGood);
    await turnAll(office);
    expect((await office.planState('p1')).stage).toEqual(['working']);
    expect(await holders(office, 'own')).toEqual([{ assigneeId: 'deputy', onBehalfOf: 'pat' }]);
    expect(await holders(office, 'set')).toEqual([{ assigneeId: 'deputy', onBehalfOf: 'pat' }]);
    expect((await told(office, 'deputy')).join()).toContain(
      'Pat has left; you answer for 2 open tasks: “Look back (Permits)”, “Set goals (Permits)”. What only they could say nobody says for them: HR names who does, or cancels the plan.',
    );
    expect(await told(office, 'hana')).toEqual([unheard]);
    await send(office, 'ada', 'PATCH', '/components/permits', { ownerId: 'ian' });
    expect([await holders(office, 'own'), await holders(office, 'set')]).toEqual([
      [{ assigneeId: 'ian', onBehalfOf: null }],
      [{ assigneeId: 'ian', onBehalfOf: null }],
    ]);
  });

  test.each([
    ['templates/annual-appraisal', 'department', 'ended'],
    ['probation', 'employee', 'ended'],
    ['quarterly-okr', 'employee', 'ended'],
    ['quarterly-okr', 'department', 'active'],
    ['templates/department-scorecard', 'department', 'active'],
  ])(
    'is asked nothing more where a plan is about them: %s of a component that is %s has %s',
    async (file, kind, status) => {
      const { id: _, name: __, schema: ___, ...document } = readCycle(`${file}.cycle.json`);
      const office = await makeOffice({ ...document });
      await send(office, 'ada', 'PATCH', '/components/permits', { kind });
      await office.start('p1');
      await send(office, 'hana', 'POST', '/absences', forGood);
      await turnAll(office);
      const plan = (await send(office, 'hana', 'GET', '/plans/p1')).body;
      expect([plan.status, plan.ending]).toEqual([status, status === 'ended' ? 'left' : null]);
      expect((await told(office, 'hana')).some((one) => one.includes('1 plan goes on'))).toBe(
        status === 'active',
      );
      const open = await office.deps.store.read((db) =>
        db.selectFrom('tasks').select('assigneeId').where('state', '=', 'open').execute(),
      );
      expect(open.filter(({ assigneeId }) => assigneeId === null || assigneeId === 'pat')).toEqual([]);
    },
  );

  test('is looked at before by HR alone: what ends, what goes on, whose tasks move, whom they manage', async () => {
    const office = await makeOffice(ending);
    await office.start('p1');
    const ask = (who: string, personId: string) =>
      send(office, who, 'GET', `/absences/leaving?personId=${personId}&from=2026-03-01`);
    expect((await ask('deputy', 'pat')).status).toBe(403);
    expect((await ask('hana', 'nobody')).status).toBe(404);
    expect((await ask('hana', 'pat')).body).toMatchObject({
      plans: [{ id: 'p1', cycleName: 'Small', component: { id: 'permits', name: 'Permits' }, ends: false }],
      tasks: [{ title: 'Look back', component: { id: 'permits', name: 'Permits' }, ends: false }],
      manages: [],
    });
    expect((await ask('hana', 'deputy')).body).toMatchObject({
      plans: [],
      tasks: [{ title: 'Rate the year', ends: false }],
      manages: ['Department of Buildings'],
    });
    expect((await office.planState('p1')).stage).toEqual(['working']);
  });

  test('is spoken for by nobody but whom HR names', async () => {
    const office = await withPlan();
    await send(office, 'hana', 'POST', '/absences', forGood);
    await turnAll(office);
    const [own] = (await office.tasksOf('deputy', 'assignee=me&state=open')).filter(
      ({ key }: { key: string }) => key === 'own',
    );
    const view = { result: { results: 'meets', methods: 'meets', goals: [], evidence: 'The log.' } };
    const act = (who: string, name: string, body: object) =>
      send(office, who, 'POST', `/tasks/${own.id}/${name}`, body);
    expect((await send(office, 'deputy', 'GET', `/tasks/${own.id}`)).body).toMatchObject({
      isWordOfGone: true,
      mayPassOn: false,
    });
    for (const who of ['deputy', 'hana'])
      expect([who, (await act(who, 'complete', view)).status]).toEqual([who, 403]);
    const given = { to: 'ian', reason: 'You know the year best.' };
    expect((await act('deputy', 'delegate', given)).status).toBe(409);
    expect((await act('hana', 'delegate', given)).status).toBe(200);
    expect(await holders(office, 'own')).toEqual([{ assigneeId: 'ian', onBehalfOf: null }]);
    expect((await act('ian', 'complete', view)).status).toBe(200);
  });

  test('leaves nobody without: where no manager is left, HR has the task, and then the administrators', async () => {
    const office = await withPlan();
    for (const who of ['mayor', 'chief', 'deputy', 'pat'])
      await send(office, 'hana', 'POST', '/absences', { ...forGood, personId: who });
    await turnAll(office);
    for (const key of ['own', 'set'])
      expect(await holders(office, key)).toEqual([{ assigneeId: 'hana', onBehalfOf: 'pat' }]);
    await send(office, 'ada', 'POST', '/absences', { ...forGood, personId: 'hana' });
    await turnAll(office);
    expect(await holders(office, 'own')).toEqual([{ assigneeId: 'ada', onBehalfOf: 'pat' }]);
  });
});

describe('what a stand-in sees of the plan', () => {
  const looks = async (office: Office, who: string) =>
    Promise.all(
      ['plans/p1', 'plans/p1/score', 'plans/p1/history', 'plans/p1/versions'].map(
        async (path) => (await send(office, who, 'GET', `/${path}`)).status,
      ),
    );
  const goalsOf = async (office: Office, who: string) =>
    (await send(office, who, 'GET', '/goals?componentId=permits')).body.items.length;

  test('is what the one away sees, as long as the task is theirs; and nothing of it can be changed', async () => {
    const office = await withPlan();
    await send(office, 'ada', 'POST', '/goals', { id: 'speed', componentId: 'permits', title: 'Be quick' });
    expect([await looks(office, 'ian'), await goalsOf(office, 'ian')]).toEqual([[404, 404, 404, 404], 0]);
    const { id } = await leave(office, 'deputy', { substituteId: 'ian' });
    await turnAll(office);
    expect(await holders(office, 'rate')).toEqual([{ assigneeId: 'ian', onBehalfOf: 'deputy' }]);
    expect([await looks(office, 'ian'), await goalsOf(office, 'ian')]).toEqual([[200, 200, 200, 200], 1]);
    expect((await send(office, 'ian', 'PATCH', '/goals/speed', { priority: 2 })).status).toBe(403);
    await send(office, 'deputy', 'DELETE', `/absences/${id}`);
    await turnAll(office);
    expect(await looks(office, 'ian')).toEqual([404, 404, 404, 404]);
  });
});

describe('a leave that is changed', () => {
  const change = (office: Office, who: string, id: string, patch: object) =>
    send(office, who, 'PATCH', `/absences/${id}`, patch);

  test('has other days and somebody else who stands in, and the same change again is none', async () => {
    const office = await withPlan();
    const { id } = await leave(office, 'deputy', { substituteId: 'ian' });
    const patch = { to: '2026-01-12', substituteId: 'chief' };
    const first = await change(office, 'deputy', id, patch);
    const again = await change(office, 'deputy', id, patch);
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect(first.body).toMatchObject({ from: '2026-01-05', to: '2026-01-12', state: 'under-way' });
    expect(await holders(office, 'rate')).toEqual([{ assigneeId: 'chief', onBehalfOf: 'deputy' }]);
    office.deps.clock.set('2026-01-12T12:00:00.000Z');
    await turnAll(office);
    expect(await holders(office, 'rate')).toEqual([{ assigneeId: 'chief', onBehalfOf: 'deputy' }]);
    office.deps.clock.set('2026-01-13T00:00:00.000Z');
    await turnAll(office);
    expect(await holders(office, 'rate')).toEqual([{ assigneeId: 'deputy', onBehalfOf: null }]);
  });

  test('tells the plans once it has become long', async () => {
    const office = await withPlan();
    const { id } = await leave(office, 'pat');
    expect((await variables(office)).away).toBe('');
    await change(office, 'pat', id, { to: '2026-03-06' });
    await turnAll(office);
    expect((await variables(office)).away).toBe('pat');
  });

  test('keeps its first day once it has begun, and shares no day with another', async () => {
    const office = await withPlan();
    const { id } = await leave(office, 'pat');
    const later = await leave(office, 'pat', { from: '2026-02-02', to: '2026-02-06' });
    const begun = await change(office, 'pat', id, { from: '2026-01-06' });
    const overlap = await change(office, 'pat', later.id, { from: '2026-01-09' });
    const moved = await change(office, 'pat', later.id, { from: '2026-02-03' });
    expect([begun.status, overlap.status, moved.status]).toEqual([422, 409, 200]);
    expect(moved.body.from).toBe('2026-02-03');
    expect((await change(office, 'ian', id, { to: '2026-01-07' })).status).toBe(404);
    await send(office, 'pat', 'DELETE', `/absences/${later.id}`, {});
    expect((await change(office, 'pat', later.id, { to: '2026-02-09' })).status).toBe(409);
  });
});

test('a leave begins with the day that it is where the person works', async () => {
  const office = await withPlan();
  await send(office, 'ada', 'PATCH', '/components/permits', { zone: 'Pacific/Kiritimati' });
  office.deps.clock.set('2026-01-05T23:00:00.000Z');
  const today = async (who: string, query = '') =>
    (await send(office, who, 'GET', `/absences/today${query}`)).body;
  expect(await today('pat')).toEqual({ today: '2026-01-06', zone: 'Pacific/Kiritimati' });
  expect(await today('hana', '?personId=pat')).toEqual({ today: '2026-01-06', zone: 'Pacific/Kiritimati' });
  expect(await today('hana')).toEqual({ today: '2026-01-05', zone: 'UTC' });
});
