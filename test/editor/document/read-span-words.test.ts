import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSpanWords } from '../../../editor/document/read-span-words.ts';
import { spanWords } from '../../../editor/document/words.ts';

test.each([
  ['10 working days', '10bd'],
  ['1 business day', '1bd'],
  ['10 working days after the stage begins', '10bd'],
  ['3 months', 'P3M'],
  ['30 minutes', 'PT30M'],
  ['1 year and 6 months', 'P1Y6M'],
  ['4 hours, 2 days', 'P2DT4H'],
  ['two weeks', 'P2W'],
  ['a day', 'P1D'],
  ['an hour later', 'PT1H'],
  ['2 days before it is due', '-P2D'],
  ['3 working days before', '-3bd'],
  ['P10D', 'P10D'],
  [' 10bd ', '10bd'],
])('%s is %s', (text, span) => {
  expect(readSpanWords(text)).toBe(span);
});

test.each([
  '',
  '10',
  'days',
  'soon',
  'today + duration("P3D")',
  '3 moons',
  '1.5 working days',
  'date("2026-01-31")',
])('"%s" says no length of time', (text) => {
  expect(readSpanWords(text)).toBeNull();
});

const amount = fc.integer({ min: 1, max: 9999 });
const dateSpan = fc
  .record({
    Y: fc.option(amount),
    M: fc.option(amount),
    D: fc.option(amount),
    TH: fc.option(amount),
    TM: fc.option(amount),
  })
  .filter((parts) => Object.values(parts).some((part) => part !== null))
  .map(({ Y, M, D, TH, TM }) => {
    const write = (count: number | null, letter: string) => (count === null ? '' : `${count}${letter}`);
    const time = write(TH, 'H') + write(TM, 'M');
    return `P${write(Y, 'Y')}${write(M, 'M')}${write(D, 'D')}${time && `T${time}`}`;
  });
const span = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(
      dateSpan,
      amount.map((count) => `${count}bd`),
    ),
  )
  .map(([sign, length]) => sign + length);

test('the words that are shown for a span say that span', () => {
  fc.assert(
    fc.property(span, (text) => {
      expect(readSpanWords(spanWords(text) ?? '')).toBe(text);
    }),
  );
});
