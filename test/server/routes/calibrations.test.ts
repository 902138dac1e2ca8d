import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { finalRatings } from '../../../server/runtime/calibration/final-ratings.ts';
import { listTold } from '../../../server/runtime/calibration/list-told.ts';
import { GREATEST_SESSION } from '../../../server/runtime/calibration/read-session.ts';
import { runLaunches } from '../../../server/runtime/launches/launch-worker.ts';
import { makeOffice } from '../../support/office.ts';

const task = (key: string, form: string, assignee: string, to: string) => ({
  tasks: { [key]: { title: key, form, assignee } },
  on: { [`task.${key}.completed`]: [{ to }] },
});
const cycle = {
  initial: 'look-back',
  stages: {
    'look-back': task('look', 'self-appraisal', 'owner', 'rating'),
    rating: task('rate', 'appraisal', 'manager', 'session'),
    session: task('calibrate', 'calibration', 'role:hr', 'told'),
    told: task('sign', 'acknowledgement', 'owner', 'end'),
    end: { type: 'final' },
  },
};
const rating = (results: string) => ({ goals: [], results, methods: 'meets', summary: `It was ${results}.` });
const looks = { results: 'exceeds', methods: 'meets', evidence: 'The log of the year.' };

/** A launch for Permits and Inspection, whose manager is the deputy. */
async function withLaunch(componentIds = ['permits', 'inspection'], document: object = cycle) {
  const office = await makeOffice({ ...document });
  const hr = await office.as('hana');
  const { id } = (await hr('POST', '/api/v1/launches', { cycleId: 'small', componentIds })).body;
  await runLaunches(office.deps);
  /** Completes the open task of the component that has the key. */
  const work = async (person: string, componentId: string, key: string, result: object) => {
    const send = await office.as(person);
    const admin = await office.as('ada');
    const open = (await admin('GET', `/api/v1/tasks?state=open&componentId=${componentId}`)).body.items;
    const found = open.find((one: { key: string }) => one.key === key);
    return send('POST', `/api/v1/tasks/${found.id}/complete`, { result });
  };
  const rate = async (componentId: string, owner: string, results: string) => {
    expect((await work(owner, componentId, 'look', looks)).status).toBe(200);
    office.deps.clock.advance(60_000);
    expect((await work('deputy', componentId, 'rate', rating(results))).status).toBe(200);
  };
  const session = async (person: string, group = '') =>
    (await office.as(person))('GET', `/api/v1/launches/${id}/calibration${group}`);
  return { ...office, id, work, rate, session };
}

test('a calibration lays the appraisals of a launch side by side', async () => {
  const { rate, session } = await withLaunch();
  await rate('permits', 'pat', 'exceeds');
  const { status, body } = await session('hana');
  expect(status).toBe(200);
  expect(body).toMatchObject({ tooMany: false, groups: [{ id: 'dob', count: 2 }] });
  const [inspection, permits] = body.lines;
  expect(inspection).toMatchObject({ componentId: 'inspection', self: null, rated: null, now: null });
  expect(permits).toMatchObject({
    owner: { id: 'pat' },
    rater: { id: 'deputy', name: 'Deputy' },
    self: 'exceeds',
    rated: 'exceeds',
    now: 'exceeds',
    evidence: 0,
    changes: [],
    task: { mayDecide: true },
  });
  const rules = body.findings.map(({ rule }: { rule: string }) => rule);
  expect(rules).toEqual(['RAT-08', 'RAT-10']);
});

test('who is to rate has a name before anybody asks them', async () => {
  const { as, session } = await withLaunch(['permits']);
  await (await as('ada'))('PATCH', '/api/v1/components/permits', { managerId: 'ian' });
  expect((await session('hana')).body.lines).toMatchObject([{ rater: { id: 'ian', name: 'Ian' } }]);
});

test('what the session decides stands beside the rating, with who and why', async () => {
  const { rate, work, session } = await withLaunch();
  await rate('permits', 'pat', 'exceeds');
  const reason = 'Two of three months were counted twice.';
  const changed = { decision: 'changed', outcome: 'meets', reason };
  expect((await work('hana', 'permits', 'calibrate', changed)).status).toBe(200);
  const [, permits] = (await session('hana')).body.lines;
  expect(permits).toMatchObject({ rated: 'exceeds', now: 'meets', task: null });
  expect(permits.changes).toMatchObject([{ by: { id: 'hana' }, from: 'exceeds', to: 'meets', reason }]);
});

test('what a session decided of one round is not laid over the appraisal of the next', async () => {
  const again = {
    ...cycle,
    stages: { ...cycle.stages, told: task('sign', 'acknowledgement', 'owner', 'rating') },
  };
  const { rate, work, session, deps } = await withLaunch(['permits'], again);
  await rate('permits', 'pat', 'exceeds');
  deps.clock.advance(60_000);
  const changed = { decision: 'changed', outcome: 'below', methods: 'below', reason: 'Counted twice.' };
  expect((await work('hana', 'permits', 'calibrate', changed)).status).toBe(200);
  expect((await work('pat', 'permits', 'sign', { decision: 'signed' })).status).toBe(200);
  // Asked for anew it is not rated yet, whatever it was in the round before.
  const [asked] = (await session('hana')).body.lines;
  expect(asked).toMatchObject({ rated: null, now: null, methods: null, methodsNow: null, summary: '' });
  expect([asked.rater.id, asked.self, asked.changes]).toEqual(['deputy', null, []]);
  deps.clock.advance(60_000);
  expect((await work('deputy', 'permits', 'rate', rating('meets'))).status).toBe(200);
  const [permits] = (await session('hana')).body.lines;
  expect(permits).toMatchObject({ rated: 'meets', now: 'meets', methods: 'meets', methodsNow: 'meets' });
  // They were asked for their own view in the first round alone.
  expect([permits.self, permits.changes]).toEqual([null, []]);
  deps.clock.advance(60_000);
  await work('hana', 'permits', 'calibrate', { decision: 'kept', reason: 'It is right.' });
  const [kept] = (await session('hana')).body.lines;
  expect(kept.changes).toMatchObject([{ from: 'meets', to: 'meets', reason: 'It is right.' }]);
});

test('the view of oneself of the next round stands beside no appraisal that was released before', async () => {
  const again = {
    ...cycle,
    stages: {
      ...cycle.stages,
      rating: task('rate', 'appraisal', 'manager', 'told'),
      told: { ...task('sign', 'acknowledgement', 'owner', 'look-back'), released: true },
    },
  };
  const { rate, work, session, as, deps } = await withLaunch(['permits'], again);
  const minuteLater = () => deps.clock.advance(60_000);
  await rate('permits', 'pat', 'meets');
  minuteLater();
  expect((await work('pat', 'permits', 'sign', { decision: 'signed' })).status).toBe(200);
  const open = (await (await as('pat'))('GET', '/api/v1/tasks?state=open&componentId=permits')).body.items;
  expect(open).toMatchObject([{ key: 'look' }]);
  minuteLater();
  expect((await work('pat', 'permits', 'look', { ...looks, results: 'below' })).status).toBe(200);
  const [asked] = (await session('hana')).body.lines;
  expect(asked).toMatchObject({ self: 'below', rated: null, now: null, rater: { id: 'deputy' } });
  const rated = (await (await as('hana'))('GET', `/api/v1/plans/${asked.planId}/appraisal`)).body;
  expect(rated.self).toMatchObject({ results: 'below' });
});

test('a view of oneself that was given before the next appraisal is asked for waits for it', async () => {
  const again = {
    ...cycle,
    stages: {
      ...cycle.stages,
      rating: task('rate', 'appraisal', 'manager', 'told'),
      told: { ...task('sign', 'acknowledgement', 'owner', 'next'), released: true },
      next: task('look-again', 'self-appraisal', 'owner', 'talk'),
      talk: task('talk', 'feedback', 'manager', 'end'),
    },
  };
  const { rate, work, session, as, deps } = await withLaunch(['permits'], again);
  await rate('permits', 'pat', 'meets');
  deps.clock.advance(60_000);
  expect((await work('pat', 'permits', 'sign', { decision: 'signed' })).status).toBe(200);
  expect((await work('pat', 'permits', 'look-again', { ...looks, results: 'below' })).status).toBe(200);
  const [line] = (await session('hana')).body.lines;
  expect(line).toMatchObject({ self: 'exceeds', rated: 'meets', now: 'meets' });
  const told = (await (await as('hana'))('GET', `/api/v1/plans/${line.planId}/appraisal`)).body;
  expect(told.self).toMatchObject({ results: 'exceeds' });
});

test('who rates late does not take back what a session decided meanwhile', async () => {
  const beside = {
    initial: 'judging',
    stages: {
      judging: {
        type: 'parallel',
        stages: {
          first: {
            initial: 'rating',
            stages: {
              rating: task('rate', 'appraisal', 'manager', 'session'),
              session: task('calibrate', 'calibration', 'role:hr', 'decided'),
              decided: { type: 'final' },
            },
          },
          second: {
            initial: 'also',
            stages: {
              also: task('rate-too', 'appraisal', 'manager.manager', 'given'),
              given: { type: 'final' },
            },
          },
        },
        onDone: [{ to: 'end' }],
      },
      end: { type: 'final' },
    },
  };
  const { work, session, as, deps } = await withLaunch(['permits'], beside);
  deps.clock.advance(60_000);
  expect((await work('deputy', 'permits', 'rate', rating('exceeds'))).status).toBe(200);
  deps.clock.advance(60_000);
  const changed = { decision: 'changed', outcome: 'meets', methods: 'below', reason: 'Counted twice.' };
  expect((await work('hana', 'permits', 'calibrate', changed)).status).toBe(200);
  deps.clock.advance(60_000);
  expect((await work('mayor', 'permits', 'rate-too', rating('below'))).status).toBe(200);
  const [line] = (await session('hana')).body.lines;
  expect(line).toMatchObject({ rated: 'below', rater: { id: 'mayor' }, now: 'meets', methodsNow: 'below' });
  expect(line.changes).toMatchObject([{ from: 'exceeds', to: 'meets', reason: 'Counted twice.' }]);
  const { ratings } = (await (await as('hana'))('GET', `/api/v1/plans/${line.planId}/appraisal`)).body;
  const told = ratings.map((one: { kind: string; results: string }) => [one.kind, one.results]);
  expect(told).toEqual([
    ['appraisal', 'exceeds'],
    ['appraisal', 'below'],
    ['calibration', 'meets'],
  ]);
  expect(finalRatings(await deps.store.read((db) => listTold(deps, db, sql`1 = 1`)))).toMatchObject([
    { rated: 'below', raterId: 'mayor', results: 'meets', methods: 'below' },
  ]);
});

test('whether a rating stays is asked of the next manager up when the manager gave it', async () => {
  const given = {
    ...cycle,
    stages: { ...cycle.stages, session: task('calibrate', 'calibration', 'manager', 'told') },
  };
  const { rate, work, session, as } = await withLaunch(['permits'], given);
  await rate('permits', 'pat', 'exceeds');
  const kept = await work('deputy', 'permits', 'calibrate', { decision: 'kept', reason: 'It is right.' });
  expect([kept.status, kept.body.detail]).toEqual([403, 'This task is Mayor’s; nothing was changed.']);
  const [permits] = (await session('deputy')).body.lines;
  expect(permits.task.mayDecide).toBe(false);
  const event = { type: 'task.calibrate.completed', data: { result: {} } };
  const sent = await (await as('deputy'))('POST', `/api/v1/plans/${permits.planId}/events`, event);
  expect(sent.status).toBe(403);
});

test('who gave a rating does not decide whether it stays, also when everybody of their role may', async () => {
  const given = {
    ...cycle,
    stages: { ...cycle.stages, rating: task('rate', 'appraisal', 'role:hr', 'session') },
  };
  const { work } = await withLaunch(['permits'], given);
  expect((await work('pat', 'permits', 'look', looks)).status).toBe(200);
  expect((await work('hana', 'permits', 'rate', rating('exceeds'))).status).toBe(200);
  const kept = await work('hana', 'permits', 'calibrate', { decision: 'kept', reason: 'It is right.' });
  expect([kept.status, kept.body.detail]).toEqual([
    403,
    'You gave this rating or calibrated it; somebody else decides whether it stays. Nothing was changed.',
  ]);
});

test('the calibration of a rating cannot be passed on to who gave it', async () => {
  const { rate, session, as } = await withLaunch(['permits']);
  await rate('permits', 'pat', 'exceeds');
  const [permits] = (await session('ada')).body.lines;
  const path = `/api/v1/tasks/${permits.task.id}/delegate`;
  const answer = await (await as('ada'))('POST', path, { to: 'deputy', reason: 'I am away.' });
  expect(answer.status).toBe(409);
});

test('nobody reads their own line, and a manager reads those of the team', async () => {
  const { rate, session } = await withLaunch(['dob', 'permits', 'inspection']);
  await rate('permits', 'pat', 'meets');
  const namesFor = async (person: string) =>
    (await session(person)).body.lines.map((line: { componentId: string }) => line.componentId);
  expect(await namesFor('hana')).toEqual(['dob', 'inspection', 'permits']);
  expect(await namesFor('chief')).toEqual(['inspection', 'permits']);
  expect((await session('pat')).status).toBe(403);
});

test('more appraisals than one table bears are read group by group', async () => {
  const office = await withLaunch();
  const ids = Array.from({ length: GREATEST_SESSION + 1 }, (_, index) => `c${index}`);
  await office.deps.store.commit(async (db) => {
    for (const id of ids) {
      const place = { id, kind: 'team', name: id, parentId: id === 'c0' ? 'city' : 'dob', createdAt: '' };
      await db
        .insertInto('components')
        .values({ ...place, ownerId: null, managerId: null, zone: null, holidayRegion: null })
        .execute();
    }
  });
  const hr = await office.as('hana');
  const { id } = (await hr('POST', '/api/v1/launches', { cycleId: 'small', componentIds: ids })).body;
  await runLaunches(office.deps);
  const all = (await hr('GET', `/api/v1/launches/${id}/calibration`)).body;
  expect(all).toMatchObject({ tooMany: true, lines: [], findings: [] });
  expect(all.groups).toEqual([
    { id: 'city', name: 'City', count: 1 },
    { id: 'dob', name: 'Department of Buildings', count: GREATEST_SESSION },
  ]);
  const one = (await hr('GET', `/api/v1/launches/${id}/calibration?group=city`)).body;
  expect(one.lines.map((line: { componentId: string }) => line.componentId)).toEqual(['c0']);
});
