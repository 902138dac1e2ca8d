import { describe, expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const cycle = (task: Record<string, unknown>) => ({
  initial: 'plan',
  stages: {
    plan: {
      tasks: { agree: { title: 'Read the guide', assignee: 'manager', due: 'P10D', ...task } },
      on: { 'task.agree.completed': [{ to: 'done' }] },
    },
    done: { type: 'final' },
  },
});
const blank = { form: { type: 'object', properties: { note: { type: 'string' } } } };

type Office = Awaited<ReturnType<typeof makeOffice>>;
const bulk = async (office: Office, who: string, ids: string[], wish: object, key?: string) =>
  (await office.as(who))(
    'POST',
    '/api/v1/tasks/bulk',
    { ids, wish },
    key ? { 'idempotency-key': key } : undefined,
  );
const idsOf = async (office: Office) =>
  office.deps.store.read(async (db) =>
    (await db.selectFrom('tasks').select('id').orderBy('id').execute()).map(({ id }) => id),
  );
const notices = async (office: Office, who: string) =>
  (await (await office.as(who))('GET', '/api/v1/notifications?limit=200')).body.items;

async function withPlans(task: Record<string, unknown>, { theirs, own }: { theirs: number; own: number }) {
  const office = await makeOffice(cycle(task));
  for (let n = 0; n < theirs; n++) await office.start(`i${n}`, 'inspection');
  for (let n = 0; n < own; n++) await office.start(`p${n}`, 'permits');
  return office;
}

describe('one wish for fifty tasks', () => {
  test('that three may not take does forty-seven and says why of three, in one request', async () => {
    const office = await withPlans({ form: 'appraisal' }, { theirs: 47, own: 3 });
    const wish = { act: 'delegate', to: 'pat', reason: 'I am at the fair.' };
    const answer = await bulk(office, 'hana', await idsOf(office), wish);
    expect([answer.status, answer.body.done, answer.body.refused]).toEqual([200, 47, 3]);
    const refused = answer.body.items.filter((item: { outcome: string }) => item.outcome === 'refused');
    expect(new Set(refused.map(({ reason }: { reason: string }) => reason))).toEqual(
      new Set(['It is about that person, and nobody appraises themselves; choose somebody else.']),
    );
    expect((await office.tasksOf('pat', 'assignee=me&limit=200')).length).toBe(47);
    const kept = await office.tasksOf('deputy', 'assignee=me&limit=200');
    expect(kept.map(({ componentId }: { componentId: string }) => componentId)).toEqual(
      Array(3).fill('permits'),
    );
  });

  test('sent again with its key gives the same answer and does nothing twice', async () => {
    const office = await withPlans({ form: 'appraisal' }, { theirs: 4, own: 1 });
    const [ids, wish] = [await idsOf(office), { act: 'delegate', to: 'pat', reason: 'Please.' }];
    const first = await bulk(office, 'hana', ids, wish, 'once');
    const again = await bulk(office, 'hana', ids, wish, 'once');
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect((await notices(office, 'pat')).length).toBe(4);
    const other = await bulk(office, 'hana', ids.slice(1), wish, 'once');
    expect(other.status).toBe(422);
  });

  test('without its key is still done once: what is done answers that it is done', async () => {
    const office = await withPlans(blank, { theirs: 3, own: 0 });
    const ids = await idsOf(office);
    const first = await bulk(office, 'deputy', ids, { act: 'complete' });
    const again = await bulk(office, 'deputy', ids, { act: 'complete' });
    expect([first.body.done, again.body]).toEqual([3, first.body]);
    expect(await office.planState('i0')).toEqual({ stage: ['done'], revision: 2, status: 'ended' });
  });
});

describe('completing many', () => {
  test('takes those whose form asks for nothing and names the others', async () => {
    const office = await withPlans({ form: 'plan-agreement' }, { theirs: 2, own: 0 });
    const answer = await bulk(office, 'deputy', await idsOf(office), { act: 'complete' });
    expect(answer.body.items.map(({ reason }: { reason: string }) => reason)).toEqual(
      Array(2).fill('Its form asks for answers; open the task and fill it in.'),
    );
    expect((await office.tasksOf('deputy', 'assignee=me&state=open')).length).toBe(2);
  });

  test('is no way to a task of somebody else, nor to one that cannot be seen', async () => {
    const office = await withPlans(blank, { theirs: 1, own: 1 });
    const ids = await idsOf(office);
    const reasons = async (who: string) =>
      (await bulk(office, who, ids, { act: 'complete' })).body.items.map(
        ({ reason }: { reason: string }) => reason,
      );
    expect(await reasons('chief')).toEqual(Array(2).fill('This task is Deputy’s; nothing was changed.'));
    expect(await reasons('pat')).toEqual(Array(2).fill('There is no such task, or you may not see it.'));
    expect((await office.tasksOf('deputy', 'assignee=me&state=open')).length).toBe(2);
  });
});

describe('reminding', () => {
  test('tells who has the task once a day, whoever sends how often', async () => {
    const office = await withPlans(blank, { theirs: 0, own: 1 });
    const [id = ''] = await idsOf(office);
    const remind = async (who: string) => (await office.as(who))('POST', `/api/v1/tasks/${id}/remind`, {});
    expect([(await remind('chief')).status, (await remind('chief')).status]).toEqual([200, 200]);
    expect((await notices(office, 'deputy')).map(({ message }: { message: string }) => message)).toEqual([
      'Chief asks you to do “Read the guide” for Permits. It is due on 2026-01-15.',
    ]);
    office.deps.clock.advance(24 * 3_600_000);
    await remind('chief');
    expect((await notices(office, 'deputy')).length).toBe(2);
  });

  test('oneself, or for a task that nobody has or may be seen, is refused', async () => {
    const office = await withPlans(blank, { theirs: 0, own: 1 });
    const [id = ''] = await idsOf(office);
    const status = async (who: string) =>
      (await (await office.as(who))('POST', `/api/v1/tasks/${id}/remind`, {})).status;
    expect([await status('deputy'), await status('ian')]).toEqual([409, 404]);
    await office.deps.store.commit((db) => db.updateTable('tasks').set({ assigneeId: null }).execute());
    expect(await status('chief')).toBe(409);
  });
});
