import { expect, test } from 'vitest';
import { fireDue } from '../../../server/runtime/plans/timers.ts';
import { makeOffice } from '../../support/office.ts';

const write = { title: 'Write', assignee: 'manager', form: 'feedback', due: 'P10D', remind: ['-P2D'] };
const version1 = {
  variables: { limit: 3 },
  initial: 'observe',
  stages: {
    observe: {
      name: 'Observe',
      entry: [{ do: 'reward', title: 'A good start' }],
      on: { 'period.closed': [{ to: 'review' }] },
      after: [{ id: 'quarter', delay: 'P90D', to: 'review' }],
    },
    review: {
      name: 'Review',
      tasks: { write },
      on: { 'task.write.completed': [{ to: 'closed' }], 'review.skipped': [{ to: 'closed' }] },
    },
    closed: { type: 'final', outcome: 'met' },
  },
};
/** Another id and due date for the review, one more task, and another wait. */
const version2 = {
  variables: { limit: 5, tries: 0 },
  initial: 'observe',
  stages: {
    observe: {
      ...version1.stages.observe,
      on: { 'period.closed': [{ to: 'appraise' }] },
      after: [{ id: 'quarter', delay: 'P60D', to: 'appraise' }],
    },
    appraise: {
      ...version1.stages.review,
      tasks: {
        write: { ...write, due: 'P20D' },
        sign: { title: 'Sign', assignee: 'owner', form: 'feedback', due: 'P5D' },
      },
    },
    closed: version1.stages.closed,
  },
};

const words = { text: 'On 12 May the list was ready a day early.' };

async function makeMigrations(next: Record<string, unknown> = version2) {
  const office = await makeOffice(version1);
  await office.publish(2, next);
  await office.start('p1', 'permits');
  await office.start('p2', 'inspection');
  const admin = await office.as('ada');
  await admin('POST', '/api/v1/plans/p2/events', { type: 'period.closed' });
  const designer = await office.as('dora');
  const migrate = (body: object, headers?: Record<string, string>) =>
    designer(
      'POST',
      '/api/v1/migrations',
      { cycleId: 'small', from: 1, to: 2, reason: 'Shorter reviews.', ...body },
      headers,
    );
  const rows = () =>
    office.deps.store.read(async (db) => ({
      plans: await db.selectFrom('plans').selectAll().orderBy('id').execute(),
      tasks: await db.selectFrom('tasks').selectAll().orderBy('id').execute(),
      timers: await db.selectFrom('timers').selectAll().orderBy('id').execute(),
      history: await db.selectFrom('history').selectAll().orderBy('seq').execute(),
      rewards: await db.selectFrom('rewards').selectAll().orderBy('id').execute(),
    }));
  return { ...office, admin, designer, migrate, rows };
}

const planOf = (body: { plans: { planId: string }[] }, id: string) =>
  body.plans.find(({ planId }) => planId === id);

test('a rehearsal says what would become of each plan, and changes nothing', async () => {
  const { migrate, rows } = await makeMigrations();
  const before = await rows();
  const { status, body, headers } = await migrate({ dryRun: true });
  expect([status, headers.get('location')]).toEqual([200, `/api/v1/migrations/${body.id}`]);
  expect(body).toMatchObject({ status: 'done', dryRun: true, total: 2, counts: { moved: 2, waiting: 0 } });
  expect(planOf(body, 'p2')).toMatchObject({
    state: 'moved',
    componentName: 'Inspection',
    revision: null,
    stage: { before: ['review'], after: ['appraise'] },
    tasks: [
      { change: 'carried', from: 'write', to: 'write', policy: 'keep', before: '2026-01-15T09:00:00.000Z' },
      { change: 'opened', from: null, to: 'sign', dueAt: '2026-01-10T09:00:00.000Z' },
    ],
    lines: [
      '“Review” goes on under another id: appraise, before it was review.',
      'The task “Write” goes on with what was done on it.',
      'The task “Sign” was opened, due 2026-01-10 09:00 UTC.',
      'The variable tries changed.',
    ],
  });
  expect(await rows()).toEqual(before);
});

test('a migration does what its rehearsal said, and nothing that a stage does on entry', async () => {
  const { migrate, rows, deps } = await makeMigrations();
  deps.clock.advance(3 * 86_400_000);
  const mapping = { schema: 'migration/1', instants: 'restart' };
  const rehearsed = (await migrate({ dryRun: true, mapping })).body.plans;
  const rewards = (await rows()).rewards;
  const { body } = await migrate({ mapping });
  const withoutRevision = body.plans.map(({ revision, ...plan }: { revision: number }) => ({
    ...plan,
    revision: null,
  }));
  expect(withoutRevision).toEqual(rehearsed);
  const now = await rows();
  expect(now.rewards).toEqual(rewards);
  expect(
    now.plans.map(({ id, version, stage, revision }) => [id, version, JSON.parse(stage), revision]),
  ).toEqual([
    ['p1', 2, ['observe'], 2],
    ['p2', 2, ['appraise'], 3],
  ]);
  expect(now.timers.filter(({ kind }) => kind === 'stage').map(({ name, dueAt }) => [name, dueAt])).toEqual([
    ['quarter', '2026-03-09T09:00:00.000Z'],
  ]);
});

test('a migration sent twice finds no plans the second time, and with one key it is one', async () => {
  const { migrate } = await makeMigrations();
  const key = { 'idempotency-key': 'migrate-1' };
  const first = await migrate({}, key);
  const second = await migrate({}, key);
  expect(second.body).toEqual(first.body);
  const third = await migrate({});
  expect([third.status, third.body.total, third.body.status]).toEqual([200, 0, 'done']);
});

test('a task goes on with who has it, what was said and what was given', async () => {
  const { migrate, admin, tasksOf, rows, as } = await makeMigrations();
  const deputy = await as('deputy');
  const [task] = await tasksOf('deputy');
  await deputy('POST', `/api/v1/tasks/${task.id}/comment`, { text: 'Nearly done.' });
  await deputy('POST', `/api/v1/tasks/${task.id}/delegate`, { to: 'chief', reason: 'I am away' });
  await migrate({});
  const [carried] = await tasksOf('chief');
  expect(carried).toMatchObject({
    id: task.id,
    stage: 'appraise',
    key: 'write',
    openedAt: task.openedAt,
    dueAt: task.dueAt,
  });
  expect((await admin('GET', `/api/v1/tasks/${task.id}`)).body.comments).toMatchObject([
    { text: 'Nearly done.' },
  ]);
  const open = (await rows()).tasks.filter(({ state }) => state === 'open');
  expect(open.map(({ key }) => key).toSorted()).toEqual(['sign', 'write']);
  const chief = await as('chief');
  expect((await chief('POST', `/api/v1/tasks/${task.id}/complete`, { result: words })).status).toBe(200);
  expect((await admin('GET', '/api/v1/plans/p2')).body.stage).toEqual(['closed']);
});

test('the history tells of the migration in words', async () => {
  const { migrate, admin } = await makeMigrations();
  await migrate({});
  const { items } = (await admin('GET', '/api/v1/plans/p2/history')).body;
  expect(items.at(-1)).toMatchObject({
    revision: 3,
    event: { type: 'plan.migrated' },
    actor: { id: 'dora' },
    left: [],
    entered: [],
    stage: ['appraise'],
  });
  expect(items.at(-1).effects.map(({ text }: { text: string }) => text)).toEqual([
    'From version 1 of the cycle to version 2.',
    '“Review” goes on under another id: appraise, before it was review.',
    'The task “Write” goes on with what was done on it.',
    'The task “Sign” was opened, due 2026-01-10 09:00 UTC.',
    'The variable tries changed.',
    'The reason given was: Shorter reviews.',
  ]);
});

test('why a plan is where it is leads through its migration, each step in the words of its version', async () => {
  const { migrate, admin, tasksOf, as } = await makeMigrations();
  await migrate({});
  const sentences = async () =>
    (await admin('GET', '/api/v1/plans/p2/why')).body.links.map(
      ({ words }: { words: { cause: string; because: string[] } }) => [words.cause, words.because],
    );
  const start = ['On 2026-01-05 the plan started.', ['It began in Observe.']];
  const closing = [
    'On 2026-01-05 Ada sent the event “period closed”.',
    ['So it went from Observe to Review.'],
  ];
  const migration = [
    'On 2026-01-05 the plan was carried over from version 1 to version 2 of its cycle by Dora.',
    expect.arrayContaining(['“Review” goes on under another id: appraise, before it was review.']),
  ];
  expect(await sentences()).toEqual([start, closing, migration]);
  const [task] = await tasksOf('ian');
  await (await as('ian'))('POST', `/api/v1/tasks/${task.id}/complete`, { result: words });
  await admin('POST', '/api/v1/plans/p2/events', { type: 'review.skipped' });
  expect(await sentences()).toEqual([
    start,
    closing,
    migration,
    ['On 2026-01-05 Ada sent the event “review skipped”.', ['So it went from Review to closed.']],
  ]);
});

test('a stage that has another name by now is called in each link as it was called then', async () => {
  const renamed = structuredClone(version1);
  renamed.stages.observe.name = 'Look on';
  renamed.stages.review.name = 'Talk';
  const { migrate, admin, designer } = await makeMigrations(renamed);
  const becauses = async () =>
    (await admin('GET', '/api/v1/plans/p2/why')).body.links.map(
      ({ words }: { words: { cause: string; because: string[] } }) =>
        [words.cause, ...words.because].filter((one) => !one.startsWith('The reason given was: ')).at(-1),
    );
  const before = ['It began in Observe.', 'So it went from Observe to Review.'];
  const migration =
    'On 2026-01-05 the plan was carried over from version 1 to version 2 of its cycle by Dora.';
  const { id } = (await migrate({})).body;
  expect(await becauses()).toEqual([...before, migration]);
  expect((await admin('GET', '/api/v1/plans/p2/why')).body.stage).toEqual([{ id: 'review', name: 'Talk' }]);
  await designer('POST', `/api/v1/migrations/${id}/undo`);
  expect(await becauses()).toEqual([...before, migration, 'The migration to version 2 was undone.']);
  expect((await admin('GET', '/api/v1/plans/p2/why')).body.stage).toEqual([{ id: 'review', name: 'Review' }]);
  await admin('POST', '/api/v1/plans/p2/events', { type: 'review.skipped' });
  expect((await becauses()).at(-1)).toBe('So it went from Review to closed.');
  await admin('POST', '/api/v1/plans/p1/events', { type: 'period.closed' });
  const chain = (await admin('GET', '/api/v1/plans/p1/why')).body.links;
  expect(chain.map(({ event }: { event: string }) => event)).toEqual([
    'plan.started',
    'plan.migrated',
    'plan.migration-undone',
    'period.closed',
  ]);
});

test('what needs a decision is asked, and done once the mapping has the answer', async () => {
  const stages = {
    observe: version2.stages.observe,
    appraise: { ...version1.stages.review, tasks: {} },
    closed: version1.stages.closed,
  };
  const { migrate } = await makeMigrations({ ...version2, stages });
  const asked = (await migrate({ dryRun: true })).body;
  const plan = planOf(asked, 'p2');
  expect(plan).toMatchObject({
    state: 'needs-decision',
    stage: { after: null },
    questions: [{ about: 'task', of: 'write', pointer: '/tasks/write', choices: [null] }],
  });
  const unanswered = (await migrate({})).body;
  expect(unanswered.counts).toMatchObject({ 'needs-decision': 1 });
  const mapping = { schema: 'migration/1', plans: { p2: { tasks: { write: null } } } };
  const answered = (await migrate({ mapping })).body;
  expect(planOf(answered, 'p2')).toMatchObject({
    state: 'moved',
    tasks: [{ change: 'cancelled', from: 'write' }],
  });
});

test('a plan with an open incident is blocked, and goes along once it is settled', async () => {
  const failing = structuredClone(version1) as typeof version1 & { on?: object };
  failing.on = { broken: [{ do: [{ do: 'set', variable: 'limit', value: 'limit + "x"' }] }] };
  const office = await makeOffice(failing);
  await office.publish(2, failing);
  await office.start('p1');
  const admin = await office.as('ada');
  expect((await admin('POST', '/api/v1/plans/p1/events', { type: 'broken' })).status).toBe(409);
  const body = { cycleId: 'small', from: 1, to: 2, reason: 'Shorter.' };
  const blocked = (await admin('POST', '/api/v1/migrations', body)).body;
  expect(blocked.plans[0]).toMatchObject({ state: 'blocked', reasons: [{ code: 'open-incident' }] });
  const [incident] = (await admin('GET', '/api/v1/incidents')).body.items;
  await admin('POST', `/api/v1/incidents/${incident.id}/skip`, { reason: 'Seen to.' });
  expect((await admin('POST', '/api/v1/migrations', body)).body.counts).toMatchObject({ unchanged: 1 });
});

const withoutRevision = (rows: { revision: number; lastLine: number | null; state: string }[]) =>
  rows.map(({ revision, lastLine, state, ...row }) => ({
    ...row,
    state: { ...JSON.parse(state), revision: 0 },
  }));

test('undone, each plan is what it was, its tasks and timers row for row', async () => {
  const { migrate, rows, designer, admin } = await makeMigrations();
  const before = await rows();
  const mapping = { schema: 'migration/1', instants: 'restart' };
  const { id } = (await migrate({ mapping })).body;
  expect(await rows()).not.toMatchObject({ tasks: before.tasks });
  const first = await designer('POST', `/api/v1/migrations/${id}/undo`);
  const second = await designer('POST', `/api/v1/migrations/${id}/undo`);
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.body).toEqual(first.body);
  expect(first.body).toMatchObject({ status: 'undone', undoneBy: 'dora', counts: { undone: 2, kept: 0 } });
  const now = await rows();
  expect(now.tasks).toEqual(before.tasks);
  expect(now.timers).toEqual(before.timers);
  expect(withoutRevision(now.plans)).toEqual(withoutRevision(before.plans));
  expect(now.plans.map(({ revision }) => revision)).toEqual(before.plans.map(({ revision }) => revision + 2));
  const { items } = (await admin('GET', '/api/v1/plans/p2/history')).body;
  expect(items.at(-1)).toMatchObject({ event: { type: 'plan.migration-undone' }, stage: ['review'] });
  expect(items.at(-1).effects.map(({ text }: { text: string }) => text)).toEqual([
    'From version 2 of the cycle to version 1.',
    'The migration to version 2 was undone.',
  ]);
  expect((await admin('POST', '/api/v1/plans/p2/events', { type: 'review.skipped' })).status).toBe(200);
});

test('a plan that has moved since stays, and says why; the others go back', async () => {
  const { migrate, designer, admin } = await makeMigrations();
  const { id } = (await migrate({})).body;
  await admin('POST', '/api/v1/plans/p2/events', { type: 'review.skipped' });
  const { body } = await designer('POST', `/api/v1/migrations/${id}/undo`);
  expect(body.counts).toMatchObject({ undone: 1, kept: 1 });
  expect(planOf(body, 'p1')).toMatchObject({ undo: { state: 'undone', problem: null } });
  expect(planOf(body, 'p2')).toMatchObject({
    undo: {
      state: 'kept',
      problem:
        'The plan has moved since: it came to revision 4 by “review.skipped” on 2026-01-05. It stays as it is.',
    },
  });
});

test('what somebody has done on a task since is not taken back', async () => {
  const { migrate, designer, tasksOf, as } = await makeMigrations();
  const { id } = (await migrate({})).body;
  const [own] = await tasksOf('ian');
  await (await as('ian'))('POST', `/api/v1/tasks/${own.id}/comment`, { text: 'I wonder.' });
  const { body } = await designer('POST', `/api/v1/migrations/${id}/undo`);
  expect(planOf(body, 'p2')).toMatchObject({
    undo: { state: 'kept', problem: 'Somebody has commented on “Sign” since. The plan stays as it is.' },
  });
});

test('who has taken a task since still has it after the undo', async () => {
  const { migrate, designer, tasksOf, as, rows } = await makeMigrations();
  const before = await rows();
  const { id } = (await migrate({})).body;
  const [task] = await tasksOf('deputy');
  await (await as('deputy'))('POST', `/api/v1/tasks/${task.id}/delegate`, {
    to: 'chief',
    reason: 'I am away',
  });
  await designer('POST', `/api/v1/migrations/${id}/undo`);
  const now = await rows();
  const passedOn = { assigneeId: 'chief', delegatedBy: 'deputy' };
  expect(now.tasks).toEqual(before.tasks.map((row) => (row.id === task.id ? { ...row, ...passedOn } : row)));
});

test('an escalation since goes back with its task', async () => {
  const escalated = structuredClone(version1);
  Object.assign(escalated.stages.review.tasks.write, { escalate: [{ after: 'P1D', to: 'role:hr' }] });
  const office = await makeOffice(escalated);
  await office.publish(2, version2);
  await office.start('p2', 'inspection');
  const admin = await office.as('ada');
  await admin('POST', '/api/v1/plans/p2/events', { type: 'period.closed' });
  const { id } = (
    await admin('POST', '/api/v1/migrations', { cycleId: 'small', from: 1, to: 2, reason: 'Shorter.' })
  ).body;
  office.deps.clock.advance(12 * 86_400_000);
  await fireDue(office.deps, office.deps.clock.now());
  expect(await office.tasksOf('hana')).toMatchObject([{ key: 'write', stage: 'appraise' }]);
  const { body } = await admin('POST', `/api/v1/migrations/${id}/undo`);
  expect(body.counts).toMatchObject({ undone: 1 });
  expect(await office.tasksOf('hana')).toMatchObject([{ key: 'write', stage: 'review' }]);
  expect(await office.tasksOf('ian')).toEqual([]);
});

test('a rehearsal cannot be undone, nor one that is not there', async () => {
  const { migrate, designer } = await makeMigrations();
  const { id } = (await migrate({ dryRun: true })).body;
  const answers = [
    await designer('POST', `/api/v1/migrations/${id}/undo`),
    await designer('POST', `/api/v1/migrations/${id}/undo`),
    await designer('POST', '/api/v1/migrations/none/undo'),
    await designer('GET', '/api/v1/migrations/none'),
    await designer('GET', '/api/v1/migrations/none/results'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([409, 409, 404, 404, 404]);
});

test.each<[string, object, string]>([
  ['to a version that is not there', { to: 7 }, '/to'],
  ['from a version that is not there', { from: 7 }, '/from'],
  ['to the same version', { to: 1 }, '/to'],
  [
    'with a stage that is not there',
    { mapping: { schema: 'migration/1', stages: { reveiw: 'appraise' } } },
    '/mapping/stages/reveiw',
  ],
  [
    'with a mapping for another cycle',
    { mapping: { schema: 'migration/1', cycleId: 'other' } },
    '/mapping/cycleId',
  ],
  ['with a mapping of another schema', { mapping: { schema: 'migration/2' } }, '/mapping/schema'],
  ['with an unknown key', { mapping: { schema: 'migration/1', stage: {} } }, '/mapping'],
])('a migration %s is refused twice and touches no plan', async (_, body, pointer) => {
  const { migrate, rows, designer } = await makeMigrations();
  const before = await rows();
  const answers = [await migrate(body), await migrate(body)];
  expect(answers.map(({ status }) => status)).toEqual([422, 422]);
  expect(answers[0]?.body.errors[0].pointer).toBe(pointer);
  expect(await rows()).toEqual(before);
  expect((await designer('GET', '/api/v1/migrations')).body.items).toEqual([]);
});

test('migrations are listed, the newest first, and their plans page by page and by state', async () => {
  const { migrate, designer, deps } = await makeMigrations();
  const first = (await migrate({ dryRun: true })).body.id;
  deps.clock.advance(1000);
  const second = (await migrate({})).body.id;
  const { items } = (await designer('GET', '/api/v1/migrations')).body;
  expect(items.map(({ id }: { id: string }) => id)).toEqual([second, first]);
  const one = (await designer('GET', `/api/v1/migrations/${second}/results?limit=1`)).body;
  const two = (await designer('GET', `/api/v1/migrations/${second}/results?limit=1&cursor=${one.nextCursor}`))
    .body;
  expect([one.items[0].planId, two.items[0].planId]).toEqual(['p1', 'p2']);
  expect((await designer('GET', `/api/v1/migrations/${second}/results?state=blocked`)).body.items).toEqual(
    [],
  );
});

test('subscriptions hear of a migration once, in the order of the plan', async () => {
  const { migrate, admin, deps } = await makeMigrations();
  await admin('POST', '/api/v1/subscriptions', { url: 'http://127.0.0.1:9/', events: ['plan.*', 'task.*'] });
  await migrate({});
  await admin('POST', '/api/v1/plans/p2/events', { type: 'review.skipped' });
  const sent = await deps.store.read((db) =>
    db
      .selectFrom('deliveries')
      .select(['planId', 'planSeq', 'eventType'])
      .orderBy('planId')
      .orderBy('planSeq')
      .execute(),
  );
  expect(sent.map(({ planId, planSeq, eventType }) => `${planId} ${planSeq} ${eventType}`)).toEqual([
    'p1 1 plan.migrated',
    'p2 1 task.opened',
    'p2 2 plan.migrated',
    'p2 3 plan.moved',
    'p2 4 plan.ended',
  ]);
});

test('only designers and administrators migrate; HR may look', async () => {
  const { as, migrate } = await makeMigrations();
  const { id } = (await migrate({ dryRun: true })).body;
  const body = { cycleId: 'small', from: 1, to: 2, reason: 'Shorter.' };
  for (const who of ['hana', 'deputy', 'pat']) {
    const send = await as(who);
    expect((await send('POST', '/api/v1/migrations', body)).status).toBe(403);
    expect((await send('POST', `/api/v1/migrations/${id}/undo`)).status).toBe(403);
  }
  expect((await (await as('hana'))('GET', `/api/v1/migrations/${id}`)).status).toBe(200);
  expect((await (await as('pat'))('GET', `/api/v1/migrations/${id}`)).status).toBe(403);
});

test('the schema of the mapping document is published', async () => {
  const { designer } = await makeMigrations();
  const { status, body } = await designer('GET', '/api/v1/schemas/migration');
  expect([status, body.title, Object.keys(body.properties)]).toEqual([
    200,
    'Cyclewright migration/1',
    expect.arrayContaining(['stages', 'tasks', 'timers', 'instants', 'plans']),
  ]);
});

test('plans are migrated only with a reason, which stands in their history and in the trail', async () => {
  const { migrate, admin } = await makeMigrations();
  const refused = await migrate({ reason: undefined });
  expect([refused.status, refused.body.errors]).toEqual([
    422,
    [{ pointer: '/reason', detail: 'Say why; it is kept in the history of each plan.' }],
  ]);
  expect((await migrate({ reason: undefined, dryRun: true })).status).toBe(200);
  const done = await migrate({ reason: 'Reviews are shorter.' });
  expect(done.body).toMatchObject({ status: 'done', reason: 'Reviews are shorter.' });
  const history = (await admin('GET', '/api/v1/plans/p1/history')).body.items;
  expect(JSON.stringify(history.at(-1))).toContain('The reason given was: Reviews are shorter.');
  const [line] = (await admin('GET', '/api/v1/audit?action=migration.created')).body.items;
  expect(line.detail).toMatchObject({
    ...{ reason: 'Reviews are shorter.', before: { version: 1 }, after: { version: 2 } },
  });
});
