// Plans of which a step failed need somebody before all others.
import { expect, test } from 'vitest';
import { branching, given, makeRatedOffice } from '../../support/rated-office.ts';
import { makeReviewedOffice, taskRow } from '../../support/reviewed-office.ts';

const failedIn = (planId: string, id: string, state = 'open') => ({
  ...{ id, planId, at: '2026-01-20T00:00:00.000Z', state, actor: 'hana' },
  ...{ eventType: 'goal.agreed', event: '{"id":"e","data":{}}', code: 'expression-failed', message: 'No.' },
  ...{ settledAt: null, settledBy: null, reason: null },
});

/** A step of two plans failed, one of them twice; that of a third was skipped, and a fourth has an overdue task. */
async function withFailed() {
  const office = await makeReviewedOffice();
  office.deps.clock.set('2026-02-01T12:00:00.000Z');
  const overdue = taskRow('dob-2', 'goals', { assigneeId: 'deputy', dueAt: '2026-01-22T00:00:00.000Z' });
  await office.deps.store.commit(async (db) => {
    await db.insertInto('tasks').values(overdue).execute();
    await db
      .insertInto('incidents')
      .values([
        failedIn('plan-dob-9', 'i1'),
        failedIn('plan-dob-9', 'i2'),
        failedIn('plan-parks-1', 'i3'),
        failedIn('plan-dob-3', 'i4', 'skipped'),
      ])
      .execute();
    const movedAt = '2026-01-04T00:00:00.000Z';
    await db.updateTable('plans').set({ movedAt }).where('id', '=', 'plan-dob-9').execute();
  });
  return office;
}
const ids = ({ items }: { items: { componentId: string }[] }) => items.map(({ componentId }) => componentId);

test('plans of which a step failed come before those that are overdue, what stands longest first', async () => {
  const hana = await (await withFailed()).as('hana');
  const { body } = await hana('GET', '/api/v1/plans?sort=urgent&limit=3');
  expect(ids(body)).toEqual(['dob-9', 'parks-1', 'dob-2']);
});

test('page by page they come once each', async () => {
  const hana = await (await withFailed()).as('hana');
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body } = await hana('GET', `/api/v1/plans?sort=urgent&limit=1${cursor && `&cursor=${cursor}`}`);
    seen.push(...ids(body));
    cursor = body.nextCursor;
  }
  expect([seen.length, new Set(seen).size]).toEqual([18, 18]);
});

test.for(['urgent', 'dueAt'])(
  'sorted by %s a plan comes once, also when it fails or is settled from one page to the next',
  async (sort) => {
    const { as, deps } = await withFailed();
    const hana = await as('hana');
    const page = async (cursor = '') =>
      (await hana('GET', `/api/v1/plans?sort=${sort}&limit=3${cursor && `&cursor=${cursor}`}`)).body;
    const first = await page();
    deps.clock.advance(60_000);
    const settled = { state: 'skipped', settledAt: deps.clock.now(), settledBy: 'ada' };
    const second = await page(first.nextCursor);
    await deps.store.commit(async (db) => {
      // One that was on the first page is settled, one that is still to come fails.
      await db.updateTable('incidents').set(settled).where('id', '=', 'i3').execute();
      const failed = { ...failedIn('plan-parks-6', 'i9'), at: deps.clock.now() };
      await db.insertInto('incidents').values(failed).execute();
    });
    deps.clock.advance(60_000);
    const seen = [...ids(first), ...ids(second)];
    expect(seen).not.toContain('parks-6');
    for (let { nextCursor } = second; nextCursor !== null; ) {
      const next = await page(nextCursor);
      seen.push(...ids(next));
      nextCursor = next.nextCursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([18, 18]);
    // Who looks anew sees it first.
    expect(
      ids(await page())
        .slice(0, 2)
        .toSorted(),
    ).toEqual(['dob-9', 'parks-6']);
  },
);

test.for(['urgent', 'dueAt', '-dueAt'])(
  'sorted by %s a plan comes once, also when a task is done and the next one opens from one page to the next',
  async (sort) => {
    const { as, deps } = await withFailed();
    const due = (planOf: string, key: string, dueAt: string) =>
      taskRow(planOf, key, { assigneeId: 'deputy', dueAt, openedAt: deps.clock.now() });
    const later = (planOf: string, month: string) => due(planOf, 'goals', `2026-${month}-01T00:00:00.000Z`);
    await deps.store.commit((db) =>
      db
        .insertInto('tasks')
        .values([later('dob-4', '03'), later('dob-5', '04'), later('dob-6', '05'), later('dob-7', '06')])
        .execute(),
    );
    deps.clock.advance(60_000);
    const hana = await as('hana');
    const page = async (cursor = '') =>
      (await hana('GET', `/api/v1/plans?sort=${sort}&limit=5${cursor && `&cursor=${cursor}`}`)).body;
    const first = await page();
    deps.clock.advance(60_000);
    await deps.store.commit(async (db) => {
      const done = { state: 'completed', completedAt: deps.clock.now(), completedBy: 'deputy' };
      await db.updateTable('tasks').set(done).where('id', 'in', ['goals-dob-4', 'goals-dob-6']).execute();
      await db
        .insertInto('tasks')
        .values([
          due('dob-4', 'measures', '2026-12-01T00:00:00.000Z'),
          due('dob-6', 'measures', '2026-02-02T00:00:00.000Z'),
        ])
        .execute();
    });
    const seen = ids(first);
    for (let { nextCursor } = first; nextCursor !== null; ) {
      const next = await page(nextCursor);
      seen.push(...ids(next));
      nextCursor = next.nextCursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([18, 18]);
  },
);

test('the list narrows to them, and says of every stage how many there are', async () => {
  const hana = await (await withFailed()).as('hana');
  const { body } = await hana('GET', '/api/v1/plans?stuck=true&count=true');
  expect([ids(body).toSorted(), body.count]).toEqual([['dob-9', 'parks-1'], 2]);
  const all = (await hana('GET', '/api/v1/plans?count=true&limit=1')).body;
  const stuck = all.groups.reduce((sum: number, one: { stuck: number }) => sum + one.stuck, 0);
  expect([all.count, stuck]).toEqual([18, 2]);
});

test('a plan whose rating made its step fail is for whom it is about like any other', async () => {
  const { rating } = branching.stages;
  const failing = { to: 'help', do: [{ do: 'reward', title: 'A day', amount: '0 - count(result.summary)' }] };
  const office = await makeRatedOffice({
    ...branching,
    stages: { ...branching.stages, rating: { ...rating, on: { 'task.rate.completed': [failing] } } },
  });
  await office.work('deputy', 'rate', given);
  const asking = (query: string) => async (person: string) =>
    (await (await office.as(person))('GET', `/api/v1/plans?${query}`)).body;
  const stuck = asking('stuck=true');
  expect([(await stuck('hana')).items.length, (await stuck('pat')).items.length]).toEqual([1, 0]);
  const grouped = asking('count=true');
  expect((await grouped('hana')).groups).toMatchObject([{ count: 1, stuck: 1 }]);
  expect((await grouped('pat')).groups).toMatchObject([{ count: 1, stuck: 0 }]);
});
