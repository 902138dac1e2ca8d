// Raters answer under a promise that the launch fixed: whoever looks, wherever they look, it is kept.
import { expect, test } from 'vitest';
import { createLaunch } from '../../../server/runtime/launches/launches.ts';
import { escalateTask } from '../../../server/runtime/tasks/remind-task.ts';
import { makeOffice } from '../../support/office.ts';

const ask = (assignee: string, raters: object) => ({
  title: 'What do you see?',
  assignee,
  form: 'feedback',
  raters,
  due: 'P10D',
});
const round = (raters: object = { group: 'peer', threshold: 1 }) => ({
  initial: 'ask',
  stages: {
    ask: {
      type: 'parallel',
      onDone: [{ to: 'talk' }],
      stages: Object.fromEntries(
        ['mayor', 'chief', 'ian', 'dora'].map((who) => [
          `of-${who}`,
          {
            initial: `asks-${who}`,
            stages: {
              [`asks-${who}`]: {
                tasks: { [`view-${who}`]: ask(`person:${who}`, raters) },
                on: { [`task.view-${who}.completed`]: [{ to: `has-${who}` }] },
              },
              [`has-${who}`]: { type: 'final' },
            },
          },
        ]),
      ),
    },
    talk: {
      tasks: { lead: ask('manager', { group: 'manager' }) },
      on: { 'task.lead.completed': [{ to: 'done' }] },
    },
    done: { type: 'final' },
  },
});

const secret = (who: string) =>
  `On 4 May the list of ${who}-words came late, so we waited. Please send it earlier.`;

async function makeRound(anonymity: string | null, raters?: object) {
  const office = await makeOffice(round(raters));
  if (anonymity)
    await office.deps.store.commit((db) =>
      db
        .insertInto('launches')
        .values({
          ...{ id: 'l1', cycleId: 'small', version: 1, periodStart: '2026-01-01', periodEnd: '2026-12-31' },
          ...{ variables: '{}', originPlanId: null, again: 0, status: 'done', total: 1 },
          ...{ createdAt: office.deps.clock.now(), createdBy: 'hana', finishedAt: null, anonymity },
        })
        .execute(),
    );
  await office.start('p1');
  const get = async (who: string, path: string) =>
    (await (await office.as(who))('GET', `/api/v1${path}`)).body;
  const answer = async (who: string) => {
    const [task] = await office.tasksOf(who, 'assignee=me&state=open');
    const done = await (await office.as(who))('POST', `/api/v1/tasks/${task.id}/complete`, {
      result: { text: secret(who) },
    });
    expect(done.status).toBe(200);
    office.deps.clock.advance(60_000);
    return task.id;
  };
  return { ...office, get, answer };
}

/** Everything that a person can read of the plan, in one text. */
async function everythingFor(given: Awaited<ReturnType<typeof makeRound>>, who: string): Promise<string> {
  const paths = [
    '/plans/p1',
    '/plans/p1/history',
    '/plans/p1/why',
    '/plans/p1/transitions',
    '/plans?componentId=permits',
    '/tasks?planId=p1',
    '/tasks?planId=p1&state=completed',
    '/feedback',
    '/feedback?componentId=permits',
    '/feedback/export',
    '/notifications',
  ];
  const parts = [];
  for (const path of paths) parts.push(JSON.stringify(await given.get(who, path)));
  return parts.join('\n');
}

const raters = ['mayor', 'chief', 'ian', 'dora'];
const lookers = ['pat', 'deputy', 'hana', 'ada'];

test.for(['confidential', 'anonymous'] as const)(
  'nobody reads in plans, histories, tasks, notices or exports who answered what when it is %s',
  async (anonymity) => {
    const given = await makeRound(anonymity);
    const ids = [];
    for (const who of raters.slice(0, 3)) ids.push(await given.answer(who));
    for (const who of lookers) {
      const all = await everythingFor(given, who);
      for (const rater of raters.slice(0, 3))
        expect(all, `${who} reads what ${rater} wrote`).not.toContain(secret(rater));
      // Who is left, and so who has answered, is not told by the plan: the three who have are nowhere, nor is the fourth.
      const plan = JSON.stringify(await given.get(who, '/plans/p1'));
      for (const rater of raters) expect(plan).not.toContain(`"${rater}"`);
      const history = JSON.stringify(await given.get(who, '/plans/p1/history'));
      for (const rater of raters) expect(history).not.toContain(`"${rater}"`);
    }
    for (const id of ids)
      for (const who of ['pat', 'deputy'])
        expect((await (await given.as(who))('GET', `/api/v1/tasks/${id}`)).status).toBe(404);
  },
);

test('the audit trail and the feed do not say who has answered', async () => {
  const given = await makeRound('anonymous');
  for (const who of raters) await given.answer(who);
  const kept = await given.deps.store.read(async (db) => ({
    audit: await db.selectFrom('audit').selectAll().execute(),
    // What is told to the rater alone is no trace for others.
    feed: await db
      .selectFrom('feed')
      .selectAll()
      .where('type', 'in', ['task.completed', 'plan.moved'])
      .execute(),
    history: await db.selectFrom('history').select(['actor', 'event']).execute(),
    deliveries: await db.selectFrom('deliveries').selectAll().execute(),
  }));
  const text = JSON.stringify(kept);
  for (const rater of raters) expect(text).not.toContain(`"${rater}"`);
  expect(text).not.toContain('-words');
});

test('answers are shown together once nobody can answer any more, without names, times or order', async () => {
  const given = await makeRound('anonymous');
  for (const who of raters) await given.answer(who);
  // The manager is still asked: until then nothing is shown, so that no difference tells who came last.
  expect(await given.get('pat', '/plans/p1/answers')).toEqual({
    anonymity: 'anonymous',
    collecting: true,
    unreleased: false,
    unopened: 0,
    readFirstBy: null,
    rounds: [],
    changes: [],
  });
  await given.answer('deputy');
  const shown = await given.get('pat', '/plans/p1/answers');
  expect(shown).toEqual({
    anonymity: 'anonymous',
    changes: [],
    collecting: false,
    unopened: 0,
    unreleased: false,
    readFirstBy: null,
    rounds: [
      {
        round: 1,
        endedAt: '2026-01-05T09:04:00.000Z',
        named: [
          {
            group: 'manager',
            author: { id: 'deputy', name: 'Deputy' },
            text: secret('deputy'),
            level: null,
          },
        ],
        shown: [{ groups: ['peer'], texts: raters.map(secret).sort(), levels: null }],
        held: false,
      },
    ],
  });
  for (const who of ['hana', 'ada', 'deputy'])
    expect(await given.get(who, '/plans/p1/answers')).toEqual(shown);
});

test('two answers are shown to nobody, though the task says that one is enough', async () => {
  const given = await makeRound('anonymous');
  for (const who of ['mayor', 'chief']) await given.answer(who);
  await given.deps.store.commit((db) =>
    db.updateTable('tasks').set({ state: 'closed' }).where('state', '=', 'open').execute(),
  );
  for (const who of lookers)
    expect((await given.get(who, '/plans/p1/answers')).rounds).toEqual([
      { round: 1, endedAt: null, named: [], shown: [], held: true },
    ]);
});

test('in confidence HR learns who said what, which is on record, and whom it is about does not', async () => {
  const given = await makeRound('confidential');
  for (const who of [...raters, 'deputy']) await given.answer(who);
  const hr = await given.get('hana', '/plans/p1/answers');
  expect(hr.rounds[0].named.map(({ author }: { author: { id: string } }) => author.id).sort()).toEqual(
    [...raters, 'deputy'].sort(),
  );
  for (const who of ['pat', 'ada', 'deputy'])
    expect((await given.get(who, '/plans/p1/answers')).rounds[0].named).toHaveLength(1);
  const looked = await given.deps.store.read((db) =>
    db.selectFrom('audit').select(['actor', 'resource']).where('action', '=', 'answers.read-names').execute(),
  );
  expect(looked).toEqual([{ actor: 'hana', resource: 'plan/p1' }]);
});

test('a round that was launched with names shows them', async () => {
  const given = await makeRound('named');
  for (const who of [...raters, 'deputy']) await given.answer(who);
  const [shown] = (await given.get('pat', '/plans/p1/answers')).rounds;
  expect(shown.named).toHaveLength(5);
  expect(shown.shown).toEqual([]);
});

test('the promise is fixed at launch: one that the tasks do not keep is refused, and none can be changed', async () => {
  const given = await makeOffice(round());
  const launch = (anonymity: 'named' | 'confidential') =>
    createLaunch(given.deps, { cycleId: 'small', componentIds: ['permits'], anonymity }, 'hana');
  await expect(launch('named')).rejects.toThrow('The cycle asks peers or reports without their names');
  const { id } = await launch('confidential');
  const hr = await given.as('hana');
  expect((await hr('GET', `/api/v1/launches/${id}`)).body.anonymity).toBe('confidential');
  for (const method of ['PATCH', 'PUT'])
    expect((await hr(method, `/api/v1/launches/${id}`, { anonymity: 'named' })).status).toBe(404);
});

test('who answers is told before how it will be read', async () => {
  const given = await makeRound('anonymous');
  const [task] = await given.tasksOf('ian');
  expect(task.promise).toEqual({ anonymity: 'anonymous', threshold: 3 });
});

test('an answer that is late is asked of nobody else and nobody hears whose it is; the one who owes it is reminded', async () => {
  const given = await makeRound('anonymous');
  const { activation } = await given.deps.store.read((db) =>
    db.selectFrom('tasks').select('activation').where('key', '=', 'view-ian').executeTakeFirstOrThrow(),
  );
  const due = { planId: 'p1', key: 'view-ian', activation, at: '2026-01-20T09:00:00.000Z', idSeed: 't1' };
  await given.deps.store.commit((db) => escalateTask(db, { ...due, to: 'manager' }));
  expect(await given.tasksOf('deputy', 'assignee=me&state=open')).toEqual([]);
  for (const who of lookers) expect((await given.get(who, '/notifications')).items).toEqual([]);
  expect((await given.get('ian', '/notifications')).items).toMatchObject([
    { message: expect.stringContaining('waits for you') },
  ]);
});
