import { expect, test } from 'vitest';
import { fireDue } from '../../../server/runtime/plans/timers.ts';
import { makeOffice } from '../../support/office.ts';

const cycle = {
  initial: 'plan',
  stages: {
    plan: {
      tasks: {
        agree: { title: 'Agree the plan', assignee: 'manager', form: 'plan-agreement', due: '3bd' },
        look: { title: 'Look back', assignee: 'owner', form: 'self-appraisal', due: 'P3D' },
      },
      after: [{ id: 'late', delay: '5bd', to: 'done' }],
      on: { 'task.agree.completed': [{ to: 'done' }] },
    },
    done: { type: 'final' },
  },
};
const city = {
  name: 'City Hall',
  workingWeekdays: [1, 2, 3, 4, 5],
  region: 'US',
  daysOff: [{ date: '2026-01-07', name: 'Moving day' }],
  workedDays: [],
};

/** An office on Monday 5 January 2026, with a calendar that permits may work by. */
async function withCalendar() {
  const office = await makeOffice(cycle);
  const ada = await office.as('ada');
  const made = (await ada('POST', '/api/v1/calendars', city)).body;
  const assign = (code: string | null) => ada('PATCH', '/api/v1/components/permits', { holidayRegion: code });
  const dueDays = async () =>
    (await office.tasksOf('deputy')).map(({ dueAt }: { dueAt: string }) => dueAt.slice(0, 10));
  return { ...office, ada, made, code: `own:${made.id}`, assign, dueDays };
}

test('what opens under a calendar of one’s own is counted by its days off and its week', async () => {
  const { ada, assign, code, made, start, dueDays } = await withCalendar();
  expect((await assign(code)).status).toBe(200);
  await start('p1');
  // Tuesday, Thursday, Friday: Wednesday is a day off.
  expect(await dueDays()).toEqual(['2026-01-09']);
  const shorter = { ...city, workingWeekdays: [1, 2] };
  const changed = await ada('PUT', `/api/v1/calendars/${made.id}`, shorter);
  const again = await ada('PUT', `/api/v1/calendars/${made.id}`, shorter);
  expect([changed.status, again.body]).toEqual([200, changed.body]);
  await start('p2');
  // The first keeps its day; the second has Tuesday 6, Monday 12 and Tuesday 13.
  expect((await dueDays()).toSorted()).toEqual(['2026-01-09', '2026-01-13']);
});

test('which open tasks would have got another day is said before it is kept, and theirs stays', async () => {
  const { ada, assign, code, made, start, dueDays } = await withCalendar();
  await start('p1');
  const preview = async (trial: object) => (await ada('POST', '/api/v1/calendars/preview', trial)).body;
  expect(await preview({ assign: { componentId: 'permits', code } })).toMatchObject({
    ...{ components: 1, tasks: 1, differ: 1, timers: 1 },
    first: [
      {
        title: 'Agree the plan',
        component: { id: 'permits', name: 'Permits' },
        day: '2026-01-08',
        wouldBe: '2026-01-09',
      },
    ],
  });
  expect(await dueDays()).toEqual(['2026-01-08']);
  await assign(code);
  expect(await dueDays()).toEqual(['2026-01-08']);
  const more = { ...city, daysOff: [...city.daysOff, { date: '2026-01-08', name: 'Another' }] };
  expect(await preview({ calendar: { ...more, id: made.id } })).toMatchObject({ components: 1, differ: 1 });
  const far = { ...city, daysOff: [...city.daysOff, { date: '2026-06-01', name: 'Far away' }] };
  expect(await preview({ calendar: { ...far, id: made.id } })).toEqual({
    ...{ components: 1, tasks: 1, differ: 0, timers: 0, first: [] },
  });
  expect(await preview({ calendar: more })).toEqual({
    components: 0,
    tasks: 0,
    differ: 0,
    timers: 0,
    first: [],
  });
  expect(
    (await ada('POST', '/api/v1/calendars/preview', { assign: { componentId: 'x', code } })).status,
  ).toBe(404);
});

test('the list says which components name a calendar, how many work by it, and in which zones', async () => {
  const { ada, assign, code } = await withCalendar();
  await assign(code);
  await ada('PATCH', '/api/v1/components/city', { zone: 'America/New_York', holidayRegion: 'US-NY' });
  const { items } = (await ada('GET', '/api/v1/calendars')).body;
  const told = items.map((item: Record<string, unknown>) => [
    item.code,
    item.name,
    item.namedBy,
    item.components,
    item.zones,
  ]);
  expect(told).toEqual([
    [code, 'City Hall', [{ id: 'permits', name: 'Permits' }], 1, ['America/New_York']],
    ['US-NY', 'United States of America: New York', [{ id: 'city', name: 'City' }], 3, ['America/New_York']],
  ]);
  expect(items[0].holidays).toContainEqual({ date: '2026-01-07', name: 'Moving day' });
  const own = (await ada('GET', '/api/v1/components/permits/calendar?year=2026')).body;
  expect(own).toMatchObject({ holidayRegion: code, holidaysFrom: { id: 'permits' } });
  expect(own.holidays).toContainEqual({ date: '2026-01-07', name: 'Moving day' });
});

test('a public holiday that is worked is no day off', async () => {
  const { ada, made, code } = await withCalendar();
  const worked = { ...city, workedDays: ['2026-07-03', '2026-12-25'] };
  await ada('PUT', `/api/v1/calendars/${made.id}`, worked);
  const { items } = (await ada('GET', '/api/v1/calendars')).body;
  const days = items
    .find((item: { code: string }) => item.code === code)
    .holidays.map(({ date }: { date: string }) => date);
  expect(days.includes('2026-12-25')).toBe(false);
  expect(days.includes('2026-11-26')).toBe(true);
});

test('one that somebody works by is not removed, one that nobody does is, all with before and after', async () => {
  const { ada, assign, code, made } = await withCalendar();
  await assign(code);
  const path = `/api/v1/calendars/${made.id}`;
  const refused = await ada('DELETE', path);
  expect([refused.status, refused.body.detail]).toEqual([
    409,
    '“City Hall” is used by Permits. Give them another calendar first.',
  ]);
  await ada('PUT', path, { ...city, daysOff: [] });
  await assign(null);
  expect([(await ada('DELETE', path)).status, (await ada('DELETE', path)).status]).toEqual([200, 404]);
  const trail = (await ada('GET', '/api/v1/audit?action=calendar')).body.items;
  expect(
    trail.map(({ action, detail }: { action: string; detail: object }) => ({ action, detail })),
  ).toMatchObject([
    { action: 'calendar.remove', detail: { name: 'City Hall', after: null } },
    {
      action: 'calendar.change',
      detail: { before: { daysOff: ['2026-01-07 Moving day'] }, after: { daysOff: [] } },
    },
    { action: 'calendar.create', detail: { before: null, after: { name: 'City Hall' } } },
  ]);
});

test('a calendar that cannot be is refused with what to do', async () => {
  const { ada, assign } = await withCalendar();
  const refusal = async (wish: object) => {
    const { status, body } = await ada('POST', '/api/v1/calendars', { ...city, ...wish });
    return [status, body.errors?.[0]?.pointer];
  };
  expect(await refusal({})).toEqual([409, '/name']);
  expect(await refusal({ name: 'B', region: 'ZZ' })).toEqual([422, '/region']);
  expect(await refusal({ name: 'B', workingWeekdays: [] })).toEqual([422, '/workingWeekdays']);
  expect(await refusal({ name: 'B', daysOff: [{ date: '2026-02-30', name: 'No day' }] })).toEqual([
    422,
    '/daysOff/0/date',
  ]);
  expect((await assign('own:nobody')).status).toBe(422);
});

test('asked to, a change counts open days and timers again, tells who has them, and is in the trail', async () => {
  const { ada, made, code, assign, start, dueDays, deps } = await withCalendar();
  await ada('PUT', `/api/v1/calendars/${made.id}`, { ...city, daysOff: [] });
  await assign(code);
  await start('p1');
  await ada('PUT', `/api/v1/calendars/${made.id}`, { ...city, recount: true });
  await fireDue(deps, deps.clock.now());
  expect(await dueDays()).toEqual(['2026-01-09']);
  const timers = await deps.store.read((db) =>
    db
      .selectFrom('timers')
      .select(['name', 'dueAt'])
      .where('kind', 'in', ['stage', 'overdue'])
      .orderBy('name')
      .execute(),
  );
  expect(timers.map(({ name, dueAt }) => `${name} ${dueAt.slice(0, 10)}`)).toEqual([
    ...['agree 2026-01-09', 'late 2026-01-13', 'look 2026-01-08'],
  ]);
  const told = await deps.store.read((db) =>
    db.selectFrom('notifications').select(['personId', 'message']).execute(),
  );
  expect(told).toContainEqual({
    personId: 'deputy',
    message: '“Agree the plan” is due on 2026-01-09 and not on 2026-01-08: other days are worked there now.',
  });
  const [line] = (await ada('GET', '/api/v1/audit?action=calendar.change')).body.items;
  expect(line.detail.recounted).toEqual({ tasks: 1, timers: 1 });
});

test('a component that comes to work by other days counts again only when asked to, and says before what moves', async () => {
  const { ada, code, assign, start, dueDays, deps } = await withCalendar();
  await start('p1');
  const wish = { holidayRegion: code };
  const { body } = await ada('POST', '/api/v1/components/permits/change-preview', wish);
  expect(body.dueDays).toMatchObject({ tasks: 1, differ: 1, timers: 1 });
  await assign(code);
  await fireDue(deps, deps.clock.now());
  expect(await dueDays()).toEqual(['2026-01-08']);
  await assign(null);
  await ada('PATCH', '/api/v1/components/permits', { ...wish, recount: true });
  await fireDue(deps, deps.clock.now());
  expect(await dueDays()).toEqual(['2026-01-09']);
});

test('nobody moves due days by sending the event themselves', async () => {
  const { ada, start } = await withCalendar();
  await start('p1');
  const sent = await ada('POST', '/api/v1/plans/p1/events', { type: 'calendar.changed', data: {} });
  expect(sent.status).toBe(403);
});
