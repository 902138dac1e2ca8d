import { expect, test } from 'vitest';
import { readChosenFile } from '../../../editor/imports/chosen-file.ts';
import { guessMapping } from '../../../editor/imports/guess-mapping.ts';
import { guessOrganisation } from '../../../editor/imports/guess-organisation.ts';
import { importShare, importWords } from '../../../editor/imports/import-words.ts';
import { problemsCsv } from '../../../editor/imports/problems-csv.ts';
import { sampleWords } from '../../../editor/imports/sample-words.ts';

test('the columns of a CSV are named by its first line, quotes, commas and line breaks inside them too', async () => {
  const text = 'id,"Agency, long","He said ""so""",target\n1,"two\nlines",x,3\n';
  const read = await readChosenFile(new File([text], 'a.csv'));
  expect(read).toMatchObject({
    file: {
      columns: ['id', 'Agency, long', 'He said "so"', 'target'],
      rows: 1,
      sample: [{ id: '1', 'Agency, long': 'two\nlines', target: '3' }],
    },
  });
});

test('an open quote is told in words', async () => {
  const read = await readChosenFile(new File(['id,name\n1,"never closed\n'], 'a.csv'));
  expect(read).toMatchObject({ kind: 'unreadable' });
});

test('the columns of an organisation map themselves, each to one thing', () => {
  expect(
    guessOrganisation(['Code', 'Unit', 'Reports to', 'Owner', 'E-mail', 'Manager e-mail', 'Notes']),
  ).toEqual({
    ...{ id: 'Code', name: 'Unit', parent: 'Reports to', ownerName: 'Owner', ownerEmail: 'E-mail' },
    ...{ managerEmail: 'Manager e-mail', defaultKind: 'team' },
  });
  expect(guessOrganisation(['Kürzel', 'Abteilung', 'Teil von', 'Zeitzone'])).toMatchObject({
    ...{ id: 'Kürzel', name: 'Abteilung', parent: 'Teil von', zone: 'Zeitzone' },
  });
  expect(guessOrganisation(['x', 'y'])).toEqual({ name: 'x', defaultKind: 'team' });
});

test('what stands in the first rows of a column is shown', () => {
  const file = {
    sample: [
      { a: 'One', b: '' },
      { a: 'Two', b: '' },
    ],
  };
  expect([sampleWords(file, 'a'), sampleWords(file, 'b'), sampleWords(file, undefined)]).toEqual([
    'Such as “One”, “Two”',
    'Empty in the first rows',
    'Left out',
  ]);
});

test('problems are saved as a table in which nothing runs as a formula', () => {
  const text = problemsCsv([
    { row: 0, column: null, message: 'There is no "x".' },
    { row: 2, column: '=1+1', message: '-1 is too small' },
  ]);
  expect(text.split('\r\n')).toEqual([
    '\uFEFFRow,Column,What to mend',
    'File,,"There is no ""x""."',
    "2,'=1+1,'-1 is too small",
    '',
  ]);
});

test('a file is counted by its rows and a byte order mark is no part of a name', async () => {
  const read = await readChosenFile(new File(['\uFEFFid,target\n1,2\n\n3,4\n'], 'a.csv'));
  expect(read).toMatchObject({ kind: 'read', file: { columns: ['id', 'target'], rows: 2, format: 'csv' } });
});

test('a JSON file that is no list of rows is refused in words', async () => {
  const read = await readChosenFile(new File(['{"a": 1}'], 'a.json'));
  expect(read).toEqual({ kind: 'unreadable', problem: 'The JSON must be a list of rows, each an object.' });
});

test('the columns of the published indicators map themselves', () => {
  const columns = [
    'id',
    'agency',
    'unit',
    'service',
    'goal',
    'indicator',
    'desiredDirection',
    'critical',
    'target',
    'actual',
  ];
  expect(guessMapping(columns)).toMatchObject({
    path: [
      { column: 'agency', kind: 'department' },
      { column: 'unit', kind: 'team' },
      { column: 'service', kind: 'process' },
    ],
    goal: 'goal',
    measure: 'indicator',
    measureId: 'id',
    direction: 'desiredDirection',
    target: 'target',
    actual: 'actual',
    critical: 'critical',
  });
});

test('an import under way says how far it is', () => {
  const at = (phase: 'waiting' | 'reading' | 'comparing' | 'writing', done: number) => ({
    phase,
    done,
    total: phase === 'waiting' ? 0 : 20_000,
  });
  expect(
    [at('waiting', 0), at('reading', 4_000), at('comparing', 20_000), at('writing', 20_000)].map(importWords),
  ).toEqual([
    'It is about to begin.',
    '4,000 of 20,000 rows are read.',
    '20,000 rows are compared with what is there.',
    '20,000 rows are written, all of them or none.',
  ]);
  const shares = [at('waiting', 0), at('reading', 0), at('reading', 10_000), at('writing', 20_000)].map(
    importShare,
  );
  expect(shares).toEqual([0, 0, 25, 75]);
});
