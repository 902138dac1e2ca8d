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
  const behind = async (drill: Record<string, string>): Promise<number> => {
    const { status, cycle, ...rest } = drill;
    const query = new URLSearchParams({
      ...rest,
      ...(cycle ? { cycleId: cycle } : {}),
      ...(status === 'all' ? {} : { status: 'active' }),
      count: 'true',
    });
    const answer = await send('GET', `/api/v1/plans?${query}`);
    expect(answer.status).toBe(200);
    return answer.body.count;
  };
  return { rows, behind };
}

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
