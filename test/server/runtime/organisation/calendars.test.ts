import { expect, test } from 'vitest';
import type { Component } from '../../../../engine/index.ts';
import { makeCalendars, yearsOf } from '../../../../server/runtime/organisation/calendars.ts';

const component = (given: Partial<Component>): Component => ({
  id: 'unit',
  kind: 'team',
  name: 'Unit',
  parentId: null,
  ownerId: null,
  managerId: null,
  zone: null,
  holidayRegion: null,
  ...given,
});

test('a component works in the zone and by the holidays of the nearest that has them', () => {
  const lineage = [
    component({}),
    component({ zone: 'America/New_York' }),
    component({ zone: 'Europe/Berlin', holidayRegion: 'US-NY' }),
  ];
  const calendar = makeCalendars().of(lineage, 2026);
  expect(calendar.zone).toBe('America/New_York');
  expect(calendar.workingWeekdays).toEqual([1, 2, 3, 4, 5]);
  expect(calendar.holidays).toContain('2026-01-01');
  expect(calendar.holidays).toContain('2026-11-26');
  expect(calendar.holidays).toContain('2027-01-01');
  expect(calendar.holidays).not.toContain('2026-01-02');
});

test('without a zone and a region it is UTC without holidays', () => {
  expect(makeCalendars().of([component({})], 2026)).toEqual({
    zone: 'UTC',
    workingWeekdays: [1, 2, 3, 4, 5],
    holidays: [],
  });
});

test('a region and a zone that nobody knows do not stop a plan', () => {
  const calendar = makeCalendars().of([component({ zone: 'Mars/Olympus', holidayRegion: 'ZZ' })], 2026);
  expect([calendar.zone, calendar.holidays]).toEqual(['UTC', []]);
});

test('what is scored later is counted with the holidays of the years between, too', () => {
  const lineage = [component({ holidayRegion: 'US' })];
  const period = { start: '2022-07-01', end: '2023-06-30' };
  const { holidays } = makeCalendars().of(lineage, ...yearsOf('2026-11-28T12:00:00.000Z', period));
  expect(new Set(holidays.map((day) => day.slice(0, 4)))).toEqual(
    new Set(['2021', '2022', '2023', '2024', '2025', '2026', '2027', '2028']),
  );
});
