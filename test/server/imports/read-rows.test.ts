// Rows of a file, numbered as whoever mends it sees them.
import { expect, test } from 'vitest';
import { readRows } from '../../../server/imports/read-rows.ts';

const numbersOf = (format: 'csv' | 'json', content: string) => {
  const read = readRows(format, content);
  return read.kind === 'read'
    ? read.rows.map((row, index) => [read.numbers[index], row.name])
    : read.problems;
};

test('a row has the number that a spreadsheet shows, with the names of the columns as the first', () => {
  expect(numbersOf('csv', 'name,kind\r\nParks,team\r\nTrees,team\r\n')).toEqual([
    [2, 'Parks'],
    [3, 'Trees'],
  ]);
});

test('lines within quotes are one row, and empty lines are rows too', () => {
  expect(numbersOf('csv', '\uFEFFname,kind\n"Parks\nand trees",team\n\n\nHarbour,team\n')).toEqual([
    [2, 'Parks\nand trees'],
    [5, 'Harbour'],
  ]);
  expect(numbersOf('csv', '\n\nname,kind\n"Parks",team\n')).toEqual([[4, 'Parks']]);
});

test('a list in JSON has no row of names: its first row is 1', () => {
  expect(numbersOf('json', '[{ "name": "Parks" }, { "name": "Trees" }]')).toEqual([
    [1, 'Parks'],
    [2, 'Trees'],
  ]);
});
