// Each board over figures that are known, beside the same worked out by hand.
import { expect, test } from 'vitest';
import type { Component } from '../../../engine/index.ts';
import { findComponent, updateComponent } from '../../../server/store/queries/components.ts';
import { appendToPlan } from '../../../server/store/queries/history.ts';
import { actorOf } from '../../support/office.ts';
import { makeReviewedOffice, planRow, taskRow } from '../../support/reviewed-office.ts';
import { makeTestApp } from '../../support/server.ts';

type Office = Awaited<ReturnType<typeof makeReviewedOffice>>;
interface Row {
  id: string;
  name: string | null;
  values: Record<string, number | null>;
  withheld: boolean;
}

async function board(office: Office, name: string, query = '', person = 'hana') {
  const send = await office.as(person);
  const { status, body } = await send('GET', `/api/v1/reports/boards/${name}?${query}`);
  expect([name, status]).toEqual([name, 200]);
  return body as { rows: Row[]; asOf: string; least: number };
}
const figures = ({ rows }: { rows: Row[] }) => Object.fromEntries(rows.map(({ id, values }) => [id, values]));

test('outcomes: 7 exceed, 6 meet and 5 are below, of 18 employees', async () => {
  const office = await makeReviewedOffice();
  const seen = await board(office, 'outcomes');
  expect(figures(seen)).toEqual({ employee: { exceeds: 7, meets: 6, below: 5, notScored: 0 } });
  expect(seen.asOf).toBe('2026-01-05T09:00:00.000Z');
});

test('the filters narrow every board: by unit, cycle, version and the day on which plans began', async () => {
  const office = await makeReviewedOffice();
  const count = async (query: string) => (await board(office, 'methods', query)).rows.length;
  expect(figures(await board(office, 'outcomes', 'under=parks'))).toEqual({
    employee: { exceeds: 1, meets: 2, below: 3, notScored: 0 },
  });
  expect(await count('cycleId=small&version=1&from=2026-01-05&to=2026-01-05')).toBe(3);
  expect(await count('cycleId=other')).toBe(0);
  expect(await count('version=2')).toBe(0);
  expect(await count('from=2026-01-06')).toBe(0);
  expect(await count('to=2026-01-04')).toBe(0);
});

test('completion: of each manager’s plans, how many came through each step', async () => {
  const office = await makeReviewedOffice();
  const done = (id: string, form: string, decision: string, more: object = {}) =>
    taskRow(id, form, {
      ...{
        state: 'completed',
        completedAt: '2026-01-07T09:00:00.000Z',
        result: JSON.stringify({ decision }),
      },
      ...more,
    });
  const agreement = (id: string, decision: string, more: object = {}) =>
    done(id, 'plan-agreement', decision, { completedAt: '2026-01-05T10:00:00.000Z', ...more });
  await office.deps.store.commit(async (db) => {
    await db
      .insertInto('tasks')
      .values([
        ...['dob-1', 'dob-2'].map((id) => agreement(id, 'agreed')),
        // Returned, and agreed when it came again: the third that is agreed.
        agreement('dob-3', 'returned'),
        agreement('dob-3', 'agreed', { id: 'again-dob-3', activation: 2 }),
        agreement('dob-4', 'returned'),
        // One of two signed, the other has it to do.
        agreement('dob-5', 'agreed'),
        taskRow('dob-5', 'plan-agreement', { id: 'open-dob-5' }),
        // Agreed, and asked once more for a change.
        agreement('parks-1', 'agreed'),
        taskRow('parks-1', 'plan-agreement', { id: 'change-parks-1', activation: 2 }),
        done('dob-1', 'acknowledgement', 'signed'),
        done('dob-2', 'acknowledgement', 'refused', {}),
        // The signature of a plan: nothing was appraised yet.
        done('dob-3', 'acknowledgement', 'signed', { completedAt: '2026-01-05T11:00:00.000Z' }),
      ])
      .execute();
    await db.updateTable('plans').set({ status: 'ended' }).where('id', '=', 'plan-dob-1').execute();
  });
  const rest = { selfAppraised: 0 };
  expect(figures(await board(office, 'completion'))).toEqual({
    deputy: { plans: 12, agreed: 3, ...rest, appraised: 12, acknowledged: 1, ended: 1 },
    max: { plans: 6, agreed: 1, ...rest, appraised: 6, acknowledged: 0, ended: 0 },
  });
});

/** Four open tasks: two overdue in Buildings by 3.5 and 10 days, one due in 6 days, one in Parks due in 40. */
async function withOpenWork() {
  const office = await makeReviewedOffice();
  office.deps.clock.set('2026-02-01T12:00:00.000Z');
  const due = (id: string, assigneeId: string, dueAt: string) => taskRow(id, 'goals', { assigneeId, dueAt });
  await office.deps.store.commit((db) =>
    db
      .insertInto('tasks')
      .values([
        due('dob-1', 'deputy', '2026-01-29T00:00:00.000Z'),
        due('dob-2', 'deputy', '2026-01-22T12:00:00.000Z'),
        due('dob-3', 'chief', '2026-02-07T12:00:00.000Z'),
        due('parks-1', 'max', '2026-03-13T12:00:00.000Z'),
      ])
      .execute(),
  );
  return office;
}

test('overdue: by the units right below the top, the longest by whole days', async () => {
  expect(figures(await board(await withOpenWork(), 'overdue'))).toEqual({
    dob: { overdue: 2, open: 3, longestDays: 10 },
    parks: { overdue: 0, open: 1, longestDays: null },
  });
});

test('load: what is due within a week is counted by the days of the place that it is about', async () => {
  const office = await makeReviewedOffice();
  office.deps.clock.set('2026-02-01T12:00:00.000Z');
  const dueAt = '2026-02-09T02:00:00.000Z';
  await office.deps.store.commit((db) =>
    db
      .insertInto('tasks')
      .values(taskRow('dob-1', 'goals', { assigneeId: 'deputy', dueAt }))
      .execute(),
  );
  const dueSoon = async () => figures(await board(office, 'load')).deputy?.dueSoon;
  expect(await dueSoon()).toBe(0);
  await office.deps.store.commit((db) =>
    db.updateTable('components').set({ zone: 'America/New_York' }).where('parentId', 'is', null).execute(),
  );
  expect(await dueSoon()).toBe(1);
});

test('load: who has what to do, and how many components they manage', async () => {
  // Buildings itself, its two teams and 12 employees are the deputy’s; the chief owns Buildings and manages nothing.
  expect(figures(await board(await withOpenWork(), 'load'))).toEqual({
    deputy: { open: 2, overdue: 2, dueSoon: 0, components: 15 },
    chief: { open: 1, overdue: 0, dueSoon: 1, components: 0 },
    max: { open: 1, overdue: 0, dueSoon: 0, components: 7 },
  });
});

test('dwell: the median of the stays and who is there now, where plans wait: no end, and no stage around others', async () => {
  const office = await makeReviewedOffice();
  const line = (planId: string, revision: number, at: string, [left, entered]: [string[], string[]]) => ({
    ...{ planId, revision, at, actor: 'ada', event: { id: `e${revision}`, type: 'x', data: {} } },
    ...{ moves: { left, entered, transitions: [], asked: [] }, stage: entered, effects: [] },
    ...{ status: 'active' as const, round: 1, outcome: null, score: null, coverage: null },
  });
  await office.deps.store.commit(async (db) => {
    await appendToPlan(db, line('plan-dob-1', 1, '2026-01-05T00:00:00.000Z', [[], ['rating']]));
    await appendToPlan(db, line('plan-dob-2', 1, '2026-01-05T00:00:00.000Z', [[], ['rating']]));
    await appendToPlan(db, line('plan-dob-1', 2, '2026-01-07T00:00:00.000Z', [['rating'], ['end']]));
  });
  expect(figures(await board(office, 'dwell'))).toEqual({
    rating: { medianDays: 2, stays: 1, now: 1 },
  });
});

test('raters: each beside the mean of the nearest part in which others rated, shrunk', async () => {
  // Each rates a whole department, so both lie beside the city: (7·3 + 6·2 + 5·1) / 18 = 38/18 = 2.111.
  // 28/12 − 2.111 = 0.222 · 12/17 = 0.157; 10/6 − 2.111 = −0.444 · 6/11 = −0.242.
  const office = await makeReviewedOffice();
  expect(figures(await board(office, 'raters'))).toEqual({
    deputy: { rated: 12, mean: 2.33, difference: 0.16, flagged: 0 },
    max: { rated: 6, mean: 1.67, difference: -0.24, flagged: 0 },
  });
  // Six of Buildings are now Max's, all of them exceed: 3 − 28/12 = 0.667 over 6, and beside the city −0.444 over 6:
  // 0.111 · 12/17 = 0.078. The deputy has the other six: (4·2 + 2·1) / 6 − 28/12 = −0.667 · 6/11 = −0.364.
  await office.deps.store.commit((db) =>
    db
      .updateTable('tasks')
      .set({ completedBy: 'max' })
      .where(
        'id',
        'in',
        [1, 2, 3, 4, 5, 6].map((one) => `appraisal-dob-${one}`),
      )
      .execute(),
  );
  expect(figures(await board(office, 'raters'))).toEqual({
    deputy: { rated: 6, mean: 1.67, difference: -0.36, flagged: 0 },
    max: { rated: 12, mean: 2.33, difference: 0.08, flagged: 0 },
  });
});

test('raters: of managers with teams of their own each is seen beside the others', async () => {
  const office = await makeReviewedOffice();
  const levels = { deputy: 'exceeds', max: 'below' };
  await office.deps.store.commit(async (db) => {
    for (const [raterId, results] of Object.entries(levels)) {
      const result = JSON.stringify({ goals: [], results, methods: 'meets', summary: 'As it was.' });
      await db.updateTable('tasks').set({ result }).where('completedBy', '=', raterId).execute();
    }
    const third = [1, 2, 3, 4, 5, 6].map((one) => `appraisal-dob-${one}`);
    const result = JSON.stringify({ goals: [], results: 'meets', methods: 'meets', summary: 'As it was.' });
    await db.updateTable('tasks').set({ completedBy: 'mia', result }).where('id', 'in', third).execute();
    for (const one of [1, 2, 3, 4, 5, 6])
      await db
        .updateTable('components')
        .set({ parentId: 'permits' })
        .where('id', '=', `dob-${one}`)
        .execute();
  });
  // The city’s mean is 2. The deputy and Mia share Buildings, with a mean of 2.5: 0.5 · 6/11 = 0.27.
  expect(figures(await board(office, 'raters'))).toEqual({
    deputy: { rated: 6, mean: 3, difference: 0.27, flagged: 0 },
    mia: { rated: 6, mean: 2, difference: -0.27, flagged: 0 },
    max: { rated: 6, mean: 1, difference: -0.55, flagged: 1 },
  });
});

test('raters: one alone is beside nobody', async () => {
  expect(figures(await board(await makeReviewedOffice(), 'raters', 'under=parks'))).toEqual({
    max: { rated: 6, mean: 1.67, difference: null, flagged: 0 },
  });
});

/** The session lowers the six of Buildings that exceed. */
async function withSession() {
  const office = await makeReviewedOffice();
  const lowered = (one: number) =>
    taskRow(`dob-${one}`, 'calibration', {
      ...{ state: 'completed', completedAt: '2026-01-07T09:00:00.000Z', completedBy: 'hana' },
      result: JSON.stringify({
        ...{ decision: 'changed', outcome: 'below', methods: 'below' },
        reason: 'The evidence does not carry it.',
      }),
    });
  await office.deps.store.commit((db) =>
    db.insertInto('tasks').values([1, 2, 3, 4, 5, 6].map(lowered)).execute(),
  );
  return office;
}

test('raters: what a session makes of a rating is not the rater’s', async () => {
  const before = figures(await board(await makeReviewedOffice(), 'raters'));
  expect(figures(await board(await withSession(), 'raters'))).toEqual(before);
});

test('methods: of 7 who worked better than expected all exceed; of 5 who worked worse none meets', async () => {
  expect(figures(await board(await makeReviewedOffice(), 'methods'))).toEqual({
    exceeds: { exceeds: 7, meets: 0, below: 0 },
    meets: { exceeds: 0, meets: 6, below: 0 },
    below: { exceeds: 0, meets: 0, below: 5 },
  });
});

test('methods: as a session left both axes', async () => {
  expect(figures(await board(await withSession(), 'methods'))).toEqual({
    exceeds: { exceeds: 1, meets: 0, below: 0 },
    meets: { exceeds: 0, meets: 6, below: 0 },
    below: { exceeds: 0, meets: 0, below: 11 },
  });
});

test('methods: goal by goal where nothing was asked of the whole', async () => {
  const office = await makeReviewedOffice();
  const goal = (results: string | null, methods: string) => ({
    goalId: 'g',
    results,
    methods,
    evidence: 'It.',
  });
  const goals = [goal('exceeds', 'below'), goal(null, 'below'), goal('meets', 'meets')];
  const result = JSON.stringify({ goals, methods: 'meets', summary: 'As it was.' });
  await office.deps.store.commit((db) =>
    db.updateTable('tasks').set({ result }).where('id', '=', 'appraisal-dob-1').execute(),
  );
  expect(figures(await board(office, 'methods'))).toEqual({
    exceeds: { exceeds: 6, meets: 0, below: 0 },
    meets: { exceeds: 0, meets: 7, below: 0 },
    below: { exceeds: 1, meets: 0, below: 5 },
  });
});

test('goals: by dimension, and what has none stands apart', async () => {
  const office = await makeReviewedOffice();
  const document = JSON.stringify({ dimension: 'quality' });
  const goal = { id: 'trees', componentId: 'city', version: 1, document, updatedAt: '2026-01-05' };
  await office.deps.store.commit((db) => db.insertInto('goals').values(goal).execute());
  expect(figures(await board(office, 'goals'))).toEqual({
    quality: { exceeds: 7, meets: 6, below: 5, notScored: 0 },
    none: { exceeds: 0, meets: 0, below: 0, notScored: 18 },
  });
});

test('feedback: 2 of 15 components of Buildings were told something, 3 times; none of 7 of Parks', async () => {
  const office = await makeReviewedOffice();
  const said = (id: string, componentId: string, at: string) => ({
    ...{ id, componentId, planId: null, authorId: 'mia', text: 'Well done.', at },
    ...{ visibility: 'plan', anonymity: 'named' },
  });
  await office.deps.store.commit((db) =>
    db
      .insertInto('feedback')
      .values([
        said('f1', 'dob-1', '2026-01-05T10:00:00.000Z'),
        said('f2', 'dob-1', '2026-01-06T10:00:00.000Z'),
        said('f3', 'dob-2', '2026-01-07T10:00:00.000Z'),
      ])
      .execute(),
  );
  const city = { components: 1, heard: 0, given: 0, share: 0 };
  expect(figures(await board(office, 'feedback'))).toEqual({
    city,
    parks: { components: 7, heard: 0, given: 0, share: 0 },
    dob: { components: 15, heard: 2, given: 3, share: 0.13 },
  });
  const early = figures(await board(office, 'feedback', 'to=2026-01-05'));
  expect(early.dob).toEqual({ components: 15, heard: 1, given: 1, share: 0.07 });
});

test('feedback: what was said in a plan counts in its cycle, what was said outside of plans in each', async () => {
  const office = await makeReviewedOffice();
  const { id, cycleId, version, componentId } = await office.deps.store.read((db) =>
    db.selectFrom('plans').selectAll().where('componentId', '=', 'dob-1').executeTakeFirstOrThrow(),
  );
  const said = (feedbackId: string, planId: string | null) => ({
    ...{ id: feedbackId, componentId, planId, authorId: 'mia', text: 'Well done.' },
    ...{ at: '2026-01-05T10:00:00.000Z', visibility: 'plan', anonymity: 'named' },
  });
  await office.deps.store.commit((db) =>
    db
      .insertInto('feedback')
      .values([said('f1', id), said('f2', null)])
      .execute(),
  );
  const given = async (query: string) => figures(await board(office, 'feedback', query)).dob?.given;
  expect([
    await given(`cycleId=${cycleId}&version=${version}`),
    await given(`cycleId=${cycleId}&version=${version + 1}`),
    await given('cycleId=another'),
  ]).toEqual([2, 1, 1]);
});

/**
 * After training dob-11 went from 80 to 70 and then to 110, dob-12 from 80 to 90 and then to 70; of dob-9 only three
 * tenths had data when it went to 95; dob-10 was trained and not yet judged again.
 */
async function withEffects() {
  const office = await makeReviewedOffice();
  const judged = (id: string, scores: readonly (number | readonly [number, number])[]) =>
    scores.map((one, index) => {
      const [score, coverage] = typeof one === 'number' ? [one, 1] : one;
      const document = JSON.stringify({ score, coverage });
      const at = `2026-0${2 + index}-01T00:00:00.000Z`;
      return { planId: `plan-${id}`, revision: index + 1, round: index + 1, score, at, document };
    });
  const given = (id: string, at: string) => ({
    ...{ id: `i-${id}`, planId: `plan-${id}`, componentId: id, key: 'training' },
    ...{ title: 'Training', cause: 'capability', at },
  });
  const scores = [
    ...judged('dob-11', [80, 70, 110]),
    ...judged('dob-12', [80, 90, 70]),
    ...judged('dob-9', [80, [95, 0.3]]),
    ...judged('dob-10', [104]),
  ];
  await office.deps.store.commit(async (db) => {
    await db.insertInto('scores').values(scores).execute();
    const at = '2026-02-02T00:00:00.000Z';
    await db
      .insertInto('interventions')
      .values(['dob-9', 'dob-10', 'dob-11', 'dob-12'].map((id) => given(id, at)))
      .execute();
    const reward = { ...given('dob-11', '2026-05-01T00:00:00.000Z'), title: 'Bonus' };
    const { cause: _, ...bonus } = reward;
    await db.insertInto('rewards').values(bonus).execute();
  });
  return office;
}

test('effects: the score before beside that of the latest round with enough data: +30 and −10 are +10', async () => {
  const office = await withEffects();
  const { rows } = await board(office, 'effects');
  const none = { better: 0, same: 0, worse: 0, unknown: 0 };
  expect(rows.map(({ name, values }) => [name, values])).toEqual([
    ['Training', { ...none, given: 4, followed: 3, better: 1, worse: 1, unknown: 1, meanChange: 10 }],
    ['Bonus', { ...none, given: 1, followed: 0, meanChange: null }],
  ]);
});

test('a designer, who may not read plans, is not told of groups of fewer than five', async () => {
  const office = await makeReviewedOffice();
  await office.deps.store.commit(async (db) => {
    await db.insertInto('plans').values(planRow('permits', 'below')).execute();
  });
  const told = await board(office, 'outcomes', '', 'dora');
  expect(told.least).toBe(5);
  expect(told.rows.map(({ id, withheld }) => [id, withheld])).toEqual([
    ['department', true],
    ['employee', true],
  ]);
  expect((await board(office, 'outcomes')).rows.map(({ withheld }) => withheld)).toEqual([false, false]);
});

test('a manager sees their own part only, and figures about raters not at all', async () => {
  const office = await makeReviewedOffice();
  const send = await office.as('deputy');
  const own = await send('GET', '/api/v1/reports/boards/outcomes');
  expect(own.body.rows[0].values).toEqual({ exceeds: 6, meets: 4, below: 2, notScored: 0 });
  expect((await send('GET', '/api/v1/reports/boards/raters')).status).toBe(403);
  expect((await send('GET', '/api/v1/reports/boards/groups')).status).toBe(403);
});

test('the file has the rows of the screen, and a name that begins as a formula is escaped', async () => {
  const office = await withOpenWork();
  const { app } = await makeTestApp(actorOf('hana'), office.deps);
  const answer = await app.request('/api/v1/reports/boards/overdue/csv');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="overdue-2026-02-01.csv"');
  expect((await answer.text()).split('\r\n')).toEqual([
    'name,detail,withheld,overdue,open,longestDays,asOf',
    'Department of Buildings,,,2,3,10,2026-02-01T12:00:00.000Z',
    "'=Parks,,,0,1,,2026-02-01T12:00:00.000Z",
    '',
  ]);
});

test('figures follow the organisation at once: who manages a part, what it is called and where it lies', async () => {
  const office = await withOpenWork();
  const send = await office.as('hana');
  const seen = async () => {
    const overdue = await send('GET', '/api/v1/reports/boards/overdue');
    const load = await send('GET', '/api/v1/reports/boards/load');
    return [...overdue.body.rows, ...load.body.rows].map(({ name, values }: Row) => [
      name,
      values.open,
      values.components,
    ]);
  };
  const people = [
    ['Chief', 1, 0],
    ['max', 1, 7],
  ];
  expect(await seen()).toEqual([
    ['Department of Buildings', 3, undefined],
    ['=Parks', 1, undefined],
    ['Deputy', 2, 15],
    ...people,
  ]);
  const change = (id: string, patch: Partial<Component>) =>
    office.deps.store.commit(async (db) => {
      const component = await findComponent(db, id);
      if (!component) throw new Error(`${id} is not there.`);
      await updateComponent(db, { ...component, ...patch }, { at: office.deps.clock.now(), by: 'hana' });
    });
  await change('parks', { name: 'Parks', managerId: 'deputy' });
  await change('dob-1', { parentId: 'parks' });
  expect(await seen()).toEqual([
    ['Department of Buildings', 2, undefined],
    ['Parks', 2, undefined],
    ['Deputy', 2, 22],
    ['Chief', 1, 0],
    ['max', 1, 0],
  ]);
});
