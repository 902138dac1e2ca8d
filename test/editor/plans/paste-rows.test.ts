import { expect, test } from 'vitest';
import { readNumber, readPaste } from '../../../editor/plans/observations/paste-rows.ts';
import { aMeasure, anObservation } from '../../engine/score/given.ts';

const measures = [
  aMeasure({ id: 'days', title: 'Days to repair' }),
  aMeasure({ id: 'calls', title: 'Calls' }),
];
const january = { periodStart: '2026-01-01', periodEnd: '2026-01-31' };
const known = {
  measures,
  observations: [anObservation({ id: 'o1', measureId: 'calls', ...january, value: 90 })],
};
const told = (text: string) =>
  readPaste(text, known).map(({ line, observation, problem }) => [line, observation?.value ?? problem]);

test('of four rows two are bad: each says why, and the others can be recorded', () => {
  expect(
    told(
      [
        'Measure,From,To,Value',
        'Days to repair,2026-01-01,2026-01-31,4.5',
        'Days to mend,2026-01-01,2026-01-31,4',
        'Days to repair,2026-02-01,2026-02-28,about 5',
        'Calls,1 Feb 2026,28 Feb 2026,"1,250"',
      ].join('\n'),
    ),
  ).toEqual([
    [2, 4.5],
    [3, 'There is no measure “Days to mend” in this plan.'],
    [4, '“about 5” is no number.'],
    [5, 1250],
  ]);
});

test.for<[what: string, row: string, problem: string]>([
  ['a day that is none', 'Calls;2026-02-30;2026-03-31;4', '“2026-02-30” is no day.'],
  [
    'a period that ends before it starts',
    'Calls;2026-02-02;2026-02-01;4',
    'The period ends before it starts.',
  ],
  ['a value that is left out', 'Calls;2026-02-01;2026-02-02', '“” is no number.'],
])('%s keeps a row from being recorded', ([, row, problem]) => {
  expect(told(row)).toEqual([[1, problem]]);
});

test('columns are read by their names in any order, from a spreadsheet as well', () => {
  expect(
    readPaste('value\tto\tfrom\tmeasure\n7\t2026-02-28\t2026-02-01\tcalls', known)[0]?.observation,
  ).toEqual({
    measureId: 'calls',
    periodStart: '2026-02-01',
    periodEnd: '2026-02-28',
    value: 7,
    source: 'paste',
  });
});

test('the same days again correct what is recorded, and nothing else is', () => {
  const [row] = readPaste('Calls,2026-01-01,2026-01-31,95', known);
  expect([row?.observation?.supersedes, row?.corrects?.value]).toEqual(['o1', 90]);
});

test('a second value for the same days in one paste is bad', () => {
  expect(told('Calls,2026-01-01,2026-01-31,95\nCalls,2026-01-01,2026-01-31,96')).toEqual([
    [1, 95],
    [2, 'Row 1 has a value for these days already.'],
  ]);
});

test('nothing pasted is nothing to record', () => {
  expect(readPaste('  \n', known)).toEqual([]);
});

test.for<[text: string, decimal: string, value: number | null]>([
  ['1,234.5', '.', 1234.5],
  ['1.234,5', ',', 1234.5],
  ['12,5', ',', 12.5],
  ['12,5', '.', null],
  ['-3', '.', -3],
  ['5 %', '.', null],
  ['', '.', null],
])('%s with %s is %s', ([text, decimal, value]) => {
  expect(readNumber(text, decimal)).toBe(value);
});
