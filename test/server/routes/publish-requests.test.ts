import { expect, test } from 'vitest';
import type { Actor } from '../../../server/access/actor.ts';
import { firstBrokenAuditLine } from '../../../server/store/queries/records.ts';
import { admin, makeTestApp, makeTestDeps } from '../../support/server.ts';

const cycle = {
  schema: 'cycle/1',
  id: 'small',
  name: 'Small',
  initial: 'plan',
  stages: {
    plan: {
      name: 'Plan',
      kind: 'plan',
      tasks: { agree: { title: 'Agree', assignee: 'manager', form: 'plan-agreement', due: '10bd' } },
      on: { 'task.agree.completed': [{ to: 'done' }] },
    },
    done: { type: 'final', outcome: 'met' },
  },
};
const path = '/api/v1/cycles/small';
const dora: Actor = { id: 'dora', name: 'Dora Designer', roles: ['designer'] };
const hana: Actor = { id: 'hana', name: 'Hana Human', roles: ['hr'] };

/** An organisation that wants a second person, with a draft that Dora drew. */
async function makeOrganisation() {
  const deps = await makeTestDeps();
  await deps.store.commit((db) =>
    db
      .insertInto('people')
      .values(
        [admin, dora, hana].map(({ id, name, roles }) => ({
          id,
          name,
          roles: JSON.stringify(roles),
          email: `${id}@example.com`,
          createdAt: '2026-01-05T09:00:00.000Z',
        })),
      )
      .execute(),
  );
  const as = async (actor: Actor) => (await makeTestApp(actor, deps)).send;
  const [ada, designer, hr] = [await as(admin), await as(dora), await as(hana)];
  await ada('PUT', '/api/v1/settings', { secondPerson: true });
  const etag = (await designer('PUT', path, cycle)).headers.get('etag') ?? '';
  const ask = async (note = 'The first one') =>
    (await designer('POST', `${path}/publish-requests`, { note })).body;
  const versions = async () => (await ada('GET', `${path}/versions`)).body.items;
  return { deps, ada, designer, hr, etag, ask, versions };
}

test('nobody publishes alone when the organisation wants a second person', async () => {
  const { ada, designer, versions } = await makeOrganisation();
  for (const send of [ada, designer]) {
    const { status, body } = await send('POST', `${path}/publish`, { note: 'Alone' });
    expect([status, body.title]).toEqual([409, 'A second person has to approve this']);
  }
  expect(await versions()).toEqual([]);
  await ada('PUT', '/api/v1/settings', { secondPerson: false });
  expect((await designer('POST', `${path}/publish`, { note: 'Alone' })).status).toBe(201);
});

test('only an administrator sets what the organisation wants, and everybody may know it', async () => {
  const { designer, hr } = await makeOrganisation();
  expect((await designer('PUT', '/api/v1/settings', { secondPerson: false })).status).toBe(403);
  expect((await hr('GET', '/api/v1/settings')).body).toMatchObject({ secondPerson: true });
});

test('a request needs a note and a sound draft', async () => {
  const { designer, etag } = await makeOrganisation();
  expect((await designer('POST', `${path}/publish-requests`, { note: '  ' })).status).toBe(422);
  const stages = { ...cycle.stages, lost: { name: 'Lost', kind: 'observe' } };
  await designer('PUT', path, { ...cycle, stages }, { 'if-match': etag });
  expect((await designer('POST', `${path}/publish-requests`, { note: 'New' })).status).toBe(409);
});

test('what was asked for is published word for word, whatever the draft is by then', async () => {
  const { deps, designer, hr, etag, ask, versions } = await makeOrganisation();
  const request = await ask();
  await designer('PUT', path, { ...cycle, name: 'Drawn on' }, { 'if-match': etag });
  const { body: shown } = await hr('GET', `/api/v1/publish-requests/${request.id}`);
  expect(shown).toMatchObject({ cycle, against: null, comparison: null, requestedByName: 'Dora Designer' });
  const look = { hash: shown.hash, against: shown.against };
  const approved = await hr('POST', `/api/v1/publish-requests/${request.id}/approve`, look);
  expect(approved.body).toMatchObject({ state: 'approved', version: 1, decidedByName: 'Hana Human' });
  expect(await versions()).toMatchObject([
    { version: 1, note: 'The first one', publishedBy: 'dora', hash: request.hash },
  ]);
  expect((await hr('GET', `${path}/versions/1`)).body.cycle).toEqual(cycle);
  const again = await hr('POST', `/api/v1/publish-requests/${request.id}/approve`, look);
  expect([again.status, (await versions()).length]).toEqual([409, 1]);
  const audit = await deps.store.read((db) => db.selectFrom('audit').selectAll().orderBy('seq').execute());
  const told = audit
    .filter(({ action }) => action !== 'cycle.save')
    .map(({ actor, action }) => `${actor} ${action}`);
  expect(told.slice(-3)).toEqual([
    'dora cycle.publish-requested',
    'dora cycle.publish',
    'hana cycle.publish-approved',
  ]);
  expect(audit[0]).toMatchObject({
    actor: 'ada',
    action: 'settings.change',
    detail: '{"before":{"secondPerson":false},"after":{"secondPerson":true}}',
  });
  expect(await deps.store.read(firstBrokenAuditLine)).toBeNull();
});

test('nobody approves or returns what they asked for, and nobody withdraws what others asked for', async () => {
  const { designer, hr, ada, ask, versions } = await makeOrganisation();
  const { id, hash } = await ask();
  const at = (act: string) => `/api/v1/publish-requests/${id}/${act}`;
  expect((await designer('POST', at('approve'), { hash, against: null })).status).toBe(403);
  expect((await designer('POST', at('return'), { reason: 'No' })).status).toBe(403);
  expect((await ada('POST', at('withdraw'), {})).status).toBe(403);
  expect((await hr('POST', at('withdraw'), {})).status).toBe(403);
  expect(await versions()).toEqual([]);
  expect((await designer('POST', at('withdraw'), {})).body.state).toBe('withdrawn');
  expect((await hr('POST', at('approve'), { hash, against: null })).status).toBe(409);
});

test('an approval of something else than what was looked at is refused', async () => {
  const { designer, hr, ask, etag } = await makeOrganisation();
  const first = await ask();
  const approve = (id: string, body: object) => hr('POST', `/api/v1/publish-requests/${id}/approve`, body);
  expect((await approve(first.id, { hash: 'another', against: null })).status).toBe(412);
  expect((await approve(first.id, { hash: first.hash, against: 1 })).status).toBe(412);
  await designer('PUT', path, { ...cycle, name: 'Next' }, { 'if-match': etag });
  const second = await ask('The next one');
  expect((await approve(first.id, { hash: first.hash, against: null })).status).toBe(409);
  expect((await approve(second.id, { hash: second.hash, against: null })).status).toBe(200);
  const { body } = await hr('GET', `/api/v1/publish-requests/${first.id}`);
  expect(body).toMatchObject({ state: 'withdrawn', reason: 'A newer request took its place.' });
});

test('who may approve is told of a request, and who asked is told of the answer with its reason', async () => {
  const { designer, hr, ada, ask } = await makeOrganisation();
  const { id } = await ask();
  const messages = async (send: typeof hr) =>
    (await send('GET', '/api/v1/notifications')).body.items.map(
      ({ message }: { message: string }) => message,
    );
  const asked = 'Dora Designer asks you to approve a new version of “Small”: The first one';
  expect([await messages(hr), await messages(ada), await messages(designer)]).toEqual([[asked], [asked], []]);
  const returned = await hr('POST', `/api/v1/publish-requests/${id}/return`, {
    reason: 'Who is the manager?',
  });
  expect(returned.body).toMatchObject({ state: 'returned', reason: 'Who is the manager?' });
  expect(await messages(designer)).toEqual(['Hana Human returned “Small” to you: Who is the manager?']);
  const waiting = await hr('GET', '/api/v1/publish-requests?state=waiting');
  expect(waiting.body.items).toEqual([]);
});

test('a notice leads to the very request that it is about', async () => {
  const { designer, hr, ask } = await makeOrganisation();
  const first = await ask('One');
  const second = await ask('Two');
  const about = async (send: typeof hr) =>
    (await send('GET', '/api/v1/notifications')).body.items.map(
      ({ publishRequest }: { publishRequest: unknown }) => publishRequest,
    );
  const told = [second, first].map(({ id }) => ({ id, cycleId: 'small' }));
  expect(await about(hr)).toEqual(expect.arrayContaining(told));
  await hr('POST', `/api/v1/publish-requests/${second.id}/return`, { reason: 'Not yet.' });
  const [answer] = (await designer('GET', '/api/v1/notifications')).body.items;
  expect(answer.publishRequest).toEqual(told[0]);
  const { body } = await designer('PUT', `/api/v1/notifications/${answer.id}/read`);
  expect(body).toMatchObject({ publishRequest: told[0], readAt: expect.any(String) });
});

test('a request shows what it changes of the latest version', async () => {
  const { designer, hr, ask, etag } = await makeOrganisation();
  const first = await ask();
  await hr('POST', `/api/v1/publish-requests/${first.id}/approve`, { hash: first.hash, against: null });
  await designer('PUT', path, { ...cycle, name: 'Other' }, { 'if-match': etag });
  const second = await ask('Another name');
  const { body } = await hr('GET', `/api/v1/publish-requests/${second.id}`);
  expect(body).toMatchObject({ against: 1, comparison: { behavesAlike: true } });
  expect(body.comparison.differences).toHaveLength(1);
  const same = await hr('GET', '/api/v1/publish-requests?cycleId=small');
  expect(same.body.items.map(({ state }: { state: string }) => state)).toEqual(['waiting', 'approved']);
});
