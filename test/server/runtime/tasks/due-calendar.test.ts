import { describe, expect, test } from 'vitest';
import { everyWeekdayInUtc } from '../../../../engine/index.ts';
import { makeDueFacts, soonDueAt } from '../../../../server/runtime/tasks/due-calendar.ts';
import { makeOffice } from '../../../support/office.ts';

const berlin = { ...everyWeekdayInUtc, zone: 'Europe/Berlin', holidays: ['2026-04-03', '2026-04-06'] };
const newYork = { ...everyWeekdayInUtc, zone: 'America/New_York', holidays: ['2026-11-26'] };

describe('two working days before it is due a task is soon due', () => {
  test.each([
    ['in the middle of a week', '2026-11-18T15:00:00.000Z', berlin, '2026-11-15T23:00:00.000Z'],
    ['over a weekend', '2026-11-16T15:00:00.000Z', berlin, '2026-11-11T23:00:00.000Z'],
    ['over Good Friday and Easter Monday', '2026-04-07T08:00:00.000Z', berlin, '2026-03-31T22:00:00.000Z'],
    ['over the change to summer time', '2026-03-30T06:00:00.000Z', berlin, '2026-03-25T23:00:00.000Z'],
    ['over the change to winter time', '2026-10-26T06:00:00.000Z', berlin, '2026-10-21T22:00:00.000Z'],
    ['over Thanksgiving', '2026-11-27T22:00:00.000Z', newYork, '2026-11-24T05:00:00.000Z'],
    [
      'late on a day that is the next one in UTC',
      '2026-11-20T03:00:00.000Z',
      newYork,
      '2026-11-17T05:00:00.000Z',
    ],
  ])('%s', (_, dueAt, calendar, soonAt) => {
    expect(soonDueAt(dueAt, calendar)).toBe(soonAt);
  });
});

const cycle = { initial: 'plan', stages: { plan: {} } };

async function withPlaces() {
  const { deps } = await makeOffice(cycle);
  await deps.store.commit(async (db) => {
    const set = (id: string, zone: string, holidayRegion: string) =>
      db.updateTable('components').set({ zone, holidayRegion }).where('id', '=', id).execute();
    await set('city', 'America/New_York', 'US-NY');
    await set('inspection', 'Europe/Berlin', 'DE-BE');
  });
  return deps;
}

test('whose working days they are is who has the task, and without anybody the component', async () => {
  const deps = await withPlaces();
  const dueAt = '2026-11-27T12:00:00.000Z';
  const facts = await deps.store.read(async (db) => {
    const of = makeDueFacts(db, deps);
    const task = { componentId: 'permits', dueAt };
    return [
      await of({ ...task, assigneeId: 'pat' }),
      await of({ ...task, assigneeId: 'ian' }),
      await of({ ...task, assigneeId: 'hana' }),
      await of({ ...task, assigneeId: null, dueAt: null }),
    ];
  });
  expect(facts).toEqual([
    { zone: 'America/New_York', soonAt: '2026-11-24T05:00:00.000Z' },
    { zone: 'Europe/Berlin', soonAt: '2026-11-24T23:00:00.000Z' },
    { zone: 'America/New_York', soonAt: '2026-11-24T05:00:00.000Z' },
    { zone: 'America/New_York', soonAt: null },
  ]);
});
