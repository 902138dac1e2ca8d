// A dotted line: its manager sees the component and does not appraise it. What the line manager may do stands beside it.
import { expect, test } from 'vitest';
import { type Permission, permissions } from '../../../server/access/permissions.ts';
import { given, makeRatedOffice, undrawn } from '../../support/rated-office.ts';
import { makeTestApp } from '../../support/server.ts';

/** Dot is the second manager of Permits, Deputy the first; Permits is rated and the rating is not released. */
async function dotted() {
  const office = await makeRatedOffice(undrawn);
  const person = { id: 'dot', name: 'Dot', email: 'dot@city.test', roles: JSON.stringify(['manager']) };
  await office.deps.store.commit((db) =>
    db
      .insertInto('people')
      .values({ ...person, createdAt: office.deps.clock.now() })
      .execute(),
  );
  const ada = await office.as('ada');
  await ada('PATCH', '/api/v1/components/permits', { secondManagerId: 'dot' });
  const goal = (await ada('POST', '/api/v1/goals', { componentId: 'permits', title: 'Issue permits' })).body;
  const measure = (
    await ada('POST', '/api/v1/measures', {
      ...{ goalId: goal.id, title: 'Days', unit: 'n', direction: 'increase', weight: 100 },
      ...{ timeAggregation: 'mean', standards: { kind: 'points', unacceptable: 0, meets: 100 } },
    })
  ).body;
  const dot = await makeTestApp({ id: 'dot', name: 'Dot', roles: ['manager'] }, office.deps);
  const as = async (who: string) => (who === 'dot' ? dot.send : office.as(who));
  return { ...office, as, goal, measure };
}
type Office = Awaited<ReturnType<typeof dotted>>;

const rated = ({ goal }: Pick<Office, 'goal'>) => ({
  ...given,
  goals: [{ goalId: goal.id, results: 'exceeds', methods: 'meets', evidence: 'The log of May.' }],
});
const observed = { periodStart: '2026-01-01', periodEnd: '2026-01-31', value: 7 };
const away = { personId: 'pat', from: '2026-06-01', to: '2026-06-05' };
type Act = [what: string, method: 'GET' | 'POST' | 'PATCH', path: string, body?: object];

const sights = ({ measure }: Office): Act[] => [
  ['plans.read', 'GET', '/plans/p1'],
  ['plans.read', 'GET', '/plans/p1/history'],
  ['goals.read', 'GET', `/measures/${measure.id}`],
  ['reports.read', 'GET', '/reports/roll-up?at=permits'],
];
const acts = ({ goal, measure }: Office): Act[] => [
  ['goals.change', 'POST', '/goals', { componentId: 'permits', title: 'Answer sooner' }],
  ['goals.change', 'PATCH', `/goals/${goal.id}`, { title: 'Issue every permit' }],
  ['goals.change', 'POST', `/measures/${measure.id}/what-if`, { standards: null }],
  ['observations.record', 'POST', '/observations', { measureId: measure.id, ...observed }],
  ['absences.change', 'POST', '/absences', away],
  ['plans.send-event', 'POST', '/plans/p1/events', { type: 'x.y', data: {} }],
];

const statuses = async (office: Office, who: string, all: Act[]) => {
  const send = await office.as(who);
  const answers: [string, string, number][] = [];
  for (const [what, method, path, body] of all)
    answers.push([what, `${method} ${path}`, (await send(method, `/api/v1${path}`, body)).status]);
  return answers;
};
const isRefused = ([, , status]: [string, string, number]) => status === 403 || status === 404;

test('a second manager sees what the line manager sees', async () => {
  const office = await dotted();
  const seen = await statuses(office, 'dot', sights(office));
  expect(seen.filter(isRefused)).toEqual([]);
  expect(await statuses(office, 'deputy', sights(office))).toEqual(seen);
  const send = await office.as('dot');
  for (const path of ['goals?componentId=permits', 'tasks?planId=p1', 'plans'])
    expect([path, (await send('GET', `/api/v1/${path}`)).body.items.length]).toEqual([path, 1]);
});

test('a second manager does nothing of what the line manager does', async () => {
  const office = await dotted();
  const refused = (await statuses(office, 'dot', acts(office))).filter(isRefused);
  expect(refused.map(([what, act]) => [what, act])).toEqual(
    acts(office).map(([what, method, path]) => [what, `${method} ${path}`]),
  );
  const done = await statuses(office, 'deputy', acts(office));
  expect(done.filter(isRefused)).toEqual([]);
});

test('a second manager does not release the rating, and does not sit in its session', async () => {
  const office = await dotted();
  await office.work('deputy', 'rate', rated(office));
  await office.work('hana', 'calibrate', { decision: 'kept', reason: 'The evidence is the same.' });
  const send = await office.as('dot');
  const release = await send('POST', '/api/v1/ratings/release', { planIds: ['p1'] });
  expect(release.body.items).toMatchObject([{ planId: 'p1', outcome: 'refused' }]);
  expect((await send('GET', '/api/v1/calibrations/l1')).status).toBe(404);
  expect((await office.release('deputy')).items).toEqual([{ planId: 'p1', outcome: 'done' }]);
});

test('a second manager does not rate in the line manager’s place', async () => {
  const office = await dotted();
  const task = await office.openTask('rate');
  const send = await office.as('dot');
  expect((await send('POST', `/api/v1/tasks/${task.id}/complete`, { result: given })).status).toBe(403);
  const event = { type: 'task.rate.completed', data: { result: given } };
  expect((await send('POST', '/api/v1/plans/p1/events', event)).status).toBe(404);
});

test('what a dotted line reaches is only ever read', () => {
  const bySight = (Object.keys(permissions) as Permission[]).filter((one) =>
    Object.values(permissions[one]).includes('sight' as never),
  );
  expect(bySight.toSorted()).toEqual([
    'absences.read',
    'goals.read',
    'observations.read',
    'plans.read',
    'reports.read',
    'tasks.read',
  ]);
});
