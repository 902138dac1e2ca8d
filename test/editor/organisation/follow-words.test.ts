import { expect, test } from 'vitest';
import { calendarChanges, handOvers } from '../../../editor/organisation/move/follow-words.ts';

const permits = { id: 'permits', name: 'Permits' };
const deputy = { id: 'deputy', name: 'Deputy' };
const chief = { id: 'chief', name: 'Chief' };
const task = (title: string, from: typeof deputy | null, to: typeof chief | null) => ({
  ...{ id: title, title, component: permits },
  ...{ from, to },
});

test('tasks that go the same way are one sentence', () => {
  expect(
    handOvers([task('Rate', deputy, chief), task('Sign', deputy, chief), task('Plan', null, chief)]).map(
      ({ words, titles }) => [words, titles],
    ),
  ).toEqual([
    ['2 open tasks go from Deputy to Chief.', ['Rate (Permits)', 'Sign (Permits)']],
    ['1 open task goes from nobody to Chief.', ['Plan (Permits)']],
  ]);
});

test('plans that change to the same calendar are one sentence', () => {
  const from = { zone: 'UTC', holidayRegion: null };
  const to = { zone: 'Europe/Berlin', holidayRegion: 'DE-BE' };
  const becomes = 'UTC, no public holidays becomes Europe/Berlin, public holidays of DE-BE.';
  expect(calendarChanges([{ component: permits, from, to }])).toEqual([
    `The plan of Permits changes calendars: ${becomes}`,
  ]);
  const two = [permits, { id: 'b', name: 'B' }].map((component) => ({ component, from, to }));
  expect(calendarChanges(two)).toEqual([`2 plans change calendars: ${becomes}`]);
});
