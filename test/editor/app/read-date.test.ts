import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortDate } from '../../../editor/app/words/due.ts';
import { readDate } from '../../../editor/app/words/read-date.ts';

test.each([
  '2026-11-26',
  '26 Nov 2026',
  '26 nov. 2026',
  '26 November 2026',
  'Nov 26, 2026',
  'November 26 2026',
  '26.11.2026',
  '26/11/2026',
  ' 26 Nov 2026 ',
])('“%s” is the 26th of November', (text) => {
  expect(readDate(text)).toBe('2026-11-26');
});

test.each([
  '',
  '2026',
  '2026-11',
  '2026-13-01',
  '2026-02-29',
  '31 Apr 2026',
  '11/26/2026',
  '26 Novem 2026',
  '1 Jan 26',
  'today',
  '2026-11-26T00:00:00Z',
])('“%s” is no day', (text) => {
  expect(readDate(text)).toBe(null);
});

test('every day is read back from how it is shown', () => {
  const day = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (at) => {
      const iso = at.toISOString().slice(0, 10);
      expect([readDate(iso), readDate(shortDate(iso))]).toEqual([iso, iso]);
    }),
  );
});
