// The audit trail by names: what a line is about, and what the ids that it tells stand for.
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { appendAudit } from '../../../server/store/queries/records.ts';
import { makeOffice } from '../../support/office.ts';
import { makeTestApp } from '../../support/server.ts';

interface Line {
  resource: string;
  about: { name: string; of: string | null } | null;
  names: Record<string, Record<string, string>>;
}

const stages = {
  initial: 'work',
  stages: {
    work: { tasks: { do: { title: 'Do it', form: { type: 'object', properties: {} }, assignee: 'owner' } } },
  },
};

const listed = { kind: 'organisation', format: 'csv', source: 'people.csv' };
const mapping = { id: 'id', name: 'name' };

async function withActs() {
  const office = await makeOffice(stages);
  await office.start('p1');
  const ada = await office.as('ada');
  const chief = await office.as('chief');
  await ada('PATCH', '/api/v1/components/permits', { managerId: 'ian' });
  const [task] = await office.tasksOf('pat');
  await ada('POST', `/api/v1/tasks/${task.id}/delegate`, { to: 'ian', reason: 'Pat is away.' });
  await chief('POST', '/api/v1/feedback-requests', { personId: 'pat', question: 'What helped?' });
  await chief('POST', '/api/v1/feedback', {
    to: { personId: 'pat' },
    text: 'To be said in March.',
    visibility: 'private',
  });
  await ada('POST', '/api/v1/subscriptions', { url: 'https://example.com/in', events: ['plan.*'] });
  const hana = await office.as('hana');
  await hana('PUT', '/api/v1/attributes/site', { name: 'Site', allowed: ['North', 'South'] });
  await ada('POST', '/api/v1/goals', { id: 'g1', componentId: 'permits', title: 'Permits in time' });
  await ada('POST', '/api/v1/imports', { ...listed, content: 'id,name\nnorth,North', mapping });
  const cycle = { schema: 'cycle/1', id: 'drawn', name: 'Drawn only', ...stages };
  await (await office.as('dora'))('PUT', '/api/v1/cycles/drawn', cycle);
  return office;
}

test('whatever a line is about has its name, and so has each id that it tells', async () => {
  const office = await withActs();
  const lines: Line[] = (await (await office.as('ada'))('GET', '/api/v1/audit')).body.items;
  const told = lines.map(({ resource, about, names }) => [
    resource.split('/')[0],
    about && [about.name, about.of],
    names,
  ]);
  expect(told.toReversed()).toEqual([
    ['component', ['Permits', null], { managerId: { ian: 'Ian' } }],
    [
      'task',
      ['Do it', 'Permits'],
      { from: { pat: 'Pat' }, to: { ian: 'Ian' }, assigneeId: { pat: 'Pat', ian: 'Ian' } },
    ],
    ['feedback-request', ['Pat', null], { requesterId: { chief: 'Chief' }, askedId: { pat: 'Pat' } }],
    ['feedback', null, {}],
    ['subscription', ['https://example.com/in', null], {}],
    ['attributes', ['Site', null], {}],
    ['goal', ['Permits in time', 'Permits'], { componentId: { permits: 'Permits' } }],
    ['component', ['North', null], {}],
    ['import', ['people.csv', null], {}],
    ['cycle', ['Drawn only', null], {}],
  ]);
});

test('the words of a mail and a backup are called by what they are', async () => {
  const office = await withActs();
  const ada = await office.as('ada');
  const words = { subject: 'Due', introduction: 'Hello', closing: 'Bye' };
  expect((await ada('PUT', '/api/v1/mail-templates/digest/en', words)).status).toBe(200);
  await office.deps.store.commit((db) =>
    appendAudit(db, {
      ...{ at: office.deps.clock.now(), actor: 'ada', action: 'backup.download' },
      ...{ resource: 'backup/cyclewright-1.sqlite', detail: {} },
    }),
  );
  const { items } = (await ada('GET', '/api/v1/audit?limit=2')).body;
  expect(items.map(({ about }: Line) => about)).toEqual([
    { name: 'cyclewright-1.sqlite', of: null },
    { name: 'What is due', of: 'en' },
  ]);
});

test('the trail is found by the names that it shows', async () => {
  const office = await withActs();
  const ada = await office.as('ada');
  const found = async (q: string): Promise<string[]> => {
    const { items } = (await ada('GET', `/api/v1/audit?q=${encodeURIComponent(q)}`)).body;
    return items.map(({ action }: { action: string }) => action);
  };
  // Who did it, by a name that is no id.
  await office.deps.store.commit(async (db) => {
    await db.updateTable('people').set({ name: 'Ülker Brandt' }).where('id', '=', 'chief').execute();
    await db.updateTable('people').set({ name: 'Iris Vogel' }).where('id', '=', 'ian').execute();
    await db.updateTable('components').set({ name: 'Licences' }).where('id', '=', 'permits').execute();
  });
  expect(await found('ülker')).toEqual(['feedback.give', 'feedback.request']);
  // What an id in the line stands for.
  expect(await found('vogel')).toEqual(['task.delegate', 'component.change']);
  // What it is about, and whose that is; not whom a private note is to.
  expect(await found('licences')).toEqual(['goal.create', 'task.delegate', 'component.change']);
  expect(await found('Do it')).toEqual(['task.delegate']);
  expect(await found('nobody of that name')).toEqual([]);
});

test('of a name that many have each is found where it is told', async () => {
  const office = await makeOffice(stages);
  const at = office.deps.clock.now();
  const ids = Array.from({ length: 300 }, (_, index) => `kim-${index}`);
  const change = { at, actor: 'ada', action: 'component.change', resource: 'component/permits' };
  await office.deps.store.commit(async (db) => {
    for (const id of ids)
      await db
        .insertInto('people')
        .values({ id, name: 'Kim Berger', email: `${id}@city.test`, roles: '[]', createdAt: at })
        .execute();
    for (const managerId of ['kim-299', 'kim-29', 'pat'])
      await appendAudit(db, { ...change, detail: { after: { managerId } } });
  });
  const { items } = (await (await office.as('ada'))('GET', '/api/v1/audit?q=berger')).body;
  expect(items.map(({ detail }: { detail: unknown }) => detail)).toEqual([
    { after: { managerId: 'kim-29' } },
    { after: { managerId: 'kim-299' } },
  ]);
});

test('to whom a private note was is in no name either', async () => {
  const office = await withActs();
  const { items } = (await (await office.as('ada'))('GET', '/api/v1/audit?resource=feedback')).body;
  expect(items).toMatchObject([{ about: null, names: {} }]);
});

test('the file has the names beside the ids', async () => {
  const office = await withActs();
  const { app } = await makeTestApp(undefined, office.deps);
  const rows = parse(await (await app.request('/api/v1/audit/csv?action=task')).text(), { columns: true });
  expect(rows).toMatchObject([
    {
      resource: expect.stringMatching(/^task\//),
      resourceName: 'Do it',
      resourceOf: 'Permits',
      after: '{"assigneeId":"ian"}',
      names: '{"from":{"pat":"Pat"},"to":{"ian":"Ian"},"assigneeId":{"pat":"Pat","ian":"Ian"}}',
    },
  ]);
});
