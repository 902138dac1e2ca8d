import { expect, test } from 'vitest';
import { everyWeekdayInUtc, finish, scoreOrganisation, scoringOrganisation } from '../../../engine/index.ts';
import { sliced } from '../../../engine/score/slices.ts';

const ids = Array.from({ length: 450 }, (_, index) => `unit-${index}`);
const organisation = {
  components: ids.map((id, index) => ({
    ...{ id, name: id, kind: 'team' as const, parentId: index === 0 ? null : 'unit-0' },
    ...{ ownerId: null, managerId: null, zone: null, holidayRegion: null },
  })),
  goals: [],
  measures: [],
  observations: [],
  period: { start: '2026-01-01', end: '2026-12-31' },
  at: '2026-06-01T09:00:00.000Z',
  calendar: everyWeekdayInUtc,
};

test('what is done in slices takes each item once, in order, a hundred at a time', () => {
  const taken: string[] = [];
  const counts: number[] = [];
  const slices = sliced(ids, (id) => taken.push(id));
  while (!slices.next().done) counts.push(taken.length);
  expect(counts).toEqual([100, 200, 300, 400]);
  expect(taken).toEqual(ids);
});

test('an organisation that is scored in slices has the same scores', () => {
  const slices = scoringOrganisation(organisation);
  let pauses = 0;
  let slice = slices.next();
  while (!slice.done) {
    pauses += 1;
    slice = slices.next();
  }
  expect(pauses).toBeGreaterThanOrEqual(4);
  expect(slice.value.scores).toEqual(scoreOrganisation(organisation));
  expect(finish(scoringOrganisation(organisation)).scores).toEqual(slice.value.scores);
});
