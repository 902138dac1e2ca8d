// What a row of a report counts is what the list of plans behind it holds.
import { expect, test } from 'vitest';
import { appendToPlan } from '../../../server/store/queries/history.ts';
import { actorOf, makeOffice } from '../../support/office.ts';
import { makeReviewedOffice, planRow, taskRow } from '../../support/reviewed-office.ts';
import { makeTestApp } from '../../support/server.ts';

interface Row {
  id: string;
  values: Record<string, number | null>;
  drill: Record<string, string> | null;
}
type Office = Awaited<ReturnType<typeof makeOffice>>;

async function looking(office: Office) {
  const send = await office.as('hana');
  const rows = async (board: string): Promise<Row[]> =>
    (await send('GET', `/api/v1/reports/boards/${board}`)).body.rows;
  const asked = async (drill: Record<string, string>): Promise<{ count: number; fitting?: number }> => {
    const { status, cycle, ...rest } = drill;
    const query = new URLSearchParams({
      ...rest,
      ...(cycle ? { cycleId: cycle } : {}),
      ...(status === 'all' ? {} : { status: status ?? 'active' }),
      count: 'true',
    });
    const answer = await send('GET', `/api/v1/plans?${query}`);
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const behind = async (drill: Record<string, string>) => (await asked(drill)).count;
  /** How many of what a cell counts there are in the plans that it leads to. */
  const fitting = async (drill: Record<string, string>) => (await asked(drill)).fitting;
  return { rows, behind, fitting };
}

test('outcomes: a cell leads to the plans that came out so, and to those that ended without coming out', async () => {
  const office = await makeReviewedOffice();
  const ended = { status: 'ended', outcome: null };
  await office.deps.store.commit(async (db) => {
    const ids = ['plan-dob-1', 'plan-dob-2'];
    await db.updateTable('plans').set(ended).where('id', 'in', ids).execute();
    // One under way that has no outcome yet is on no board.
    await db.updateTable('plans').set({ outcome: null }).where('id', '=', 'plan-dob-3').execute();
  });
  const { rows, behind } = await looking(office);
  const [line] = await rows('outcomes');
  const drills = {
    exceeds: { outcome: 'exceeds' },
    notScored: { outcome: 'none', status: 'ended' },
  };
  const counted = [];
  for (const [key, drill] of Object.entries(drills))
    counted.push([key, line?.values[key], await behind({ ...line?.drill, ...drill })]);
  expect(counted).toEqual([
    ['exceeds', 4, 4],
    ['notScored', 2, 2],
  ]);
});

test('methods: the plans whose ratings ended so, also by a session', async () => {
  const office = await makeReviewedOffice();
  const session = taskRow('dob-1', 'calibration', {
    ...{ state: 'completed', completedAt: '2026-01-07T09:00:00.000Z', completedBy: 'hana' },
    result: JSON.stringify({ decision: 'changed', outcome: 'below', methods: 'below', reason: 'It is.' }),
  });
  await office.deps.store.commit((db) => db.insertInto('tasks').values(session).execute());
  const { rows, behind } = await looking(office);
  const counted = await Promise.all(
    (await rows('methods')).map(async ({ id, drill, values }) => [
      id,
      Object.values(values).reduce<number>((sum, value) => sum + (value ?? 0), 0),
      await behind(drill ?? {}),
    ]),
  );
  expect(counted).toEqual([
    ['exceeds', 6, 6],
    ['meets', 6, 6],
    ['below', 6, 6],
  ]);
});

test('goals: the plans that were appraised with a goal of the dimension, or of none', async () => {
  const office = await makeReviewedOffice();
  const document = JSON.stringify({ dimension: 'quality' });
  const goal = { id: 'trees', componentId: 'city', version: 1, document, updatedAt: '2026-01-05' };
  await office.deps.store.commit((db) => db.insertInto('goals').values(goal).execute());
  const { rows, behind } = await looking(office);
  const drills = (await rows('goals')).map(({ drill }) => drill ?? {});
  expect(drills.map(({ dimension }) => dimension)).toEqual(['quality', 'none']);
  expect(await Promise.all([...drills, { dimension: 'cost', status: 'all' }].map(behind))).toEqual([
    18, 18, 0,
  ]);
});

const cells = { exceeds: 'exceeds', meets: 'meets', below: 'below' };

test('methods: a cell leads to the plans that were rated so, also goal by goal', async () => {
  const office = await makeReviewedOffice();
  const goals = ['exceeds', 'exceeds', 'below'].map((results, index) => ({
    ...{ goalId: `g${index}`, results, methods: 'meets', evidence: 'It.' },
  }));
  const result = JSON.stringify({ goals, methods: 'meets', summary: 'As it was.' });
  await office.deps.store.commit((db) =>
    db.updateTable('tasks').set({ result }).where('id', '=', 'appraisal-dob-1').execute(),
  );
  const { rows, behind, fitting } = await looking(office);
  const counted = [];
  for (const { id, drill, values } of await rows('methods'))
    for (const [key, results] of Object.entries(cells)) {
      const found = { ...drill, results };
      counted.push([`${id} ${key}`, values[key], await fitting(found), await behind(found)]);
    }
  expect(counted).toEqual([
    ['exceeds exceeds', 6, 6, 6],
    ['exceeds meets', 0, 0, 0],
    ['exceeds below', 0, 0, 0],
    // Of one plan two goals.
    ['meets exceeds', 2, 2, 1],
    ['meets meets', 6, 6, 6],
    ['meets below', 1, 1, 1],
    ['below exceeds', 0, 0, 0],
    ['below meets', 0, 0, 0],
    ['below below', 5, 5, 5],
  ]);
});

test('goals: a cell leads to the plans with as many goals that came out so', async () => {
  const office = await makeReviewedOffice();
  const document = JSON.stringify({ dimension: 'quality' });
  await office.deps.store.commit((db) =>
    db
      .insertInto('goals')
      .values(
        ['trees', 'rest'].map((id) => ({
          ...{ id, componentId: 'city', version: 1, document, updatedAt: '2026-01-05' },
        })),
      )
      .execute(),
  );
  const { rows, behind, fitting } = await looking(office);
  const [quality] = await rows('goals');
  const counted = [];
  for (const [key, goalOutcome] of Object.entries({ ...cells, notScored: 'none' })) {
    const found = { ...quality?.drill, goalOutcome };
    counted.push([key, quality?.values[key], await fitting(found), await behind(found)]);
  }
  expect(counted).toEqual([
    ['exceeds', 7, 7, 7],
    ['meets', 6, 6, 6],
    ['below', 5, 5, 5],
    ['notScored', 18, 18, 18],
  ]);
  // Both goals of each plan are of that dimension.
  expect([await fitting(quality?.drill ?? {}), await behind(quality?.drill ?? {})]).toEqual([36, 18]);
});

test('effects: a line leads to the plans in which it was given, a cell to those that came out so', async () => {
  const office = await makeReviewedOffice();
  const at = '2026-01-10T09:00:00.000Z';
  const training = (planOf: string, index: number, more: object = {}) => ({
    ...{ id: `i${index}`, planId: `plan-${planOf}`, componentId: planOf, key: `train-${index}`, at },
    ...{ title: 'Training “A”', cause: 'capability', ...more },
  });
  const score = (planOf: string, revision: number, value: number, when: string) => ({
    ...{ planId: `plan-${planOf}`, revision, round: revision, score: value, at: when },
    document: JSON.stringify({ score: value, coverage: 1 }),
  });
  await office.deps.store.commit(async (db) => {
    await db
      .insertInto('interventions')
      .values([
        training('dob-1', 1),
        training('dob-1', 2),
        training('dob-2', 3),
        training('dob-3', 4),
        training('dob-4', 5, { cause: null }),
      ])
      .execute();
    await db
      .insertInto('scores')
      .values([
        score('dob-1', 1, 80, '2026-01-05T09:00:00.000Z'),
        score('dob-1', 2, 100, '2026-02-01T09:00:00.000Z'),
        score('dob-2', 1, 90, '2026-01-05T09:00:00.000Z'),
        score('dob-2', 2, 70, '2026-02-01T09:00:00.000Z'),
      ])
      .execute();
  });
  const { rows, behind, fitting } = await looking(office);
  const [line, other] = await rows('effects');
  const counted = [];
  const columns = { followed: 'any', better: 'better', same: 'same', worse: 'worse', unknown: 'unknown' };
  for (const [key, after] of Object.entries(columns)) {
    const found = { ...line?.drill, after };
    counted.push([key, line?.values[key], await fitting(found), await behind(found)]);
  }
  expect(counted).toEqual([
    ['followed', 3, 3, 2],
    ['better', 2, 2, 1],
    ['same', 0, 0, 0],
    ['worse', 1, 1, 1],
    ['unknown', 0, 0, 0],
  ]);
  expect([line?.values.given, await fitting(line?.drill ?? {}), await behind(line?.drill ?? {})]).toEqual([
    4, 4, 3,
  ]);
  expect(await behind(other?.drill ?? {})).toBe(1);
});

test('who may not read the plans behind a figure is led to none', async () => {
  const office = await makeReviewedOffice();
  const send = await office.as('dora');
  for (const board of ['outcomes', 'methods', 'goals', 'effects', 'completion']) {
    const { rows } = (await send('GET', `/api/v1/reports/boards/${board}`)).body;
    expect([board, rows.filter(({ drill }: Row) => drill !== null)]).toEqual([board, []]);
  }
});

test('plans begun on the days of the report, both included', async () => {
  const { behind } = await looking(await makeReviewedOffice());
  const days = (from: string, to: string) => behind({ from, to, status: 'all' });
  expect(await days('2026-01-05', '2026-01-05')).toBe(18);
  expect(await days('2026-01-06', '2026-02-01')).toBe(0);
  expect(await days('2026-01-01', '2026-01-04')).toBe(0);
});

test('dwell: a stage that holds others is no place to wait, also in the file', async () => {
  const office = await makeOffice({
    initial: 'year',
    stages: {
      year: { initial: 'rating', stages: { rating: { name: 'Rate them' }, done: { type: 'final' } } },
      end: { type: 'final' },
    },
  });
  const stage = ['year', 'rating'];
  await office.deps.store.commit(async (db) => {
    await db.insertInto('plans').values(planRow('permits', 'meets')).execute();
    await appendToPlan(db, {
      ...{ planId: 'plan-permits', revision: 1, at: '2026-01-05T00:00:00.000Z', actor: 'ada' },
      ...{ event: { id: 'e1', type: 'x', data: {} }, effects: [], stage: ['rating'] },
      moves: { left: [], entered: stage, transitions: [], asked: [] },
      ...{ status: 'active' as const, round: 1, outcome: null, score: null, coverage: null },
    });
  });
  const { rows, behind } = await looking(office);
  const found = await rows('dwell');
  expect(found.map(({ id, values }) => [id, values.now])).toEqual([['rating', 1]]);
  expect(await behind(found[0]?.drill ?? {})).toBe(1);
  const { app } = await makeTestApp(actorOf('hana'), office.deps);
  const file = await (await app.request('/api/v1/reports/boards/dwell/csv')).text();
  expect(file.split('\r\n')[1]).toMatch(/^Rate them,Small,/);
});
