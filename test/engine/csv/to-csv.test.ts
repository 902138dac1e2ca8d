import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, csvFile, toCsv } from '../../../engine/csv/to-csv.ts';

test.for([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', '"\'\tx"'],
  ['\rx', '"\'\rx"'],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ['a, b', '"a, b"'],
  ['a; b', '"a; b"'],
  ['a\tb', '"a\tb"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['＝1+1', "'＝1+1"],
  ['\0=1', "'\0=1"],
  ['a=b', 'a=b'],
] as const)('the text %j is written as %j', ([text, cell]) => {
  expect(csvCell(text)).toBe(cell);
});

test('a file says with its first sign in which letters it is written', () => {
  expect(csvFile([['Straße', 1]])).toBe('\uFEFFStraße,1\r\n');
});

test('a number below zero stays a number, and nothing is an empty cell', () => {
  expect([-1.5, 0, null].map(csvCell)).toEqual(['-1.5', '0', '']);
});

test('every table is read back as it was, and no cell begins as a formula does', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    // An apostrophe of one's own before such a sign cannot be told from the one that was put there.
    .filter((text) => !/^'[=+\-@\t\r\n\0＝＋－＠]/.test(text));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (lines) => {
      const read: string[][] = parse(toCsv(lines), { relax_column_count: false });
      // The reader takes the apostrophe for a letter, as a spreadsheet does not.
      const bare = read.map((line) => line.map((text) => text.replace(/^'(?=[=+\-@\t\r\n\0＝＋－＠])/, '')));
      expect(bare).toEqual(lines.map((line) => [...line]));
      expect(read.flat().filter((text) => /^[=+\-@\t\r\n\0＝＋－＠]/.test(text))).toEqual([]);
    }),
  );
});
