// The excerpt that the import is tested with: it holds the edges, and its labels follow the publisher's rule.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';

const text = readFileSync(new URL('indicators-excerpt.csv', import.meta.url), 'utf8');
const rows: Record<string, string>[] = parse(text, { columns: true });

function labelOf({ desiredDirection, target = '', actual = '' }: Record<string, string>): string {
  if (target === '') return '';
  const met = desiredDirection === 'Up' ? Number(actual) >= Number(target) : Number(actual) <= Number(target);
  return met ? 'Met_Goal' : 'Did_Not_Meet';
}

const idsWhere = (holds: (row: Record<string, string>) => boolean): (string | undefined)[] =>
  rows.filter(holds).map(({ id }) => id);

test('the published label of each row is that of its target and direction', () => {
  expect(rows).toHaveLength(25);
  expect(idsWhere(({ published, ...row }) => labelOf(row) !== published)).toEqual([]);
});

test('the excerpt holds rows at the target, with a target of zero, and without one', () => {
  expect(idsWhere(({ target, actual }) => target !== '' && target === actual)).toEqual([
    '875',
    '1669',
    '3444',
    '3438',
    '2364',
  ]);
  expect(idsWhere(({ target }) => target === '0')).toEqual(['10177', '2364']);
  expect(idsWhere(({ target }) => target === '')).toHaveLength(6);
});

test('the excerpt holds quoted commas and a curly apostrophe', () => {
  expect(idsWhere(({ service = '' }) => service.includes(',') && service.includes('’'))).toEqual([
    '875',
    '921',
  ]);
});
