import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shortDate } from '../../../editor/app/words/due.ts';
import { readDate } from '../../../editor/app/words/read-date.ts';
import { readSpanWords } from '../../../editor/document/read-span-words.ts';
import { afterWords, dueWords, spanWords } from '../../../editor/document/words.ts';
import { speak } from '../../../editor/language/speak.ts';
import { setSpoken } from '../../../editor/language/spoken.ts';

beforeAll(() => speak('de'));
afterAll(() => setSpoken('en', {}));

test.each([
  ['10 Arbeitstage', '10bd'],
  ['3 Monate', 'P3M'],
  ['nach 3 Monaten', 'P3M'],
  ['ein Tag', 'P1D'],
  ['einer Woche', 'P1W'],
  ['fünf Wochen', 'P5W'],
  ['2 Tage vorher', '-P2D'],
  ['2 Arbeitstage vor der Fälligkeit', '-2bd'],
  ['1 Jahr und 6 Monate', 'P1Y6M'],
])('%s is %s', (text, span) => {
  expect(readSpanWords(text)).toBe(span);
});

test('what stands behind “nach” and “in” is declined', () => {
  expect([spanWords('P3M'), afterWords('P3M'), dueWords('10bd')]).toEqual([
    '3 Monate',
    'nach 3 Monaten',
    'in 10 Arbeitstagen',
  ]);
  expect([spanWords('P1D'), afterWords('P1D'), spanWords('-P2D')]).toEqual([
    '1 Tag',
    'nach 1 Tag',
    '2 Tage vorher',
  ]);
});

const amount = fc.integer({ min: 1, max: 9999 });
const span = fc.oneof(
  fc.tuple(fc.constantFrom('Y', 'M', 'W', 'D'), amount).map(([letter, count]) => `P${count}${letter}`),
  fc.tuple(fc.constantFrom('H', 'M', 'S'), amount).map(([letter, count]) => `PT${count}${letter}`),
  amount.map((count) => `${count}bd`),
);

test('every length is read back from how it is shown, also behind “nach”', () => {
  fc.assert(
    fc.property(span, (written) => {
      expect([readSpanWords(spanWords(written) ?? ''), readSpanWords(afterWords(written))]).toEqual([
        written,
        written,
      ]);
    }),
  );
});

test('every day is read back from how it is shown', () => {
  const day = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (at) => {
      const iso = at.toISOString().slice(0, 10);
      expect(readDate(shortDate(iso))).toBe(iso);
    }),
  );
});
