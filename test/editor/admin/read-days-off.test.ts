import { expect, test } from 'vitest';
import { weekText } from '../../../editor/admin/calendars/calendar-words.ts';
import { mergeDays, readDaysOff } from '../../../editor/admin/calendars/read-days-off.ts';

test('days are read from lines as people write them, and lines without one are told', () => {
  const text =
    '2026-12-24 Christmas Eve\n24.12.2027;Heiligabend\n"2026-11-27","Day after, Thanksgiving"\n\n26 Nov 2026 - Thanksgiving\n2026-01-02\nname,day\n2026-02-30 No such day';
  expect(readDaysOff(text)).toEqual({
    days: [
      { date: '2026-12-24', name: 'Christmas Eve' },
      { date: '2027-12-24', name: 'Heiligabend' },
      { date: '2026-11-27', name: 'Day after, Thanksgiving' },
      { date: '2026-11-26', name: 'Thanksgiving' },
      { date: '2026-01-02', name: 'Day off' },
    ],
    unread: ['name,day', '2026-02-30 No such day'],
  });
});

test('days are read from an iCalendar file with folded and escaped lines', () => {
  const file = [
    ...[
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20261224',
      'SUMMARY:Christmas',
      '  Eve\\, early',
      'END:VEVENT',
    ],
    ...['BEGIN:VEVENT', 'DTSTART:20270101T000000Z', 'SUMMARY;LANGUAGE=en:New Year', 'END:VEVENT'],
    ...['BEGIN:VEVENT', 'SUMMARY:When?', 'END:VEVENT', 'END:VCALENDAR'],
  ].join('\r\n');
  expect(readDaysOff(file)).toEqual({
    days: [
      { date: '2026-12-24', name: 'Christmas Eve, early' },
      { date: '2027-01-01', name: 'New Year' },
    ],
    unread: ['When?'],
  });
});

test('a day that is there already takes the later name, and days stand in order', () => {
  const known = [{ date: '2026-12-24', name: 'Old' }];
  const more = [
    { date: '2026-12-24', name: 'New' },
    { date: '2026-01-02', name: 'First' },
  ];
  expect(mergeDays(known, more).map(({ name }) => name)).toEqual(['First', 'New']);
});

test('a week is told as a row of days where it is one', () => {
  expect([weekText([1, 2, 3, 4, 5]), weekText([2, 4])]).toEqual(['Mon–Fri', 'Tue and Thu']);
});
