// What is kept of what the scores rest on is what a server reads that has just started, whatever changed between.
import { expect, test } from 'vitest';
import { keepToScore } from '../../../server/reports/kept-to-score.ts';
import { readToScore, type ToScore } from '../../../server/reports/read-to-score.ts';
import { appendFeed } from '../../../server/store/queries/records.ts';
import { scoreStamp } from '../../../server/store/queries/score-stamp.ts';
import { daysNow } from '../../../server/store/queries/zones.ts';
import { makeOffice } from '../../support/office.ts';

const year = { start: '2026-01-01', end: '2026-12-31' };
const standards = { kind: 'points', unacceptable: 0, meets: 100 };
const measure = { unit: 'calls', direction: 'increase', timeAggregation: 'sum', standards };

const told = ({ calendarOf, ...read }: ToScore) => ({
  ...read,
  calendars: read.components.map(({ id }) => calendarOf?.(id)),
});

async function desk() {
  const { deps, as, start } = await makeOffice({
    initial: 'on',
    stages: { on: { on: { closed: [{ to: 'off' }] } }, off: { type: 'final' } },
  });
  deps.clock.set('2026-06-01T09:00:00.000Z');
  const ada = await as('ada');
  const must = async (method: 'POST' | 'PATCH', path: string, body: object) => {
    deps.clock.advance(1_000);
    expect([path, (await ada(method, `/api/v1${path}`, body)).status < 300]).toEqual([path, true]);
  };
  const pat = { id: 'pat', kind: 'employee', name: 'Pat', parentId: 'permits', ownerId: 'pat' };
  await must('POST', '/components', pat);
  await must('POST', '/goals', { id: 'calls', componentId: 'pat', title: 'Answer calls' });
  await must('POST', '/measures', { id: 'answered', goalId: 'calls', title: 'Answered', ...measure });
  await start('p1', 'pat', year);
  const calendar = { name: 'City Hall', workingWeekdays: [1, 2, 3, 4, 5] };
  const made = (await ada('POST', '/api/v1/calendars', calendar)).body.id;
  await must('PATCH', '/components/city', { holidayRegion: `own:${made}` });
  /** Of all that counts this alone leaves no trace but in the feed. */
  const workOtherDays = async () => {
    const put = await ada('PUT', `/api/v1/calendars/${made}`, { ...calendar, workingWeekdays: [1, 2] });
    expect(put.status).toBe(200);
  };
  const kept = keepToScore(deps);
  const look = () =>
    deps.store.read(async (db) => {
      const at = deps.clock.now();
      const when = { period: year, at, days: await daysNow(db, at), stamp: await scoreStamp(db) };
      return { kept: await kept(db, when), anew: await readToScore(deps, db, when) };
    });
  const figure = (day: number) =>
    must('POST', '/observations', {
      ...{ measureId: 'answered', value: day, source: 'manual' },
      ...{ periodStart: `2026-05-${10 + day}`, periodEnd: `2026-05-${10 + day}` },
    });
  return { deps, must, workOtherDays, look, figure };
}

test('a figure is read, and the rest is what was there already', async () => {
  const { look, figure } = await desk();
  const before = (await look()).kept;
  await figure(1);
  const { kept, anew } = await look();
  expect(kept.observations.map(({ value }) => value)).toEqual([1]);
  expect(told(kept)).toEqual(told(anew));
  expect(kept.goals).toBe(before.goals);
  expect(kept.calendarOf).toBe(before.calendarOf);
});

const changes: Record<string, ['POST' | 'PATCH', string, object]> = {
  'a goal is changed': ['PATCH', '/goals/calls', { priority: 7 }],
  'a goal is set': ['POST', '/goals', { id: 'more', componentId: 'dob', title: 'Answer letters' }],
  'a measure is changed': ['PATCH', '/measures/answered', { weight: 3 }],
  'a measure is added': ['POST', '/measures', { id: 'late', goalId: 'calls', title: 'Late', ...measure }],
  'a component moves': ['PATCH', '/components/permits', { parentId: 'city' }],
  'a component comes': ['POST', '/components', { id: 'new', kind: 'team', name: 'New', parentId: 'dob' }],
  'somebody goes on leave': ['POST', '/absences', { personId: 'pat', from: '2026-07-01', to: '2026-09-30' }],
  'days off are others': ['PATCH', '/components/city', { holidayRegion: 'US' }],
  'a zone is another': ['PATCH', '/components/city', { zone: 'Asia/Tokyo' }],
};
for (const [what, [method, path, body]] of Object.entries(changes))
  test(`when ${what} it is read anew, also between two figures`, async () => {
    const { look, figure, must } = await desk();
    const first = told((await look()).kept);
    await figure(1);
    await must(method, path, body);
    await figure(2);
    const { kept, anew } = await look();
    expect(told(kept)).toEqual(told(anew));
    const withFirstFigures = { ...told(kept), observations: first.observations };
    expect(withFirstFigures).not.toEqual(first);
  });

test('when a calendar has another week it is read anew, also between two figures', async () => {
  const { look, figure, workOtherDays } = await desk();
  const first = told((await look()).kept);
  await figure(1);
  await workOtherDays();
  await figure(2);
  const { kept, anew } = await look();
  expect(told(kept).calendars).not.toEqual(first.calendars);
  expect(told(kept)).toEqual(told(anew));
});

test('what the feed has forgotten meanwhile counts as changed', async () => {
  const { deps, look, figure, workOtherDays } = await desk();
  told((await look()).kept);
  await workOtherDays();
  await deps.store.commit((db) => db.deleteFrom('feed').execute());
  await deps.store.commit((db) => appendFeed(db, { at: deps.clock.now(), type: 'observation.recorded' }));
  await figure(1);
  const { kept, anew } = await look();
  expect(told(kept)).toEqual(told(anew));
});

test('on another day it is read anew', async () => {
  const { deps, look, figure } = await desk();
  const before = (await look()).kept;
  deps.clock.set('2026-06-02T09:00:00.000Z');
  await figure(1);
  expect((await look()).kept.goals).not.toBe(before.goals);
});
