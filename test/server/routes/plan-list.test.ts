// The list of plans: what needs somebody most comes first, and every report leads to its plans.
import { expect, test } from 'vitest';
import { makeReviewedOffice, taskRow } from '../../support/reviewed-office.ts';

async function withDue() {
  const office = await makeReviewedOffice();
  office.deps.clock.set('2026-02-01T12:00:00.000Z');
  const due = (id: string, assigneeId: string, dueAt: string | null) =>
    taskRow(id, 'goals', { assigneeId, dueAt });
  await office.deps.store.commit(async (db) => {
    await db
      .insertInto('tasks')
      .values([
        due('dob-1', 'deputy', '2026-03-01T00:00:00.000Z'),
        due('dob-2', 'deputy', '2026-01-22T00:00:00.000Z'),
        due('parks-1', 'max', '2026-01-29T00:00:00.000Z'),
        due('dob-4', 'chief', null),
      ])
      .execute();
    const movedAt = '2026-01-04T00:00:00.000Z';
    await db.updateTable('plans').set({ movedAt }).where('id', '=', 'plan-dob-9').execute();
  });
  const send = await office.as('hana');
  return async (query: string) => (await send('GET', `/api/v1/plans?${query}`)).body;
}
const ids = ({ items }: { items: { componentId: string }[] }) => items.map(({ componentId }) => componentId);

test('overdue longest comes first, then what is due next, then what has stood longest', async () => {
  const list = await withDue();
  expect(ids(await list('sort=urgent&limit=5'))).toEqual(['dob-2', 'parks-1', 'dob-1', 'dob-9', 'dob-10']);
});

test('page by page the urgent list is whole, with no plan twice, and says how many there are', async () => {
  const list = await withDue();
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof list>> = await list(
      `sort=urgent&limit=4&count=true${cursor ? `&cursor=${cursor}` : ''}`,
    );
    expect(page.count).toBe(18);
    seen.push(...ids(page));
    cursor = page.nextCursor;
  }
  expect(new Set(seen).size).toBe(18);
  expect(seen.length).toBe(18);
});

test.for([
  ['late=true', ['dob-2', 'parks-1']],
  ['owes=deputy', ['dob-2', 'dob-1']],
  ['owes=deputy&late=true', ['dob-2']],
  ['under=parks&late=true', ['parks-1']],
  ['manager=max&owes=max', ['parks-1']],
  ['manager=max&owes=deputy', []],
  ['kind=department', []],
  ['version=2', []],
  ['kind=employee&version=1&owes=chief', ['dob-4']],
] as const)('%s narrows to the plans behind a row', async ([query, expected]) => {
  const list = await withDue();
  expect(ids(await list(`sort=urgent&${query}`))).toEqual(expected);
});

test('what waits for others is found by the title of the task or the component, without what is only mine', async () => {
  const office = await makeReviewedOffice();
  await office.deps.store.commit((db) =>
    db
      .insertInto('tasks')
      .values([
        taskRow('dob-1', 'goals', { assigneeId: 'hana' }),
        taskRow('dob-2', 'goals', { assigneeId: 'deputy' }),
        taskRow('parks-1', 'standards', { assigneeId: null }),
      ])
      .execute(),
  );
  const waiting = async (who: string, q = '') =>
    ids((await (await office.as(who))('GET', `/api/v1/plans?waits=others&q=${q}`)).body).toSorted();
  expect(await waiting('hana')).toEqual(['dob-2', 'parks-1']);
  expect(await waiting('hana', 'STANDARDS')).toEqual(['parks-1']);
  expect(await waiting('deputy')).toEqual(['dob-1']);
});

test.for([
  ['component', ['dob-1', 'dob-10', 'dob-11']],
  ['-component', ['parks-6', 'parks-5', 'parks-4']],
  ['dueAt', ['dob-2', 'parks-1', 'dob-1']],
  ['movedAt', ['dob-9']],
] as const)('by %s the whole list is sorted, not only what was read of it', async ([sort, first]) => {
  const list = await withDue();
  const page = await list(`sort=${sort}&limit=3`);
  expect(ids(page).slice(0, first.length)).toEqual(first);
  const rest = await list(`sort=${sort}&limit=200&cursor=${page.nextCursor}`);
  expect(new Set([...ids(page), ...ids(rest)]).size).toBe(18);
});

test('by score the lowest come first, and the other way round', async () => {
  const list = await withDue();
  const outcomes = async (query: string) =>
    (await list(query)).items.map(({ outcome }: { outcome: string }) => outcome);
  const upwards = await outcomes('sort=score&limit=200');
  expect(upwards.slice(0, 5)).toEqual(Array(5).fill('below'));
  expect((await outcomes('sort=-score&limit=7')).every((one: string) => one === 'exceeds')).toBe(true);
});

test('by stage the list is in the order of the names that it shows, whatever the ids are; what ended comes last', async () => {
  const office = await makeReviewedOffice();
  const stages = {
    a: { name: 'Zone', on: { go: [{ to: 'b' }] } },
    b: { name: 'ändern', on: { go: [{ to: 'c' }] } },
    c: { name: 'Observe', on: { go: [{ to: 'end' }] } },
    end: { type: 'final' },
  };
  await office.publish(2, { initial: 'a', stages });
  await office.deps.store.commit(async (db) => {
    const put = (id: string, stage: string, more: object = {}) =>
      db
        .updateTable('plans')
        .set({ version: 2, stage: JSON.stringify([stage]), ...more })
        .where('id', '=', `plan-${id}`)
        .execute();
    await put('dob-1', 'a');
    await put('dob-2', 'b');
    await put('dob-3', 'c');
    await put('dob-4', 'end', { status: 'ended', ending: 'All met' });
  });
  const send = await office.as('hana');
  const list = async (query: string) => (await send('GET', `/api/v1/plans?version=2&${query}`)).body;
  expect(ids(await list('sort=stage'))).toEqual(['dob-2', 'dob-3', 'dob-1', 'dob-4']);
  expect(ids(await list('sort=-stage'))).toEqual(['dob-4', 'dob-1', 'dob-3', 'dob-2']);
  const page = await list('sort=stage&limit=2');
  expect(ids(await list(`sort=stage&limit=2&cursor=${page.nextCursor}`))).toEqual(['dob-1', 'dob-4']);
});
