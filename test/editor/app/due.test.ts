import { expect, test } from 'vitest';
import { dayNow, daysSince, daysUntil, dueOf, saidInWords, toneOf } from '../../../editor/app/words/due.ts';

const tuesday = '2026-11-24T10:00:00.000Z';

test('says how many days late a task is, in the viewer’s days', () => {
  expect(dueOf('2026-11-22T23:00:00.000Z', tuesday, 'UTC')).toEqual({
    section: 'late',
    words: '2 days late',
  });
  expect(dueOf('2026-11-22T23:00:00.000Z', tuesday, 'Europe/Berlin')).toEqual({
    section: 'late',
    words: '1 day late',
  });
});

test('counts hours for what became late today', () => {
  expect(dueOf('2026-11-24T07:30:00.000Z', tuesday, 'UTC')).toEqual({
    section: 'late',
    words: '2 hours late',
  });
  expect(dueOf('2026-11-24T09:45:00.000Z', tuesday, 'UTC')).toEqual({ section: 'late', words: 'just late' });
});

test('sorts what lies ahead into today, this week and later; a week ends on Sunday', () => {
  expect(dueOf('2026-11-24T22:00:00.000Z', tuesday, 'UTC')).toEqual({ section: 'today', words: 'today' });
  expect(dueOf('2026-11-25T08:00:00.000Z', tuesday, 'UTC')).toEqual({
    section: 'this-week',
    words: 'tomorrow',
  });
  expect(dueOf('2026-11-29T22:00:00.000Z', tuesday, 'UTC')).toEqual({ section: 'this-week', words: 'Sun' });
  expect(dueOf('2026-11-30T01:00:00.000Z', tuesday, 'UTC')).toEqual({ section: 'later', words: 'Mon' });
  expect(dueOf('2026-12-09T08:00:00.000Z', tuesday, 'UTC')).toEqual({
    section: 'later',
    words: 'in 2 weeks',
  });
  expect(dueOf('2027-02-24T08:00:00.000Z', tuesday, 'UTC')).toEqual({
    section: 'later',
    words: 'in 3 months',
  });
});

test('what has no due instant is later', () => {
  expect(dueOf(null, tuesday, 'UTC')).toEqual({ section: 'later', words: 'no date' });
});

test('counts calendar days over the change of the clocks and at both ends of the world', () => {
  expect(daysUntil('2026-03-30T06:00:00.000Z', '2026-03-28T23:30:00.000Z', 'Europe/Berlin')).toBe(1);
  expect(daysUntil('2026-11-24T11:30:00.000Z', '2026-11-24T09:30:00.000Z', 'Pacific/Kiritimati')).toBe(1);
  expect(daysUntil('2026-11-24T11:30:00.000Z', '2026-11-24T10:30:00.000Z', 'Pacific/Pago_Pago')).toBe(1);
  expect(daysSince('2026-11-20T10:00:00.000Z', tuesday, 'UTC')).toBe(4);
});

test.each([
  ['late', '2026-11-24T09:59:59.999Z', '2026-11-20T00:00:00.000Z'],
  ['soon', '2026-11-26T09:00:00.000Z', '2026-11-24T00:00:00.000Z'],
  ['calm', '2026-11-26T09:00:00.000Z', '2026-11-24T23:00:00.000Z'],
  ['calm', '2026-11-24T18:00:00.000Z', null],
  ['calm', null, undefined],
  // Without the working days of who has it, soon is its last day.
  ['soon', '2026-11-24T18:00:00.000Z', undefined],
  ['calm', '2026-11-25T00:30:00.000Z', undefined],
])('is %s when due at %s and soon from %s', (tone, at, soonAt) => {
  expect(toneOf({ at, zone: 'UTC', ...(soonAt === undefined ? {} : { soonAt }) }, tuesday)).toBe(tone);
});

test('days inside a sentence are read as people like them', () => {
  expect(saidInWords('Task opened: Review, due 2026-12-10')).toBe('Task opened: Review, due 10 Dec 2026');
});

test('what somebody typed is said back as they typed it, and so is what is no day', () => {
  for (const sentence of [
    'Not a number: "2026-12-10".',
    'Keine Zahl: „2026-12-10“.',
    'There is no 2026-02-31.',
    'See report-2026-12-10.csv.',
  ])
    expect(saidInWords(sentence)).toBe(sentence);
});

test('an instant in a sentence of the server is said as everywhere else', () => {
  const said = saidInWords('Ana completed this task on 2026-11-24T10:00:00.000Z with another result.');
  expect(said).toMatch(/^Ana completed this task on Tue,? .*Nov.* 2026.* \(.+\) with another result\.$/);
  expect(saidInWords('It is 2026-12-10T09:00:00.000+01:00.')).toBe('It is 2026-12-10T09:00:00.000+01:00.');
});

test('what is dated this evening has the day at its writer’s place', () => {
  expect(dayNow('2026-11-29T01:00:00.000Z', 'America/New_York')).toBe('2026-11-28');
  expect(dayNow('2026-11-29T23:30:00.000Z', 'Europe/Berlin')).toBe('2026-11-30');
});
