import { expect, test } from 'vitest';
import type { OrganisationFile } from '../../../../engine/index.ts';
import { launchesOf } from '../../../../server/runtime/organisation/load-organisation.ts';

const component = (id: string, parentId: string | null, zone: string | null) => ({
  ...{ id, parentId, zone, kind: 'department' as const, name: id },
  ...{ ownerId: null, managerId: null, holidayRegion: null },
});
const source = { title: 'x', publisher: 'x', url: 'https://city.test', licence: 'x', note: 'x' };
const year = { start: '2026-01-01', end: '2026-12-31' };
const file = (zone: string | null, lasts?: string): OrganisationFile => ({
  ...{ schema: 'organisation/1', name: 'City', period: year, people: [], goals: [], measures: [] },
  ...{ observations: [], cycles: ['loop'], source },
  components: [component('city', null, zone), component('parks', 'city', null)],
  launches: [{ cycleId: 'loop', componentIds: ['parks'], ...(lasts === undefined ? {} : { lasts }) }],
});
const clock = { now: () => '2026-12-01T02:00:00.000Z' };
const periodsOf = (given: OrganisationFile) => launchesOf(given, { clock }).map(({ period }) => period);

test('a launch that lasts begins on the day that it is at the place of its components', () => {
  expect(periodsOf(file('America/New_York', 'P3M'))).toEqual([{ start: '2026-11-30', end: '2027-02-27' }]);
  expect(periodsOf(file(null, 'P3M'))).toEqual([{ start: '2026-12-01', end: '2027-02-28' }]);
});

test('a launch that says nothing of it has the period of the file', () => {
  expect(periodsOf(file('America/New_York'))).toEqual([year]);
});
