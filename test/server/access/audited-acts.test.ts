// Every route that changes something is either walked here, and the trail tells what was before it and what is after, or
// it is told why the trail has nothing to say of it.
import { expect, test } from 'vitest';
import { allInUse } from '../../support/features.ts';
import { makeOffice } from '../../support/office.ts';
import { makeTestApp } from '../../support/server.ts';

const cycle = {
  initial: 'plan',
  stages: {
    plan: {
      tasks: {
        agree: { title: 'Agree', assignee: 'role:hr', form: { type: 'object' }, due: 'P5D' },
        look: { title: 'Look', assignee: 'owner', form: { type: 'object' }, due: 'P5D' },
      },
      on: { 'plan.left': [{ to: 'done' }] },
    },
    done: { type: 'final' },
  },
  on: { 'plan.cancelled': [{ to: 'done' }] },
};

/** What is nobody’s but the actor’s own, what is only looked at, and what is told by other means. */
const untold: Record<string, string> = {
  ...Object.fromEntries(
    [
      ...['PUT /me/digest', 'PUT /me/language', 'POST /report-mails', 'DELETE /report-mails/:id'],
      ...['POST /inbox-filters', 'PUT /inbox-filters/first', 'PATCH /inbox-filters/:id'],
      ...['DELETE /inbox-filters/:id', 'POST /notifications/read', 'PUT /notifications/:id/read'],
      ...['PUT /tasks/:id/draft', 'POST /tasks/:id/snooze'],
      ...['PUT /cycles/:id/presence/:page', 'DELETE /cycles/:id/presence/:page'],
    ].map((route) => [route, 'the reader’s own and seen by nobody else']),
  ),
  ...Object.fromEntries(
    [
      ...['POST /components/:id/change-preview', 'POST /calendars/preview', 'POST /measures/:id/what-if'],
      ...['POST /cycles/:id/check', 'POST /cycles/:id/simulate', 'POST /cycles/:id/replay'],
      ...['POST /mail-templates/:kind/:language/preview', 'POST /retention/preview'],
      'POST /launches/selection',
    ].map((route) => [route, 'nothing is changed']),
  ),
  ...Object.fromEntries(
    [
      ...[
        'POST /tasks/:id/remind',
        'POST /mail-templates/:kind/:language/test',
        'POST /deliveries/:id/redeliver',
      ],
      ...['POST /subscriptions/:id/test', 'POST /subscriptions/:id/redeliver', 'POST /imports'],
    ].map((route) => [route, 'told as done: nothing that was there is changed by the act itself']),
  ),
  ...Object.fromEntries(
    [
      ...['POST /tasks/:id/comment', 'POST /feedback/:id/replies', 'POST /feedback/:id/thanks'],
      ...['POST /rewards/:id/thanks', 'POST /setup/demo', 'POST /setup/clean', 'POST /setup/sign-in-as'],
    ].map((route) => [route, 'something new beside what was there']),
  ),
  ...Object.fromEntries(
    ['POST /plans/:id/events', 'POST /hooks/:id'].map((route) => [route, 'told by the history of the plan']),
  ),
  'POST /observations': 'told as recorded: what was recorded before stays as it was',
  'PUT /attributes/:id/values': 'told by how many, never whose: attributes of people are protected',
  'POST /attributes/import': 'told by how many, never whose: attributes of people are protected',
  'POST /tasks/:id/decline':
    'walked with raters in rater-changes.test.ts; nobody is named where raters are not',
  'POST /tasks/:id/reopening': 'walked with a task that is opened again in reopenings.test.ts',
  'POST /reopenings/:id/decision': 'walked with a task that is opened again in reopenings.test.ts',
  'POST /calibration-sessions': 'walked with a session in calibration-sessions.test.ts',
  'PATCH /calibration-sessions/:id': 'walked with a session in calibration-sessions.test.ts',
  'POST /calibration-sessions/:id/state': 'walked with a session in calibration-sessions.test.ts',
  'POST /wording/referrals': 'adds what its writer puts before HR',
  'POST /tasks/bulk': 'each task is told as by its own route',
  'POST /plans/:id/signatures': 'adds a signature; told by the versions of the plan',
  'POST /ratings/release': 'walked with ratings in rating-release.test.ts',
  'PUT /rewards/:id/consent': 'walked with rewards in rewards.test.ts',
  'POST /incidents/:id/retry': 'walked with a broken cycle in incidents.test.ts',
  'POST /incidents/:id/skip': 'walked with a broken cycle in incidents.test.ts',
};

type Send = Awaited<ReturnType<typeof makeTestApp>>['send'];

async function makeWalk() {
  const office = await makeOffice(cycle);
  await office.publish(2, { ...cycle, variables: { more: 1 } });
  await office.start('p1');
  await office.deps.store.commit(async (db) => {
    await db.updateTable('tasks').set({ assigneeId: null }).where('key', '=', 'agree').execute();
  });
  const walked = new Set<string>();
  const senders = new Map<string, Send>();
  const lines = () =>
    office.deps.store.read((db) => db.selectFrom('audit').selectAll().orderBy('seq').execute());
  /** Sends it, and the lines that it has left have both sides. */
  const act = async (
    who: string,
    route: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ) => {
    const known = (await lines()).length;
    const send = senders.get(who) ?? (await office.as(who));
    senders.set(who, send);
    const answer = await send(route.split(' ')[0] ?? '', `/api/v1${path}`, body, headers);
    expect(answer.status, `${route}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
    const left = (await lines()).slice(known);
    expect(left.length, `${route} is told`).toBeGreaterThan(0);
    for (const { action, detail } of left)
      expect(Object.keys(JSON.parse(detail)), `${route} wrote ${action}`).toEqual(
        expect.arrayContaining(['before', 'after']),
      );
    walked.add(route);
    return answer;
  };
  return { ...office, act, walked };
}
type Act = Awaited<ReturnType<typeof makeWalk>>['act'];
type Plain = (who: string, method: string, path: string, body?: object) => ReturnType<Act>;

async function walkOrganisation(act: Act, send: Plain) {
  await act('ada', 'POST /components', '/components', { id: 'new', kind: 'team', name: 'New' });
  await act('ada', 'PATCH /components/:id', '/components/permits', { managerId: 'mayor' });
  const calendar = { name: 'Ours', workingWeekdays: [1, 2] };
  const made = (await act('ada', 'POST /calendars', '/calendars', calendar)).body;
  await act('ada', 'PUT /calendars/:id', `/calendars/${made.id}`, { ...calendar, workingWeekdays: [3] });
  await act('ada', 'DELETE /calendars/:id', `/calendars/${made.id}`);
  await act('ada', 'POST /people', '/people', {
    id: 'zoe',
    name: 'Zoe',
    email: 'z@city.test',
    roles: ['employee'],
  });
  await act('ada', 'PATCH /people/:id', '/people/zoe', { roles: ['employee', 'hr'] });
  const goal = { id: 'g1', componentId: 'permits', title: 'Fast' };
  await act('ada', 'POST /goals', '/goals', goal);
  await act('ada', 'PATCH /goals/:id', '/goals/g1', { title: 'Faster' });
  await act('ada', 'POST /goals/priorities', '/goals/priorities', {
    componentId: 'permits',
    priorities: [{ goalId: 'g1', priority: 7 }],
  });
  const measure = { id: 'm1', goalId: 'g1', title: 'Days', unit: 'days', direction: 'decrease' };
  await act('ada', 'POST /measures', '/measures', measure);
  await act('ada', 'PATCH /measures/:id', '/measures/m1', { title: 'Working days' });
  const period = { periodStart: '2026-01-01', periodEnd: '2026-01-04' };
  const seen = { id: 'o1', measureId: 'm1', ...period, value: 3, status: 'provisional' };
  await send('ada', 'POST', '/observations', seen);
  await act('hana', 'POST /observations/:id/verify', '/observations/o1/verify', {});
  await act('hana', 'PUT /attributes/:id', '/attributes/site', { name: 'Site', allowed: ['north', 'south'] });
  const values = { values: [{ personId: 'pat', value: 'north' }] };
  await send('hana', 'PUT', '/attributes/site/values', values);
  await act('hana', 'DELETE /attributes/:id', '/attributes/site');
  const budget = {
    componentId: 'city',
    periodStart: '2026-01-01',
    periodEnd: '2026-12-31',
    amount: 10,
    currency: 'USD',
  };
  await act('hana', 'POST /reward-budgets', '/reward-budgets', budget);
  const { id } = (await send('hana', 'GET', '/reward-budgets/all')).body.items[0];
  await act('hana', 'DELETE /reward-budgets/:id', `/reward-budgets/${id}`);
}

async function walkWork(act: Act, taskOf: (key: string) => Promise<string>) {
  await act('hana', 'POST /tasks/:id/claim', `/tasks/${await taskOf('agree')}/claim`, {});
  await act('hana', 'POST /tasks/:id/delegate', `/tasks/${await taskOf('agree')}/delegate`, {
    to: 'deputy',
    reason: 'She knows it best.',
  });
  await act('pat', 'POST /tasks/:id/complete', `/tasks/${await taskOf('look')}/complete`, { result: {} });
  const leave = { personId: 'ian', from: '2026-03-02', to: '2026-03-06' };
  const { id } = (await act('hana', 'POST /absences', '/absences', leave)).body;
  await act('hana', 'PATCH /absences/:id', `/absences/${id}`, { to: '2026-03-09', substituteId: 'pat' });
  await act('hana', 'DELETE /absences/:id', `/absences/${id}`);
  const standIn = { personId: 'ian', substituteId: 'pat', always: true, kind: null };
  const named = (await act('hana', 'POST /stand-ins', '/stand-ins', standIn)).body;
  await act('hana', 'DELETE /stand-ins/:id', `/stand-ins/${named.id}`);
  const text = 'On 2 January the list was ready a day early.';
  await act('deputy', 'POST /feedback', '/feedback', {
    to: { personId: 'pat' },
    text,
    visibility: 'receiver',
  });
  const question = { personId: 'ian', question: 'How did the list of January come out?' };
  const first = (await act('pat', 'POST /feedback-requests', '/feedback-requests', question)).body;
  await act('ian', 'POST /feedback-requests/:id/decline', `/feedback-requests/${first.id}/decline`, {});
  const second = (await act('pat', 'POST /feedback-requests', '/feedback-requests', question)).body;
  await act('pat', 'POST /feedback-requests/:id/withdraw', `/feedback-requests/${second.id}/withdraw`, {});
}

async function walkAutomations(act: Act) {
  const wish = { url: 'http://127.0.0.1:9/hook', events: ['plan.moved'] };
  const made = (await act('ada', 'POST /subscriptions', '/subscriptions', wish)).body;
  await act('ada', 'PATCH /subscriptions/:id', `/subscriptions/${made.id}`, { active: false });
  await act('ada', 'DELETE /subscriptions/:id', `/subscriptions/${made.id}`);
  const mapping = { to: 'event', planId: '"p1"', type: '"plan.left"' };
  await act('ada', 'POST /sources', '/sources', { id: 'src', name: 'Register', mapping });
  await act('ada', 'PATCH /sources/:id', '/sources/src', { active: false });
  await act('ada', 'DELETE /sources/:id', '/sources/src');
}

async function walkCycles(act: Act) {
  const draft = { schema: 'cycle/1', id: 'next', name: 'Next', ...cycle };
  const saved = await act('dora', 'PUT /cycles/:id', '/cycles/next', draft, { 'if-none-match': '*' });
  const etag = { 'if-match': saved.headers.get('etag') ?? '' };
  await act('dora', 'PUT /cycles/:id', '/cycles/next', { ...draft, name: 'After' }, etag);
  await act('dora', 'POST /cycles/:id/publish', '/cycles/next/publish', { note: 'First' });
  await act('dora', 'PUT /cycles/:id', '/cycles/gone', { ...draft, id: 'gone' }, { 'if-none-match': '*' });
  await act('dora', 'DELETE /cycles/:id', '/cycles/gone');
  await act('ada', 'PUT /settings', '/settings', { secondPerson: true });
  for (const [settle, who] of [
    ['withdraw', 'dora'],
    ['return', 'hana'],
    ['approve', 'hana'],
  ] as const) {
    const read = await act(
      'dora',
      'PUT /cycles/:id',
      `/cycles/${settle}`,
      { ...draft, id: settle, name: settle },
      { 'if-none-match': '*' },
    );
    expect(read.status).toBeLessThan(300);
    const asked = await act(
      'dora',
      'POST /cycles/:id/publish-requests',
      `/cycles/${settle}/publish-requests`,
      { note: 'New' },
    );
    const { id, hash } = asked.body;
    const body =
      settle === 'approve' ? { hash, against: null } : settle === 'return' ? { reason: 'Not yet' } : {};
    await act(who, `POST /publish-requests/:id/${settle}`, `/publish-requests/${id}/${settle}`, body);
  }
  const period = { start: '2026-01-01', end: '2026-12-31' };
  await act('hana', 'POST /launches', '/launches', { cycleId: 'next', componentIds: ['inspection'], period });
  const migration = { cycleId: 'small', from: 1, to: 2, reason: 'More' };
  const { id } = (await act('dora', 'POST /migrations', '/migrations', migration)).body;
  await act('dora', 'POST /migrations/:id/undo', `/migrations/${id}/undo`, {});
  const shadow = (await act('dora', 'POST /shadows', '/shadows', { cycleId: 'small', candidate: 2 })).body;
  await act('dora', 'POST /shadows/:id/end', `/shadows/${shadow.id}/end`, {});
}

async function walkServer(act: Act) {
  const key = (await act('ada', 'POST /api-keys', '/api-keys', { name: 'Payroll', scopes: ['people.read'] }))
    .body;
  await act('ada', 'POST /api-keys/:id/revoke', `/api-keys/${key.id}/revoke`, {});
  const { name } = (await act('ada', 'POST /backups', '/backups', {})).body;
  await act('ada', 'DELETE /backups/:id', `/backups/${name}`);
  const words = { subject: 'S', introduction: 'I', closing: '' };
  await act('ada', 'PUT /mail-templates/:kind/:language', '/mail-templates/digest/en', words);
  await act('ada', 'DELETE /mail-templates/:kind/:language', '/mail-templates/digest/en');
  const kept = { notifications: 90, deliveries: null, mails: null, drafts: null, feed: null, audit: null };
  await act('ada', 'PUT /retention', '/retention', kept);
  const used = { ...allInUse, recognition: false };
  await act('ada', 'PUT /features', '/features', used);
  await act('ada', 'PUT /features', '/features', { ...used, recognition: true });
}

test('the trail tells what was before and after of every act that changes something, and no route is forgotten', async () => {
  const { act, as, walked, deps } = await makeWalk();
  const taskOf = async (key: string) =>
    deps.store.read(
      async (db) =>
        (await db.selectFrom('tasks').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id,
    );
  await walkOrganisation(act, async (who, method, path, body) =>
    (await as(who))(method, `/api/v1${path}`, body),
  );
  await walkWork(act, taskOf);
  await walkAutomations(act);
  await walkCycles(act);
  await walkServer(act);
  await act('hana', 'POST /plans/:id/cancel', '/plans/p1/cancel', { reason: 'Merged.' });
  const { app } = await makeTestApp();
  const changing = app.routes
    .filter(({ method, path }) => !['ALL', 'GET'].includes(method) && path.startsWith('/api/v1/'))
    .map(({ method, path }) => `${method} ${path.slice('/api/v1'.length)}`);
  const told = [...walked, ...Object.keys(untold)];
  expect([...new Set(changing)].filter((route) => !told.includes(route))).toEqual([]);
  expect(told.filter((route) => !changing.includes(route))).toEqual([]);
});
