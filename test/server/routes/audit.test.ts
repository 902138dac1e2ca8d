// The audit trail: every administrator's act is in it with what was before and after, and it can be found and taken along.
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';
import { admin, makeTestApp } from '../../support/server.ts';

type App = Awaited<ReturnType<typeof makeTestApp>>;
interface Line {
  seq: number;
  action: string;
  resource: string;
  about: { name: string; of: string | null } | null;
  actor: { id: string; name: string };
  detail: { before?: Record<string, unknown> | null; after?: Record<string, unknown> | null };
}

const read = async ({ send }: App, query = ''): Promise<Line[]> =>
  (await send('GET', `/api/v1/audit${query}`)).body.items;

const cancellable = {
  initial: 'work',
  stages: {
    work: { tasks: { do: { title: 'Do it', form: { type: 'object', properties: {} }, assignee: 'owner' } } },
    cancelled: { type: 'final' },
  },
  on: { 'plan.cancelled': [{ to: 'cancelled' }] },
};

const bob = { id: 'bob', name: 'Bob', email: 'bob@example.com', roles: ['employee'] };

async function withActs(): Promise<App> {
  const app = await makeTestApp();
  const { send, deps } = app;
  await send('POST', '/api/v1/people', { ...bob, id: admin.id, name: 'Ada', email: 'ada@example.com' });
  await send('POST', '/api/v1/people', bob);
  deps.clock.set('2026-02-01T00:00:00.000Z');
  await send('PATCH', '/api/v1/people/bob', { roles: ['employee', 'manager'] });
  await send('POST', '/api/v1/components', { id: 'parks', kind: 'team', name: 'Parks' });
  await send('PATCH', '/api/v1/components/parks', { managerId: 'bob' });
  await send('PUT', '/api/v1/settings', { secondPerson: true });
  return app;
}

/** Each act of an administrator, and what its line says was before and after. */
const acts: [act: string, method: string, path: string, body: object, before: unknown, after: unknown][] = [
  ['person.change', 'PATCH', '/people/bob', { name: 'Rob' }, { name: 'Bob' }, { name: 'Rob' }],
  ['component.change', 'PATCH', '/components/parks', { name: 'Trees' }, { name: 'Parks' }, { name: 'Trees' }],
  [
    'settings.change',
    'PUT',
    '/settings',
    { secondPerson: false },
    { secondPerson: true },
    { secondPerson: false },
  ],
  [
    'subscription.changed',
    'PATCH',
    '/subscriptions/SUB',
    { active: false },
    { active: true },
    { active: false },
  ],
  ['source.changed', 'PATCH', '/sources/pay', { active: false }, { active: true }, { active: false }],
];

test.for(acts)(
  '%s is in the trail with before and after',
  async ([action, method, path, body, before, after]) => {
    const app = await withActs();
    const { send } = app;
    const url = 'http://127.0.0.1:9/hook';
    const made = await send('POST', '/api/v1/subscriptions', { url, events: ['*'] });
    const mapping = { to: 'event', planId: '"p"', type: '"paid"' };
    expect((await send('POST', '/api/v1/sources', { id: 'pay', name: 'Pay', mapping })).status).toBe(201);
    const { status } = await send(method, `/api/v1${path.replace('SUB', made.body.id)}`, body);
    expect(status).toBe(200);
    const [line] = await read(app, '?limit=1');
    expect(line).toMatchObject({ action, actor: { id: 'ada', name: 'Ada' } });
    expect(line?.detail).toEqual({ before, after });
  },
);

test('it is found by who, what was done, to what, when, and by a word of what changed', async () => {
  const app = await withActs();
  const actions = async (query: string) => (await read(app, query)).map(({ action }) => action);
  expect(await actions('?action=person')).toEqual(['person.change', 'person.create', 'person.create']);
  expect(await actions('?action=pers')).toEqual([]);
  expect(await actions('?resource=component')).toEqual(['component.change', 'component.create']);
  expect(await actions('?resource=person/bob')).toEqual(['person.change', 'person.create']);
  expect(await actions('?q=MANAGER')).toEqual(['component.change', 'component.create', 'person.change']);
  expect(await actions('?q=%25')).toEqual([]);
  expect(await actions('?to=2026-02-01T00:00:00Z')).toEqual(['person.create', 'person.create']);
  expect(await actions('?from=2026-02-01T01:00:00%2B01:00&action=person')).toEqual(['person.change']);
  expect(await actions('?actor=bob')).toEqual([]);
  const { body } = await app.send('GET', '/api/v1/audit/terms');
  expect(body.actions).toEqual([
    'component.change',
    'component.create',
    'person.change',
    'person.create',
    'settings.change',
  ]);
  expect(body.actors).toEqual([{ id: 'ada', name: 'Ada' }]);
});

test('a line says what it is about by name, as it was told where that is gone', async () => {
  const office = await makeOffice(cancellable);
  await office.start('p1');
  const send = await office.as('ada');
  const { items } = (await send('GET', '/api/v1/tasks?state=open')).body;
  await send('POST', `/api/v1/tasks/${items[0].id}/delegate`, { to: 'chief', reason: 'Pat is away.' });
  await send('PATCH', '/api/v1/components/permits', { name: 'Permits and licences' });
  await send('PATCH', '/api/v1/people/pat', { name: 'Patricia' });
  await send('POST', '/api/v1/plans/p1/cancel', { reason: 'Not needed.' });
  const calendar = { name: 'Yard', workingWeekdays: [1, 2], region: null, daysOff: [], workedDays: [] };
  const { id } = (await send('POST', '/api/v1/calendars', calendar)).body;
  await send('DELETE', `/api/v1/calendars/${id}`);
  const lines = (await send('GET', '/api/v1/audit')).body.items;
  const told = lines.map(({ resource, about }: Line) => [resource.split('/')[0], about]);
  expect(told).toEqual([
    ['calendar', { name: 'Yard', of: null }],
    ['calendar', { name: 'Yard', of: null }],
    ['plan', { name: 'Permits and licences', of: 'Small' }],
    ['person', { name: 'Patricia', of: null }],
    ['component', { name: 'Permits and licences', of: null }],
    ['task', { name: 'Do it', of: 'Permits and licences' }],
  ]);
});

test('pages follow each other to the first line, each line once', async () => {
  const app = await withActs();
  const seen: number[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body } = await app.send('GET', `/api/v1/audit?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
    seen.push(...body.items.map(({ seq }: Line) => seq));
    cursor = body.nextCursor;
  }
  expect(seen).toEqual([6, 5, 4, 3, 2, 1]);
});

test('as a file it has the same lines, no formulas, and that it was taken is in the trail', async () => {
  const app = await withActs();
  await app.send('PATCH', '/api/v1/people/bob', { name: '=cmd()' });
  await app.deps.store.commit((db) =>
    db.updateTable('people').set({ name: '=HYPERLINK("x")' }).where('id', '=', 'ada').execute(),
  );
  const response = await app.app.request('/api/v1/audit/csv?action=person');
  expect(response.headers.get('content-disposition')).toContain('audit-2026-02-01.csv');
  const rows = parse(await response.text(), { columns: true }) as Record<string, string>[];
  expect(rows.map(({ action }) => action)).toEqual([
    'person.change',
    'person.change',
    'person.create',
    'person.create',
  ]);
  expect(rows[0]).toMatchObject({ actorName: '\'=HYPERLINK("x")', after: '{"name":"=cmd()"}' });
  expect((await read(app, '?limit=1'))[0]).toMatchObject({
    action: 'audit.export',
    detail: { action: 'person' },
  });
});

test('a file of more than a thousand lines has each of them', async () => {
  const app = await makeTestApp();
  await app.deps.store.commit((db) =>
    sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < 2500)
        insert into audit (at, actor, action, resource, detail, "prevHash", hash)
        select '2026-01-01T00:00:00.000Z', 'x', 'made.up', 'x/' || i, '{}', '', '' from n`.execute(db),
  );
  const text = await (await app.app.request('/api/v1/audit/csv?action=made')).text();
  const rows = parse(text, { columns: true }) as { resource: string }[];
  expect(new Set(rows.map(({ resource }) => resource)).size).toBe(2500);
});

test('a line that somebody altered in the database is found by its number', async () => {
  const app = await withActs();
  const chain = async () => (await app.send('GET', '/api/v1/audit/chain')).body;
  expect(await chain()).toEqual({ lines: 6, firstBroken: null });
  await app.deps.store.commit((db) =>
    db.updateTable('audit').set({ actor: 'bob' }).where('seq', '=', 3).execute(),
  );
  expect(await chain()).toEqual({ lines: 6, firstBroken: 3 });
});
