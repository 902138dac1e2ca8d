import { expect, test } from 'vitest';
import { headerCells, readChosenFile } from '../../../editor/automations/chosen-file.ts';
import { guessMapping } from '../../../editor/automations/guess-mapping.ts';
import { importShare, importWords } from '../../../editor/automations/import-words.ts';

test('the columns of a CSV are named by its first line, quotes and commas inside them too', () => {
  expect(headerCells('id,"Agency, long","He said ""so""",target')).toEqual([
    'id',
    'Agency, long',
    'He said "so"',
    'target',
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
