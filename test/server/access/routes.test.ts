import { expect, test } from 'vitest';
import type { Actor } from '../../../server/access/actor.ts';
import { allInUse } from '../../support/features.ts';
import { makeTestApp } from '../../support/server.ts';

const open = ['/api/v1/setup', '/api/v1/hooks', '/api/v1/openapi.json', '/api/v1/schemas'];
const isOpen = (path: string) => open.some((start) => path === start || path.startsWith(`${start}/`));

/** Every registered route once, with ids filled in. */
async function routes() {
  const { app } = await makeTestApp();
  const all = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/'))
    .map(({ method, path }) => `${method} ${path.replaceAll(/:[^/]+/g, 'some-id')}`);
  return [...new Set(all)].map((route) => route.split(' ') as [string, string]);
}

const bodyFor = (method: string) => (method === 'GET' || method === 'DELETE' ? undefined : {});
const person = (role: Actor['roles'][number]): Actor => ({ id: 'eve', name: 'Eve', roles: [role] });

test('nobody gets an answer from any route without signing in', async () => {
  const { send } = await makeTestApp(null);
  const guarded = (await routes()).filter(([, path]) => !isOpen(path));
  expect(guarded.length).toBeGreaterThan(30);
  for (const [method, path] of guarded) {
    const { status } = await send(method, path, bodyFor(method));
    expect(`${method} ${path} ${status}`).toBe(`${method} ${path} 401`);
  }
});

const withNothing: Actor[] = [
  { id: 'eve', name: 'Eve', roles: [] },
  { id: 'key_1', name: 'A key', roles: [], grants: [] },
];

test.for(withNothing)(
  '$name without any right is refused everywhere but where everybody may know who they are',
  async (actor) => {
    const { send } = await makeTestApp(actor);
    const reads = (await routes()).filter(
      ([method, path]) => method === 'GET' && !isOpen(path) && path !== '/api/v1/me',
    );
    for (const [method, path] of reads) {
      const { status } = await send(method, path);
      expect([403, 422], `${method} ${path} answered ${status}`).toContain(status);
    }
  },
);

test('a key without any right changes nothing', async () => {
  const { send } = await makeTestApp({ id: 'key_1', name: 'A key', roles: [], grants: [] });
  for (const [method, path, body] of changes)
    expect([path, (await send(method, path, body)).status]).toEqual([path, 403]);
});

/** What only some may read. */
const reads: [path: string, roles: string[]][] = [
  ['/api/v1/api-keys', ['admin']],
  ['/api/v1/audit', ['admin']],
  ['/api/v1/audit/terms', ['admin']],
  ['/api/v1/audit/chain', ['admin']],
  ['/api/v1/audit/csv', ['admin']],
  ['/api/v1/backups', ['admin']],
  ['/api/v1/system', ['admin']],
  ['/api/v1/event-types', ['admin']],
  ['/api/v1/retention', ['admin']],
  ['/api/v1/features', ['admin']],
  ['/api/v1/mail-templates', ['admin']],
  ['/api/v1/calendars', ['admin']],
  ['/api/v1/wording/referrals', ['hr']],
  ['/api/v1/wording/rates', ['hr']],
];

const keptForGood = {
  notifications: null,
  deliveries: null,
  mails: null,
  drafts: null,
  feed: null,
  audit: null,
};

const mailWords = { subject: 'S', introduction: '', closing: '' };

/** One change of each kind, and the roles that may make it. */
const changes: [method: string, path: string, body: object, roles: string[]][] = [
  ['POST', '/api/v1/components', { kind: 'team', name: 'A' }, ['admin', 'hr']],
  ['POST', '/api/v1/components/x/change-preview', { name: 'B' }, ['admin', 'hr']],
  ['POST', '/api/v1/people', { name: 'B', email: 'b@example.com', roles: ['employee'] }, ['admin']],
  ['POST', '/api/v1/cycles/x/publish', {}, ['admin', 'designer']],
  ['POST', '/api/v1/cycles/x/publish-requests', { note: 'New' }, ['admin', 'designer']],
  ['POST', '/api/v1/publish-requests/x/approve', { hash: 'x', against: null }, ['admin', 'hr', 'designer']],
  ['POST', '/api/v1/publish-requests/x/return', { reason: 'Not yet' }, ['admin', 'hr', 'designer']],
  ['POST', '/api/v1/publish-requests/x/withdraw', {}, ['admin', 'designer']],
  ['POST', '/api/v1/absences', { personId: 'x', from: '2026-01-05', to: '2026-01-09' }, ['admin', 'hr']],
  [
    'POST',
    '/api/v1/stand-ins',
    { personId: 'x', substituteId: 'y', always: true, kind: null },
    ['admin', 'hr'],
  ],
  ['DELETE', '/api/v1/absences/x', {}, ['admin', 'hr', 'designer', 'manager', 'employee']],
  ['PATCH', '/api/v1/absences/x', { to: '2026-01-09' }, ['admin', 'hr', 'designer', 'manager', 'employee']],
  ['POST', '/api/v1/report-mails', { board: 'raters' }, ['admin', 'hr']],
  ['DELETE', '/api/v1/reward-budgets/x', {}, ['admin', 'hr']],
  ['PUT', '/api/v1/settings', { secondPerson: true, fiscalYearStart: 7 }, ['admin']],
  ['POST', '/api/v1/cycles/x/check', {}, ['admin', 'hr', 'designer', 'manager', 'employee']],
  ['POST', '/api/v1/cycles/x/replay', {}, ['admin', 'hr', 'designer']],
  ['POST', '/api/v1/shadows', { cycleId: 'x' }, ['admin', 'designer']],
  ['POST', '/api/v1/shadows/x/end', {}, ['admin', 'designer']],
  ['POST', '/api/v1/goals', { componentId: 'x', title: 'Trees stand' }, ['admin', 'hr', 'manager']],
  ['POST', '/api/v1/measures/x/what-if', { standards: null }, ['admin', 'hr', 'manager']],
  [
    'POST',
    '/api/v1/plans/x/signatures',
    { decision: 'agreed', version: 0 },
    ['admin', 'hr', 'manager', 'employee'],
  ],
  ['POST', '/api/v1/ratings/release', { planIds: ['x'] }, ['admin', 'hr', 'manager']],
  ['PUT', '/api/v1/attributes/x', { name: 'X', allowed: ['a', 'b'] }, ['hr']],
  ['PUT', '/api/v1/attributes/x/values', { values: [{ personId: 'p', value: null }] }, ['hr']],
  ['POST', '/api/v1/attributes/import', { content: 'email,x' }, ['hr']],
  ['POST', '/api/v1/subscriptions/x/redeliver', {}, ['admin']],
  ['POST', '/api/v1/api-keys', { name: 'Payroll', scopes: ['people.read'] }, ['admin']],
  ['POST', '/api/v1/api-keys/x/revoke', {}, ['admin']],
  ['POST', '/api/v1/backups', {}, ['admin']],
  ['POST', '/api/v1/retention/preview', keptForGood, ['admin']],
  ['PUT', '/api/v1/retention', keptForGood, ['admin']],
  ['PUT', '/api/v1/features', allInUse, ['admin']],
  ['DELETE', '/api/v1/backups/x', {}, ['admin']],
  ['POST', '/api/v1/calendars', { name: 'C', workingWeekdays: [1] }, ['admin']],
  ['POST', '/api/v1/calendars/preview', {}, ['admin']],
  ['PUT', '/api/v1/calendars/x', { name: 'D', workingWeekdays: [1] }, ['admin']],
  ['DELETE', '/api/v1/calendars/x', {}, ['admin']],
  ['PUT', '/api/v1/mail-templates/digest/en', mailWords, ['admin']],
  ['DELETE', '/api/v1/mail-templates/digest/en', {}, ['admin']],
  ['POST', '/api/v1/mail-templates/digest/en/preview', mailWords, ['admin']],
  ['POST', '/api/v1/mail-templates/digest/en/test', mailWords, ['admin']],
];

test.for(['admin', 'hr', 'designer', 'manager', 'employee'] as const)(
  'the role %s reads and changes what its permissions say and nothing else',
  async (role) => {
    const { app, send } = await makeTestApp(person(role));
    for (const [method, path, body, roles] of changes) {
      const { status } = await send(method, path, body);
      expect(status === 403, `${role}: ${method} ${path} answered ${status}`).toBe(!roles.includes(role));
    }
    for (const [path, roles] of reads) {
      const { status } = await app.request(path);
      expect(status, `${role}: GET ${path}`).toBe(roles.includes(role) ? 200 : 403);
    }
  },
);
