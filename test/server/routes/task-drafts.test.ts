import { describe, expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const cycle = (task: Record<string, unknown> = {}) => ({
  initial: 'plan',
  stages: {
    plan: {
      tasks: { agree: { title: 'Agree the plan', form: 'plan-agreement', assignee: 'manager', ...task } },
      on: { 'task.agree.completed': [{ to: 'done' }], 'work.stopped': [{ to: 'away' }] },
    },
    away: { on: { 'work.resumed': [{ to: 'plan' }] } },
    done: { type: 'final' },
  },
});

async function withTask(task?: Record<string, unknown>) {
  const office = await makeOffice(cycle(task));
  await office.start('p1');
  const [row] = await office.deps.store.read((db) => db.selectFrom('tasks').selectAll().execute());
  const send = async (who: string, method: string, path: string, body?: unknown, headers = {}) =>
    (await office.as(who))(method, `/api/v1${path}`, body, headers);
  const keep = (who: string, content: object, tag: string, id = row!.id) =>
    send(who, 'PUT', `/tasks/${id}/draft`, { content }, { 'if-match': tag });
  const read = async (who: string, id = row!.id) => send(who, 'GET', `/tasks/${id}/draft`);
  return { ...office, id: row!.id, send, keep, read };
}
const words = { comment: 'The two visits of May' };

describe('what somebody types into a task', () => {
  test('is kept with a revision; kept twice it is kept once', async () => {
    const office = await withTask();
    expect((await office.read('deputy')).body).toEqual({ own: null, earlier: [] });
    const first = await office.keep('deputy', words, '"0"');
    const second = await office.keep('deputy', words, '"0"');
    expect([first.status, first.headers.get('etag'), second.body]).toEqual([200, '"1"', first.body]);
    expect((await office.read('deputy')).body.own).toEqual({
      content: words,
      revision: 1,
      savedAt: '2026-01-05T09:00:00.000Z',
    });
  });

  test('on another device meanwhile is not written over', async () => {
    const office = await withTask();
    await office.keep('deputy', words, '"0"');
    const stale = await office.keep('deputy', { comment: 'Other words' }, '"0"');
    expect([stale.status, (await office.read('deputy')).body.own.content]).toEqual([412, words]);
    expect((await office.keep('deputy', { comment: 'Other words' }, '"1"')).body.revision).toBe(2);
  });

  test('needs the revision that it goes on from, and an object', async () => {
    const office = await withTask();
    const without = await office.send('deputy', 'PUT', `/tasks/${office.id}/draft`, { content: words });
    const text = await office.send(
      'deputy',
      'PUT',
      `/tasks/${office.id}/draft`,
      { content: 'x' },
      { 'if-match': '"0"' },
    );
    expect([without.status, text.status]).toEqual([428, 422]);
  });

  test.each([
    ['pat', 404],
    ['chief', 403],
    ['ian', 404],
  ])('is not for %s to write, who does not have the task', async (who, status) => {
    const office = await withTask();
    expect((await office.keep(who, words, '"0"')).status).toBe(status);
  });

  test('is not kept once the task is done, and what was typed stays readable', async () => {
    const office = await withTask();
    await office.keep('deputy', words, '"0"');
    await office.send('deputy', 'POST', `/tasks/${office.id}/complete`, { result: { decision: 'agreed' } });
    expect((await office.keep('deputy', { comment: 'More' }, '"1"')).status).toBe(409);
    expect((await office.read('deputy')).body.own.content).toEqual(words);
    expect((await office.send('deputy', 'GET', '/drafts')).body.items).toEqual([]);
  });
});

describe('when somebody else takes the task over', () => {
  const handOver = async (office: Awaited<ReturnType<typeof withTask>>) => {
    await office.keep('deputy', words, '"0"');
    await office.send('ada', 'PATCH', '/components/permits', { managerId: 'mayor' });
  };

  test('the draft stays readable to its author, who finds it by itself', async () => {
    const office = await withTask();
    await handOver(office);
    expect((await office.read('deputy')).body.own.content).toEqual(words);
    const { items } = (await office.send('deputy', 'GET', '/drafts')).body;
    expect(items).toEqual([
      {
        taskId: office.id,
        title: 'Agree the plan',
        componentName: 'Permits',
        assignee: { id: 'mayor', name: 'Mayor' },
        state: 'open',
        savedAt: '2026-01-05T09:00:00.000Z',
        content: words,
      },
    ]);
    expect((await office.keep('deputy', { comment: 'More' }, '"1"')).status).toBe(403);
  });

  test('who sees nothing of the place any more hears who has the task, and whoever never typed into it nothing', async () => {
    const office = await withTask();
    await office.keep('deputy', words, '"0"');
    await office.send('ada', 'PATCH', '/components/dob', { managerId: 'mayor' });
    const detail = '“Agree the plan” for Permits is no longer yours: Mayor has it now. Nothing was changed.';
    const kept = await office.keep('deputy', { comment: 'More' }, '"1"');
    expect([kept.status, kept.body.detail]).toEqual([409, detail]);
    const complete = (who: string) =>
      office.send(who, 'POST', `/tasks/${office.id}/complete`, { result: { decision: 'agreed' } });
    const [late, foreign] = [await complete('deputy'), await complete('dora')];
    expect([late.status, late.body.detail, foreign.status]).toEqual([409, detail, 404]);
  });

  test('the new one learns that there is one, and HR what is in it', async () => {
    const office = await withTask();
    await handOver(office);
    const seen = async (who: string) => (await office.read(who)).body.earlier;
    const note = { person: { id: 'deputy', name: 'Deputy' }, savedAt: '2026-01-05T09:00:00.000Z' };
    expect(await seen('mayor')).toEqual([{ ...note, content: null }]);
    expect(await seen('hana')).toEqual([{ ...note, content: words }]);
    expect(await seen('ada')).toEqual([{ ...note, content: null }]);
    expect((await office.read('pat')).status).toBe(404);
  });

  test('whoever reads what an earlier one typed is on record as having read it', async () => {
    const office = await withTask();
    await handOver(office);
    for (const who of ['mayor', 'ada', 'hana', 'deputy']) await office.read(who);
    const lines = await office.deps.store.read((db) =>
      db.selectFrom('audit').selectAll().where('action', '=', 'task.draft.read').execute(),
    );
    expect(lines.map(({ actor, resource, detail }) => [actor, resource, detail])).toEqual([
      ['hana', `task/${office.id}`, JSON.stringify({ authors: ['deputy'] })],
    ]);
  });

  test('the new one sees it where the cycle passes drafts on, and writes their own beside it', async () => {
    const office = await withTask({ passDrafts: true });
    await handOver(office);
    expect((await office.read('mayor')).body.earlier[0].content).toEqual(words);
    expect((await office.keep('mayor', { comment: 'Mine' }, '"0"')).status).toBe(200);
    expect((await office.read('deputy')).body.own.content).toEqual(words);
  });

  test('both drafts are kept while somebody stands in and after', async () => {
    const office = await withTask();
    await office.keep('deputy', words, '"0"');
    const days = { from: '2026-01-05', to: '2026-01-09', substituteId: 'ian' };
    const leave = (await office.send('deputy', 'POST', '/absences', days)).body;
    expect((await office.keep('ian', { comment: 'Meanwhile' }, '"0"')).status).toBe(200);
    await office.send('deputy', 'DELETE', `/absences/${leave.id}`);
    const back = (await office.read('deputy')).body;
    expect([back.own.content, back.earlier[0].person.id, back.earlier[0].content]).toEqual([
      words,
      'ian',
      null,
    ]);
    expect((await office.send('ian', 'GET', '/drafts')).body.items[0].content).toEqual({
      comment: 'Meanwhile',
    });
  });
});

test('what was begun before the plan closed the task is offered when it is open again', async () => {
  const office = await withTask();
  await office.keep('deputy', words, '"0"');
  for (const [id, type] of [
    ['a', 'work.stopped'],
    ['b', 'work.resumed'],
  ])
    expect((await office.send('ada', 'POST', '/plans/p1/events', { id, type })).status).toBe(200);
  const [again] = await office.tasksOf('deputy', 'assignee=me&state=open');
  expect(again.id).not.toBe(office.id);
  const { own, earlier } = (await office.read('deputy', again.id)).body;
  expect([own, earlier.map(({ content }: { content: object }) => content)]).toEqual([null, [words]]);
});

describe('what is typed and not handed in is read by nobody else', () => {
  const nobodyReads = async (office: Awaited<ReturnType<typeof withTask>>) => {
    for (const who of ['hana', 'ada', 'deputy', 'mayor'])
      expect((await office.read(who)).body.earlier ?? [], who).toEqual([]);
  };

  test('while its author has the task', async () => {
    const office = await withTask({ assignee: 'person:ian' });
    await office.keep('ian', words, '"0"');
    await nobodyReads(office);
  });

  test('nor once its author has completed the task', async () => {
    const office = await withTask({ assignee: 'person:ian' });
    await office.keep('ian', words, '"0"');
    await office.send('ian', 'POST', `/tasks/${office.id}/complete`, { result: { decision: 'agreed' } });
    await nobodyReads(office);
  });

  test('nor where the task is sealed, whoever had it', async () => {
    const office = await withTask({ assignee: 'person:ian', sealed: true });
    await office.keep('ian', words, '"0"');
    await office.deps.store.commit((db) => db.updateTable('tasks').set({ assigneeId: 'chief' }).execute());
    await nobodyReads(office);
  });

  const view = {
    text: 'On 4 May the list came late, so we waited. Please send it earlier.',
    methods: 'below',
  };
  const rater = { form: 'feedback', assignee: 'person:ian', raters: { group: 'peer', threshold: 3 } };

  test('nor from raters without names, whose drafts go when they answer', async () => {
    const office = await withTask(rater);
    await office.deps.store.commit((db) => db.updateTable('tasks').set({ anonymity: 'anonymous' }).execute());
    await office.keep('ian', view, '"0"');
    await office.deps.store.commit((db) => db.updateTable('tasks').set({ assigneeId: null }).execute());
    await nobodyReads(office);
    await office.deps.store.commit((db) => db.updateTable('tasks').set({ assigneeId: 'ian' }).execute());
    const done = await office.send('ian', 'POST', `/tasks/${office.id}/complete`, { result: view });
    expect(done.status).toBe(200);
    await nobodyReads(office);
    const kept = await office.deps.store.read((db) => db.selectFrom('taskDrafts').selectAll().execute());
    expect(kept).toEqual([]);
  });
});
