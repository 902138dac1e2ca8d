// For everybody a figure counts what the list behind it holds: also for whom one of the plans is about and under review,
// and for whoever reads one plan more while they stand in for somebody.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { branching, given, makeRatedOffice } from '../../support/rated-office.ts';

interface Row {
  id: string;
  values: Record<string, number | null>;
  drill: Record<string, string> | null;
}
type Drill = Record<string, string>;

/** What the cells of each board narrow the list by besides their row. */
const outcomeCells = (key: string): Record<string, Drill> => ({
  exceeds: { [key]: 'exceeds' },
  meets: { [key]: 'meets' },
  below: { [key]: 'below' },
});
const after = (name: string): Drill => ({ after: name });
const cells: Record<string, Record<string, Drill>> = {
  outcomes: { ...outcomeCells('outcome'), notScored: { outcome: 'none', status: 'ended' } },
  completion: { plans: {} },
  dwell: { now: {} },
  methods: outcomeCells('results'),
  goals: { ...outcomeCells('goalOutcome'), notScored: { goalOutcome: 'none' } },
  effects: {
    ...{ given: {}, followed: after('any'), better: after('better'), same: after('same') },
    ...{ worse: after('worse'), unknown: after('unknown') },
  },
};

/** Pat, Ian and Hana of HR are rated and not told; Pat has a task of Deputy, Dot one of Hana; a dotted line leads Dot to Inspection. */
async function ratedOffice() {
  const office = await makeRatedOffice(branching);
  const { deps, start, work } = office;
  const createdAt = deps.clock.now();
  await deps.store.commit(async (db) => {
    const dot = { id: 'dot', name: 'Dot', email: 'dot@city.test', roles: '["employee"]', createdAt };
    await db.insertInto('people').values(dot).execute();
    const place = {
      parentId: 'city',
      managerId: 'mayor',
      kind: 'department',
      zone: null,
      holidayRegion: null,
    };
    await db
      .insertInto('components')
      .values({ ...place, id: 'staff', ownerId: 'hana', name: 'Staff', createdAt })
      .execute();
    await db
      .updateTable('components')
      .set({ secondManagerId: 'dot' })
      .where('id', '=', 'inspection')
      .execute();
  });
  await start('p2', 'inspection');
  await start('p3', 'staff');
  await start('p4', 'dob');
  expect((await work('deputy', 'rate', given)).status).toBe(200);
  expect((await work('deputy', 'rate', { ...given, results: 'below' }, 'p2')).status).toBe(200);
  expect((await work('mayor', 'rate', { ...given, results: 'meets' }, 'p3')).status).toBe(200);
  deps.clock.set('2026-03-02T09:00:00.000Z');
  await deps.store.commit(async (db) => {
    const goals = JSON.stringify({ trees: { outcome: 'exceeds' }, rest: { outcome: null } });
    await db
      .updateTable('plans')
      .set({ state: sql`json_set(state, '$.goals', json(${goals}))`, score: 100 })
      .execute();
    await db.updateTable('tasks').set({ dueAt: '2026-03-01T09:00:00.000Z' }).execute();
    const lend = (planId: string, [assigneeId, onBehalfOf]: [string, string]) =>
      db
        .updateTable('tasks')
        .set({ assigneeId, onBehalfOf })
        .where('planId', '=', planId)
        .where('state', '=', 'open')
        .execute();
    await lend('p1', ['dot', 'hana']);
    await lend('p2', ['pat', 'deputy']);
  });
  return office;
}
type Office = Awaited<ReturnType<typeof ratedOffice>>;

async function lookingAs({ as }: Office, person: string) {
  const send = await as(person);
  const get = async (path: string) => (await send('GET', `/api/v1${path}`)).body;
  const rows = async (board: string): Promise<Row[]> => (await get(`/reports/boards/${board}`)).rows;
  const behind = async (drill: Drill): Promise<number> => {
    const { status = 'active', cycle, component, ...rest } = drill;
    const query = new URLSearchParams({
      ...rest,
      ...(cycle ? { cycleId: cycle } : {}),
      ...(component ? { componentId: component } : {}),
      ...(status === 'all' ? {} : { status }),
      count: 'true',
    });
    const { fitting, count } = await get(`/plans?${query}`);
    return fitting ?? count;
  };
  return { get, rows, behind };
}

/** How many plans the figures count for each. */
const readers: Record<string, number> = {
  ...{ ada: 4, hana: 3, mayor: 4, deputy: 3, chief: 3 },
  // Theirs is under review, and what a task lends is counted nowhere.
  ...{ pat: 0, ian: 0, dot: 1 },
};

type Looking = Awaited<ReturnType<typeof lookingAs>>;

/** What each cell says, and what narrows the list to it; null: it leads nowhere. */
async function cellsOf({ rows }: Looking) {
  const found: { board: string; name: string; value: number; drill: Drill | null }[] = [];
  for (const [board, columns] of Object.entries(cells))
    for (const { id, values, drill } of await rows(board))
      for (const [key, more] of Object.entries(columns))
        found.push({
          ...{ board, name: `${board} ${id} ${key}`, value: values[key] ?? 0 },
          drill: drill && { ...drill, ...more },
        });
  return found;
}

test('what somebody is told, the list behind it holds', async () => {
  const office = await ratedOffice();
  const counted: Record<string, number> = {};
  for (const person of Object.keys(readers)) {
    const looking = await lookingAs(office, person);
    const told = await cellsOf(looking);
    for (const { name, value, drill } of told)
      expect([person, name, drill && (await looking.behind(drill))]).toEqual([person, name, value]);
    const plans = told.filter(({ board }) => board === 'completion');
    counted[person] = plans.reduce((sum, { value }) => sum + value, 0);
  }
  expect(counted).toEqual(readers);
});

test('who has work, and where it is late, has a plan in the list, and nobody else', async () => {
  const office = await ratedOffice();
  for (const person of Object.keys(readers)) {
    const { rows, behind } = await lookingAs(office, person);
    for (const [board, key] of [
      ['load', 'open'],
      ['overdue', 'overdue'],
    ] as const)
      for (const { id, values, drill } of await rows(board)) {
        const isThere = drill && (await behind(drill)) > 0;
        if (drill) expect([person, board, id, isThere]).toEqual([person, board, id, (values[key] ?? 0) > 0]);
      }
  }
});

test('what is overdue of a department itself leads to its own plans, and not to those of its parts', async () => {
  const office = await ratedOffice();
  const { get, behind } = await lookingAs(office, 'ada');
  const { rows } = await get('/reports/boards/overdue?under=dob');
  const counted = rows.map(async ({ id, values, drill }: Row) => [
    id,
    values.overdue,
    await behind(drill ?? {}),
  ]);
  expect((await Promise.all(counted)).toSorted()).toEqual([
    ['dob', 1, 1],
    ['inspection', 1, 1],
    ['permits', 1, 1],
  ]);
});

test('the plans of a version are where its list has them, for whom one of them is about too', async () => {
  const office = await ratedOffice();
  for (const person of Object.keys(readers)) {
    const { get, behind } = await lookingAs(office, person);
    const { items, isApart } = await get('/reports/stage-counts?cycleId=small&version=1');
    const counted: Drill = isApart ? { counted: 'reports' } : {};
    for (const { stage, active } of items)
      expect([person, stage, await behind({ stage, cycle: 'small', ...counted })]).toEqual([
        person,
        stage,
        active,
      ]);
  }
});

test('whom no plan is about that is under review, and who stands in for nobody, is led to a list without more words', async () => {
  const office = await ratedOffice();
  const drills = async (person: string) =>
    (await (await lookingAs(office, person)).rows('outcomes')).map(({ drill }) => drill?.counted);
  expect(await drills('ada')).toEqual([undefined]);
  expect(await drills('hana')).toEqual(['reports']);
});
